"""The leaflet's texts for programs that are not ours: what stands on each panel, in which size, beside which sign."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from brochure.content.project import Project, read_document
from brochure.model.document import Document, Heading, Title
from brochure.model.sign import SignUse
from brochure.model.unit import Fact, Unit
from brochure.text.font_file import FontFile, read_font_file

FORMAT = "leaflet"
BODY, LARGE, NUMBER = 8.5, 13.0, 16.0
"""pt."""

Row = dict[str, Any]


def write_texts(project: Project, tag: str, file: Path) -> bool:
    """Whether the language has a leaflet; then ``file`` holds its texts."""
    document = read_document(project, tag, FORMAT).document
    if document is not None:
        file.write_text(json.dumps(leaflet(project, document), ensure_ascii=False), encoding="utf-8")
    return document is not None


def leaflet(project: Project, document: Document) -> dict[str, Any]:
    """Lengths in pt, x from the left edge."""
    form, language = document.format, document.language
    mirrored = language.direction == "rtl"
    blocks = {panel.id: panel.blocks for panel in document.panels}
    return {
        "title": document.title.text,
        "language": language.tag,
        "direction": language.direction,
        "fonts": fonts(project, document),
        "width": form.width,
        "height": form.height,
        "bleed": form.bleed,
        "sides": [
            [
                {
                    "x": form.width - place.column_x - place.measure if mirrored else place.column_x,
                    "width": place.measure,
                    "rows": [row for block in blocks.get(place.id, ()) for row in rows(block)],
                }
                for place in side.panels
            ]
            for side in form.sides
        ],
    }


def fonts(project: Project, document: Document) -> list[dict[str, str]]:
    """Families as the font files call themselves, with these files, the language's own first."""
    assert project.fonts is not None
    regular, bold = (project.fonts.fallback(document.language.script, each) for each in ("regular", "bold"))
    return [
        {"name": _name(one.path), "regular": str(one.path), "bold": str(other.path)}
        for one, other in zip(regular, bold, strict=True)
    ]


def _name(font: Path) -> str:
    found = read_font_file(font)
    assert isinstance(found, FontFile)
    return found.name


def rows(block: object) -> Iterator[Row]:
    """A sign stands beside the first words after it."""
    sign: SignUse | None = None
    for part in _walked(block):
        if isinstance(part, SignUse):
            sign = part
            continue
        number = isinstance(part, Fact) and part.kind.is_left_to_right
        large = isinstance(block, Heading | Title)
        yield {
            "text": _said(part),
            "size": NUMBER if number else LARGE if large else BODY,
            "bold": number or large,
            "sign": f"/pictograms/{sign.sign.id}.svg" if sign else None,
            "alternative": sign.alternative.text if sign else "",
        }
        sign = None


def _said(part: Unit | Fact) -> str:
    """With isolates around what is left-to-right in every language, or numbers would be turned round."""
    if isinstance(part, Unit):
        return "".join(_said(piece) if isinstance(piece, Fact) else piece.text for piece in part.pieces)
    return f"\u2066{part.text}\u2069" if part.kind.is_left_to_right else part.text


def _walked(value: object) -> Iterator[Unit | Fact | SignUse]:
    if isinstance(value, Unit | Fact | SignUse):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _walked(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _walked(getattr(value, name))
