"""The sizes that layout found, beside those the format asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from brochure.layout.operations import PlacedDocument
from brochure.model.document import Document
from brochure.model.places import TypeRole
from brochure.state.type_sizes import TypeSize


def type_sizes(document: Document, placed: PlacedDocument) -> tuple[TypeSize, ...]:
    """Every role of the document that may shrink, by name.

    Layout counts in Latin sizes; here the factor of the role's script is in. The floor holds after that factor
    (look.md), but is never above the full size.
    """
    factors = dict(placed.factors)
    roles = {role.name: role for role in _roles(document.format)}
    # Behind a role of words in a cell stands their language.
    return tuple(
        TypeSize(
            name, size * factors[name], role.size * factors[name], min(role.floor, role.size * factors[name])
        )
        for name, size in placed.sizes
        if (role := roles[name.partition(" ")[0]]).floor < role.size
    )


def _roles(value: object) -> Iterator[TypeRole]:
    """By structure, not by the kinds of slot: a kind that is added later cannot be forgotten."""
    if isinstance(value, TypeRole):
        yield value
    elif isinstance(value, Mapping | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _roles(item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _roles(getattr(value, name))
