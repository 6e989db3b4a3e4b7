"""QR codes as shapes (ISO/IEC 18004): no picture in the file, sharp at any size, in one ink."""

from __future__ import annotations

from itertools import groupby

from brochure.base.geometry import Outline, Rect, Segment
from brochure.layout.shapes import rectangle

ERROR = "m"
"""15 % of the words of a code may be lost: to a fold, a thumb, a bad printer."""


def matrix(text: str, place: Rect) -> Outline:
    """The dark modules of the smallest code for ``text``, row by row, over the whole of a square.

    The quiet zone of four modules is the caller's: nothing dark stands so near.
    """
    # Only where an edition says where its files are.
    import segno

    code = segno.make_qr(text, error=ERROR, boost_error=False)
    rows = tuple(code.matrix)
    module = place.width / len(rows)
    pieces: list[Segment] = []
    for line, row in enumerate(rows):
        start = 0
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                x, y = place.x + start * module, place.y + line * module
                pieces.extend(rectangle(Rect(x, y, length * module, module)).segments)
            start += length
    return Outline(tuple(pieces))
