"""Room that is left: how much more could be written where a text stands, at the size that it has now."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec import Struct

from brochure.layout.fitting import Fit, sizes

_MOST_LINES = 12
"""Nobody who has that much room counts lines."""


class Spare(Struct, frozen=True):
    """Room of one text in pt. ``wide``: on its last line; ``lines``: whole lines of ``measure`` more, with the texts
    that share its room as they are. ``too_high``, ``too_wide``, ``too_many``: of a text that does not fit, else 0.
    ``size``: of its letters; ``floor``: the smallest that is allowed there.
    """

    panel: str
    measure: float
    wide: float
    lines: int
    too_high: float
    too_wide: float
    too_many: int
    size: float
    floor: float

    @property
    def length(self) -> float:
        """Of a line of words that could still be written, pt."""
        return self.wide + self.lines * self.measure


def spare(fits: Iterable[Fit], address: str, file: str) -> tuple[Spare, ...]:
    """The room of a text at each place where it is set, in reading order; none where it is not set."""
    return tuple(
        _spare(fit, number)
        for fit in fits
        for number, paragraph in enumerate(fit.setting.paragraphs)
        if paragraph.address == address and paragraph.span.file in (file, address)
    )


def _spare(fit: Fit, number: int) -> Spare:
    setting, by = fit.setting, fit.measures
    last = fit.lines[number][-1].width if fit.lines[number] else 0.0
    smallest, _ = sizes(setting.role, setting.script)[-1]
    return Spare(
        panel=setting.panel,
        measure=setting.room.measure,
        wide=max(setting.room.measure - last, 0.0) if fit.fits else 0.0,
        lines=_more_lines(fit, number) if fit.fits else 0,
        too_high=fit.too_high,
        too_wide=fit.too_wide,
        too_many=fit.too_many,
        size=by.em,
        floor=smallest * setting.script.size,
    )


def _more_lines(fit: Fit, number: int) -> int:
    """How often the last line of a paragraph could stand there once more."""
    setting = fit.setting
    used = sum(map(len, fit.lines))
    last = fit.lines[number][-1:]
    before, after = (
        tuple(chain.from_iterable(each)) for each in (fit.lines[: number + 1], fit.lines[number + 1 :])
    )
    closest = fit.measures.eased(0.0)  # lines that moved apart give way to more words
    for more in range(1, _MOST_LINES + 1):
        lines = [*before, *last * more, *after]
        airs = [*fit.airs[: len(before)], *[0.0] * more, *fit.airs[len(before) :]]
        high, _ = setting.room.excess(lines, airs, closest)
        if not last or high or used + more > setting.role.lines:
            return more - 1
    return _MOST_LINES
