"""The shapes that the schemas are made of, in the words of :class:`brochure.content.fields.Fields`.

JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12), of it only what editors know of older drafts too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Shape = dict[str, Any]

NOTE: Shape = {}
"""Kept for people: anything."""

FLAG: Shape = {"enum": ["yes", "no", "true", "false", True, False]}
"""YAML 1.2 reads yes and no as words, true and false as what they are; the reader takes all four, quoted or not."""

DAY: Shape = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def text(about: str = "", *, pattern: str = "") -> Shape:
    """A text. ``pattern``: an expression that JavaScript and Python read alike."""
    return {
        "type": "string",
        **({"description": about} if about else {}),
        **({"pattern": pattern} if pattern else {}),
    }


def number(least: float | None = None, most: float | None = None) -> Shape:
    """A number from ``least`` to ``most``."""
    ends = {"minimum": least, "maximum": most}
    return {"type": "number", **{name: end for name, end in ends.items() if end is not None}}


def whole(least: int = 0, most: int | None = None) -> Shape:
    """A whole number from ``least`` to ``most``."""
    return {"type": "integer", "minimum": least, **({} if most is None else {"maximum": most})}


def numbers(count: int) -> Shape:
    """A list of exactly ``count`` numbers."""
    return {"type": "array", "items": number(), "minItems": count, "maxItems": count}


def choice(words: Iterable[str]) -> Shape:
    """One of some words."""
    """One of some words."""
    return {"enum": list(words)}


def many(each: Shape) -> Shape:
    """A list, also an empty one."""
    """A list."""
    return {"type": "array", "items": each}


def maybe(shape: Shape) -> Shape:
    """The shape, or nothing behind the colon: the reader takes that for a key that is not there."""
    if "type" in shape and isinstance(shape["type"], str) and "enum" not in shape:
        return {**shape, "type": [shape["type"], "null"]}
    if "enum" in shape:
        return {**shape, "enum": [*shape["enum"], None]}
    return {"anyOf": [shape, {"type": "null"}]} if shape else shape


def group(
    needed: Mapping[str, Shape], optional: Mapping[str, Shape] | None = None, notes: Iterable[str] = ()
) -> Shape:
    """Keys that the reader knows, and no others."""
    left_out = {key: maybe(shape) for key, shape in (optional or {}).items()}
    return {
        "type": "object",
        "properties": {**needed, **left_out, **dict.fromkeys(notes, NOTE)},
        **({"required": list(needed)} if needed else {}),
        "additionalProperties": False,
    }


def named(each: Shape, *, pattern: str = "") -> Shape:
    """A group whose keys are names of the user."""
    return {
        "type": "object",
        "additionalProperties": each,
        **({"propertyNames": {"pattern": pattern}} if pattern else {}),
    }


def reference(name: str) -> Shape:
    """A shape that stands under ``$defs``."""
    return {"$ref": f"#/$defs/{name}"}
