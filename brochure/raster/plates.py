"""Four plates, what they print together, and how much ink lies where, as one picture for the eye."""

from __future__ import annotations

import io
from collections.abc import Sequence

from msgspec import Struct
from PIL import Image, ImageChops, ImageCms, ImageDraw

from brochure.raster.pages import POINTS_PER_INCH, page_images

_AIR = 12
"""Pixels between pictures."""

_GROUND = (120, 120, 120)
_RING = 9
"""Radius of the mark at the most ink, pixels."""

_MARK = (220, 0, 0)


class MostInk(Struct, frozen=True):
    """The most ink of a page: per cent of all plates together, and where, pt from the trim's left top corner."""

    page: int
    total: int
    x: float
    y: float


def plates_picture(plates: Sequence[bytes], press: bytes, dpi: float) -> tuple[bytes, tuple[MostInk, ...]]:
    """A PNG with a row for each page: cyan, magenta, yellow, black, all of them as the press prints them, the ink map.

    ``plates``: a PDF for each of the four, in grey, as :func:`brochure.layout.plates.on_plate` makes its pages.
    ``press``: the press profile. The ink map is white without ink and black with 400 %; a ring marks the most of it.
    """
    drawn = [page_images(pdf, dpi) for pdf in plates]
    rows, most = [], []
    for number, plates_of_page in enumerate(zip(*drawn, strict=True)):
        greys = [picture.convert("L") for picture in plates_of_page]
        inks = [ImageChops.invert(grey) for grey in greys]
        ink_map, found = _ink_map(inks, number, dpi)
        rows.append([*(grey.convert("RGB") for grey in greys), _composite(inks, press), ink_map])
        most.append(found)
    out = io.BytesIO()
    _sheet(rows).save(out, "PNG")
    return out.getvalue(), tuple(most)


def _composite(inks: Sequence[Image.Image], press: bytes) -> Image.Image:
    """Soft proof: the press profile to sRGB, relative colorimetric with black point compensation."""
    cmyk = Image.merge("CMYK", list(inks))
    profile = ImageCms.getOpenProfile(io.BytesIO(press))
    made = ImageCms.profileToProfile(
        cmyk,
        profile,
        ImageCms.createProfile("sRGB"),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        outputMode="RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    if made is None:  # only where it converts in place
        raise AssertionError("Pillow gave no picture back")
    return made


def _ink_map(inks: Sequence[Image.Image], page: int, dpi: float) -> tuple[Image.Image, MostInk]:
    cyan, magenta, yellow, black = inks
    mean = ImageChops.add(
        ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2), scale=2
    )
    most = max(value for value, count in enumerate(mean.histogram()) if count)
    places = mean.point(lambda value: 255 * (value == most)).getbbox() or (0, 0, 0, 0)
    x, y = places[:2]
    picture = ImageChops.invert(mean).convert("RGB")
    ring = (x - _RING, y - _RING, x + _RING, y + _RING)
    ImageDraw.Draw(picture).ellipse(ring, outline=_MARK, width=2)
    scale = POINTS_PER_INCH / dpi
    total = sum(_share(ink, x, y) for ink in inks)
    return picture, MostInk(page, round(total * 100), x * scale, y * scale)


def _share(ink: Image.Image, x: int, y: int) -> float:
    """0 to 1; the mean of four plates is too coarse to be said in per cent."""
    return ink.crop((x, y, x + 1, y + 1)).tobytes()[0] / 255


def _sheet(rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    wide = max(sum(each.width + _AIR for each in row) for row in rows) + _AIR
    high = sum(max(each.height for each in row) + _AIR for row in rows) + _AIR
    sheet = Image.new("RGB", (wide, high), _GROUND)
    top = _AIR
    for row in rows:
        left = _AIR
        for each in row:
            sheet.paste(each, (left, top))
            left += each.width + _AIR
        top += max(each.height for each in row) + _AIR
    return sheet
