"""Every unit and fact inside of a document or a part of one, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from brochure.model.language import Language
from brochure.model.sign import Sign
from brochure.model.unit import Fact, Unit


def parts(value: object, leave_out: tuple[type, ...] = ()) -> Iterator[Unit | Fact]:
    """Units, each before the facts in it, and facts that stand alone. ``leave_out``: blocks that are passed over.

    By structure, not by the kinds of block: a kind that is added later cannot slip through.
    """
    if isinstance(value, (Sign, *leave_out)):
        return
    if isinstance(value, Unit | Fact):
        yield value
    if isinstance(value, tuple):
        for item in value:
            yield from parts(item, leave_out)
    elif is_dataclass(value):
        for field in fields(value):
            yield from parts(getattr(value, field.name), leave_out)


def voiced(value: object, language: Language) -> Iterator[tuple[Language, Unit | Fact]]:
    """The same, each with the language whose voice says it: ``language`` outside of cells."""
    if isinstance(value, Sign):
        return
    if isinstance(value, Unit | Fact):
        yield language, value
    if isinstance(value, tuple):
        for item in value:
            yield from voiced(item, language)
    elif is_dataclass(value):
        own = getattr(value, "language", None)
        language = own if isinstance(own, Language) else language
        for field in fields(value):
            yield from voiced(getattr(value, field.name), language)
