"""What newer font files would change, over a project of English and Thai: real older files, and altered ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from pipeline.english_and_thai import english_and_thai

from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.pipeline.font_files import Replacement, match
from brochure.pipeline.font_update import Update, compare
from brochure.pipeline.fonts import standings

Alter = Callable[[TTFont], None]


@pytest.fixture(scope="module")
def thai(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return english_and_thai(project_root, tmp_path_factory.mktemp("thai") / "project")


def altered(root: Path, to: Path, alter: Alter) -> Path:
    """A folder with both weights of the Thai font, altered."""
    to.mkdir()
    for path in (root / "fonts" / "noto-sans-thai").glob("*.ttf"):
        font = TTFont(path)
        alter(font)
        font.save(to / path.name)
    return to


def matched(root: Path, given: Path) -> tuple[Replacement, ...]:
    fonts = read_fonts(root, Findings())
    assert fonts is not None
    replacements, findings = match(fonts, given)
    assert not findings
    return replacements


def update(root: Path, given: Path) -> Update:
    fonts = read_fonts(root, Findings())
    assert fonts is not None
    return compare(root, fonts, matched(root, given))


def test_the_standing_names_bytes_scripts_and_languages(thai: Path) -> None:
    found, findings = standings(thai)
    assert not findings
    latin, own = found
    assert (own.family, own.scripts, own.languages) == ("noto-sans-thai", ("Thai",), ("th",))
    assert (latin.scripts, latin.languages) == (("Latn", "Cyrl", "Grek"), ("en",))
    assert own.size == sum(path.stat().st_size for path in (thai / "fonts" / "noto-sans-thai").glob("*.ttf"))
    assert (own.origin.licence, own.origin.version) == ("OFL-1.1", "2.002")


def test_the_declared_files_change_nothing(thai: Path) -> None:
    given = thai / "fonts" / "noto-sans-thai"
    assert all(each.is_same and not each.lost and not each.gained for each in matched(thai, given))
    assert update(thai, given) == Update(0, (), (), (), ())


def test_an_older_version_of_the_same_family(thai: Path, project_root: Path) -> None:
    given = project_root / "tests" / "fonts" / "noto-sans-thai-2.001"
    replacements = matched(thai, given)
    assert [(each.face.id, each.old.version, each.new.version) for each in replacements] == [
        ("NotoSansThai-Bold", "2.002", "2.001"),
        ("NotoSansThai-Regular", "2.002", "2.001"),
    ]
    found = update(thai, given)
    assert found.changes
    for change in found.changes:
        assert change.language == "th"
        assert all("ู" in cluster for cluster in change.drawn), "2.002 moved one vowel sign and no letter"
        assert not change.breaks
        assert not change.is_wider
    assert len(found.changes) < found.texts
    assert not found.lost
    assert not found.findings


def widen(font: TTFont) -> None:
    name = font.getBestCmap()[ord("า")]
    advance, side = font["hmtx"][name]
    font["hmtx"][name] = (advance * 2, side)


def test_wider_letters_break_lines_elsewhere(thai: Path, tmp_path: Path) -> None:
    found = update(thai, altered(thai, tmp_path / "wide", widen))
    assert all(change.width > 0 for change in found.changes if change.is_wider)
    assert any(change.breaks for change in found.changes)
    assert any(change.is_resized and change.size_after < change.size_before for change in found.changes)
    assert not any(change.drawn for change in found.changes), "no outline has changed"
    assert not found.lost


def forget(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.pop(ord("ก"), None)


def test_a_character_in_use_that_is_lost_is_named_with_its_texts(thai: Path, tmp_path: Path) -> None:
    given = altered(thai, tmp_path / "less", forget)
    assert {each.lost for each in matched(thai, given)} == {(ord("ก"),)}
    found = update(thai, given)
    assert {(lost.character, lost.name) for lost in found.lost} == {("ก", "THAI CHARACTER KO KAI")}
    assert {lost.face for lost in found.lost} == {"NotoSansThai-Bold", "NotoSansThai-Regular"}
    assert all(text.startswith("th:") for lost in found.lost for text in lost.texts)
    assert "missing-glyph" in {finding.code for finding in found.findings}


def raise_marks(font: TTFont) -> None:
    mark = font["glyf"][font.getBestCmap()[0x0E35]]
    mark.coordinates.translate((0, 700))
    mark.recalcBounds(font["glyf"])


def test_marks_that_reach_higher_ask_for_more_leading(thai: Path, tmp_path: Path) -> None:
    found = update(thai, altered(thai, tmp_path / "tall", raise_marks))
    (leading,) = found.leadings
    assert leading.language == "th"
    assert leading.before < leading.given < leading.after
    drawn = {cluster for change in found.changes for cluster in change.drawn}
    assert drawn
    assert all("ี" in cluster for cluster in drawn)
    assert not any(change.is_wider for change in found.changes)


def add_character(font: TTFont) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[0x2603] = table.cmap[ord("ก")]


def test_a_character_that_is_gained(thai: Path, tmp_path: Path) -> None:
    given = altered(thai, tmp_path / "more", add_character)
    assert {each.gained for each in matched(thai, given)} == {(0x2603,)}
    assert not any(each.lost for each in matched(thai, given))
