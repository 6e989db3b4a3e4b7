"""A document of one panel, and a typesetter whose every character is half an em wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from brochure.base.geometry import Outline, Segment
from brochure.base.inks import Cmyk, Ink, Rgb
from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.model.document import Contact, Document, Heading, Panel, Row, Rows, TearOff, Text
from brochure.model.fonts import Face
from brochure.model.format import DraftPlace, Format, PanelPlace, Side
from brochure.model.language import Direction, Language
from brochure.model.places import Area, Frame, TypeRole
from brochure.model.sign import Sign, SignLayer, SignRole, SignUse
from brochure.model.slots import ContactSlot, HeadingSlot, OneLine, RowsSlot, TearOffSlot, TextSlot
from brochure.model.theme import ScriptStyle, Theme
from brochure.model.unit import Fact, FactKind, Piece, Unit, Words
from brochure.text.lines import Cluster, InkExtent, Line, LoneMark, MissingGlyph, Run

WIDTH = 0.5
FACE = Face("Half-Regular", "half", "regular", Path("half.ttf"), "")


@dataclass(frozen=True)
class HalfPrepared:
    characters: tuple[tuple[str, int], ...]
    missing: tuple[MissingGlyph, ...]
    direction: Direction
    lone: tuple[LoneMark, ...] = ()

    @property
    def text(self) -> str:
        return "".join(character for character, _ in self.characters)


class HalfTypesetter:
    """Breaks at spaces, first fit; a ``?`` from the far side of Unicode is missing."""

    def prepare(self, pieces: Sequence[Piece], language: Language, _weight: str) -> HalfPrepared:
        characters = tuple((c, n) for n, piece in enumerate(pieces) for c in piece.text)
        missing = tuple(
            MissingGlyph(c, (FACE.id,), pieces[n].span) for c, n in characters if ord(c) > 0x2FFFF
        )
        return HalfPrepared(characters, missing, language.direction)

    def set_lines(self, prepared: HalfPrepared, size: float, measure: float) -> tuple[Line, ...]:
        return self._set(prepared.characters, prepared.direction, size, measure)

    def set_sentences(
        self, prepared: HalfPrepared, size: float, measure: float
    ) -> tuple[tuple[Line, ...], ...]:
        sentences: list[list[tuple[str, int]]] = [[]]
        for word in _words(prepared.characters):
            if _ends_sentence(sentences[-1]):
                sentences.append([])
            sentences[-1] += word
        return tuple(self._set(each, prepared.direction, size, measure) for each in sentences)

    def _set(
        self, characters: Sequence[tuple[str, int]], direction: Direction, size: float, measure: float
    ) -> tuple[Line, ...]:
        em = size * WIDTH
        rows: list[list[tuple[str, int]]] = [[]]
        for word in _words(characters):
            bare = [c for c in word if c[0] != " "]
            if rows[-1] and (len(rows[-1]) + len(bare)) * em > measure + 1e-9:
                rows.append([])
            rows[-1].extend(word)
        return tuple(self._line(row, em, size, direction) for row in rows)

    def _line(self, row: list[tuple[str, int]], em: float, size: float, direction: Direction) -> Line:
        while row and row[-1][0] == " ":
            row.pop()
        width = len(row) * em
        runs: list[Run] = []
        for n, (character, piece) in enumerate(row):
            x = n * em if direction == "ltr" else width - (n + 1) * em
            cluster = Cluster(character, x, em, ())
            if runs and runs[-1].piece == piece:
                last = runs.pop()
                runs.append(Run(FACE, size, direction, "Latn", "", piece, (*last.clusters, cluster)))
            else:
                runs.append(Run(FACE, size, direction, "Latn", "", piece, (cluster,)))
        return Line(tuple(runs), width, InkExtent(0, width, 0.7 * size, 0.2 * size))


def _words(characters: Sequence[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    words: list[list[tuple[str, int]]] = [[]]
    for item in characters:
        words[-1].append(item)
        if item[0] == " ":
            words.append([])
    return [word for word in words if word]


def _ends_sentence(row: Sequence[tuple[str, int]]) -> bool:
    return "".join(c for c, _ in row).rstrip().endswith((".", "?"))


def unit(address: str, *pieces: str | Fact) -> Unit:
    span = Span("content/languages/xx.yaml", 3, 5)
    return Unit(address, tuple(Words(p, span) if isinstance(p, str) else p for p in pieces), span)


PHONE = Fact("help.phone", FactKind.PHONE, "+352 12 34 56", Span("e.yaml", 9, 1), uri="tel:+352123456")
NAME = Fact("help.name", FactKind.NAME, "ASSO", Span("e.yaml", 8, 1), language="fr")
SIGN = Sign(
    "hand",
    (SignLayer(SignRole.INK, Outline((Segment("M", (4, 4)), Segment("L", (60, 60)), Segment("Z")))),),
    True,
    Span("pictograms/hand.svg"),
)
USE = SignUse(SIGN, unit("alt.hand", "A hand"))

ROLES = {
    "heading": TypeRole("heading", 18, 14, 1.12, "bold", 2),
    "row": TypeRole("row", 12, 10, 1.25, "regular", 2),
    "body": TypeRole("body", 10, 9, 1.2, "regular", 4),
    "number": TypeRole("number", 17, 17, 1, "bold", 1),
    "tear_off": TypeRole("tear_off", 38, 38, 1, "bold", 1),
    "prefix": TypeRole("prefix", 12, 12, 1, "bold", 1),
    "draft": TypeRole("draft", 7.5, 7.5, 1, "bold", 1),
}


def _ink(name: str, c: float = 0, m: float = 0, y: float = 0, k: float = 0) -> Ink:
    return Ink(name, Cmyk(c, m, y, k), Rgb(1 - c, 1 - m, 1 - y))


def _frame(x: float, y: float, width: float, height: float) -> Frame:
    return Frame(mm(x), mm(y), mm(width), mm(height))


def _area(x: float, y: float, width: float, height: float, ink: str) -> Area:
    return Area(mm(x), mm(y), mm(width), mm(height), mm(2), ink)


def one_panel() -> PanelPlace:
    slots = {
        "heading": HeadingSlot(_frame(8, 10, 85, 16), mm(24.4), ROLES["heading"], 1),
        "rows": RowsSlot(
            tuple(_area(8, 29 + 15.5 * k, 13.5, 13.5, "mist") for k in range(2)),
            tuple(_area(8, 29 + 15.5 * k, 13.5, 13.5, "mist") for k in range(2)),
            tuple(_frame(25, 28 + 15.5 * k, 68, 15.5) for k in range(2)),
            False,
            ROLES["row"],
            "black",
            "petrol",
        ),
        "contact": ContactSlot(
            _area(8, 80, 13.5, 13.5, "mist"),
            _frame(25, 80, 68, 20),
            ROLES["number"],
            ROLES["body"],
            "black",
            "black",
            mm(0.6),
            mm(1.9),
        ),
        "foot": TextSlot(_frame(8, 110, 85, 19), ROLES["body"]),
        "tear_off": TearOffSlot(
            _area(8, 184.5, 85, 20.5, "sun"),
            _frame(12, 185, 77, 19),
            OneLine(ROLES["prefix"], mm(190.6)),
            OneLine(ROLES["tear_off"], mm(201.8)),
            0.0,
            mm(180.6),
            mm(100),
        ),
    }
    return PanelPlace("first", 0.0, mm(100), mm(8), mm(85), slots)


def make_document(direction: Direction, row_text: str = "You have no rest.", draft: bool = True) -> Document:
    theme = Theme(
        {
            "black": _ink("black", k=1),
            "petrol": _ink("petrol", 0.9, 0.5, 0.5),
            "mist": _ink("mist", 0.18),
            "sun": _ink("sun", y=0.65),
        },
        {"Latn": ScriptStyle(1, 1.25, 0.54), "Arab": ScriptStyle(1.14, 1.42, 0.5)},
    )
    place = one_panel()
    form = Format(
        "leaflet",
        mm(297),
        mm(210),
        mm(3),
        mm(4),
        ("screen",),
        (Side("inside", (mm(100),), (place,)),),
        DraftPlace(mm(15), mm(4.4), mm(5.2), 0.75, ROLES["draft"]),
    )
    blocks = (
        Heading("heading", unit("s.heading", "Is this you?")),
        Rows(
            "rows", (Row(unit("s.one", row_text), USE), Row(unit("s.two", "Someone took your papers."), USE))
        ),
        Contact("contact", USE, (PHONE,), (unit("c.what", "They listen."),)),
        Text("foot", (unit("h.condition", "The police decide. ", NAME, " can explain."),)),
        TearOff("tear_off", PHONE),
    )
    language = Language("xx", "Latn", direction, "xx", "xx")
    return Document(
        language,
        "luxembourg",
        "LU-A",
        "2026-11-22",
        "+352",
        unit("cover.title", "Help"),
        form,
        theme,
        (Panel("first", blocks),),
        draft,
    )
