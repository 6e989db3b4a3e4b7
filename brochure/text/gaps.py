"""The air between Han signs and the letters and digits beside them.

Nobody types it: it is no character, so the words come back as they were written. A quarter of the width of a Han sign,
not beside punctuation or a space that was typed, and not where a line starts or ends: W3C, Requirements for Chinese
Text Layout (https://www.w3.org/TR/clreq/), mixed text composition. Which characters are meant: CSS Text 4
(https://www.w3.org/TR/css-text-4/), text-autospace, ideograph-alpha and ideograph-numeric.
"""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from brochure.text.runs import PlainRun
from brochure.text.scripts import script_of
from brochure.text.shaping import ShapedCluster

HAN_GAP = 0.25
"""In em of the Han signs."""

_IDEOGRAPHS = frozenset({"Hani", "Hira", "Kana", "Bopo"})
_OTHERS_WITHOUT_GAP = _IDEOGRAPHS | {"Hang"}


def han_beside(text: str, before: PlainRun | None, run: PlainRun) -> PlainRun | None:
    """Which of two neighbouring runs has the Han sign, if the other has a letter or digit beside it."""
    if before is None or before.level != run.level or run.level % 2:
        return None
    last, first = text[run.start - 1], text[run.start]
    if _is_ideograph(last) and _is_letter_or_digit(first):
        return before
    if _is_letter_or_digit(last) and _is_ideograph(first):
        return run
    return None


def add_gap(cluster: ShapedCluster, gap: int) -> ShapedCluster:
    """The cluster with ``gap`` font units of air before its glyphs and in its advance.

    In the advance, not between two clusters: a reader of the finished file takes a hole between them for a space.
    """
    if not gap:
        return cluster
    moved = tuple(replace(glyph, dx=glyph.dx + gap) for glyph in cluster.glyphs)
    ink = cluster.ink and replace(cluster.ink, left=cluster.ink.left + gap, right=cluster.ink.right + gap)
    return replace(cluster, advance=cluster.advance + gap, glyphs=moved, ink=ink)


def _is_ideograph(character: str) -> bool:
    return script_of(character) in _IDEOGRAPHS


def _is_letter_or_digit(character: str) -> bool:
    """Of any other script; a mark stands for the letter under it, full-width letters have air of their own."""
    return (
        unicodedata.category(character)[0] in "LNM"
        and unicodedata.east_asian_width(character) not in "FW"
        and script_of(character) not in _OTHERS_WITHOUT_GAP
    )
