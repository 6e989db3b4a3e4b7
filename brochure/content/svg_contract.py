"""What a sign's SVG file may hold: limits, elements, attributes, and the words for what is refused.

Everything unknown is refused: a property we ignored would print another picture than the one on the designer's
screen. Source: SVG 1.1 (https://www.w3.org/TR/SVG11/) and /TR/SVG2/ for bare ``href``.
"""

from __future__ import annotations

import re

from brochure.content.findings import shown

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"

MAX_BYTES = 256 * 1024
MAX_ELEMENTS = 2000
MAX_DRAWN = 4000
"""Elements visited after every ``use`` is spelled out."""
MAX_SEGMENTS = 8000
MAX_DEPTH = 40
MAX_FINDINGS = 20
"""Findings named per file; one more counts the rest."""

SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
GROUPS = frozenset({"svg", "g"})
SILENT = frozenset({"title", "desc", "metadata"})
KNOWN = SHAPES | GROUPS | SILENT | {"use", "defs", "clipPath", "style", "switch"}
STORED = frozenset(
    {"linearGradient", "radialGradient", "meshgradient", "pattern", "filter", "mask", "marker", "symbol"}
)
"""Never drawn where they stand. Drawing programs leave them in ``defs``; a shape that asks for one is refused."""

CONDITIONS = ("requiredExtensions", "requiredFeatures", "systemLanguage")
"""What decides between the children of a ``switch``: SVG 1.1, 5.8."""

COLOURS = {"#000000": "ink", "#c8500a": "accent", "#ffffff": "paper"}
"""The role of a part without a class, by the colour that signs are drawn in: Illustrator and Figma drop classes."""

_EXPAND = "Turn it into plain shapes in the drawing program, or delete it."
_TEXT = "Convert the text to paths, or better: leave words out of signs."
_GREY = "A sign has full ink or none: replace it with plain fills of the classes ink, accent and paper."
_MOVING = "A printed sign stands still: delete it."
REFUSED_ELEMENTS: dict[str, tuple[str, str]] = {
    "script": ("a script", "Delete it; a sign is a drawing, not a program."),
    "image": ("a raster image", "Draw the sign with shapes; a raster cannot be printed sharp at 8 mm."),
    "text": ("text", _TEXT),
    "tspan": ("text", _TEXT),
    "textPath": ("text", _TEXT),
    "foreignObject": ("foreign content", "Delete it, or save as plain SVG without the program's own data."),
    "linearGradient": ("a gradient", _GREY),
    "radialGradient": ("a gradient", _GREY),
    "meshgradient": ("a gradient", _GREY),
    "pattern": ("a pattern", _GREY),
    "filter": ("a filter", _GREY),
    "mask": (
        "a mask",
        "Use a clip path with hard edges, or cut the shapes (Path > Difference); in Figma set strokes to Center.",
    ),
    "marker": ("a line marker", "Turn the line's end into a shape (Path > Stroke to Path)."),
    "svg": ("a drawing inside of the drawing", "Ungroup it."),
    "symbol": ("a symbol", "Break the link to the symbol, or use a plain group with an id."),
    "a": ("a link", "Ungroup the link; a sign carries no address."),
    "animate": ("an animation", _MOVING),
    "animateMotion": ("an animation", _MOVING),
    "animateTransform": ("an animation", _MOVING),
    "set": ("an animation", _MOVING),
}

INHERITED = {
    "fill": "black",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "clip-rule": "nonzero",
    "visibility": "visible",
}
"""Properties that a shape takes over from its groups, with their initial values."""
OWN = {"clip-path": "none", "display": "inline"}

_WORDS = {
    "fill-rule": {"nonzero", "evenodd"},
    "clip-rule": {"nonzero", "evenodd"},
    "stroke-linecap": {"butt", "round", "square"},
    "stroke-linejoin": {"miter", "round", "bevel"},
    "visibility": {"visible", "hidden", "collapse"},
}
_OPAQUE = r"1(\.0*)?|100%"
# Properties that would change the picture, with the values at which they do not.
_NEUTRAL = {
    "opacity": _OPAQUE,
    "fill-opacity": _OPAQUE,
    "stroke-opacity": _OPAQUE,
    "mask": "none",
    "filter": "none",
    "marker": "none",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "clip": "auto",
    "mix-blend-mode": "normal",
    "vector-effect": "none",
    "paint-order": "normal|(markers )?fill( stroke)?( markers)?( stroke)?",
    "transform-origin": "0(px)? 0(px)?",
}
_NEUTRAL_CURE = {
    "opacity": "See-through parts print as grey dots: set the opacity to 100 %, or delete the part.",
    "mask": REFUSED_ELEMENTS["mask"][1],
    "filter": _GREY,
    "marker": REFUSED_ELEMENTS["marker"][1],
}

