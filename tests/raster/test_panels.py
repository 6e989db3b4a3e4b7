"""A panel is cut out where it stands."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from brochure.base.geometry import Rect
from brochure.raster.panels import panel_pictures


def test_each_panel_is_its_own_picture() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(200, 100))
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 0, 100, 100, stroke=0, fill=1)
    canvas.setFillColorRGB(0, 0, 1)
    canvas.rect(100, 0, 100, 50, stroke=0, fill=1)
    canvas.save()
    places = {"left": Rect(0, 0, 100, 100), "upper": Rect(100, 0, 100, 50), "lower": Rect(100, 50, 100, 50)}
    pictures = {
        name: Image.open(io.BytesIO(png)).convert("RGB")
        for name, png in panel_pictures(stream.getvalue(), [places], 144).items()
    }
    assert {name: picture.size for name, picture in pictures.items()} == {
        "left": (200, 200),
        "upper": (200, 100),
        "lower": (200, 100),
    }
    middle = {
        name: picture.getpixel((picture.width // 2, picture.height // 2))
        for name, picture in pictures.items()
    }
    assert middle == {"left": (255, 0, 0), "upper": (255, 255, 255), "lower": (0, 0, 255)}
