"""``content/shops/<name>.yaml``: what a print shop asks for. Millimetres become pt."""

from __future__ import annotations

import re
from pathlib import Path

from brochure.base.diagnostics import ArgumentsError
from brochure.base.lengths import mm
from brochure.content.fields import Fields
from brochure.content.findings import Findings, did_you_mean
from brochure.content.folders import stems_in
from brochure.content.nodes import compose
from brochure.content.source import leads_outside, read_source, tell_outside
from brochure.model.shop import Shop

FOLDER = "content/shops"
STANDARDS = ("X-4", "X-1a")
NOTES = ("source", "checked", "checked_how", "note")
"""Kept for people: where the demands were read, and when."""

_NAME = re.compile(r"(?!discreet|debug)[a-z0-9][a-z0-9-]*")
"""It becomes part of a folder's name, beside words of ours."""


def shop_file(name: str) -> str:
    """Relative to the root."""
    return f"{FOLDER}/{name}.yaml"


def shop_names(root: Path) -> tuple[str, ...]:
    """Shops that have a file with a name that can be used."""
    return tuple(name for name in stems_in(root / FOLDER, ".yaml") if _NAME.fullmatch(name))


def require_shop(root: Path, name: str) -> None:
    """Raises ArgumentsError: there is no such shop."""
    names = shop_names(root)
    if name not in names:
        raise ArgumentsError(f"there is no shop {name}", did_you_mean(name, names, "There is"))


def read_shop(root: Path, name: str, findings: Findings) -> Shop | None:
    """The demands; None where the file cannot be read at all."""
    source = read_source(root, shop_file(name), findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the shop", findings)
    bleeds = fields.group("bleeds", needed=False)
    standard = fields.choice("standard", STANDARDS)
    shop = Shop(
        id=name,
        name=fields.text("name", needed=True),
        bleed=mm(fields.number("bleed", least=0)),
        bleeds={entry.key.text: mm(bleeds.number(entry.key.text, least=0)) for entry in bleeds.all()},
        safe=mm(fields.number("safe", least=0)),
        marks=fields.flag("marks"),
        standard="X-1a" if standard == "X-1a" else "X-4",
        outlined=fields.flag("outlined"),
        ink_limit=fields.number("ink_limit", least=100),
        least_line=fields.number("least_line", least=0),
        profile=fields.text("profile", needed=True),
        condition=fields.text("condition", needed=True),
        condition_name=fields.text("condition_name", needed=True),
    )
    _judge_profile(root, shop, fields)
    fields.done(NOTES)
    return shop


_PROFILE = re.compile(r"[\w.-]{1,60}\.icc")
"""No folder, and no longer than the name of a file may be in every system, in letters of four bytes too."""


def _judge_profile(root: Path, shop: Shop, fields: Fields) -> None:
    """Of a printer, in CMYK, of ICC version 2 (print.md; ICC.1:2010, 7.2: class at byte 12, space at 16)."""
    path = root / "content" / "profiles" / shop.profile
    if not _PROFILE.fullmatch(shop.profile) or not path.is_file():
        fields.findings.error(
            "no-profile",
            f"there is no colour profile '{shop.profile}' in content/profiles",
            fields.value_at("profile"),
            "Put the shop's .icc file there, with its licence beside it, or name one that is there.",
        )
        return
    if leads_outside(root, path):
        tell_outside(f"content/profiles/{shop.profile}", fields.findings)
        return
    with path.open("rb") as opened:
        head = opened.read(40)
    if (head[12:16], head[16:20], head[36:40]) != (b"prtr", b"CMYK", b"acsp"):
        fields.findings.error(
            "wrong-profile",
            f"the colour profile '{shop.profile}' is not one of a printing press in CMYK",
            fields.value_at("profile"),
            "Ask the shop for its ICC output profile.",
        )
