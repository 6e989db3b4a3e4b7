"""One slot of a format from its mapping. Millimetres of the sheet become pt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from brochure.base.inks import PAPER
from brochure.base.lengths import mm
from brochure.content.fields import Fields
from brochure.content.findings import shown
from brochure.model.places import Area, Bubble, Frame, TypeRole
from brochure.model.slots import (
    BoxSlot,
    CallSlot,
    CodeLineSlot,
    ContactSlot,
    EndonymSlot,
    HeadingSlot,
    RowsSlot,
    SaySlot,
    SignsSlot,
    Slot,
    StampFieldSlot,
    TearOffSlot,
    TextSlot,
    TitleSlot,
)
from brochure.model.theme import Theme

MOST_ROWS = 60


class SlotReader:
    """``roles`` of the format and ``theme`` are what the slots refer to."""

    def __init__(self, roles: Mapping[str, TypeRole], theme: Theme) -> None:
        self._roles = roles
        self._theme = theme
        self._kinds: dict[str, Callable[[Fields], Slot]] = {
            "heading": self._heading,
            "text": self._anchored_text,
            "rows": self._rows,
            "box": self._box,
            "call": self._call,
            "contact": self._contact,
            "tear-off": self._tear_off,
            "endonym": self._endonym,
            "title": self._title,
            "signs": self._signs,
            "say": self._say,
            "stamp-field": self._stamp_field,
            "code-line": self._code_line,
        }

    def slot(self, fields: Fields) -> Slot:
        """The slot of the kind it names; unknown keys are told."""
        read = self._kinds[fields.choice("kind", tuple(self._kinds))]
        slot = read(fields)
        fields.done()
        return slot

    def role(self, fields: Fields, key: str = "role") -> TypeRole:
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

    def ink(self, fields: Fields, key: str = "ink") -> str:
        name = fields.scalar(key, needed=True)
        inks = (*self._theme.inks, PAPER.name)
        if name is None or name.text in inks:
            return name.text if name else "black"
        fields.findings.error(
            "unknown-ink",
            f"the theme has no ink {shown(name.text)}",
            name.span,
            fields.findings.suggest(name.text, inks, "Its inks"),
        )
        return "black"

    def _heading(self, fields: Fields) -> HeadingSlot:
        level = fields.whole("level", least=1)
        return HeadingSlot(_frame(fields), mm(fields.number("baseline")), self.role(fields), level)

    def _text(self, fields: Fields) -> TextSlot:
        return TextSlot(_frame(fields), self.role(fields))

    def _anchored_text(self, fields: Fields) -> TextSlot:
        at_bottom = fields.choice("anchor", ("top", "bottom"), needed=False) == "bottom"
        return TextSlot(_frame(fields), self.role(fields), at_bottom)

    def _rows(self, fields: Fields) -> RowsSlot:
        x, y, pitch = (mm(fields.number(key)) for key in ("x", "y", "pitch"))
        gap, measure = mm(fields.number("gap", least=0)), mm(fields.number("measure", least=1))
        count = min(fields.whole("count", least=1), MOST_ROWS)
        tile = fields.group("tile")
        size, radius, ink = (
            mm(tile.number("size", least=1)),
            mm(tile.number("radius", least=0)),
            self.ink(tile),
        )
        tile.done()
        tops = [y + pitch * row for row in range(count)]
        return RowsSlot(
            tuple(Area(x, top, size, size, radius, ink) for top in tops),
            tuple(
                Frame(x + size + gap, top + size / 2 - pitch / 2, measure - size - gap, pitch) for top in tops
            ),
            self.role(fields),
            self.ink(fields),
            self.ink(fields, "accent"),
        )

    def _box(self, fields: Fields) -> BoxSlot:
        heading = fields.group("heading")
        slot = BoxSlot(self._area(fields), self._heading(heading), self._text_of(fields, "text"))
        heading.done()
        return slot

    def _call(self, fields: Fields) -> CallSlot:
        sign = fields.group("sign")
        sign_area = _ungrounded(sign.numbers("place", 4))
        name, prefix = self._line(fields, "name"), self._line(fields, "prefix")
        number, more = self._line(fields, "number"), fields.group("more")
        slot = CallSlot(
            area=self._area(fields),
            frame=_frame(fields),
            sign=sign_area,
            ink=self.ink(sign),
            name=name[0],
            name_baseline=name[1],
            prefix=prefix[0],
            prefix_baseline=prefix[1],
            number=number[0],
            number_baseline=number[1],
            more=self.role(more),
            more_baseline=mm(more.number("baseline")),
            more_gap=mm(more.number("gap", least=0)),
            text=self._text_of(fields, "text"),
        )
        for group in (sign, more):
            group.done()
        return slot

    def _contact(self, fields: Fields) -> ContactSlot:
        return ContactSlot(
            tile=self._area(fields, "tile"),
            frame=_frame(fields),
            number=self.role(fields, "number"),
            text=self.role(fields, "text"),
            ink=self.ink(fields),
            accent=self.ink(fields, "accent"),
            drop=mm(fields.number("drop")),
            gap=mm(fields.number("gap")),
        )

    def _tear_off(self, fields: Fields) -> TearOffSlot:
        prefix, number = self._line(fields, "prefix"), self._line(fields, "number")
        line = fields.group("line")
        slot = TearOffSlot(
            area=self._area(fields),
            frame=_frame(fields),
            prefix=prefix[0],
            prefix_baseline=prefix[1],
            number=number[0],
            number_baseline=number[1],
            line_x=mm(line.number("x")),
            line_y=mm(line.number("y")),
            line_width=mm(line.number("width", least=0)),
        )
        line.done()
        return slot

    def _endonym(self, fields: Fields) -> EndonymSlot:
        return EndonymSlot(self._bubble(fields), _frame(fields), self.role(fields))

    def _title(self, fields: Fields) -> TitleSlot:
        gap = mm(fields.number("gap", least=0))
        return TitleSlot(_frame(fields), self.role(fields, "title"), self.role(fields, "line"), gap)

    def _signs(self, fields: Fields) -> SignsSlot:
        places = tuple(_ungrounded(place) for place in fields.number_lists("places", 4))
        return SignsSlot(self._bubble(fields), places, self.ink(fields))

    def _say(self, fields: Fields) -> SaySlot:
        phrase, sound, meaning = (self._text_of(fields, key) for key in ("phrase", "sound", "meaning"))
        rule = fields.group("rule")
        rule_y, width = mm(rule.number("y")), mm(rule.number("width", least=0))
        rule.done()
        return SaySlot(self._bubble(fields), phrase, sound, meaning, rule_y, width)

    def _text_of(self, fields: Fields, key: str) -> TextSlot:
        group = fields.group(key)
        text = self._text(group)
        group.done()
        return text

    def _stamp_field(self, fields: Fields) -> StampFieldSlot:
        sign = _ungrounded(fields.numbers("sign", 4))
        return StampFieldSlot(self._area(fields), mm(fields.number("line", least=0)), sign)

    def _code_line(self, fields: Fields) -> CodeLineSlot:
        return CodeLineSlot(_frame(fields), self.role(fields), mm(fields.number("baseline")))

    def _bubble(self, fields: Fields) -> Bubble:
        group = fields.group("bubble")
        tail = group.group("tail")
        width, height = (mm(each) for each in tail.numbers("size", 2))
        bubble = Bubble(
            self._ground(group),
            "end" if tail.choice("side", ("start", "end")) == "end" else "start",
            mm(tail.number("offset", least=0)),
            width,
            height,
        )
        tail.done()
        group.done()
        return bubble

    def _line(self, fields: Fields, key: str) -> tuple[TypeRole, float]:
        """A role and the baseline of its one line."""
        group = fields.group(key)
        line = (self.role(group), mm(group.number("baseline")))
        group.done()
        return line

    def _area(self, fields: Fields, key: str = "area") -> Area:
        group = fields.group(key)
        area = self._ground(group)
        group.done()
        return area

    def _ground(self, fields: Fields) -> Area:
        x, y, width, height = (mm(each) for each in fields.numbers("place", 4))
        return Area(x, y, width, height, mm(fields.number("radius", least=0)), self.ink(fields))


def _ungrounded(place: Sequence[float]) -> Area:
    """The place, in mm, of a sign that stands on a coloured area: no ground of its own."""
    x, y, width, height = (mm(each) for each in place)
    return Area(x, y, width, height, 0, PAPER.name)


def _frame(fields: Fields) -> Frame:
    x, y, width, height = (mm(each) for each in fields.numbers("frame", 4))
    return Frame(x, y, width, height)
