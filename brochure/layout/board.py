"""Pages that are put together piece by piece at given places: signs to look at, booklets for a test.

Nothing is fitted: who places words here knows their room. What a font lacks is a finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, groupby

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.geometry import Outline, Rect
from brochure.base.inks import Ink
from brochure.base.spans import Span
from brochure.layout.direction import SheetDirection
from brochure.layout.document import LaidOut
from brochure.layout.operations import (
    Artifact,
    Fill,
    Operation,
    OutlineEntry,
    PlacedDocument,
    PlacedPage,
    Role,
    SignDrawing,
    Stroke,
    TextLine,
)
from brochure.layout.shapes import rounded
from brochure.layout.structure import StructureTree
from brochure.model.fonts import Weight
from brochure.model.language import Language
from brochure.model.sign import Sign, SignRole
from brochure.model.theme import Theme
from brochure.model.unit import Unit, Words
from brochure.text.typesetter import Typesetter

ENGLISH = Language("en", "Latn", "ltr", "English", "English")
"""Of pages for the people who make the paper."""

RADIUS = 0.08
"""Of a coloured area behind a sign, by its side."""


class Tone(Struct, frozen=True):
    """The inks of a sign by role, and of what is behind it; None is the bare page."""

    ink: Ink
    accent: Ink
    paper: Ink
    ground: Ink | None = None

    @property
    def inks(self) -> tuple[tuple[SignRole, Ink], ...]:
        return ((SignRole.INK, self.ink), (SignRole.ACCENT, self.accent), (SignRole.PAPER, self.paper))


class Board:
    """Grows pages of one size; operations gather in reading order. Lengths in pt, x from the start edge."""

    def __init__(
        self, width: float, height: float, language: Language, theme: Theme, typesetter: Typesetter
    ) -> None:
        self.width, self.height = width, height
        self.language, self.theme, self.typesetter = language, theme, typesetter
        self.sheet = SheetDirection(width, language.direction)
        self.tree = StructureTree()
        self.black = theme.inks["black"]
        self._pages: list[list[Operation]] = []
        self._outline: list[OutlineEntry] = []
        self._findings: list[Finding] = []

    def turn(self) -> None:
        """Begins a page."""
        self._pages.append([])

    @property
    def pages(self) -> int:
        """How many were begun."""
        return len(self._pages)

    def words(
        self,
        said: Unit | str,
        x: float,
        baseline: float,
        size: float,
        measure: float,
        *,
        weight: Weight = "regular",
        role: Role = Role.P,
        middle: bool = False,
        sentences: bool = False,
    ) -> float:
        """Lines of a unit, or of English small print, from ``baseline`` down; the baseline of the last.

        ``middle``: each line in the middle of the measure. ``sentences``: where one line is too short, each starts one.
        A heading becomes a bookmark, too.
        """
        language = ENGLISH if isinstance(said, str) else self.language
        unit = printed(said) if isinstance(said, str) else said
        style = self.theme.style(language)
        prepared = self.typesetter.prepare(unit.pieces, language, weight)
        self._findings += [_missing(each.character, each.span) for each in prepared.missing]
        node = self.tree.leaf(role, "" if language is self.language else language.tag)
        if role in (Role.H1, Role.H2):
            entry = OutlineEntry(unit.text, node, len(self._pages) - 1, baseline - size)
            self._outline.append(entry)
        lines = self.typesetter.set_lines(prepared, size, measure)
        if sentences and len(lines) > 1:
            lines = tuple(chain.from_iterable(self.typesetter.set_sentences(prepared, size, measure)))
        y = baseline
        for number, line in enumerate(lines):
            y = baseline + number * size * style.size * style.leading
            start = x + (measure - line.width) / 2 if middle else x
            left = self.sheet.left(start, line.width)
            for _, runs in groupby(line.runs, key=lambda run: run.piece):
                part = replace(line, runs=tuple(runs))
                self.add(TextLine(node, left, y, part, self.black, unit.address, unit.span))
        return y

    def sign(
        self,
        sign: Sign,
        x: float,
        y: float,
        side: float,
        tone: Tone,
        alternative: str,
        *,
        mirrored: bool = False,
    ) -> None:
        """A sign with what is behind it, ``side`` wide, its top at ``y``; ``mirrored`` whatever its own flag says."""
        place = Rect(self.sheet.left(x, side), y, side, side)
        if tone.ground:
            self.add(Fill(Artifact.BACKGROUND, rounded(place, side * RADIUS), tone.ground))
        inner = place.inset(side * RADIUS) if tone.ground else place
        node = self.tree.figure(alternative, place)
        self.add(SignDrawing(node, sign, inner, tone.inks, mirrored))

    def line(self, outline: Outline, ink: Ink, width: float, dash: Sequence[float] = ()) -> None:
        """A line that says nothing by itself; ``outline`` in coordinates of the page."""
        self.add(Stroke(Artifact.LAYOUT, outline, ink, width, tuple(dash)))

    def finished(self, title: str, identity: str, checked: str, *, draft: bool) -> LaidOut:
        """The pages as a document. ``checked``: ISO date of content."""
        pages = tuple(
            PlacedPage(self.width, self.height, 0.0, tuple(operations), (), (), ())
            for operations in self._pages
        )
        document = PlacedDocument(
            language=self.language.tag,
            direction=self.language.direction,
            title=title,
            subject="",
            identity=identity,
            checked=checked,
            draft=draft,
            root=self.tree.finished(),
            outline=tuple(self._outline),
            pages=pages,
            sizes=(),
        )
        return LaidOut(document, in_order(self._findings))

    def add(self, operation: Operation) -> None:
        """Anything else, in coordinates of the page."""
        self._pages[-1].append(operation)


def printed(words: str) -> Unit:
    """Words of the program."""
    span = Span("brochure")
    return Unit("label", (Words(words, span),), span)


def _missing(character: str, span: Span) -> Finding:
    return Finding(
        "missing-glyph",
        f"no font has the character {character!r} (U+{ord(character):04X})",
        span,
        help="Write another character, or add a font.",
    )
