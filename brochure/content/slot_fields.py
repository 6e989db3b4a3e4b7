"""The parts that slots are made of: roles, inks, places, lines. Millimetres of the sheet become pt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brochure.base.inks import PAPER
from brochure.base.lengths import mm
from brochure.content.fields import Fields
from brochure.content.findings import shown
from brochure.model.places import Area, Bubble, Frame, Tail, TypeRole
from brochure.model.slots import OneLine, TextSlot
from brochure.model.theme import Theme


class SlotFields:
    """One slot's mapping. ``roles`` of the format and ``theme`` are what it refers to."""

    def __init__(self, fields: Fields, roles: Mapping[str, TypeRole], theme: Theme) -> None:
        self.fields = fields
        self._roles = roles
        self._theme = theme

    def length(self, key: str, *, least: float | None = None) -> float:
        return mm(self.fields.number(key, least=least))

    def length_or(self, key: str, otherwise: float) -> float:
        """A length in pt that may be left out."""
        return self.length(key, least=0) if self.fields.entry(key) else otherwise

    def group(self, key: str) -> SlotFields:
        """The mapping under ``key``; whoever asks calls ``done`` on it."""
        return SlotFields(self.fields.group(key), self._roles, self._theme)

    def optional(self, key: str) -> SlotFields | None:
        return self.group(key) if self.fields.entry(key) else None

    def done(self) -> None:
        self.fields.done()

    def role(self, key: str = "role") -> TypeRole:
        fields = self.fields
        name = fields.scalar(key, needed=True)
        if name and name.text in self._roles:
            return self._roles[name.text]
        if name:
            fields.findings.error(
                "unknown-role",
                f"the format has no role {shown(name.text)}",
                name.span,
                fields.findings.suggest(name.text, self._roles, "Its roles"),
            )
        return next(iter(self._roles.values()), TypeRole("", 10, 10, 1.2, "regular", 1))

    def ink(self, key: str = "ink", otherwise: str = "") -> str:
        """An ink of the theme, or the paper. ``otherwise``: the one that stands in for a key left out."""
        fields = self.fields
        name = fields.scalar(key, needed=not otherwise)
        inks = (*self._theme.inks, PAPER.name)
        if name is None or name.text in inks:
            return name.text if name else otherwise or "black"
        fields.findings.error(
            "unknown-ink",
            f"the theme has no ink {shown(name.text)}",
            name.span,
            fields.findings.suggest(name.text, inks, "Its inks"),
        )
        return "black"

    def frame(self) -> Frame:
        x, y, width, height = (mm(each) for each in self.fields.numbers("frame", 4))
        return Frame(x, y, width, height)

    def area(self, key: str = "area") -> Area:
        group = self.group(key)
        area = group.ground()
        group.done()
        return area

    def ground(self) -> Area:
        """``place``, ``radius`` and ``ink`` of this very mapping."""
        x, y, width, height = (mm(each) for each in self.fields.numbers("place", 4))
        return Area(x, y, width, height, self.length("radius", least=0), self.ink())

    def bubble(self) -> Bubble:
        group = self.group("bubble")
        bubble = Bubble(group.ground(), group.tail())
        group.done()
        return bubble

    def bubble_if_any(self) -> Bubble | None:
        return self.bubble() if self.fields.entry("bubble") else None

    def tail(self) -> Tail | None:
        """Left out: a plain area."""
        tail = self.optional("tail")
        if tail is None:
            return None
        width, height = (mm(each) for each in tail.fields.numbers("size", 2))
        side = tail.fields.choice("side", ("start", "end"))
        read = Tail("end" if side == "end" else "start", tail.length("offset", least=0), width, height)
        tail.done()
        return read

    def line(self, key: str) -> OneLine:
        group = self.group(key)
        line = OneLine(group.role(), group.length("baseline"))
        group.done()
        return line

    def text(self, key: str) -> TextSlot:
        group = self.group(key)
        text = group.words()
        group.done()
        return text

    def words(self) -> TextSlot:
        """Their frame, their role, and how they stand in it."""
        baseline = self.length("baseline") if self.fields.entry("baseline") else None
        return TextSlot(self.frame(), self.role(), False, baseline, self.length_or("parted", 0.0))

    def sign(self, key: str = "sign") -> tuple[Area, str]:
        """Place of a sign on a ground of something else, and its ink."""
        group = self.group(key)
        place, ink = ungrounded(group.fields.numbers("place", 4)), group.ink()
        group.done()
        return place, ink


def ungrounded(place: Sequence[float]) -> Area:
    """The place, in mm, of a sign that stands on a coloured area: no ground of its own."""
    x, y, width, height = (mm(each) for each in place)
    return Area(x, y, width, height, 0, PAPER.name)
