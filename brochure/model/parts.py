"""Every unit and fact inside of a document or a part of one, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from msgspec import Struct

from brochure.base.spans import Span
from brochure.model.document import Block
from brochure.model.language import Language
from brochure.model.sign import Sign
from brochure.model.unit import Fact, Unit


class _FieldNames(dict[type, tuple[str, ...]]):
    """The fields of a frozen type; none of anything else, in which there are no parts."""

    def __missing__(self, kind: type) -> tuple[str, ...]:
        names = kind.__struct_fields__ if issubclass(kind, Struct) else ()
        self[kind] = names
        return names


_NAMES = _FieldNames({Sign: (), Span: ()})
_BLOCKS = frozenset(get_args(Block))

_Said = list[tuple[Language | None, Unit | Fact]]

_MOST = 256
"""Blocks that are remembered: of a dozen leaflets, or of one sheet of all languages."""

_met: dict[int, tuple[object, _Said]] = {}
"""What was found in blocks, by identity: they are frozen, and kept here, so that none can take another's place. A
document is asked a dozen times for what it says, by everyone who judges it.
"""


def parts(value: object, leave_out: tuple[type, ...] = ()) -> Iterator[Unit | Fact]:
    """Units, each before the facts in it, and facts that stand alone. ``leave_out``: blocks that are passed over.

    By structure, not by the kinds of block: a kind that is added later cannot slip through.
    """
    found: _Said = []
    _gather(value, leave_out, None, found)
    return (part for _, part in found)


def voiced(value: object, language: Language) -> Iterator[tuple[Language, Unit | Fact]]:
    """The same, each with the language whose voice says it: ``language`` outside of cells."""
    found: _Said = []
    _gather(value, (), None, found)
    return ((voice or language, part) for voice, part in found)


def _gather(value: object, leave_out: tuple[type, ...], language: Language | None, found: _Said) -> None:
    """A list that grows: generators inside of each other take five times as long."""
    if isinstance(value, leave_out):
        return
    if type(value) not in _BLOCKS:
        _gather_inside(value, leave_out, language, found)
        return
    met = _met.get(id(value))
    if met is None:
        said: _Said = []
        _gather_inside(value, (), None, said)
        if len(_met) >= _MOST:
            _met.clear()
        met = _met[id(value)] = value, said
    found += met[1] if language is None else [(voice or language, part) for voice, part in met[1]]


def _gather_inside(
    value: object, leave_out: tuple[type, ...], language: Language | None, found: _Said
) -> None:
    if isinstance(value, tuple):
        inside = value
    else:
        if isinstance(value, Unit | Fact):
            found.append((language, value))
        own = getattr(value, "language", None)
        if isinstance(own, Language):
            language = own
        inside = tuple(getattr(value, name) for name in _NAMES[type(value)])
    for each in inside:
        # Most of what there is are plain texts and numbers.
        if _NAMES[type(each)] or isinstance(each, tuple):
            _gather(each, leave_out, language, found)