_HARMLESS = re.compile(
    r"(font|text|-inkscape|letter|word|white|writing|shape|solid|color|line-height|stop|flood|lighting|image-rendering|"
    r"glyph|unicode|dominant|alignment|baseline|inline-size|pointer-events|cursor|enable-background|isolation|overflow|"
    r"direction|kerning|order)(-[a-z-]+)?"
)
_ATTRIBUTES = frozenset(
    {
        "id", "class", "style", "transform", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx",
        "width", "height", "viewBox", "clipPathUnits", "version", "baseProfile", "preserveAspectRatio",
        "ry", "lang", "role", "focusable", "tabindex",
    }
)  # fmt: skip
_COLOUR = re.compile(
    r"#[0-9a-f]{3}|#[0-9a-f]{6}|(rgb|hsl)\([^(),/]*(,[^(),/]*){2}\)|(rgb|hsl)\([^(),/]*\)|[a-z]+"
)
_CSS_WIDE = {"inherit", "initial", "unset", "revert"}


class RefusalError(Exception):
    """A part of a drawing that is not accepted. ``help`` is the cure, one sentence a line."""

    def __init__(self, code: str, message: str, help: str, line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help = help
        self.line = line


def check_property(name: str, value: str) -> None:
    """Refuse a style property, as attribute or in a style rule, that we could not honour. Raises RefusalError."""
    if value == "inherit" and name in INHERITED:
        return
    if value in _CSS_WIDE or "var(" in value:
        raise RefusalError(
            "sign-style", f"`{name}` {shown(value)} is not understood", "Write the value itself."
        )
    if name in ("fill", "stroke"):
        _check_paint(name, value)
    elif name in _WORDS:
        if value not in _WORDS[name]:
            allowed = ", ".join(sorted(_WORDS[name]))
            raise RefusalError(
                "sign-style", f"`{name}` {shown(value)} is not understood", f"Use one of: {allowed}."
            )
    elif name in _NEUTRAL:
        if not re.fullmatch(_NEUTRAL[name], value):
            kind = "opacity" if name.endswith("opacity") else name.split("-")[0]
            cure = _NEUTRAL_CURE.get(kind, f"Remove `{name}`.")
            raise RefusalError("sign-style", f"`{name}` {shown(value)} is not accepted", cure)
    elif name not in INHERITED and name not in OWN and not _HARMLESS.fullmatch(name):
        raise RefusalError("sign-style", f"the style property {shown(name)} is not understood", "Remove it.")


def is_accepted(name: str, value: str) -> bool:
    """Whether ``check_property`` takes it. What it refuses is told where the file is checked, and then left out."""
    try:
        check_property(name, value)
    except RefusalError:
        return False
    return True


def _check_paint(name: str, value: str) -> None:
    lowered = value.lower()
    if "url(" in lowered or lowered.startswith("context-"):
        raise RefusalError(
            "sign-style", f"`{name}` {shown(value)} is a gradient, a pattern or a reference", _GREY
        )
    if not _COLOUR.fullmatch(lowered):
        cure = "Use a solid colour such as #000000: see-through parts print as grey dots."
        raise RefusalError("sign-style", f"`{name}` {shown(value)} is no solid colour", cure)


def paints(value: str) -> bool:
    """Whether a checked ``fill`` or ``stroke`` leaves ink."""
    return value.lower() not in ("none", "transparent")


def role_of_colour(value: str) -> str | None:
    """The role that a checked colour stands for; None for any but the three."""
    lowered = re.sub(r"\s", "", value.lower())
    named = {"black": "#000000", "white": "#ffffff"}.get(lowered, lowered)
    if re.fullmatch("#[0-9a-f]{3}", named):
        named = "#" + "".join(2 * digit for digit in named[1:])
    parts = re.fullmatch(r"rgb\((\d{1,3}),(\d{1,3}),(\d{1,3})\)", named, re.ASCII)
    if parts:
        named = "#" + "".join(f"{int(part):02x}" for part in parts.groups())
    return COLOURS.get(named)


def is_property(name: str) -> bool:
    """Whether an attribute says the same as a style property of that name."""
    return name in INHERITED or name in OWN or name in _NEUTRAL or bool(_HARMLESS.fullmatch(name))


def check_attribute(tag: str, name: str, value: str) -> None:
    """Refuse an attribute outside the contract. ``name`` has no namespace. Raises RefusalError."""
    if name.lower().startswith("on"):
        cure = "Delete the attribute; a sign is a drawing, not a program."
        raise RefusalError("sign-element", f"<{tag}> carries a script in {shown(name)}", cure)
    if name == "href":
        if tag != "use":
            raise RefusalError(
                "sign-reference", f"<{tag}> refers to {shown(value)}", f"Delete the <{tag}> element."
            )
    elif name == "type" and tag == "style":
        if value != "text/css":
            raise RefusalError(
                "sign-style", f"style rules of the type {shown(value)} are not read", "Write plain CSS."
            )
    elif name == "clipPathUnits":
        if value != "userSpaceOnUse":
            cure = "Release the clip and cut the shapes (Path > Intersection)."
            raise RefusalError("sign-attribute", f"`clipPathUnits` {shown(value)} is not accepted", cure)
    elif is_property(name):
        check_property(name, value.strip())
    elif name not in _ATTRIBUTES and not name.startswith(("data-", "aria-")):
        raise RefusalError(
            "sign-attribute", f"the attribute {shown(name)} of <{tag}> is not understood", "Remove it."
        )
