"""Schemas of what stands where, as :mod:`brochure.content.structure` and :mod:`brochure.content.formats` read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brochure.content.formats import BINDINGS, OUTSIDE, READERS, TARGETS
from brochure.content.paper import ARRANGEMENTS, LARGEST, SMALLEST
from brochure.content.schemas.shapes import (
    Shape,
    choice,
    group,
    many,
    named,
    number,
    numbers,
    reference,
    text,
    whole,
)
from brochure.content.structure import LISTS, SHOWN
from brochure.model.slots import LEVELS

_PLACE = numbers(4)
"""x, y, width, height in mm."""

_ROLE, _INK, _LENGTH = text("A role of this format."), text("An ink of theme.yaml, or paper."), number(0)
_LINE = group({"role": _ROLE, "baseline": number()})
_LINE_IN_CELL = group({"frame": _PLACE, "role": _ROLE, "baseline": number()})
_TEXT = group({"frame": _PLACE, "role": _ROLE}, {"baseline": number(), "parted": _LENGTH})
_AREA = group({"place": _PLACE, "radius": _LENGTH, "ink": _INK})
_TAIL = group({"side": choice(["start", "end"]), "offset": _LENGTH, "size": numbers(2)})
_BUBBLE = group({"place": _PLACE, "radius": _LENGTH, "ink": _INK}, {"tail": _TAIL})
_SIGN = group({"place": _PLACE, "ink": _INK})
_HEADING: Mapping[str, Shape] = {
    "frame": _PLACE,
    "baseline": number(),
    "role": _ROLE,
    "level": whole(1, LEVELS),
}

_SLOTS: Mapping[str, Mapping[str, Shape]] = {
    "heading": _HEADING,
    "text": {"frame": _PLACE, "role": _ROLE},
    "rows": {
        **dict.fromkeys(("x", "y", "pitch"), number()),
        "gap": _LENGTH,
        "measure": number(1),
        "count": whole(1),
        "tile": group({"size": number(1), "radius": _LENGTH, "ink": _INK}, {"width": number(1)}),
        "role": _ROLE,
        "ink": _INK,
        "accent": _INK,
    },
    "cells": {
        **dict.fromkeys(("x", "y"), number()),
        **dict.fromkeys(("across", "pitch"), _LENGTH),
        **dict.fromkeys(("columns", "count"), whole(1)),
        "cell": group({"size": numbers(2), "radius": _LENGTH, "ink": _INK}),
    },
    "box": {"area": _AREA, "heading": group(_HEADING), "text": _TEXT},
    "call": {
        "area": _AREA,
        "frame": _PLACE,
        **dict.fromkeys(("prefix", "number"), _LINE),
    },
    "service": {
        "frame": _PLACE,
        **dict.fromkeys(("number", "more", "name", "address", "text"), _ROLE),
        **dict.fromkeys(("drop", "gap"), number()),
    },
    "number": {"area": _AREA, "frame": _PLACE, **dict.fromkeys(("prefix", "number"), _LINE)},
    "list": {"frame": _PLACE, "role": _ROLE, "gap": _LENGTH},
    "contact": {
        "tile": _AREA,
        "frame": _PLACE,
        **dict.fromkeys(("number", "text"), _ROLE),
        **dict.fromkeys(("ink", "accent"), _INK),
        **dict.fromkeys(("drop", "gap"), number()),
    },
    "tear-off": {
        "area": _AREA,
        "frame": _PLACE,
        **dict.fromkeys(("prefix", "number"), _LINE),
        "line": group({"x": number(), "y": number(), "width": _LENGTH}),
    },
    "tabs": {
        "frame": _PLACE,
        "count": whole(1),
        **dict.fromkeys(("prefix", "number"), _ROLE),
        **dict.fromkeys(("air", "beyond"), _LENGTH),
    },
    "endonym": {"bubble": _BUBBLE, "frame": _PLACE, "role": _ROLE},
    "title": {"frame": _PLACE, "title": _ROLE},
    "signs": {"places": many(_PLACE), "ink": _INK},
    "say": dict.fromkeys(("phrase", "sound", "meaning"), _TEXT),
    "stamp-field": {"area": _AREA, "line": _LENGTH, "sign": _PLACE},
    "code-line": {"frame": _PLACE, "role": _ROLE, "baseline": number()},
}
"""By kind of slot, the keys that it needs beside ``kind``."""

_MAY_HAVE: Mapping[str, Mapping[str, Shape]] = {
    "text": {"anchor": choice(["top", "bottom"]), "baseline": number(), "parted": _LENGTH},
    "list": {"mark": group({"size": _LENGTH, "indent": _LENGTH, "ink": _INK})},
    "rows": {
        "columns": whole(1),
        **dict.fromkeys(("across", "sign"), number()),
        "words": choice(["beside", "below"]),
    },
    "cells": {
        **dict.fromkeys(("name", "answers", "called"), _LINE_IN_CELL),
        "text": _TEXT,
        "gap": _LENGTH,
        "code": numbers(3),
    },
    "title": {"line": _ROLE, "gap": _LENGTH},
    "signs": {"bubble": _BUBBLE, "tile": group({"radius": _LENGTH, "ink": _INK}), "accent": _INK},
    "say": {"bubble": _BUBBLE, "rule": group({"y": number(), "width": _LENGTH})},
    "number": {"sign": _SIGN},
    "service": {"tile": _AREA, "ink": _INK, "accent": _INK, "apart": _LENGTH},
    "call": {
        "sign": _SIGN,
        "name": _LINE,
        "more": group({"role": _ROLE, "baseline": number(), "gap": _LENGTH}),
        "text": _TEXT,
        "between": _LENGTH,
        "tail": _TAIL,
    },
}


def of_format() -> Shape:
    """``content/formats/<name>.yaml``."""
    role = {
        "size": number(1),
        "floor": number(1),
        "leading": number(0.5),
        "weight": choice(["regular", "bold"]),
        "lines": whole(1),
    }
    turned = {"flip": choice(["short", "long"]), "role": _ROLE, "lines": named(numbers(2))}
    imposed = group({"as": choice(ARRANGEMENTS), "paper": numbers(2)}, {"creep": _LENGTH})
    side = {
        "folds": many(number()),
        "panels": many(_panel()),
        "like": text("A side of one panel before this one, whose slots this one has."),
    }
    shape = group(
        {
            "id": text("The name of this file."),
            "targets": many(choice(TARGETS)),
            "sheet": group(dict.fromkeys(("width", "height"), number(SMALLEST, LARGEST))),
            "bleed": _LENGTH,
            "safe": _LENGTH,
            "roles": named(group(role, {"short": number(1), "airy": number(0.5)})),
            "draft": group(
                {**dict.fromkeys(("width", "height", "line"), _LENGTH), "y": number(), "role": _ROLE}
            ),
            "sides": many(group({"id": text()}, side)),
        },
        {
            "office": group({"edge": _LENGTH}, {**turned, "imposed": imposed}),
            "product": group({}, {"finished": numbers(2), "paper": text()}),
            "languages": choice(READERS),
            "binding": choice(BINDINGS),
            "pictures": whole(1),
        },
    )
    return {**shape, "$defs": {"slot": {"anyOf": [_slot(kind) for kind in _SLOTS]}}}


def _panel() -> Shape:
    column = group({"x": number(), "measure": number(1)})
    return group(
        {
            "id": text(),
            "x": number(),
            "width": number(1),
            "column": column,
            "slots": named(reference("slot")),
        },
        {"outside": choice(OUTSIDE), "opens_with": text("The panel whose DRAFT stamp stands for both.")},
    )


def _slot(kind: str) -> Shape:
    return group({"kind": choice([kind]), **_SLOTS[kind]}, _MAY_HAVE.get(kind))


def of_structure(units: Iterable[str]) -> Shape:
    """``content/brochure.yaml``. ``units``: addresses that a block may name."""
    known = list(units)
    unit = reference("unit")
    slots = many(text("A panel and its slot, as in back.police."))
    discreet = group({"title": unit}, {"line": unit, "without": slots})
    format_ = group(
        {"title": unit, "panels": named({"type": ["array", "null"], "items": reference("block")})},
        {"discreet": discreet},
    )
    block = group(
        {"slot": text("A slot of the panel in the format's file.")},
        {
            **dict.fromkeys(("heading", "title", "line", "sign_of"), unit),
            **dict.fromkeys(("text", "rows", "list", "signs_of", "answers"), many(unit)),
            **dict.fromkeys(("call", "service"), text("A service of the edition.")),
            **dict.fromkeys(
                ("contact", "number", "tear_off", "tabs"), text("A fact of the edition, as in police.phone.")
            ),
            "say": text("A phrase of the edition."),
            "cells": choice(LISTS),
            "shows": choice(SHOWN),
        },
    )
    signs = {
        "type": "object",
        "properties": {address: text("A sign of pictograms/.") for address in known},
        "additionalProperties": False,
    }
    shape = group({"signs": signs, "formats": named(format_)})
    return {**shape, "$defs": {"unit": choice(known), "block": block}}
