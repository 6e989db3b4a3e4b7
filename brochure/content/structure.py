"""``content/brochure.yaml``: what stands in which slot, as it is written; ``placing`` judges it against a format."""

from __future__ import annotations

from collections.abc import Mapping as Named
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Scalar, compose
from brochure.content.source import read_source

FILE = "content/brochure.yaml"


class Name(Struct, frozen=True):
    """A name of something else, and where it is written."""

    text: str
    span: Span


_LEADING = {
    "rows": "rows",
    "call": "call",
    "contact": "contact",
    "number": "number",
    "service": "service",
    "list": "list",
    "tear_off": "tear-off",
    "tabs": "tabs",
    "title": "title",
    "signs_of": "signs",
    "say": "say",
    "cells": "cells",
}
"""The key that makes a block what it is, and its kind."""

_BESIDE: Named[str, tuple[str, ...]] = {
    "call": ("sign_of", "text"),
    "contact": ("sign_of", "text"),
    "number": ("sign_of",),
    "service": ("sign_of", "text"),
    "title": ("line",),
    "stamp-field": ("sign_of",),
    "box": ("heading", "text"),
    "heading": ("heading",),
    "text": ("text",),
    "cells": ("text", "answers"),
}
"""By kind, the keys that may stand beside the leading one."""

SHOWN = ("endonym", "stamp-field", "code-line")
"""Kinds of block that name nothing: the program knows what stands in them."""

LISTS = ("edition", "sheet", "workers")
"""Whose languages stand in cells: all of the edition's, its ``sheet_languages``, those of front-line workers that the
rest of the document is not in.
"""

WRONG = ""
"""The kind of a block that cannot be read; a finding says why."""


class BlockPlan(Struct, frozen=True):
    """One block. ``kind``: the kind of slot that its keys ask for. What a kind does not need is None or empty.
    ``page``: from 0, of a panel that follows itself because its cells are too few for all languages.
    """

    slot: Name
    kind: str
    heading: Name | None
    texts: tuple[Name, ...]
    rows: tuple[Name, ...]
    items: tuple[Name, ...]
    call: Name | None
    contact: Name | None
    number: Name | None
    service: Name | None
    tear_off: Name | None
    tabs: Name | None
    title: Name | None
    line: Name | None
    signs_of: tuple[Name, ...]
    say: Name | None
    sign_of: Name | None
    cells: Name | None
    answers: tuple[Name, ...]
    page: int = 0

    @property
    def said(self) -> tuple[Name, Name] | None:
        """Sound and meaning of the phrase to say."""
        say = self.say
        return (
            (Name(f"say.{say.text}.sound", say.span), Name(f"say.{say.text}.meaning", say.span))
            if say
            else None
        )

    def retitled(self, title: Name, discreet: Discreet) -> BlockPlan:
        """With the discreet words where the block prints the document's ``title``."""
        if self.title is None or self.title.text != title.text:
            return self
        return replace(self, title=discreet.title, line=discreet.line if self.line else None)

    @property
    def units(self) -> tuple[Name, ...]:
        """Every unit the block prints."""
        single = (each for each in (self.heading, self.title, self.line) if each)
        return (*single, *self.texts, *self.rows, *self.items, *self.answers, *(self.said or ()))

    @property
    def signed(self) -> tuple[Name, ...]:
        """Every unit whose sign the block draws."""
        return (*self.rows, *self.signs_of, *((self.sign_of,) if self.sign_of else ()))


class PanelPlan(Struct, frozen=True):
    """One panel. ``blocks`` in reading order."""

    id: Name
    blocks: tuple[BlockPlan, ...]


class Discreet(Struct, frozen=True):
    """The variant that says even less about what the paper is for: its title and line, and the slots that stay empty
    in it, as ``panel.slot``. ``line``: None where nothing stands under the title.
    """

    title: Name
    line: Name | None
    without: tuple[Name, ...]


class FormatPlan(Struct, frozen=True):
    """``panels`` in reading order. ``discreet``: None where the format has no such variant."""

    title: Name | None
    discreet: Discreet | None
    panels: tuple[PanelPlan, ...]
    span: Span

    @property
    def beside_blocks(self) -> tuple[Name, ...]:
        """Units that no block names: the document's title, the discreet variant's words."""
        variant = (self.discreet.title, self.discreet.line) if self.discreet else ()
        return tuple(name for name in (self.title, *variant) if name)

    @property
    def subject(self) -> Name | None:
        """What stands under the document's title, where a block prints both."""
        if self.title is None:
            return None
        blocks = (block for panel in self.panels for block in panel.blocks)
        return next((each.line for each in blocks if each.title and each.title.text == self.title.text), None)

    def made_discreet(self) -> FormatPlan:
        """The plan of the discreet variant; this one where there is none."""
        discreet = self.discreet
        if discreet is None or self.title is None:
            return self
        empty = {name.text for name in discreet.without}
        panels = tuple(
            PanelPlan(
                panel.id,
                tuple(
                    block.retitled(self.title, discreet)
                    for block in panel.blocks
                    if f"{panel.id.text}.{block.slot.text}" not in empty
                ),
            )
            for panel in self.panels
        )
        return replace(self, title=discreet.title, panels=panels)

    @property
    def units(self) -> tuple[Name, ...]:
        """Every unit the format prints in any variant."""
        blocks = (block for panel in self.panels for block in panel.blocks)
        return (*self.beside_blocks, *(unit for block in blocks for unit in block.units))


