"""``content/theme.yaml``: inks, and what each script needs."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from brochure.base.inks import Cmyk, Ink, Rgb
from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.source import read_source
from brochure.model.theme import ACCENTS, LATIN, RoleStyle, ScriptStyle, Theme

FILE = "content/theme.yaml"
_BLACK = Ink("black", Cmyk(0, 0, 0, 1), Rgb(0, 0, 0))
"""What words are set in; this one stands in where the theme lacks it."""

_MOST_INK = 300
"""Per cent of C, M, Y and K together, as FOGRA39 (ISO Coated v2 300 %) takes it."""

LARGEST_FACTOR = 2
"""Of a script's letters beside Latin ones at the same role: Arabic has 1.14."""

LARGEST_LEADING = 4
"""em: Nastaliq has 1.92."""

LARGEST_BODY = 1.5
"""em: Chinese has 0.76."""

_LATIN_STYLE = ScriptStyle(1, 1.25, 0.54)
"""Stands in where the theme lacks it."""

_SRGB = re.compile(r"#[0-9A-Fa-f]{6}")


class Look(Struct, frozen=True):
    """``writing``: language tag to script code, where CLDR's code does not tell (Urdu in Nastaliq). ``spans``: where
    each ink says how it looks, without those that another one stands in for.
    """

    theme: Theme
    writing: dict[str, str]
    spans: dict[str, Span]


def read_theme(root: Path, findings: Findings) -> Look | None:
    """The look; None where the file cannot be read at all."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the theme", findings)
    inks, spans = _inks(fields)
    scripts = _scripts(fields)
    writing = {}
    group = fields.group("writing", needed=False)
    for entry in group.all():
        writing[entry.key.text] = group.choice(entry.key.text, tuple(scripts))
    own = fields.group("leadings", needed=False)
    leadings = {
        entry.key.text: own.number(entry.key.text, least=0.8, most=LARGEST_LEADING) for entry in own.all()
    }
    fields.done()
    return Look(Theme(inks, scripts, leadings), writing, spans)


def _inks(fields: Fields) -> tuple[dict[str, Ink], dict[str, Span]]:
    """By name, and where they say how they look: of those that do."""
    inks, spans = {}, {}
    for entry in fields.entries("inks", needed=True):
        ink = Fields(entry.value, entry.key.span, f"the ink '{entry.key.text}'", fields.findings)
        inks[entry.key.text] = _ink(entry.key.text, ink)
        if _SRGB.fullmatch(ink.text("srgb")):
            spans[entry.key.text] = ink.value_at("srgb")
    if _BLACK.name not in inks:
        fields.findings.error(
            "missing-key",
            f"the theme has no ink '{_BLACK.name}', in which words and numbers are set",
            fields.at("inks"),
            'Add black: {cmyk: [0, 0, 0, 100], srgb: "#181715"}.',
        )
        inks[_BLACK.name] = _BLACK
    return inks, spans


def _scripts(fields: Fields) -> dict[str, ScriptStyle]:
    scripts = {}
    for entry in fields.entries("scripts", needed=True):
        style = Fields(entry.value, entry.key.span, f"the script '{entry.key.text}'", fields.findings)
        scripts[entry.key.text] = _style(style)
    if LATIN not in scripts:
        fields.findings.error(
            "missing-key",
            f"the theme has no script '{LATIN}', by which numbers, links and scripts without an entry are set",
            fields.at("scripts"),
            f"Add {LATIN}: {{size: 1, leading: 1.25, body: 0.54}}.",
        )
        scripts[LATIN] = _LATIN_STYLE
    return scripts


def _ink(name: str, fields: Fields) -> Ink:
    percent = fields.numbers("cmyk", 4)
    if any(not 0 <= each <= 100 for each in percent):
        fields.findings.error("wrong-type", "an ink amount is to be from 0 to 100", fields.value_at("cmyk"))
    if sum(percent) > _MOST_INK:
        fields.findings.error(
            "ink-limit",
            f"{fields.what} is {sum(percent):g} % of ink in all, but paper takes {_MOST_INK} %",
            fields.value_at("cmyk"),
            "Use less of it: more does not dry, and comes off on the next sheet.",
        )
    cyan, magenta, yellow, black = (each / 100 for each in percent)
    srgb = fields.text("srgb", needed=True)
    if not _SRGB.fullmatch(srgb):
        fields.findings.error(
            "wrong-type",
            "'srgb' is to be a colour such as \"#146C7A\"",
            fields.value_at("srgb"),
            "Put it in quotes.",
        )
        srgb = "#000000"
    fields.done()
    red, green, blue = (int(srgb[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Ink(name, Cmyk(cyan, magenta, yellow, black), Rgb(red, green, blue))


def _style(fields: Fields) -> ScriptStyle:
    style = ScriptStyle(
        fields.number("size", least=0.5, most=LARGEST_FACTOR),
        fields.number("leading", least=0.8, most=LARGEST_LEADING),
        fields.number("body", least=0.1, most=LARGEST_BODY),
        fields.flag("short"),
        fields.flag("tall"),
        fields.number("reach", least=0) if fields.entry("reach") else ACCENTS,
        fields.number("lower", least=0) if fields.entry("lower") else 0.0,
        _role_style(fields, "row"),
        _role_style(fields, "heading"),
    )
    fields.done()
    return style


def _role_style(script: Fields, role: str) -> RoleStyle | None:
    if script.entry(role) is None:
        return None
    fields = script.group(role)
    floor = fields.number("floor", least=1, most=500) if fields.entry("floor") else None
    style = RoleStyle(fields.number("leading", least=0.8, most=LARGEST_LEADING), floor)
    fields.done()
    return style
