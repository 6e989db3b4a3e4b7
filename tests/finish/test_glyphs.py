"""The coded font against fontTools and against HarfBuzz's own drawing of the same glyphs."""

from __future__ import annotations

import io

import pytest
import uharfbuzz as hb
from finish.by_hand import FILES, ROOT, face, line_of
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.finish.glyphs import CodedFont, Shape, build_font
from brochure.model.language import Direction
from brochure.text.faces import open_face
from brochure.text.lines import ClusterGlyph

Contour = list[tuple[str, tuple[tuple[float, float], ...]]]


def read(font: CodedFont) -> TTFont:
    return TTFont(io.BytesIO(font.data), checkChecksums=2)


def drawn(font: TTFont, name: str) -> Contour:
    """A glyph's outline, references resolved."""
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return list(pen.value)


def moved(contour: Contour, dx: int, dy: int) -> Contour:
    return [(verb, tuple((x + dx, y + dy) for x, y in points)) for verb, points in contour]


def original(script: str) -> TTFont:
    return TTFont(ROOT / FILES[script])


def same_as_shaped(script: str, shapes: list[Shape], font: CodedFont) -> None:
    whole, coded = original(script), read(font)
    order, names = whole.getGlyphOrder(), coded.getGlyphOrder()
    for code, shape in enumerate(shapes, start=1):
        expected = [step for g in shape for step in moved(drawn(whole, order[g.gid]), g.dx, g.dy)]
        assert drawn(coded, names[code]) == expected


CASES: list[tuple[str, str, str, Direction]] = [
    ("Latn", "Čeština é ñ fi AVATAR 113", "cs", "ltr"),
    ("Arab", "لا يُدفع لك أجر، محامٍ", "ar", "rtl"),
    ("Aran", "شخص کو یکساں طور پر حق حاصل ہے", "ur", "rtl"),
    ("Deva", "विश्व-शान्ति, न्याय और स्वतन्त्रता", "hi", "ltr"),
    ("Thai", "ที่เท่าเทียมกัน", "th", "ltr"),
    ("Mymr", "မျိုးရိုးဂုဏ်သိက္ခာ", "my", "ltr"),
]


@pytest.mark.parametrize(("script", "text", "language", "direction"), CASES)
def test_a_code_looks_like_its_cluster(script: str, text: str, language: str, direction: Direction) -> None:
    clusters = line_of(text, script, language, direction).runs[0].clusters
    shapes = list(dict.fromkeys(cluster.glyphs for cluster in clusters))
    font = build_font(open_face(face(script)).font.face, shapes, [0.5] * len(shapes))
    same_as_shaped(script, shapes, font)


LATIN = open_face(face("Latn")).font
GIDS = [LATIN.get_nominal_glyph(ord(c)) for c in "AgiéÅ ñ%,ǘ"]
OFFSETS = st.integers(-3000, 3000)
SHAPES = st.lists(st.builds(ClusterGlyph, st.sampled_from(GIDS), OFFSETS, OFFSETS), max_size=4).map(tuple)
PLAIN = st.sampled_from(GIDS).map(lambda gid: (ClusterGlyph(gid, 0, 0),))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(st.one_of(SHAPES, PLAIN), min_size=1, max_size=12))
def test_any_shapes_make_a_sound_font(shapes: list[Shape]) -> None:
    font = build_font(LATIN.face, shapes, [0.25] * len(shapes))
    same_as_shaped("Latn", shapes, font)
    coded = read(font)
    assert len(font.advances) == len(shapes) + 1
    names = coded.getGlyphOrder()
    assert [coded["hmtx"][names[gid]][0] for gid in range(len(shapes) + 1)] == list(font.advances)
    said = {tag: dict(vars(coded[tag])) for tag in ("maxp", "hhea", "head")}
    for tag in ("maxp", "hhea"):
        coded[tag].recalc(coded)
    for tag, values in said.items():
        assert {key: value for key, value in vars(coded[tag]).items() if key != "checkSumAdjustment"} == {
            key: value for key, value in values.items() if key != "checkSumAdjustment"
        }


@settings(derandomize=True, max_examples=20, deadline=None)
@given(st.lists(SHAPES, min_size=1, max_size=6))
def test_every_bearing_is_the_outline_s_left_edge(shapes: list[Shape]) -> None:
    coded = read(build_font(LATIN.face, shapes, [0.25] * len(shapes)))
    for name in coded.getGlyphOrder():
        assert coded["hmtx"][name][1] == getattr(coded["glyf"][name], "xMin", 0)


