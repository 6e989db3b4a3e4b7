"""What stands on a page, made larger and put at its place on a sheet. Every operation stays what it was."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.base.geometry import Outline, Rect
from brochure.impose.arrangement import Placement
from brochure.layout.operations import (
    Artifact,
    Fill,
    LinkArea,
    Operation,
    SignDrawing,
    Stroke,
    Tag,
    TextLine,
)
from brochure.text.lines import Cluster, InkExtent, Line, Run


class Move:
    """From a page's coordinates to those of the sheet it stands on. What stands there again is an artifact: whoever
    hears the page hears it once.
    """

    def __init__(self, placement: Placement) -> None:
        self.placement = placement

    def operation(self, operation: Operation) -> Operation:
        tag, scale = self._tag(operation), self.placement.scale
        match operation:
            case TextLine():
                x, baseline = self._point(operation.x, operation.baseline)
                return replace(operation, tag=tag, x=x, baseline=baseline, line=scaled(operation.line, scale))
            case SignDrawing():
                return replace(operation, tag=tag, place=self.rect(operation.place))
            case Fill():
                return replace(operation, tag=tag, outline=self._outline(operation.outline))
            case Stroke():
                return replace(
                    operation,
                    tag=tag,
                    outline=self._outline(operation.outline),
                    width=operation.width * scale,
                    dash=tuple(length * scale for length in operation.dash),
                )

    def link(self, link: LinkArea) -> LinkArea:
        return replace(link, place=self.rect(link.place))

    def rect(self, rect: Rect) -> Rect:
        x, y = self._point(rect.x, rect.y)
        return Rect(x, y, rect.width * self.placement.scale, rect.height * self.placement.scale)

    def _tag(self, operation: Operation) -> Tag:
        """Words that stand there again are for whoever prints and cuts the sheet (ISO 32000-1, 14.8.2.2.2)."""
        if not self.placement.again:
            return operation.tag
        return Artifact.PAGINATION if isinstance(operation, TextLine) else Artifact.LAYOUT

    def _point(self, x: float, y: float) -> tuple[float, float]:
        placement = self.placement
        return placement.x + x * placement.scale, placement.y + y * placement.scale

    def _outline(self, outline: Outline) -> Outline:
        return Outline(
            tuple(
                replace(
                    segment,
                    points=tuple(
                        value
                        for at in range(0, len(segment.points), 2)
                        for value in self._point(segment.points[at], segment.points[at + 1])
                    ),
                )
                for segment in outline.segments
            )
        )


def scaled(line: Line, scale: float) -> Line:
    """The line ``scale`` as large; glyph offsets are in font units and stay."""
    if scale == 1.0:
        return line
    ink = line.ink
    return Line(
        tuple(_scaled_run(run, scale) for run in line.runs),
        line.width * scale,
        InkExtent(ink.left * scale, ink.right * scale, ink.top * scale, ink.bottom * scale),
    )


def _scaled_run(run: Run, scale: float) -> Run:
    clusters = tuple(
        Cluster(cluster.text, cluster.x * scale, cluster.advance * scale, cluster.glyphs)
        for cluster in run.clusters
    )
    return replace(run, size=run.size * scale, clusters=clusters)
