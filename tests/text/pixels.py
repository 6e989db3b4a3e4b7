"""Lines painted by hand into a grid of characters, for fonts whose glyphs are rectangles."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.text.faces import glyph_box
from brochure.text.lines import Line


def paint(lines: Sequence[Line], measure: int, rows: int) -> str:
    """Each line as ``rows`` rows of ``measure`` columns, ``#`` for ink; a column and a row are 1 pt.

    Right-to-left lines hang on the right edge, as layout sets them; a rule stands under each line.
    """
    pictures = []
    for line in lines:
        grid = [["."] * measure for _ in range(rows)]
        shift = measure - line.width if line.runs[0].direction == "rtl" else 0
        for run in line.runs:
            scale = run.size / 500
            for cluster in run.clusters:
                for glyph in cluster.glyphs:
                    box = glyph_box(run.face, glyph.gid)
                    left = round(shift + cluster.x + (glyph.dx + box.left) * scale)
                    right = round(shift + cluster.x + (glyph.dx + box.right) * scale)
                    for row in range(round((glyph.dy + box.top) * scale)):
                        grid[rows - 1 - row][left:right] = "#" * (right - left)
        pictures.append("\n".join("".join(row) for row in grid))
    return f"\n{'-' * measure}\n".join(pictures) + "\n"
