"""A project kept open says what a build says, whatever changed since."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline.copied import TODAY, change

from brochure.base.diagnostics import ArgumentsError
from brochure.content.project import Project, read_project
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.pipeline.desk import Desk
from brochure.pipeline.live import LiveDesk, Subject
from brochure.pipeline.making import Job, Place
from brochure.pipeline.units import Words

AR, EN = "content/languages/ar.yaml", "content/languages/en.yaml"
LEAFLET = Subject("ar", "leaflet")
WAS = 'doctor: "طبيب، وشخص'


@pytest.fixture
def live(root: Path) -> LiveDesk:
    return LiveDesk(root, "luxembourg", root / "build" / ".cache" / "read")


def said(pages: PlacedDocument | None, address: str) -> str:
    assert pages is not None
    lines = [each for page in pages.pages for each in page.operations if isinstance(each, TextLine)]
    return " ".join(each.line.text for each in lines if each.address == address)


def anew(root: Path, subject: Subject, target: str) -> bytes:
    desk = Desk(Place(root, "luxembourg", root / "build" / ".cache" / "read"))
    return desk.make(Job(subject.language, subject.format, (target,))).files[target]


def test_after_a_change_the_file_is_that_of_a_build(root: Path, live: LiveDesk) -> None:
    before = live.laid(LEAFLET)
    assert live.laid(LEAFLET) is before
    change(root, AR, WAS, 'doctor: "طبيبة، وشخص')
    assert live.changed({AR}) == {"ar"}
    after = live.laid(LEAFLET)
    assert "طبيبة" in said(after.pages, "help.doctor")
    for target in ("screen", "print", "office"):
        sheets = live.sheets(after, target)  # type: ignore[arg-type]
        assert sheets is not None
        assert live.desk.written(sheets, target) == anew(root, LEAFLET, target)  # type: ignore[arg-type]


def test_another_language_is_not_laid_out_anew(root: Path, live: LiveDesk) -> None:
    english = live.laid(Subject("en", "leaflet"))
    change(root, AR, WAS, 'doctor: "طبيبة، وشخص')
    live.changed({AR})
    assert live.laid(Subject("en", "leaflet")) is english


def test_a_change_of_the_english_leaves_a_project_as_if_read_anew(root: Path, live: LiveDesk) -> None:
    live.laid(Subject("en", "leaflet"))
    change(root, EN, '"A doctor, and someone to talk to"', '"A doctor 5"')
    assert live.changed({EN}) is None
    assert said(live.laid(Subject("en", "leaflet")).pages, "help.doctor") == "A doctor 5"
    judged = live.judged(Subject("en", "leaflet"), ("screen",), {}, TODAY)
    assert "digit-outside-fact" in {each.code for each in judged.findings}
    assert live.desk.project == read_anew(live)


WRONG = [
    ('text: "A doctor, and someone to talk to"', 'text: ""'),
    ('text: "A doctor, and someone to talk to"', 'text: "A {doctor}, and 5"'),
    ('text: "A doctor, and someone to talk to"', 'text: "x"\n    more: "y"'),
    ("formats: [leaflet, booklet, phone]", "formats: [booklet, phone]"),
    ("formats: [leaflet, booklet, phone]", "formats: [leaflet, booklet, phone, card]"),
]


def test_after_mistakes_in_the_english_nothing_old_is_left(root: Path, live: LiveDesk) -> None:
    good = (root / EN).read_text(encoding="utf-8")
    for old, new in WRONG:
        assert old in good
        # Lines below the mistake move, so that a place that was remembered would be wrong.
        for text in (good.replace(old, new, 1), "# a remark\n" + good.replace(old, new, 1), good):
            (root / EN).write_text(text, encoding="utf-8")
            live.changed({EN})
            assert live.desk.project == read_anew(live), new


def read_anew(live: LiveDesk) -> Project:
    return read_project(live.root, "luxembourg", live.root / "build" / ".cache" / "read")


def test_a_change_of_the_look_reaches_every_language(root: Path, live: LiveDesk) -> None:
    before = live.laid(LEAFLET)
    change(root, "content/formats/leaflet.yaml", "safe: 4", "safe: 5")
    assert live.changed({"content/formats/leaflet.yaml"}) is None
    assert live.laid(LEAFLET) is not before
    assert live.laid(LEAFLET).document is not None


def test_a_broken_file_is_told_and_mended(root: Path, live: LiveDesk) -> None:
    good = (root / AR).read_bytes()
    (root / AR).write_bytes(good + b'x: "no end\n')
    live.changed({AR})
    broken = live.laid(LEAFLET)
    assert broken.pages is None
    assert "yaml-syntax" in {each.code for each in broken.findings}
    assert live.sheets(broken, "screen") is None
    with pytest.raises(ArgumentsError, match="cannot be read"):
        Words(live.desk.project, "ar", "leaflet")
    (root / AR).unlink()
    live.changed({AR})
    assert "missing-language" in {each.code for each in live.laid(LEAFLET).findings}
    (root / AR).write_bytes(good)
    live.changed({AR})
    assert live.laid(LEAFLET).pages is not None


def test_what_is_typed_is_seen_and_judged_and_in_no_file(root: Path, live: LiveDesk) -> None:
    before = (root / AR).read_bytes()
    live.type_in("ar", "help.doctor", "طبيب 5 {nothing.here}")
    laid = live.laid(LEAFLET)
    assert "5" in said(laid.pages, "help.doctor")
    found = {each.code: each for each in live.judged(LEAFLET, ("screen",), live.typed("ar"), TODAY).findings}
    for code in ("digit-outside-fact", "unknown-placeholder"):
        assert found[code].span.file == AR
        assert found[code].help.startswith("help.doctor\n")
    assert {each.code for each in laid.findings} >= {"digit-outside-fact", "unknown-placeholder"}
    assert (root / AR).read_bytes() == before
    live.type_in("ar", "help.doctor", None)
    assert live.typed("ar") == {}
    assert "5" not in said(live.laid(LEAFLET).pages, "help.doctor")


def test_the_black_plate_has_no_colour(live: LiveDesk) -> None:
    laid = live.laid(LEAFLET)
    plate = live.sheets(laid, "screen", plate="black")
    assert plate is not None
    inks = {each.ink for page in plate.pages for each in page.operations if not hasattr(each, "inks")}  # type: ignore[union-attr]
    assert inks
    assert all(ink.rgb.red == ink.rgb.green == ink.rgb.blue for ink in inks)


def test_a_text_as_its_writer_needs_it(live: LiveDesk) -> None:
    words = Words(live.desk.project, "ar", "leaflet")
    seen = words.seen("help.condition")
    assert "{infotraite.name}" in seen.english
    assert seen.facts == {"infotraite.name": "INFOTRAITE"}
    assert seen.most == (200, 267)
    assert seen.span is not None
    assert not seen.inherited
    assert dict(words.all())["help.condition"] is not None
