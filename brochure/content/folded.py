"""Where the sheet of a format is folded, read alone: for files that somebody else may have made."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brochure.base.lengths import mm
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.formats import format_file, known_formats
from brochure.content.nodes import compose
from brochure.content.source import read_source


class FoldedSheet(Struct, frozen=True):
    """Of a left-to-right language; pt. ``folds``: by side, from the left of the trim."""

    width: float
    height: float
    folds: tuple[tuple[float, ...], ...]


def folded_sheet(root: Path, format_id: str) -> FoldedSheet | None:
    """None where there is no such format, or it cannot be read; what is wrong in it is told by ``brochure check``."""
    if format_id not in known_formats(root):
        return None
    unheard = Findings()
    source = read_source(root, format_file(format_id), unheard)
    tree = compose(source, unheard) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the format", unheard)
    sheet = fields.group("sheet")
    folds = tuple(_folds(side) for side in fields.groups("sides", "a side"))
    return FoldedSheet(mm(sheet.number("width")), mm(sheet.number("height")), folds)


def _folds(side: Fields) -> tuple[float, ...]:
    return (
        tuple(mm(each) for each in side.numbers("folds", len(side.scalars("folds"))))
        if side.entry("folds")
        else ()
    )
