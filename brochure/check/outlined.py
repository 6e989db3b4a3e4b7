"""A file whose letters are paths against the same pages with letters as text.

No reader can give back the numbers of such a file, so they are checked in its twin, and both must look the same.
"""

from __future__ import annotations

from brochure.base.diagnostics import Finding, in_order
from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.model.document import Document
from brochure.raster.alike import differences


def check_outlined(document: Document, outlined: bytes, text: bytes) -> tuple[Finding, ...]:
    """``outlines-differ``, for every page on which the two files do not look the same."""
    return in_order(
        Finding(
            "outlines-differ",
            f"page {each.page + 1} with letters as paths does not look as it does with text, "
            f"{to_mm(each.x):.0f} mm from the left and {to_mm(each.y):.0f} mm from the top of the sheet",
            Span(document.title.span.file),
            help="The file is kept back. Tell the developers: the painter or the font is wrong.",
            language=document.tag,
            format=document.format.id,
        )
        for each in differences(outlined, text)
    )
