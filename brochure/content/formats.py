"""``content/formats/<name>.yaml``: sheet, roles, panels, slots."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.lengths import mm
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.folders import stems_in
from brochure.content.folding import SideSpans, judge_folds, judge_page_count, named_once
from brochure.content.nodes import Mapping, compose
from brochure.content.paper import LARGEST, OFFICE, border, judge_scale, read_office, read_sheet
from brochure.content.slots import SlotReader
from brochure.content.source import read_source
from brochure.model.format import (
    Binding,
    DraftPlace,
    Format,
    Outside,
    PanelPlace,
    Product,
    Readers,
    Side,
)
from brochure.model.places import TypeRole
from brochure.model.slots import Slot
from brochure.model.theme import Theme

FOLDER = "content/formats"
GUIDE = "guide"
"""What units for front-line workers alone are marked for; other languages need not have them."""

TEST_KIT = "testkit"
"""Not a format of the paper: the pages with which readers test the signs."""

PROOF = "proof"
"""No format of the paper: the pages with which a reviewer judges the texts of a language."""

PRODUCTS = ("leaflet", "booklet", "card", "poster", "sheet", "finder", GUIDE, "phone", PROOF, TEST_KIT)
"""Names a unit or a service may be marked for, also while the format has no file yet."""

LARGEST_TYPE = 500
"""pt: a poster's number has 60. Sizes are tried by quarter points, from the largest down."""

READERS: tuple[Readers, ...] = ("each", "workers", "together")
OUTSIDE: tuple[Outside, ...] = ("front", "back")
BINDINGS: tuple[Binding, ...] = ("saddle",)

TARGETS = ("screen", "print", OFFICE)


def format_file(name: str) -> str:
    """Relative to the root."""
    return f"{FOLDER}/{name}.yaml"


def known_formats(root: Path) -> tuple[str, ...]:
    """Formats that have a file."""
    return stems_in(root / FOLDER, ".yaml")


class MadeFor(Struct, frozen=True):
    """What a format is made for: targets, and whose languages."""

    targets: tuple[str, ...]
    languages: Readers


def made_for_of(root: Path, name: str) -> MadeFor:
    """Read alone; what is wrong in its file is told where the whole of it is read."""
    unheard = Findings()
    source = read_source(root, format_file(name), unheard)
    tree = compose(source, unheard) if source else None
    if tree is None:
        return MadeFor((), "each")
    fields = Fields(tree, tree.span, "the format", unheard)
    return MadeFor(_targets(fields), _readers(fields))


def _readers(fields: Fields) -> Readers:
    """One file for each of the edition's languages where the key is left out."""
    chosen = fields.choice("languages", READERS, needed=False)
    return next(each for each in READERS if each == chosen)


def read_format(root: Path, name: str, theme: Theme, findings: Findings) -> Format | None:
    """The format; None where its file cannot be read at all, or has no page, or a page of no size."""
    source = read_source(root, format_file(name), findings)
    tree = compose(source, findings) if source else None
    read = _format(tree, name, theme, findings) if tree else None
    return read if read is not None and any(side.panels for side in read.sides) else None


def _format(tree: Mapping, name: str, theme: Theme, findings: Findings) -> Format | None:
    fields = Fields(tree, tree.span, "the format", findings)
    fields.choice("id", (name,))
    roles = {}
    for entry in fields.entries("roles", needed=True):
        role = Fields(entry.value, entry.key.span, f"the role '{entry.key.text}'", findings)
        roles[entry.key.text] = _role(entry.key.text, role)
    slots = SlotReader(roles, theme)
    before = findings.count
    sheet = read_sheet(fields.group("sheet"))
    width, height = sheet or (mm(LARGEST), mm(LARGEST))
    sides = named_once(_sides(fields.groups("sides", "a side"), slots), findings)
    if findings.count == before:  # a length may stand in for one that is not right
        judge_folds([side for side, _ in sides], [spans for _, spans in sides], width, findings)
    targets = _targets(fields)
    read = Format(
        id=name,
        width=width,
        height=height,
        bleed=mm(fields.number("bleed", least=0)),
        safe=mm(fields.number("safe", least=0, most=border(sheet))),
        targets=targets,
        languages=_readers(fields),
        sides=tuple(side for side, _ in sides),
        draft=_draft(fields.group("draft"), slots),
        office=read_office(fields, targets, [side.id for side, _ in sides if side.id], slots, sheet),
        binding=_binding(fields, len(sides)),
        product=_product(fields),
        pictures=fields.whole("pictures", least=1, most=4000) if fields.entry("pictures") else 0,
    )
    fields.done()
    _tell_no_page(read.sides, fields)
    if sheet is None:
        return None
    judge_scale(read, fields)
    return read


def _tell_no_page(sides: Sequence[Side], fields: Fields) -> None:
    if not sides:
        fields.findings.error(
            "missing-key", "the format has no 'sides'", fields.span, "Add at least one side with its panels."
        )
    elif not any(side.panels for side in sides):
        fields.findings.error(
            "missing-key",
            "the format has no side with a panel, so it has no page",
            fields.at("sides"),
            "Add sides: with at least one panel, as another format has them.",
        )


def _product(fields: Fields) -> Product | None:
    """For the job sheet."""
    if fields.entry("product") is None:
        return None
    group = fields.group("product")
    folded = group.numbers("finished", 2) if group.entry("finished") else None
    product = Product((mm(folded[0]), mm(folded[1])) if folded else None, group.text("paper"))
    group.done()
    return product


