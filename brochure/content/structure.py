"""``content/brochure.yaml``: what stands in which slot, as it is written; ``placing`` judges it against a format."""

from __future__ import annotations

from collections.abc import Mapping as Named
from dataclasses import dataclass
from pathlib import Path

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.nodes import Scalar, compose
from brochure.content.source import read_source

FILE = "content/brochure.yaml"


@dataclass(frozen=True, slots=True)
class Name:
    """A name of something else, and where it is written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class BlockPlan:
    """One block. ``kind``: the kind of slot that its keys ask for. What a kind does not need is None or empty."""

    slot: Name
    kind: str
    heading: Name | None
    texts: tuple[Name, ...]
    rows: tuple[Name, ...]
    call: Name | None
    contact: Name | None
    tear_off: Name | None
    sign_of: Name | None

    @property
    def units(self) -> tuple[Name, ...]:
        """Every unit the block prints."""
        return (*((self.heading,) if self.heading else ()), *self.texts, *self.rows)

    @property
    def signed(self) -> tuple[Name, ...]:
        """Every unit whose sign the block draws."""
        return (*self.rows, *((self.sign_of,) if self.sign_of else ()))


@dataclass(frozen=True, slots=True)
class PanelPlan:
    """One panel. ``blocks`` in reading order."""

    id: Name
    blocks: tuple[BlockPlan, ...]


@dataclass(frozen=True, slots=True)
class FormatPlan:
    """``panels`` in reading order."""

    title: Name | None
    panels: tuple[PanelPlan, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Structure:
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


def _format(fields: Fields) -> FormatPlan:
    title = fields.scalar("title", needed=True)
    panels = []
    group = fields.group("panels")
    for entry in group.all():
        blocks = group.groups(entry.key.text, f"a block of the panel '{entry.key.text}'")
        read = (_block(block) for block in blocks)
        panels.append(PanelPlan(_name(entry.key), tuple(each for each in read if each is not None)))
    fields.done()
    return FormatPlan(_name(title) if title else None, tuple(panels), fields.span)


def _name(scalar: Scalar) -> Name:
    return Name(scalar.text, scalar.span)


def _one(fields: Fields, key: str, *, needed: bool = False) -> Name | None:
    found = fields.scalar(key, needed=needed)
    return _name(found) if found else None


def _block(fields: Fields) -> BlockPlan | None:
    slot = _one(fields, "slot", needed=True)
    rows = tuple(_name(each) for each in fields.scalars("rows"))
    texts = tuple(_name(each) for each in fields.scalars("text"))
    heading, call, contact = _one(fields, "heading"), _one(fields, "call"), _one(fields, "contact")
    tear_off, sign_of = _one(fields, "tear_off"), _one(fields, "sign_of")
    fields.done()
    asked = {"rows": rows, "call": call, "contact": contact, "tear-off": tear_off}
    kinds = [kind for kind, said in asked.items() if said]
    if not kinds and (heading or texts):
        kinds = ["box" if heading and texts else "heading" if heading else "text"]
    if slot is None or len(kinds) != 1:
        if slot is not None:
            fields.findings.error(
                "wrong-block",
                f"the block in slot '{slot.text}' says {' and '.join(kinds) or 'nothing'}; it is to say one thing",
                slot.span,
                "A block has heading, text, rows, call, contact or tear_off; a box has heading and text.",
            )
        return None
    return BlockPlan(slot, kinds[0], heading, texts, rows, call, contact, tear_off, sign_of)
