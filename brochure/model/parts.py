"""Every unit and fact inside of a document or a part of one, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from brochure.model.language import Language
from brochure.model.sign import Sign
from brochure.model.unit import Fact, Unit


class _FieldNames(dict[type, tuple[str, ...]]):
    """The fields of a frozen type; none of anything else, in which there are no parts."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        names = kind.__struct_fields__ if issubclass(kind, Struct) else ()
        self[kind] = names
        return names


_NAMES = _FieldNames()

_Said = list[tuple[Language | None, Unit | Fact]]


def parts(value: object, leave_out: tuple[type, ...] = ()) -> Iterator[Unit | Fact]:
    """Units, each before the facts in it, and facts that stand alone. ``leave_out``: blocks that are passed over.

    By structure, not by the kinds of block: a kind that is added later cannot slip through.
    """
    found: _Said = []
    _gather(value, (Sign, *leave_out), None, found)
    return (part for _, part in found)


def voiced(value: object, language: Language) -> Iterator[tuple[Language, Unit | Fact]]:
    """The same, each with the language whose voice says it: ``language`` outside of cells."""
    found: _Said = []
    _gather(value, (Sign,), language, found)
    return ((voice or language, part) for voice, part in found)


def _gather(value: object, leave_out: tuple[type, ...], language: Language | None, found: _Said) -> None:
    """A list that grows: a document is walked through a dozen times, and generators inside of each other take five
    times as long.
    """
    if isinstance(value, tuple):
        for item in value:
            _gather(item, leave_out, language, found)
        return
    names = _NAMES[type(value)]
    if not names or isinstance(value, leave_out):
        return
    if isinstance(value, Unit | Fact):
        found.append((language, value))
    own = getattr(value, "language", None)
    if isinstance(own, Language):
        language = own
    for name in names:
        _gather(getattr(value, name), leave_out, language, found)
