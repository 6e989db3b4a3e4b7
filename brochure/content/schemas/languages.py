"""Schemas of the language files: of English, and of every other, whose keys are those that English has."""

from __future__ import annotations

from brochure.content.rooms import room_in
from brochure.content.schemas.shapes import Shape, choice, group, many, named, reference, text
from brochure.content.words import INHERITS, ROOMS, SourceUnit, SourceWords

_ZEROS = "0660 06f0 07c0 0966 09e6 0a66 0ae6 0b66 0be6 0c66 0ce6 0d66 0e50 0ed0 0f20 1040 17e0 1810 ff10"
"""The zero of every script that our languages may be written in; nine more digits follow each (Unicode, Nd)."""

_DIGITS = "0-9" + "".join(f"\\u{zero}-\\u{int(zero, 16) + 9:04x}" for zero in _ZEROS.split())

WORDS = rf"^(?:[^{{}}{_DIGITS}]|\{{[^\s{{}}]+\}})*$"
"""No digit outside of a placeholder, no brace that belongs to none."""

_WORDS: Shape = {
    **text(pattern=WORDS),
    "patternErrorMessage": "No digits, no braces but those of a fact: write {infotraite.phone}, not the number.",
}
"""``patternErrorMessage`` is what VS Code says in place of the expression; other programs pass over it."""

_INHERITS = "The language whose texts stand here where this file has none, as in pt-PT for pt-BR."

_NAME = r"^[^.\s]+$"


def of_source(products: tuple[str, ...]) -> Shape:
    """``en.yaml``: groups in groups down to units. ``products``: formats a unit may be marked for."""
    unit = group(
        {
            "text": _WORDS,
            "room": {**choice(ROOMS), "description": "; ".join(f"{room}: {room_in(room)}" for room in ROOMS)},
            "formats": many(choice(products)),
            "note": text("For translators: what it means, what must not be lost, traps."),
        }
    )
    return {
        **named(reference("node"), pattern=_NAME),
        "$defs": {
            "unit": unit,
            "group": named(reference("node"), pattern=_NAME),
            "node": {
                "if": {"properties": {"text": {"type": "object"}}},
                "then": reference("group"),
                "else": reference("unit"),
            },
        },
    }


def of_translation(words: SourceWords) -> Shape:
    """Every other language file: the units of English by their groups, each a text that may still be blank."""
    root = _group()
    for address, unit in words.units.items():
        *above, last = address.split(".")
        within = root
        for name in above:
            within = within["properties"].setdefault(name, _group())
        within["properties"][last] = {"description": _about(unit), **reference("words")}
    root["properties"][INHERITS] = {"description": _INHERITS, **text()}
    return {**root, "$defs": {"words": _WORDS}}


def _group() -> Shape:
    return {"type": "object", "properties": {}, "additionalProperties": False}


def _about(unit: SourceUnit) -> str:
    return f"{unit.wording.written}\n\n{unit.note}\n\nRoom: {room_in(unit.room)}."
