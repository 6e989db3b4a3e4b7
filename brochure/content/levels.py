"""Headings that leave out a level: to who listens, a part is missing (ISO 14289-1, 7.4.2; WCAG 2.2, 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.structure import FormatPlan
from brochure.model.format import Format
from brochure.model.slots import HeadingSlot


def judge_levels(plan: FormatPlan, format_: Format, findings: Findings) -> None:
    """Tells every heading that is more than one level below the one read before it, and a first one that is not 1.

    ``plan``: with blocks that fit their slots alone, panels in reading order.
    """
    before, last = 0, ""
    for where, level, span in _levels(plan, format_):
        if level > before + 1:
            after = (
                f"the one before it ({last}) is of level {before}" if before else "no heading comes before it"
            )
            findings.error(
                "heading-level",
                f"the heading in {where} is of level {level}, and {after}",
                span,
                f"Give it level: {before + 1} in content/formats/{format_.id}.yaml, or raise the one before it.",
            )
        before, last = level, where


def _levels(plan: FormatPlan, format_: Format) -> Iterator[tuple[str, int, Span]]:
    """Every heading in reading order: its slot, its level, and where the structure fills it."""
    places = {place.id: place for side in format_.sides for place in side.panels}
    for panel in plan.panels:
        for block in panel.blocks:
            slot = places[panel.id.text].slots[block.slot.text]
            # A box, and whatever else comes with a heading of its own, has its place inside of the slot.
            heading = slot if isinstance(slot, HeadingSlot) else getattr(slot, "heading", None)
            if block.heading is not None and isinstance(heading, HeadingSlot):
                yield f"'{panel.id.text}.{block.slot.text}'", heading.level, block.heading.span
