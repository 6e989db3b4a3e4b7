"""Which page stands where on a sheet: pure functions from page count, fold and binding edge to placements.

Reader's spreads are the pages that lie open side by side; printer's spreads are those that are printed side by side.
Only the second are made here (https://en.wikipedia.org/wiki/Imposition).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Binding = Literal["left", "right"]

LEAVES = 4
"""Pages on a folded sheet: two halves, two faces."""


class Placement(Struct, frozen=True):
    """A page, counted from 0, with its trim's left top corner at ``x``, ``y`` of the sheet, in pt, ``scale`` as large.

    ``again``: another copy of it stands on this sheet already.
    """

    page: int
    x: float
    y: float
    scale: float = 1.0
    again: bool = False


class Paper(Struct, frozen=True):
    """Width and height of a sheet in pt."""

    width: float
    height: float


class Face(Struct, frozen=True):
    """One side of a sheet. ``folds``: x of upright folds. ``cuts_x``, ``cuts_y``: where it is cut; pt."""

    placements: tuple[Placement, ...]
    folds: tuple[float, ...] = ()
    cuts_x: tuple[float, ...] = ()
    cuts_y: tuple[float, ...] = ()


def printers_spreads(pages: int, binding: Binding) -> tuple[tuple[int, int], ...]:
    """Pages from 0 on the left and the right half of each face, front and back of the outermost sheet first.

    Saddle stitching: sheets lie in each other and are folded once. Raises ValueError unless ``pages`` is a multiple of
    4.
    """
    if pages <= 0 or pages % LEAVES:
        raise ValueError(f"{pages} pages cannot be folded: a folded sheet has {LEAVES}")
    spreads = []
    for sheet in range(pages // LEAVES):
        first, last = 2 * sheet, pages - 1 - 2 * sheet
        spreads += [(last, first), (first + 1, last - 1)]
    return tuple(spreads if binding == "left" else ((right, left) for left, right in spreads))


def saddle_stitched(
    pages: int,
    binding: Binding,
    width: float,
    height: float,
    paper: Paper,
    scale: float,
    creep: float = 0.0,
) -> tuple[Face, ...]:
    """Faces of the sheets of a booklet, two pages side by side, ``scale`` as large, fold in the middle of the paper.

    ``width``, ``height``: of a page. ``creep``: by how much each sheet inside another sticks out further, in pt of the
    paper; its pages move as much towards the fold, so that the outer margins stay even when the edge is trimmed.
    """
    middle, top = paper.width / 2, (paper.height - height * scale) / 2
    faces = []
    for number, (left, right) in enumerate(printers_spreads(pages, binding)):
        towards = creep * (number // 2)
        faces.append(
            Face(
                (
                    Placement(left, middle - width * scale + towards, top, scale),
                    Placement(right, middle - towards, top, scale),
                ),
                folds=(middle,),
            )
        )
    return tuple(faces)


def reduced(pages: int, width: float, height: float, paper: Paper, scale: float) -> tuple[Face, ...]:
    """Each page alone in the middle of the paper, ``scale`` as large."""
    x, y = (paper.width - width * scale) / 2, (paper.height - height * scale) / 2
    return tuple(Face((Placement(page, x, y, scale),)) for page in range(pages))


def many_up(
    pages: int, width: float, height: float, paper: Paper, edge: float, folds: tuple[float, ...] = ()
) -> tuple[Face, ...]:
    """Each page as often as it fits on the paper, edge to edge in its middle: fronts and backs lie on each other
    however the paper is turned. ``edge``: what stays free all around. ``folds``: x on a page.

    Raises ValueError where it does not fit once.
    """
    columns, rows = int((paper.width - 2 * edge) // width), int((paper.height - 2 * edge) // height)
    if columns < 1 or rows < 1:
        raise ValueError("the page is larger than the paper")
    left, top = (paper.width - columns * width) / 2, (paper.height - rows * height) / 2
    xs = [left + width * column for column in range(columns + 1)]
    ys = [top + height * row for row in range(rows + 1)]
    return tuple(
        Face(
            tuple(
                Placement(page, x, y, again=(row, column) != (0, 0))
                for row, y in enumerate(ys[:-1])
                for column, x in enumerate(xs[:-1])
            ),
            folds=tuple(x + fold for x in xs[:-1] for fold in folds),
            cuts_x=tuple(xs),
            cuts_y=tuple(ys),
        )
        for page in range(pages)
    )