class Structure(Struct, frozen=True):
    """``signs``: unit (with its span) to the sign that stands beside it."""

    signs: Named[str, tuple[Span, Name]]
    formats: Named[str, FormatPlan]


def read_structure(root: Path, findings: Findings) -> Structure | None:
    """The structure; None where the file cannot be read at all."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the structure", findings)
    signs: dict[str, tuple[Span, Name]] = {}
    group = fields.group("signs")
    for entry in group.all():
        name = group.scalar(entry.key.text)
        if name is not None:
            signs[entry.key.text] = (entry.key.span, Name(name.text, name.span))
    formats = {
        entry.key.text: _format(
            Fields(entry.value, entry.key.span, f"the format '{entry.key.text}'", findings)
        )
        for entry in fields.entries("formats", needed=True)
    }
    fields.done()
    return Structure(signs, formats)


def discreet_formats(root: Path) -> frozenset[str]:
    """Formats that have a discreet variant, read alone; what is wrong is told where the whole file is read."""
    unheard = Findings()
    source = read_source(root, FILE, unheard)
    tree = compose(source, unheard) if source else None
    fields = Fields(tree, Span(FILE), "the structure", unheard)
    return frozenset(
        entry.key.text
        for entry in fields.entries("formats")
        if Fields(entry.value, entry.key.span, "a format", unheard).entry("discreet")
    )


def _format(fields: Fields) -> FormatPlan:
    title, discreet = _one(fields, "title", needed=True), _discreet(fields)
    panels = []
    group = fields.group("panels")
    for entry in group.all():
        blocks = group.groups(entry.key.text, f"a block of the panel '{entry.key.text}'")
        read = (_block(block) for block in blocks)
        panels.append(PanelPlan(_name(entry.key), tuple(each for each in read if each is not None)))
    fields.done()
    return FormatPlan(title, discreet, tuple(panels), fields.span)


def _discreet(fields: Fields) -> Discreet | None:
    if fields.entry("discreet") is None:
        return None
    group = fields.group("discreet")
    title, line = _one(group, "title", needed=True), _one(group, "line")
    without = _names(group, "without")
    group.done()
    return Discreet(title, line, without) if title else None


def _name(scalar: Scalar) -> Name:
    return Name(scalar.text, scalar.span)


def _one(fields: Fields, key: str, *, needed: bool = False) -> Name | None:
    found = fields.scalar(key, needed=needed)
    return _name(found) if found else None


def _names(fields: Fields, key: str) -> tuple[Name, ...]:
    return tuple(_name(each) for each in fields.scalars(key))


_NAMING_ONE = (
    *(
        "heading",
        "call",
        "contact",
        "number",
        "service",
        "tear_off",
        "tabs",
        "title",
        "line",
        "say",
        "sign_of",
    ),
    "cells",
)
_NAMING_MORE = ("text", "rows", "list", "signs_of", "answers")


def _block(fields: Fields) -> BlockPlan | None:
    slot, shows = _one(fields, "slot", needed=True), _one(fields, "shows")
    one = {key: _one(fields, key) for key in _NAMING_ONE}
    many = {key: _names(fields, key) for key in _NAMING_MORE}
    fields.done()
    if slot is None:
        return None
    keys = [key for key, said in {**one, **many}.items() if said]
    return BlockPlan(
        slot=slot,
        kind=_kind(slot, keys, shows, fields.findings),
        heading=one["heading"],
        texts=many["text"],
        rows=many["rows"],
        items=many["list"],
        call=one["call"],
        contact=one["contact"],
        number=one["number"],
        service=one["service"],
        tear_off=one["tear_off"],
        tabs=one["tabs"],
        title=one["title"],
        line=one["line"],
        signs_of=many["signs_of"],
        say=one["say"],
        sign_of=one["sign_of"],
        cells=one["cells"],
        answers=many["answers"],
    )


def _kind(slot: Name, keys: list[str], shows: Name | None, findings: Findings) -> str:
    """The kind of block that ``keys`` make; ``WRONG`` where they say nothing, two things, or one too many."""
    if shows and shows.text not in SHOWN:
        findings.error(
            "unknown-value",
            f"'shows' of the block in slot '{slot.text}' is {shown(shows.text)}",
            shows.span,
            findings.suggest(shows.text, SHOWN, "It can be"),
        )
        return WRONG
    kinds = [_LEADING[key] for key in keys if key in _LEADING] + ([shows.text] if shows else [])
    words = [key for key in ("heading", "text") if key in keys]
    if not kinds and words:
        kinds = ["box" if len(words) > 1 else words[0]]
    if len(kinds) != 1:
        findings.error(
            "wrong-block",
            f"the block in slot '{slot.text}' says {' and '.join(kinds) or 'nothing'}; it is to say one thing",
            slot.span,
            f"A block has heading, text, {', '.join(_LEADING)} or shows; a box has heading and text.",
        )
        return WRONG
    (kind,) = kinds
    for key in keys:
        if _LEADING.get(key) != kind and key not in _BESIDE.get(kind, ()):
            findings.error(
                "wrong-block",
                f"the block in slot '{slot.text}' is {kind}, which has no '{key}'",
                slot.span,
                f"Take '{key}' out, or make a block of its own of it.",
            )
            return WRONG
    return kind
