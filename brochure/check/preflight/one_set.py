"""Files that share one set of colour plates: C, M and Y are the same, K is not (print.md, colour)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brochure.check.plates import partings
from brochure.check.preflight.budget import BROKEN, TooMuchError
from brochure.check.preflight.examined import Painted
from brochure.check.preflight.reading import UnreadableError, examined
from brochure.check.preflight.remark import Remark

SAME_COLOURS = "the same on the plates C, M and Y"
_WHY = "print.md, colour: one set of plates for all languages of a direction"


def judge_set(files: Mapping[str, bytes], *, one_set: bool) -> tuple[Remark, ...]:
    """What parts the plates. ``files``: by name. ``one_set``: all of them are one; else those of each direction are."""
    groups: dict[str, dict[str, bytes]] = {}
    black: dict[str, list[list[Painted]]] = {}
    for name, data in files.items():
        try:
            with examined(data, name) as file:
                direction = "" if one_set else file.direction
                black[name] = [sheet.walked.painted for sheet in file.sheets]
        except (UnreadableError, TooMuchError, *BROKEN):
            continue  # said where the file is judged by itself
        groups.setdefault(direction, {})[name] = data
    return tuple(each for group in groups.values() if len(group) > 1 for each in _parted(group, black))


def _parted(group: Mapping[str, bytes], black: Mapping[str, list[list[Painted]]]) -> Iterator[Remark]:
    try:
        for each in partings(group):
            yield Remark(each.file, each.code, each.page, each.place, each.words, SAME_COLOURS, _WHY)
    except BROKEN as error:
        found = f"not judged, because a file is broken: {error}"
        yield Remark(next(iter(group)), "plates-differ", 0, None, found, SAME_COLOURS, _WHY)
        return
    first, *others = group
    for at, other in enumerate(others, 1):
        twin = next((name for name in [first, *others][:at] if black[name] == black[other]), None)
        if twin is not None:
            found = f"the black plate is that of {twin} too: one language twice?"
            yield Remark(other, "plates-same", 0, None, found, "another plate K for every language", _WHY)