def _binding(fields: Fields, pages: int) -> Binding | None:
    if fields.entry("binding") is None:
        return None
    judge_page_count(pages, fields.value_at("binding"), fields.findings)
    chosen = fields.choice("binding", BINDINGS)
    return next(each for each in BINDINGS if each == chosen)


def _targets(fields: Fields) -> tuple[str, ...]:
    named = fields.scalars("targets", needed=True)
    for name in named:
        if name.text not in TARGETS:
            fields.findings.error(
                "unknown-value",
                f"there is no target '{name.text}'",
                name.span,
                f"Targets: {', '.join(TARGETS)}.",
            )
    return tuple(name.text for name in named if name.text in TARGETS)


def _role(name: str, fields: Fields) -> TypeRole:
    before = fields.findings.count
    weight = fields.choice("weight", ("regular", "bold"))
    role = TypeRole(
        name=name,
        size=fields.number("size", least=1, most=LARGEST_TYPE),
        floor=fields.number("floor", least=1, most=LARGEST_TYPE),
        leading=fields.number("leading", least=0.5, most=10),
        weight="bold" if weight == "bold" else "regular",
        lines=fields.whole("lines", least=1, most=1000),
        short_size=fields.number("short", least=1, most=LARGEST_TYPE) if fields.entry("short") else None,
        airy=fields.number("airy", least=0.5, most=10) if fields.entry("airy") else None,
    )
    fields.done()
    if fields.findings.count > before:  # a value may stand in for one that is not right
        return role
    if role.airy is not None and role.airy < role.leading:
        fields.findings.error(
            "wrong-type",
            f"'airy' of {fields.what} is less than its leading",
            fields.value_at("airy"),
            "It is the leading up to which lines move apart where room is left.",
        )
    if role.floor > role.size:
        fields.findings.error(
            "wrong-type",
            f"the floor of {fields.what} is above its size",
            fields.value_at("floor"),
            "The floor is the smallest size a text may shrink to.",
        )
    return role


def _draft(fields: Fields, slots: SlotReader) -> DraftPlace:
    place = DraftPlace(
        width=mm(fields.number("width", least=0)),
        height=mm(fields.number("height", least=0)),
        y=mm(fields.number("y")),
        line=mm(fields.number("line", least=0)),
        role=slots.role(fields),
    )
    fields.done()
    return place


def _sides(written: Sequence[Fields], slots: SlotReader) -> list[tuple[Side, SideSpans]]:
    """All sides in order; one that is like another one before it is told its slots by it."""
    sides: list[tuple[Side, SideSpans]] = []
    for fields in written:
        like = fields.scalar("like")
        if like is None:
            sides.append(_side(fields, slots))
            continue
        name = fields.text("id", needed=True)
        fields.done()
        single = {side.id: side for side, _ in sides if len(side.panels) == 1}
        if like.text in single:
            (panel,) = single[like.text].panels
            side = replace(single[like.text], id=name, panels=(replace(panel, id=name),))
            sides.append((side, SideSpans(fields.span, fields.span, (fields.span,))))
        else:
            fields.findings.error(
                "unknown-side",
                f"there is no side of one panel called {shown(like.text)} before this one",
                like.span,
                fields.findings.suggest(like.text, tuple(single), "There are"),
            )
    return sides


def _side(fields: Fields, slots: SlotReader) -> tuple[Side, SideSpans]:
    folds = tuple(mm(each) for each in _folds(fields))
    panels = fields.groups("panels", "a panel")
    side = Side(
        id=fields.text("id", needed=True),
        folds=folds,
        panels=tuple(_panel(panel, slots) for panel in panels),
    )
    _judge_stamped(side, panels)
    fields.done()
    return side, SideSpans(fields.span, fields.value_at("folds"), tuple(panel.span for panel in panels))


def _judge_stamped(side: Side, panels: Sequence[Fields]) -> None:
    """A panel without a stamp of its own opens with one that has it."""
    stamped = [place.id for place in side.panels if not place.opens_with]
    for place, fields in zip(side.panels, panels, strict=True):
        if place.opens_with and place.opens_with not in stamped:
            fields.findings.error(
                "unknown-panel",
                f"the panel '{place.id}' opens with '{place.opens_with}', "
                "but no panel of that name on its side bears a DRAFT stamp",
                fields.value_at("opens_with"),
                fields.findings.suggest(place.opens_with, stamped, "Such panels are"),
            )


def _folds(fields: Fields) -> tuple[float, ...]:
    return fields.numbers("folds", len(fields.scalars("folds"))) if fields.entry("folds") else ()


def _panel(fields: Fields, slots: SlotReader) -> PanelPlace:
    name = fields.text("id", needed=True)
    column = fields.group("column")
    column_x, measure = mm(column.number("x")), mm(column.number("measure", least=1))
    column.done()
    read: dict[str, Slot] = {}
    for entry in fields.entries("slots", needed=True):
        slot = Fields(entry.value, entry.key.span, f"the slot '{entry.key.text}'", fields.findings)
        read[entry.key.text] = slots.slot(slot)
    panel = PanelPlace(
        name,
        mm(fields.number("x")),
        mm(fields.number("width", least=1)),
        column_x,
        measure,
        read,
        _outside(fields),
        fields.text("opens_with"),
    )
    fields.done()
    return panel


def _outside(fields: Fields) -> Outside | None:
    if fields.entry("outside") is None:
        return None
    chosen = fields.choice("outside", OUTSIDE)
    return next(each for each in OUTSIDE if each == chosen)
