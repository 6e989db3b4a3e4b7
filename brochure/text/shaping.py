"""Characters to glyphs: HarfBuzz with script, language and direction said, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import uharfbuzz as hb
from msgspec import Struct

from brochure.base.diagnostics import SurroundingsError
from brochure.model.fonts import Face
from brochure.model.language import Direction
from brochure.text.faces import GlyphBox, OpenFace, ShownGlyphs, glyph_box, open_face
from brochure.text.joining import join_forms
from brochure.text.lines import ClusterGlyph
from brochure.text.scripts import shaping_script

CONTEXT = 5
"""How many characters beside a run HarfBuzz looks at (HB_BUFFER_CONTEXT_LENGTH)."""

# Their i has a dot and their dotless i has none: a ligature of f and i would hide which one it is. Few fonts know it.
_DOTTED_I = frozenset({"tr", "az", "crh", "gag", "kk", "tt"})
_LINE_ENDS = str.maketrans(dict.fromkeys("\t\n\v\f\r\x85\u2028\u2029", " "))


# What is written of each glyph: its number, where it stands, its advance, whether a break before it is unsafe.
_WRITTEN = (
    hb.BufferSerializeFlags.NO_GLYPH_NAMES
    | hb.BufferSerializeFlags.NO_CLUSTERS
    | hb.BufferSerializeFlags.GLYPH_FLAGS
)
_GLYPH = re.compile(r"(\d+)(?:@(-?\d+),(-?\d+))?\+(-?\d+)(?:,-?\d+)?(?:#([0-9A-F]+))?")
_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


class ShapedCluster(Struct, frozen=True, gc=False):
    """Characters ``start`` to ``end`` of the shaped text and their glyphs.

    ``advance`` in font units. ``ink``: what its glyphs cover from its own origin, None for nothing.
    ``unsafe``: a line that breaks before ``start`` must be shaped anew on both sides.
    """

    start: int
    end: int
    advance: int
    glyphs: tuple[ClusterGlyph, ...]
    unsafe: bool
    ink: GlyphBox | None

    @property
    def is_missing(self) -> bool:
        """Whether the face had no glyph for some of its characters."""
        return any(glyph.gid == 0 for glyph in self.glyphs)


@lru_cache(maxsize=256)
def shape(
    face: Face, text: str, script: str, language: str, direction: Direction, before: str = "", after: str = ""
) -> tuple[ShapedCluster, ...]:
    """The clusters of ``text`` in logical order, together all of its characters.

    ``before`` and ``after``: up to :data:`CONTEXT` characters beside it, so that Arabic letters join over a change of
    font. Clusters are whole graphemes at least, but a half form of an Indic conjunct (UAX 29, GB9c) may be one of its
    own. A default-ignorable character never has a glyph of its own.
    """
    if not text:
        return ()
    opened = open_face(face)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    offsets = _fill(buffer, opened, text, script, before, after)
    buffer.script = shaping_script(script)
    buffer.language = language
    buffer.direction = direction
    hb.shape(opened.font, buffer, _features(script, language))
    return _gather(buffer, opened, offsets, len(text))


def _fill(
    buffer: hb.Buffer, opened: OpenFace, text: str, script: str, before: str, after: str
) -> tuple[int, ...] | None:
    """Put the characters in. Answers the offset of each item in ``text``, None where they are the same."""
    if opened.lends_forms and shaping_script(script) == "Arab":
        forms = join_forms(text, opened.characters, before, after)
        buffer.add_codepoints([code for code, _ in forms])
        return tuple(offset for _, offset in forms)
    codes = list(map(ord, (before + text + after).translate(_LINE_ENDS)))
    buffer.add_codepoints(codes, len(before), len(text))
    return tuple(range(-len(before), len(text))) if before else None


def _features(script: str, language: str) -> dict[str, bool] | None:
    """Features switched by us, None for those HarfBuzz and the font choose."""
    return {"liga": False} if script == "Latn" and language.partition("-")[0] in _DOTTED_I else None


def _gather(
    buffer: hb.Buffer, opened: OpenFace, offsets: tuple[int, ...] | None, length: int
) -> tuple[ShapedCluster, ...]:
    """Glyphs in visual order to clusters in logical order.

    They are read from what HarfBuzz writes of the whole buffer: asked one by one, a glyph takes ten times as long.
    """
    places = [info.cluster for info in buffer.glyph_infos]
    if not places:
        return (ShapedCluster(0, length, 0, (), False, None),)
    written = buffer.serialize(opened.font, hb.BufferSerializeFormat.TEXT, _WRITTEN)[1:-1].split("|")
    # Where another cluster begins: most are of one glyph, but in Arabic the dots of a letter may be glyphs too.
    firsts = [0, *(at for at, (before, place) in enumerate(pairwise(places), 1) if place != before)]
    if len(firsts) < len(places):
        written = ["|".join(written[at:after]) for at, after in pairwise([*firsts, len(places)])]
        places = [places[at] for at in firsts]
    known = opened.known
    for each in written:
        if each not in known:
            known[each] = _read_glyphs(opened, each)
    shapes = [known[each] for each in written]
    if places[0] > places[-1]:
        places.reverse()
        shapes.reverse()
    if offsets:
        places = [offsets[place] for place in places]
    # An ignorable character at the very start has no glyph to say where it is: it belongs to the first that follows.
    places[0] = 0
    ends = [*places[1:], length]
    return tuple(
        [ShapedCluster(start, end, *each) for start, end, each in zip(places, ends, shapes, strict=True)]
    )


def _read_glyphs(opened: OpenFace, written: str) -> ShownGlyphs:
    """A cluster from its glyphs as HarfBuzz writes them: ``57@0,-3+580#1``, a bar between two."""
    pen, glyphs, unsafe = 0, [], False
    for each in written.split("|"):
        found = _GLYPH.fullmatch(each)
        if found is None:
            raise SurroundingsError(
                f"the installed uharfbuzz writes glyphs differently from 0.57: {each[:40]}",
                'Install the version this program was checked with: pip install "uharfbuzz>=0.57".',
            )
        gid, dx, dy, advance, flags = found.groups(default="0")
        glyphs.append(ClusterGlyph(int(gid), pen + int(dx), int(dy)))
        pen += int(advance)
        unsafe = unsafe or bool(int(flags, 16) & _UNSAFE)
    return pen, tuple(glyphs), unsafe, _ink(opened.face, glyphs)


def _ink(face: Face, glyphs: Sequence[ClusterGlyph]) -> GlyphBox | None:
    placed = [(glyph, glyph_box(face, glyph.gid)) for glyph in glyphs]
    inked = [(glyph, box) for glyph, box in placed if box.left != box.right]
    if not inked:
        return None
    return GlyphBox(
        min(glyph.dx + box.left for glyph, box in inked),
        min(glyph.dy + box.bottom for glyph, box in inked),
        max(glyph.dx + box.right for glyph, box in inked),
        max(glyph.dy + box.top for glyph, box in inked),
    )
