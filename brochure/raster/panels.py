"""Panels cut out of the pages of a finished PDF, for those who translate what stands on them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from PIL import Image

from brochure.base.geometry import Rect
from brochure.raster.pages import POINTS_PER_INCH, page_images

COLOURS = 32
"""A page has few inks; the rest are the edges of letters."""


def panel_pictures(pdf: bytes, panels: Sequence[Mapping[str, Rect]], dpi: float) -> dict[str, bytes]:
    """A PNG of each panel by its id. ``panels``: of each page, where they are, pt from its left and upper edge.

    Raises BrochureError for bytes that are no PDF.
    """
    scale = dpi / POINTS_PER_INCH
    return {
        name: _png(page.crop(_pixels(place, scale)))
        for page, places in zip(page_images(pdf, dpi), panels, strict=True)
        for name, place in places.items()
    }


def _pixels(place: Rect, scale: float) -> tuple[int, int, int, int]:
    left, upper, right, lower = (
        round(edge * scale) for edge in (place.x, place.y, place.right, place.bottom)
    )
    return left, upper, right, lower


def _png(panel: Image.Image) -> bytes:
    stream = io.BytesIO()
    panel.quantize(COLOURS, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()