def test_a_plain_glyph_needs_no_composite() -> None:
    gid = LATIN.get_nominal_glyph(ord("g"))
    font = build_font(LATIN.face, [(ClusterGlyph(gid, 0, 0),)], [0.25])
    assert not read(font)["glyf"]["glyph00001"].isComposite()
    assert font.advances[1] == read(font)["hmtx"]["glyph00001"][0] == 250


def test_every_code_of_a_banded_font_reaches_over_the_band_and_no_wider() -> None:
    """PDFium passes over a code without a box, and ends the line between two that share no height."""
    ids = [LATIN.get_nominal_glyph(ord(letter)) for letter in 'g" ']
    shapes: list[Shape] = [(ClusterGlyph(gid, 0, 0),) for gid in ids] + [
        (ClusterGlyph(ids[1], 100, 900),),
        (),
    ]
    advances = [0.6, 0.4, 0.26, 0.4, 0.1]
    plain, banded = (
        read(build_font(LATIN.face, shapes, advances, banded=banded))["glyf"] for banded in (False, True)
    )
    for code in range(1, 6):
        bare, held = plain[f"glyph0000{code}"], banded[f"glyph0000{code}"]
        assert held.yMin <= 0
        assert held.yMax >= 300
        if bare.numberOfContours:
            assert (held.xMin, held.xMax) == (bare.xMin, bare.xMax)
    assert [banded[f"glyph0000{code}"].xMax for code in (3, 5)] == [260, 100]


def test_a_band_adds_no_ink() -> None:
    shapes: list[Shape] = [(ClusterGlyph(LATIN.get_nominal_glyph(ord(letter)), 0, 0),) for letter in "g "]
    font = hb.Font(hb.Face(hb.Blob(build_font(LATIN.face, shapes, [0.6, 0.26], banded=True).data)))
    whole = hb.Font(LATIN.face)
    for code, ((glyph,),) in enumerate(zip(shapes), start=1):
        inked = [step for step in outline(font, code) if len({p for _, points in step for p in points}) > 1]
        assert inked == outline(whole, glyph.gid)


def outline(font: hb.Font, gid: int) -> list[Contour]:
    """The contours of a glyph as HarfBuzz draws them."""
    pen = RecordingPen()
    font.draw_glyph_with_pen(gid, pen)
    contours: list[Contour] = []
    for verb, points in pen.value:
        if verb == "moveTo":
            contours.append([])
        contours[-1].append((verb, tuple(points)))
    return contours


def test_a_glyph_with_a_second_text_is_a_composite_of_one() -> None:
    plain = (ClusterGlyph(LATIN.get_nominal_glyph(ord("g")), 0, 0),)
    coded = read(build_font(LATIN.face, [plain, plain], [0.25, 0.3]))
    assert [c.glyphName for c in coded["glyf"]["glyph00002"].components] == ["glyph00001"]
    assert coded["hmtx"]["glyph00002"][0] == 300


def test_a_cluster_without_glyphs_or_ink_is_an_empty_glyph() -> None:
    space = ClusterGlyph(LATIN.get_nominal_glyph(ord(" ")), 10, 0)
    coded = read(build_font(LATIN.face, [(), (space,)], [0.0, 0.25]))
    assert [coded["glyf"][f"glyph0000{n}"].numberOfContours for n in (1, 2)] == [0, 0]


def test_the_font_s_own_composites_bring_their_parts() -> None:
    accented = ClusterGlyph(LATIN.get_nominal_glyph(ord("é")), 0, 0)
    font = build_font(LATIN.face, [(accented,)], [0.5])
    same_as_shaped("Latn", [(accented,)], font)
    assert len(read(font).getGlyphOrder()) > 2


def test_only_what_a_reader_of_pdfs_needs_is_in_the_file() -> None:
    font = build_font(LATIN.face, [(ClusterGlyph(GIDS[0], 0, 0),)], [0.5])
    assert sorted(hb.Face(hb.Blob(font.data)).table_tags) == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"]


def test_a_large_font_has_long_offsets() -> None:
    nastaliq = open_face(face("Aran")).font.face
    shapes = [(ClusterGlyph(gid, 0, 0),) for gid in range(1, nastaliq.glyph_count)]
    coded = read(build_font(nastaliq, shapes, [0.5] * len(shapes)))
    assert coded["head"].indexToLocFormat == 1
    name = coded.getGlyphOrder()[-1]
    assert drawn(coded, name) is not None
