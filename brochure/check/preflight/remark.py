"""What the preflight says of a file; needs no outside package."""

from __future__ import annotations

from msgspec import Struct

from brochure.base.diagnostics import Finding, Severity
from brochure.base.lengths import to_mm
from brochure.base.spans import Span

WANTED_AT_ALL = {
    "file-damaged": "a whole PDF",
    "encrypted": "no encryption",
    "too-heavy": "a file that can be judged in a minute",
    "not-judged": "a file that can be judged",
}
_WHY_AT_ALL = "[X4] ISO 15930-7, 6; ISO 32000-1, 7.5"


class Remark(Struct, frozen=True):
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


def unreadable(name: str, rule: str, found: str) -> Remark:
    """About a file that nobody can judge. ``rule``: a key of :data:`WANTED_AT_ALL`."""
    return Remark(name, rule, 0, None, found, WANTED_AT_ALL[rule], _WHY_AT_ALL)


def place_in(
    box: tuple[float, float, float, float], trim: tuple[float, float, float, float]
) -> tuple[float, float]:
    """The left top corner of ``box`` in mm from that of ``trim``, to a tenth."""
    # + 0.0: no negative zero.
    return round(to_mm(box[0] - trim[0]), 1) + 0.0, round(to_mm(trim[3] - box[3]), 1) + 0.0
