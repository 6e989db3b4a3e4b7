"""What a rule of the preflight is, and what it says of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from brochure.base.diagnostics import Finding, Severity
from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Box, Examined
from brochure.model.shop import Standard

BOTH: tuple[Standard, ...] = ("X-4", "X-1a")


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach, as a rule sees it. ``page`` counts from 1, 0 for the file. ``box``: what it is about, pt in the
    page's own space. ``wanted``: "" for what the rule says in general.
    """

    found: str
    page: int = 0
    box: Box | None = None
    wanted: str = ""
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rule:
    """``id``: kebab-case, does not change. ``wanted``: how a file has to be. ``why``: who asks for it, and where.
    ``standards``: under which it holds.
    """

    id: str
    wanted: str
    why: str
    judge: Callable[[Examined, Demands], Iterator[Fault]]
    standards: tuple[Standard, ...] = BOTH


@dataclass(frozen=True, slots=True)
class Remark:
    """What is told about a file. ``page``: from 1, 0 for the file. ``place``: mm from the left and the top of the
    trim, None where there is no place. ``times``: how often the page has it.
    """

    file: str
    rule: str
    page: int
    place: tuple[float, float] | None
    found: str
    wanted: str
    why: str
    severity: Severity = Severity.ERROR
    times: int = 1

    @property
    def finding(self) -> Finding:
        """The same as the rest of the program tells it."""
        message = f"{self._where}{self.found}"
        return Finding(
            self.rule, message, Span(self.file), self.severity, f"Wanted: {self.wanted}\n{self.why}"
        )

    @property
    def _where(self) -> str:
        if not self.page:
            return ""
        spot = ""
        if self.place is not None:
            spot = f", {self.place[0]:g} mm from the left and {self.place[1]:g} mm from the top of the trim"
        often = f" ({self.times} times)" if self.times > 1 else ""
        return f"page {self.page}{spot}{often}: "


def place_in(box: Box, trim: Box) -> tuple[float, float]:
    """The left top corner of ``box`` in mm from that of ``trim``, to a tenth."""
    # + 0.0: no negative zero.
    return round(to_mm(box[0] - trim[0]), 1) + 0.0, round(to_mm(trim[3] - box[3]), 1) + 0.0
