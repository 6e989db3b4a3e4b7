"""Slots with signs and bubbles: rows, signs alone, the own name, what to say, the stamp field."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.base.inks import PAPER
from brochure.content.slot_fields import SlotFields, ungrounded
from brochure.model.places import Area, Frame
from brochure.model.slots import EndonymSlot, RowsSlot, Rule, SaySlot, SignsSlot, StampFieldSlot

MOST_ROWS = 60


def read_rows(slot: SlotFields) -> RowsSlot:
    """``columns`` side by side, ``across`` from the start of one to the next; filled line by line.

    Words stand ``beside`` the tile in what the measure leaves, or ``below`` it as wide as the measure. A sign is as
    large as the tile's shorter side, or as ``sign`` says, in the middle of its tile.
    """
    fields = slot.fields
    x, y, pitch = (slot.length(key) for key in ("x", "y", "pitch"))
    columns = fields.whole("columns", least=1, most=100) if fields.entry("columns") else 1
    across = slot.length_or("across", 0.0)
    count = min(fields.whole("count", least=1), MOST_ROWS)
    tile = _tile(slot.group("tile"))
    size = slot.length_or("sign", min(tile.width, tile.height))
    gap, measure = slot.length("gap", least=0), slot.length("measure", least=1)
    below = fields.choice("words", ("beside", "below"), needed=False) == "below"
    places = [(x + across * (row % columns), y + pitch * (row // columns)) for row in range(count)]
    tiles = [Area(left, top, tile.width, tile.height, tile.radius, tile.ink) for left, top in places]
    return RowsSlot(
        tiles=tuple(tiles),
        signs=tuple(_middle(each, size) for each in tiles),
        frames=tuple(
            _below(each, pitch, gap, measure) if below else _beside(each, pitch, gap, measure)
            for each in tiles
        ),
        below=below,
        role=slot.role(),
        ink=slot.ink(),
        accent=slot.ink("accent"),
    )


def _tile(group: SlotFields) -> Area:
    """A square of ``size``, or as high as that and ``width`` wide; its place is that of its row."""
    height = group.length("size", least=1)
    tile = Area(0, 0, group.length_or("width", height), height, group.length("radius", least=0), group.ink())
    group.done()
    return tile


def _middle(tile: Area, size: float) -> Area:
    return Area(tile.x + (tile.width - size) / 2, tile.y + (tile.height - size) / 2, size, size, 0, tile.ink)


def _beside(tile: Area, pitch: float, gap: float, measure: float) -> Frame:
    used = tile.width + gap
    return Frame(tile.x + used, tile.y + tile.height / 2 - pitch / 2, measure - used, pitch)


def _below(tile: Area, pitch: float, gap: float, measure: float) -> Frame:
    return Frame(tile.x, tile.y + tile.height + gap, measure, pitch - tile.height - gap)


def read_signs(slot: SlotFields) -> SignsSlot:
    """``bubble`` around all of them, or ``tile``: radius and ink of a ground for each."""
    bubble, tile = slot.bubble_if_any(), slot.optional("tile")
    radius, ground = 0.0, PAPER.name
    if tile is not None:
        radius, ground = tile.length("radius", least=0), tile.ink()
        tile.done()
    bare = [ungrounded(place) for place in slot.fields.number_lists("places", 4)]
    places = tuple(replace(place, radius=radius, ink=ground) for place in bare)
    ink = slot.ink()
    return SignsSlot(bubble, places, ink, slot.ink("accent", otherwise=ink))


def read_endonym(slot: SlotFields) -> EndonymSlot:
    """The bubble, and the frame in which the name is centred in height."""
    return EndonymSlot(slot.bubble(), slot.frame(), slot.role())


def read_say(slot: SlotFields) -> SaySlot:
    """``bubble`` and ``rule`` may be left out."""
    phrase, sound, meaning = (slot.text(key) for key in ("phrase", "sound", "meaning"))
    group, rule = slot.optional("rule"), None
    if group is not None:
        rule = Rule(group.length("y"), group.length("width", least=0))
        group.done()
    return SaySlot(slot.bubble_if_any(), phrase, sound, meaning, rule)


def read_stamp_field(slot: SlotFields) -> StampFieldSlot:
    """An outline and the place of its sign."""
    sign = ungrounded(slot.fields.numbers("sign", 4))
    return StampFieldSlot(slot.area(), slot.length("line", least=0), sign)
