"""The marks of a laid-out page, before a file is made of it."""

from __future__ import annotations

from brochure.check.painted import Mark
from brochure.layout.operations import PlacedDocument, TextLine


def placed_marks(placed: PlacedDocument) -> tuple[Mark, ...]:
    """Every cluster at its place, in the order of operations."""
    return tuple(
        Mark(
            text=cluster.text,
            page=page,
            x=cluster.x + (-operation.baseline if operation.turned else operation.x),
            advance=cluster.advance,
            baseline=operation.x if operation.turned else operation.baseline,
            size=run.size,
            address=operation.address,
            span=operation.span,
            turned=operation.turned,
        )
        for page, content in enumerate(placed.pages)
        for operation in content.operations
        if isinstance(operation, TextLine)
        for run in operation.line.runs
        for cluster in run.clusters
    )
