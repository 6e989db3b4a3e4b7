"""What a file is for, as a table: a target more is a row more."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from brochure.model.shop import Shop
from brochure.paint.inks import DEVICE_CMYK, DEVICE_RGB, OFFICE_RGB, InkSpace

Target = Literal["screen", "print", "office"]


class OutputIntent(Struct, frozen=True):
    """ISO 32000-1, 14.11.5. ``profile_space``: colour space signature that the ICC profile's header must bear."""

    subtype: str
    condition: str
    registry: str
    info: str
    profile_space: bytes
    components: int


class TargetDescription(Struct, frozen=True):
    """How the files of a target differ.

    ``version``: of PDF. ``space``: the one colour space of all content. ``bleed``: the page holds the bleed, and its
    boxes say where the trim is. ``binding``: the viewer preferences say on which side the pages are bound. ``tagged``:
    structure tree, outline, links. ``packed``: object streams. ``standards``: those that the XMP packet claims.
    ``outlined``: letters are paths, and there is no font in the file.
    """

    version: str
    space: InkSpace
    bleed: bool
    binding: bool
    tagged: bool
    packed: bool
    intent: OutputIntent
    standards: tuple[str, ...]
    outlined: bool = False


_SRGB = OutputIntent(
    "GTS_PDFA1", "sRGB IEC61966-2.1", "http://www.color.org", "sRGB IEC61966-2.1", b"RGB ", 3
)

TARGETS: Mapping[Target, TargetDescription] = MappingProxyType(
    {
        "screen": TargetDescription(
            version="1.7",
            space=DEVICE_RGB,
            bleed=False,
            # PDFium, told R2L, gives back the words of every Latin line last to first: numbers, French, addresses.
            binding=False,
            tagged=True,
            packed=True,
            intent=_SRGB,
            standards=("pdfa", "pdfua"),
        ),
        # Old workflows at print shops read a plain cross-reference table with more ease; it costs 2 KB.
        "print": TargetDescription(
            version="1.6",
            space=DEVICE_CMYK,
            bleed=True,
            binding=True,
            tagged=False,
            packed=False,
            intent=OutputIntent(
                "GTS_PDFX", "FOGRA39", "http://www.color.org", "Coated FOGRA39 (ISO 12647-2:2004)", b"CMYK", 4
            ),
            standards=("pdfx",),
        ),
        # A screen file on paper: tags and links cost a few KB, and whoever opens it before printing can read it too.
        "office": TargetDescription(
            version="1.7",
            space=OFFICE_RGB,
            bleed=False,
            binding=False,
            tagged=True,
            packed=True,
            intent=_SRGB,
            standards=("pdfa", "pdfua"),
        ),
    }
)


def description_of(target: Target, shop: Shop | None = None) -> TargetDescription:
    """The target's row; for print, as ``shop`` asks for it.

    PDF/X-1a:2003 (ISO 15930-4) is PDF 1.4: no object streams, no transparency. Our pages have neither, on any paper.
    """
    description = TARGETS[target]
    if shop is None or target != "print":
        return description
    intent = replace(description.intent, condition=shop.condition, info=shop.condition_name)
    old = shop.standard == "X-1a"
    return replace(
        description,
        version="1.4" if old else description.version,
        standards=("pdfx1a",) if old else description.standards,
        intent=intent,
        outlined=shop.outlined,
    )
