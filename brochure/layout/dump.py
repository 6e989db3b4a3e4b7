"""Placed pages as readable text: what a golden file holds and ``brochure show ops`` prints. Lengths in mm."""

from __future__ import annotations

from brochure.base.geometry import Outline, Rect
from brochure.base.lengths import to_mm
from brochure.layout.operations import (
    Artifact,
    Fill,
    Operation,
    PlacedDocument,
    PlacedPage,
    SignDrawing,
    Stroke,
    TextLine,
)


def dump_operations(placed: PlacedDocument) -> str:
    """One line an operation, in painting order."""
    lines = [f"{placed.identity} {placed.direction}{' DRAFT' if placed.draft else ''}"]
    lines.append("sizes " + " ".join(f"{role}={size:g}" for role, size in placed.sizes))
    for number, page in enumerate(placed.pages):
        lines.extend(_page(number, page))
    return "\n".join(lines) + "\n"


def _page(number: int, page: PlacedPage) -> list[str]:
    folds = " ".join(_mm(fold) for fold in page.folds)
    lines = [f"page {number} {_mm(page.width)} x {_mm(page.height)} bleed {_mm(page.bleed)} folds {folds}"]
    lines.extend(f"  panel {name} {_rect(rect)}" for name, rect in page.panels)
    lines.extend("  " + _operation(operation) for operation in page.operations)
    lines.extend(f"  link {link.node} {_rect(link.place)} {link.uri}" for link in page.links)
    return lines


def _operation(operation: Operation) -> str:
    tag = operation.tag.value if isinstance(operation.tag, Artifact) else f"#{operation.tag}"
    match operation:
        case Fill():
            return f"fill {tag} {operation.ink.name} {_rect(_bounds(operation.outline))}"
        case Stroke():
            dash = " dashed" if operation.dash else ""
            bounds = _rect(_bounds(operation.outline))
            return f"stroke {tag} {operation.ink.name} {operation.width:.2f} pt{dash} {bounds}"
        case SignDrawing():
            inks = " ".join(f"{role}={ink.name}" for role, ink in operation.inks)
            flipped = " mirrored" if operation.mirrored else ""
            return f"sign {tag} {operation.sign.id}{flipped} {_rect(operation.place)} {inks}"
        case TextLine():
            return _text(tag, operation)


def _text(tag: str, operation: TextLine) -> str:
    line = operation.line
    runs = line.runs
    faces = " ".join(f"{run.face.id}@{run.size:.2f}" for run in runs[:1])
    left = min((c.x for run in runs for c in run.clusters), default=0.0)
    start = operation.on_page(left, 0.0, left, 0.0)
    place = f"{_mm(start.x)},{_mm(start.y)}{' turned' if operation.turned else ''}"
    return f"text {tag} {operation.ink.name} {place} {faces} {operation.address} {line.text!r}"


def _bounds(outline: Outline) -> Rect:
    xs = [v for s in outline.segments for v in s.points[0::2]]
    ys = [v for s in outline.segments for v in s.points[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _rect(rect: Rect) -> str:
    return f"{_mm(rect.x)},{_mm(rect.y)} {_mm(rect.width)}x{_mm(rect.height)}"


def _mm(points: float) -> str:
    return f"{to_mm(points):.2f}".rstrip("0").rstrip(".")
