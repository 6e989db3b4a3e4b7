"""Text that nobody here wrote, in every script with a font: no line touches another, none leaves its place, all stand
on one baseline with the Latin names in them.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from text.declared import SPAN, fact, udhr, words
from text.test_properties import SET_TAGS, language

from brochure.content.project import read_project
from brochure.layout.collisions import APART
from brochure.layout.fitting import Fit, Fitter, Setting
from brochure.layout.rooms import CAP_OVER_BODY, Room
from brochure.model.fonts import FontList
from brochure.model.places import TypeRole
from brochure.model.theme import Theme
from brochure.model.unit import FactKind, Piece
from brochure.text.faces import glyph_box, open_face
from brochure.text.ink import InkGlyph, distance, ink_glyphs
from brochure.text.typesetter import Typesetter

PARAGRAPHS = 4
TIGHT = TypeRole("body", 34, 7, 1.12, "regular", 99)
"""The least leading of a role of several lines, from the smallest floor to the largest size."""

SETTINGS = [(7.0, 100.0), (11.5, 130.0), (34.0, 400.0)]
"""Size for Latin and measure, pt: narrow, so that much comes to stand over much."""


@pytest.fixture(scope="module")
def look() -> tuple[FontList, Theme]:
    project = read_project(Path(__file__).parents[2], "luxembourg")
    assert project.fonts is not None
    assert project.theme is not None
    return project.fonts, project.theme


def fitter_of(look: tuple[FontList, Theme], tag: str) -> Fitter:
    fonts, theme = look
    of = language(tag)
    return Fitter(Typesetter(fonts, theme.scripts), of, theme.style(of))


def fitted(fitter: Fitter, pieces: list[Piece], size: float, measure: float) -> Fit:
    paragraph = fitter.paragraph("udhr", SPAN, pieces, TIGHT)
    room = Room("top", 0.0, 0.0, 1e6, 0.0, measure)
    return fitter.at(Setting("p", TIGHT, room, (paragraph,), fitter.script), size)


def glyphs_of(fit: Fit, measure: float, *, is_mirrored: bool) -> list[tuple[InkGlyph, ...]]:
    """Line by line, as they would be drawn."""
    lines = zip(fit.baselines, fit.lines[0], strict=True)
    return [ink_glyphs(line, measure - line.width if is_mirrored else 0.0, y) for y, line in lines]


@pytest.mark.parametrize("tag", SET_TAGS)
def test_lines_keep_apart_and_in_their_place(tag: str, look: tuple[FontList, Theme]) -> None:
    fitter = fitter_of(look, tag)
    pairs = 0
    for text in udhr(tag)[:PARAGRAPHS]:
        for size, measure in SETTINGS:
            fit = fitted(fitter, [words(text)], size, measure)
            assert fit.too_high == 0, f"{text} rises {fit.too_high / fit.measures.em:.2f} em out of its place"
            assert fit.baselines[0] == pytest.approx(fit.measures.em * (fitter.script.body + CAP_OVER_BODY))
            lines = glyphs_of(fit, measure, is_mirrored=fitter.language.direction == "rtl")
            top = min(glyph.box.top for line in lines for glyph in line)
            assert top >= -fit.measures.em * fitter.script.reach
            for number, line in enumerate(lines):
                for other in lines[number + 1 : number + 3]:
                    pairs += 1
                    assert distance(line, other, APART) == APART, (
                        f"lines {number} and on of {text} at {size} pt"
                    )
    assert pairs > 20


MIXED = {
    "ar": "اتصل بـ ",
    "ur": "فون کریں ",
    "he": "התקשרו אל ",
    "hi": "फ़ोन करें ",
    "pa": "ਫ਼ੋਨ ਕਰੋ ",
    "bn": "ফোন করুন ",
    "th": "โทรหา ",
    "lo": "ໂທຫາ ",
    "km": "ទូរស័ព្ទ ",
    "my": "ဖုန်း ",
    "ti": "ደውሉ ",
    "ka": "დარეკეთ ",
    "hy": "զանգեք ",
    "ta": "அழை ",
    "si": "අමතන්න ",
    "zh-Hans": "请打 ",
    "zh-Hant": "請打 ",
    "ru": "звоните ",
    "el": "καλέστε ",
}
"""A word or two in each script, for a Latin name to stand beside."""

FLAT = "INFTRHE"


@pytest.mark.parametrize(("tag", "before"), MIXED.items())
@pytest.mark.parametrize("size", [7.0, 38.0])
def test_a_latin_name_stands_on_the_baseline_of_its_line(
    tag: str, before: str, size: float, look: tuple[FontList, Theme]
) -> None:
    name = fact(FLAT, FactKind.NAME, "fr")
    fit = fitted(fitter_of(look, tag), [words(before), name, words(before)], size, 1000.0)
    ((line,),) = fit.lines
    latin = [run for run in line.runs if run.script == "Latn"]
    assert {cluster.text for run in latin for cluster in run.clusters} >= set(FLAT)
    assert len({run.face.id for run in line.runs}) == (1 if tag in ("ru", "el") else 2)
    for run in latin:
        for glyph in (glyph for cluster in run.clusters for glyph in cluster.glyphs):
            assert glyph.dy == 0
            assert glyph_box(run.face, glyph.gid).bottom == 0, "flat letters stand on the baseline"


def test_letters_of_every_script_go_with_latin_ones(look: tuple[FontList, Theme]) -> None:
    """What the eye takes for the letters' body is no lower than Latin small letters and no higher than capitals, with a
    tenth to spare: a name or a digit in a line looks neither lost nor loud.
    """
    fonts, theme = look
    face = fonts.families["noto-sans"]["regular"]
    opened = open_face(face)
    small, capital = (
        glyph_box(face, opened.font.get_nominal_glyph(ord(letter))).top / opened.units_per_em
        for letter in "xH"
    )
    assert (small, capital) == pytest.approx((0.536, 0.714))
    for script, style in theme.scripts.items():
        assert small * 0.9 <= style.body * style.size <= capital * 1.1, script
