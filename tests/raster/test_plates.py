"""Plates as one picture: what prints together, and where the most ink lies."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from brochure.raster.plates import plates_picture

SIZE = (200, 100)


def plate(box: tuple[int, int, int, int], share: float) -> bytes:
    picture = Image.new("L", SIZE, 255)
    ImageDraw.Draw(picture).rectangle(box, fill=round(255 * (1 - share)))
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=72)
    return out.getvalue()


def test_the_most_ink_is_where_plates_meet(project_root: Path) -> None:
    press = (project_root / "content" / "profiles" / "FOGRA39L_coated.icc").read_bytes()
    plates = [
        plate((20, 20, 99, 79), 0.9),
        plate((60, 20, 180, 79), 0.5),
        plate((60, 40, 80, 60), 0.5),
        plate((150, 70, 160, 75), 1.0),
    ]
    png, (most,) = plates_picture(plates, press, 72)
    # Pillow writes grey pictures as JPEG, so a value is a little off.
    assert (most.page, most.total) == (0, pytest.approx(190, abs=6))
    assert 56 <= most.x <= 84
    assert 36 <= most.y <= 64
    sheet = Image.open(io.BytesIO(png))
    assert sheet.size == (6 * (SIZE[0] + 12) + 12, SIZE[1] + 24)
    together = 12 + 4 * (SIZE[0] + 12)
    red, green, blue = sheet.getpixel((together + 30, 12 + 30))
    assert red < 90 < green < blue  # cyan alone, through the press profile
    assert sheet.getpixel((together + 5, 17)) == pytest.approx((255, 255, 255), abs=12)
    ink = 12 + 5 * (SIZE[0] + 12)
    assert sheet.getpixel((ink + 5, 17)) == pytest.approx((255, 255, 255), abs=4)
    reds = [
        (x - ink, y - 12)
        for x in range(ink, ink + SIZE[0])
        for y in range(12, 12 + SIZE[1])
        if sheet.getpixel((x, y)) == (220, 0, 0)
    ]
    middle = [(min(values) + max(values)) / 2 for values in zip(*reds, strict=True)]
    assert middle == [pytest.approx(most.x, abs=1), pytest.approx(most.y, abs=1)]
