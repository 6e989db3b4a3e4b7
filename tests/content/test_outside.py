"""The outside of the real leaflet as content gives it, in every language of the edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from brochure.content.project import Project, read_document, read_project
from brochure.model.document import Block, CodeLine, Document, Endonym, Say, Signs, StampField, Title
from brochure.model.slots import CodeLineSlot, SaySlot, SignsSlot, StampFieldSlot, TextSlot
from brochure.model.unit import FactKind

LANGUAGES = ("fr", "en", "de", "sq", "ar", "zh-Hans")
Documents = Callable[[str], Document]


@pytest.fixture(scope="module")
def project(project_root: Path, sign_cache: Path) -> Project:
    return read_project(project_root, "luxembourg", sign_cache)


@pytest.fixture(scope="module")
def documents(project: Project) -> Documents:
    @cache
    def read(tag: str) -> Document:
        reading = read_document(project, tag, "leaflet")
        assert [str(each) for each in reading.findings] == []
        assert reading.document is not None
        return reading.document

    return read


def block(document: Document, kind: type[Block]) -> Block:
    (found,) = (each for panel in document.panels for each in panel.blocks if isinstance(each, kind))
    return found


def test_the_edition_makes_these(project: Project) -> None:
    assert project.edition is not None
    assert len(project.edition.languages) == 59
    assert set(LANGUAGES) < set(project.edition.languages)
    assert project.edition.worker_languages == ("fr", "de", "en")


@pytest.mark.parametrize(
    ("tag", "name"),
    [("fr", "français"), ("de", "Deutsch"), ("sq", "shqip"), ("ar", "العربية"), ("zh-Hans", "简体中文")],
)
def test_a_language_names_itself_in_its_own_script(tag: str, name: str, documents: Documents) -> None:
    found = block(documents(tag), Endonym)
    assert isinstance(found, Endonym)
    assert (found.name.text, found.name.kind, found.name.language) == (name, FactKind.ENDONYM, "")


@pytest.mark.parametrize(
    ("tag", "own"),
    [
        *(("fr", "français"), ("en", "anglais"), ("de", "allemand")),
        *(("sq", "albanais"), ("ar", "arabe"), ("zh-Hans", "chinois")),
    ],
)
def test_the_sentence_to_say_is_french_in_every_language(tag: str, own: str, documents: Documents) -> None:
    found = block(documents(tag), Say)
    assert isinstance(found, Say)
    assert (found.phrase.text, found.phrase.language) == (f"J’ai besoin d’aide. Je parle {own}.", "fr")
    assert (found.sound.address, found.meaning.address) == ("say.need_help.sound", "say.need_help.meaning")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_code_line_tells_language_and_month(tag: str, documents: Documents) -> None:
    found = block(documents(tag), CodeLine)
    assert isinstance(found, CodeLine)
    *known, mark = found.code.text.split(" · ")
    assert known == ["LU-A", tag, "leaflet", "2026-11"]
    assert len(mark) == 4


def test_no_two_languages_share_a_mark(documents: Documents) -> None:
    lines = {tag: block(documents(tag), CodeLine) for tag in LANGUAGES}
    assert len({line.code.text[-4:] for line in lines.values() if isinstance(line, CodeLine)}) == len(
        LANGUAGES
    )


def test_title_and_signs_of_the_cover(documents: Documents) -> None:
    title, signs, stamp = (block(documents("en"), kind) for kind in (Title, Signs, StampField))
    assert isinstance(title, Title)
    assert isinstance(signs, Signs)
    assert isinstance(stamp, StampField)
    assert (title.title.address, title.line.address) == ("cover.title", "cover.line")
    assert [use.sign.id for use in signs.signs] == ["phone", "safe-house", "doctor", "lawyer-scales"]
    assert [use.alternative.address for use in signs.signs][:2] == ["alt.phone", "alt.safe-house"]
    assert stamp.sign.sign.id == "phone"


def test_places_of_the_outside_in_points(project: Project) -> None:
    slots = {
        name: slot
        for panel in project.formats["leaflet"].sides[0].panels
        for name, slot in panel.slots.items()
    }
    signs, say, stamp, imprint, code = (slots[name] for name in ("signs", "say", "stamp", "imprint", "code"))
    mm = 72 / 25.4
    assert isinstance(signs, SignsSlot)
    assert (len(signs.places), signs.places[3].x, signs.places[3].y) == (4, 262 * mm, 155 * mm)
    assert signs.bubble is not None
    tail = signs.bubble.tail
    assert tail is not None
    assert (tail.side, tail.offset, tail.height) == ("end", 32 * mm, 9 * mm)
    assert isinstance(say, SaySlot)
    assert say.rule is not None
    assert (say.rule.y, say.rule.width) == (153.1 * mm, pytest.approx(0.5, abs=0.02))
    assert isinstance(stamp, StampFieldSlot)
    assert (stamp.line, stamp.sign.width, stamp.area.ink) == (0.9 * mm, 8 * mm, "mist")
    assert isinstance(imprint, TextSlot)
    assert imprint.at_bottom
    assert isinstance(code, CodeLineSlot)
    assert code.baseline == 199 * mm
