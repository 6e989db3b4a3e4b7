from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from brochure.base.diagnostics import BrochureError
from brochure.raster.picture import COLOURS, picture_of


def test_pages_stand_below_each_other_on_grey(built: Path) -> None:
    png = picture_of((built / "luxembourg" / "screen" / "leaflet-en.pdf").read_bytes(), 36)
    with Image.open(BytesIO(png)) as image:
        assert len(image.getcolors() or ()) <= COLOURS
        seen = image.convert("RGB")
    corner, between = seen.getpixel((0, 0)), seen.getpixel((seen.width // 2, seen.height // 2))
    assert corner == between
    assert seen.getpixel((20, 20)) != corner


def test_no_pdf() -> None:
    with pytest.raises(BrochureError):
        picture_of(b"no", 36)
