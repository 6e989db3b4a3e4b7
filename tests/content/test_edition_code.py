"""The code line: what it stands for, and what it does not."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.edition_code import content_mark
from brochure.content.project import read_document, read_project
from brochure.model.document import CodeLine, Contact, Panel, StampField, TearOff, Text
from brochure.model.sign import Sign, SignUse
from brochure.model.unit import Fact, FactKind, Unit, Words

RFC_4648, CROCKFORD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HERE = Span("content/languages/en.yaml", 1, 1)
PHONE = Fact("police.phone", FactKind.SHORT_CODE, "113", HERE)


def unit(address: str, *texts: str | Fact) -> Unit:
    return Unit(address, tuple(Words(text, HERE) if isinstance(text, str) else text for text in texts), HERE)


def sign(id: str, alternative: str) -> SignUse:
    return SignUse(Sign(id, (), False, HERE), unit("alt.police", alternative))


TITLE = unit("cover.title", "Help")
CONTACT = Contact("danger", sign("police", "An officer"), (PHONE,), (unit("call.what", "Police"),))
TEXT = Text("foot", (unit("a", "Call ", PHONE, "."), unit("b", "Now.")))


def mark(*blocks: object, title: Unit = TITLE) -> str:
    return content_mark(title, [Panel("help", blocks)])  # type: ignore[arg-type]


def test_four_signs_that_nobody_misreads() -> None:
    said = '[["cover.title", "Help"], ["alt.police", "An officer"], ["police.phone", "113"], ["call.what", "Police"]]'
    rfc_4648 = base64.b32encode(hashlib.sha256(said.encode()).digest())[:4]
    assert mark(CONTACT) == rfc_4648.translate(bytes.maketrans(RFC_4648, CROCKFORD)).decode()
    marks = {mark(Text("foot", (unit("a", str(number)),))) for number in range(200)}
    assert len(marks) == 200
    assert {len(each) for each in marks} == {4}
    assert set("".join(marks)) == set(CROCKFORD.decode())


@pytest.mark.parametrize(
    "blocks",
    [
        (TEXT, CONTACT),
        (CONTACT,),
        (replace(CONTACT, lines=(replace(PHONE, text="112"),)), TEXT),
        (replace(CONTACT, lines=(replace(PHONE, reference="police.phone.2"),)), TEXT),
        (replace(CONTACT, sign=sign("police", "A calm officer")), TEXT),
        (CONTACT, replace(TEXT, units=TEXT.units[::-1])),
        (CONTACT, replace(TEXT, units=(unit("a", "Call ", PHONE, "!"), TEXT.units[1]))),
        (CONTACT, replace(TEXT, units=(unit("a", "Call 113."), TEXT.units[1]))),
        (CONTACT, replace(TEXT, units=(replace(TEXT.units[0], address="c"), TEXT.units[1]))),
    ],
)
def test_it_changes_with_words_and_facts(blocks: Sequence[object]) -> None:
    assert mark(*blocks) != mark(CONTACT, TEXT)


def test_it_changes_with_the_title() -> None:
    assert mark(TEXT, title=unit("cover.title", "Help!")) != mark(TEXT)


@pytest.mark.parametrize(
    "blocks",
    [
        (replace(CONTACT, slot="walk_in"), TEXT),
        (replace(CONTACT, sign=sign("officer", "An officer")), TEXT),
        (replace(CONTACT, lines=(replace(PHONE, span=Span("elsewhere", 9, 9)),)), TEXT),
        (CONTACT, TEXT, CodeLine("code", Fact("edition.code_line", FactKind.CODE, "LU-A", HERE))),
        (CONTACT, TEXT, StampField("stamp", sign("phone", "A phone"))),
    ],
)
def test_it_does_not_change_with_place_or_drawing(blocks: Sequence[object]) -> None:
    assert mark(*blocks) == mark(CONTACT, TEXT)


def test_words_do_not_run_into_each_other() -> None:
    assert mark(Text("foot", (unit("a", "b"), unit("c", "d")))) != mark(Text("foot", (unit("a", "bcd"),)))
    assert mark(TearOff("t", PHONE)) != mark(
        TearOff("t", replace(PHONE, reference="police.phone1", text="13"))
    )


@pytest.fixture
def code(project: Path, sign_cache: Path) -> Callable[[], str]:
    """The Arabic code line of the small project as it is now, from the foot of its panel."""
    brochure = project / "content/brochure.yaml"
    text = brochure.read_text(encoding="utf-8").replace(
        "{slot: foot, text: [help.condition]}", "{slot: foot, shows: code-line}"
    )
    brochure.write_text(text, encoding="utf-8")
    format_ = project / "content/formats/leaflet.yaml"
    text = format_.read_text(encoding="utf-8").replace(
        "foot: {kind: text,", "foot: {kind: code-line, baseline: 90,"
    )
    format_.write_text(text, encoding="utf-8")

    def read() -> str:
        reading = read_document(read_project(project, "luxembourg", sign_cache), "ar", "leaflet")
        assert reading.findings == ()
        assert reading.document is not None
        (line,) = (block for block in reading.document.panels[0].blocks if isinstance(block, CodeLine))
        return line.code.text

    return read


@pytest.mark.parametrize(
    ("file", "old", "new", "stays"),
    [
        ("content/languages/ar.yaml", "طبيب", "طبيبة", False),
        ("content/languages/ar.yaml", 'phone: "هاتف"', 'phone: "الهاتف"', False),
        ("content/editions/luxembourg.yaml", '"+352 621 351 884"', '"+352 6213 51884"', False),
        ("content/languages/en.yaml", "A doctor", "The doctor", True),
        ("content/theme.yaml", "#D9E7E9", "#FFE7E9", True),
        ("content/formats/leaflet.yaml", "size: 10.5", "size: 11.5", True),
        ("pictograms/catalogue.yaml", "mirror: false", "mirror: true", True),
    ],
)
def test_it_follows_what_is_said(
    file: str, old: str, new: str, stays: bool, project: Path, code: Callable[[], str]
) -> None:
    before = code()
    assert before.startswith("LU-A · ar · leaflet · 2026-11 · ")
    text = (project / file).read_text(encoding="utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), encoding="utf-8")
    assert (code() == before) is stays
