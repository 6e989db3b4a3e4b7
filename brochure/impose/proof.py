"""The reviewer's pages of a language: each text numbered where it stands on the paper, and beside it room to judge it.

They have to serve someone who reads that language and nothing else, so what to do is said in it, and what is asked of
each text is a shape to tick, named at the foot of every page. English stands there for whoever reads the answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import PAPER, Ink
from brochure.base.lengths import mm
from brochure.impose.arrangement import Placement
from brochure.impose.excerpt import on_panel
from brochure.impose.moved import Move
from brochure.impose.ticks import SHAPE, Shape, box, circle, diamond, right, square, triangle, wrong
from brochure.layout.board import ENGLISH, Board, printed
from brochure.layout.document import LaidOut
from brochure.layout.operations import Artifact, Fill, PlacedPage, Role, TextLine
from brochure.layout.shapes import disc, horizontal, rectangle
from brochure.layout.sign_sheet import plain_tone
from brochure.model.language import Language
from brochure.model.sign import Sign
from brochure.model.theme import Theme
from brochure.model.unit import Unit
from brochure.text.typesetter import Typesetter

WIDTH, HEIGHT = mm(210), mm(297)
EDGE = mm(12)
MEASURE = WIDTH - 2 * EDGE
TOP, BOTTOM = EDGE + mm(8), HEIGHT - mm(30)
"""Between the line that says what the page is, and what the shapes stand for."""

PICTURE = (mm(62), mm(111))
"""The most room of a picture of a panel; two stand on a page, one below the other."""

WIDE = mm(120)
"""A wider panel has a page to itself: made small enough to stand beside its texts, nobody could read it."""

SIGN = mm(15)
GUTTER, GAP = mm(6), mm(4)
HEADING, BODY, ENGLISH_SIZE, PRINT, MARK = 18.0, 11.0, 7.5, 6.5, 5.5
NUMBER_WIDTH = mm(8)
APART = mm(2.4)
"""Between two shapes to tick."""

WRITING = mm(9)
"""From the words to the line to write on."""

QUESTION_LINES = 2
LABEL = mm(4)
"""From the name of a panel to its picture."""

HAIR, FINE = 0.35, 0.7
DASH = (0.7, 2.0)


class ProofWords(Struct, frozen=True):
    """What is said to the person who judges, in that person's language."""

    title: Unit
    how: Unit
    tick: Unit
    clear: Unit
    polite: Unit
    everyone: Unit
    numbers: Unit
    next: Unit
    all_read: Unit
    name: Unit
    date: Unit
    signature: Unit


class JudgedText(Struct, frozen=True):
    """A text to be judged, by the number it has in the proof; ``english`` is what it was made from."""

    number: int
    english: str
    unit: Unit

    @property
    def has_numbers(self) -> bool:
        return any(char.isdecimal() for char in self.unit.text)


class ShownPanel(Struct, frozen=True):
    """A panel of a format as it is laid out. ``place``: of the panel on ``page``. ``marks``: the number of every text
    of the proof that stands on it, by address. ``texts``: those that stand here for the first time.
    """

    label: str
    page: PlacedPage
    place: Rect
    marks: tuple[tuple[str, int], ...]
    texts: tuple[JudgedText, ...]


class ShownSign(Struct, frozen=True):
    """A sign, and the words with which it is described to someone who does not see it."""

    sign: Sign
    text: JudgedText


class Proof(Struct, frozen=True):
    """``others``: texts that stand on no panel. ``checked``: ISO date of content."""

    language: Language
    words: ProofWords
    panels: tuple[ShownPanel, ...]
    signs: tuple[ShownSign, ...]
    others: tuple[JudgedText, ...]
    code: str
    checked: str


def lay_out_proof(proof: Proof, theme: Theme, typesetter: Typesetter) -> LaidOut:
    """Pages with panels, then with signs, then with all other texts, and the place to sign.

    Findings: characters that no font has.
    """
    pages = _Pages(proof, theme, typesetter)
    pages.beginning()
    for panel in proof.panels:
        pages.panel(panel)
    for sign in proof.signs:
        pages.sign(sign)
    for text in proof.others:
        pages.alone(text)
    pages.signing()
    title = f"{proof.words.title.text} · {proof.language.endonym}"
    return pages.board.finished(title, f"{proof.code} {proof.language.tag} proof", proof.checked, draft=True)


class _Pages:
    """``y``: where what comes next begins. ``begun``: panels whose picture stands there already."""

    def __init__(self, proof: Proof, theme: Theme, typesetter: Typesetter) -> None:
        self.proof, self.theme, self.typesetter = proof, theme, typesetter
        self.words = proof.words
        self.board = Board(WIDTH, HEIGHT, proof.language, theme, typesetter)
        self.style = theme.style(proof.language)
        self.lead = BODY * self.style.size * self.style.leading
        self.y = TOP
        self.begun: set[str] = set()

    def beginning(self) -> None:
        """What this is, and what is asked."""
        self._turn("")
        y = self.y + self._rise(HEADING)
        y = self.board.words(self.words.title, EDGE, y, HEADING, MEASURE, weight="bold", role=Role.H1) + mm(2)
        for unit in (self.words.how, self.words.tick):
            y = self.board.words(unit, EDGE, y + self.lead * 1.2, BODY, MEASURE)
        self.y = y + GAP + mm(3)

    def panel(self, panel: ShownPanel) -> None:
        """The picture, beside it the texts; where they go on over a page, the picture stands there again."""
        if panel.place.width > WIDE:
            self._wide(panel)
            return
        scale = min(PICTURE[0] / panel.place.width, PICTURE[1] / panel.place.height)
        high = panel.place.height * scale + LABEL
        beside = (EDGE + PICTURE[0] + GUTTER, MEASURE - PICTURE[0] - GUTTER)
        if self.y + max(high, LABEL + self._heights(panel.texts, beside[1])[0]) > BOTTOM:
            self._turn(panel.label)
        below = self._beside(panel, scale)
        for text, height in zip(panel.texts, self._heights(panel.texts, beside[1]), strict=True):
            if self.y + height > BOTTOM:
                self._turn(panel.label)
                below = self._beside(panel, scale)
            self._text(text, *beside)
        self._question(*beside)
        self.y = max(self.y, below) + GAP

    def _beside(self, panel: ShownPanel, scale: float) -> float:
        """Draw the picture, and begin the texts beside it; where the picture ends."""
        below = self.y + self._picture(panel, scale, PICTURE[0])
        self.y += LABEL
        return below

    def _wide(self, panel: ShownPanel) -> None:
        """The picture on a page of its own, the texts on those that follow."""
        self._turn(panel.label)
        room = BOTTOM - self.y - LABEL
        self._picture(panel, min(MEASURE / panel.place.width, room / panel.place.height), MEASURE)
        self._turn(panel.label)
        for text, height in zip(panel.texts, self._heights(panel.texts, MEASURE), strict=True):
            if self.y + height > BOTTOM:
                self._turn(panel.label)
            self._text(text, EDGE, MEASURE)
        self._question(EDGE, MEASURE)
        self.y += GAP

    def _heights(self, texts: Sequence[JudgedText], measure: float) -> list[float]:
        """Of each text; of the last one with the question, which would say nothing on a page alone."""
        question = self._rise(BODY) + QUESTION_LINES * WRITING
        heights = [self._height(text, measure) for text in texts]
        return [*heights[:-1], heights[-1] + question]

    def sign(self, sign: ShownSign) -> None:
        """A sign with its words beside it."""
        start, measure = EDGE + SIGN + GUTTER, MEASURE - SIGN - GUTTER
        if self.y + max(self._height(sign.text, measure), SIGN) > BOTTOM:
            self._turn("")
        mirrored = self.proof.language.direction == "rtl" and sign.sign.mirrors
        top = self.y
        with self.board.tree.inside(Role.SECT):
            self.board.sign(
                sign.sign, EDGE, top, SIGN, plain_tone(self.theme), sign.text.unit.text, mirrored=mirrored
            )
            self._text(sign.text, start, measure)
        self.y = max(self.y, top + SIGN + GAP)

    def alone(self, text: JudgedText) -> None:
        """A text that stands on no panel."""
        if self.y + self._height(text, MEASURE) > BOTTOM:
            self._turn("")
        self._text(text, EDGE, MEASURE)

    def signing(self) -> None:
        """The last question, and who answers for it."""
        if self.y + mm(62) > BOTTOM:
            self._turn("")
        board, half = self.board, (MEASURE - GUTTER) / 2
        with board.tree.inside(Role.SECT):
            y = self.y + mm(8) + self._rise(BODY)
            y = board.words(self.words.all_read, EDGE, y, BODY, MEASURE, weight="bold", role=Role.H2)
            y += mm(4) + self._rise(BODY)
            # Signs and no words: in some languages yes and no depend on what was asked.
            for start, sign in ((EDGE + mm(4), right), (EDGE + mm(24), wrong)):
                self._outline(sign, start, y - SHAPE, mm(0.6))
            y += mm(18)
            for start, unit in ((EDGE, self.words.name), (EDGE + half + GUTTER, self.words.date)):
                board.words(unit, start, y - mm(1.5), BODY, half)
                self._rule(start, y + mm(1), half)
            y += mm(6) + self._rise(BODY)
            board.words(self.words.signature, EDGE, y, BODY, MEASURE)
            self._outline(box(MEASURE, mm(16)), EDGE, y + mm(3), HAIR)
            self.y = y + mm(20)

    def _turn(self, label: str) -> None:
        """A page with its head and its foot. ``label``: of the panel that goes on over it."""
        board, proof = self.board, self.proof
        board.turn()
        parts = ("DRAFT", "proof", proof.language.tag, proof.code, proof.checked, str(board.pages))
        with board.tree.inside(Role.SECT):
            head = " · ".join((*parts, label) if label else parts)
            board.words(head, EDGE, EDGE + PRINT, PRINT, MEASURE)
            self._legend()
        self.y = TOP

    def _legend(self) -> None:
        """What each shape stands for, at the foot."""
        half = (MEASURE - GUTTER) / 2
        board = self.board
        board.line(horizontal(EDGE, BOTTOM + mm(3), MEASURE), board.black, HAIR)
        named = (
            (circle, self.words.clear),
            (square, self.words.polite),
            (triangle, self.words.everyone),
            (diamond, self.words.numbers),
        )
        for at, (shape, unit) in enumerate(named):
            start = EDGE + at % 2 * (half + GUTTER)
            y = BOTTOM + mm(10) + at // 2 * max(mm(7), self.lead)
            self._outline(shape, start, y - SHAPE + mm(0.6), FINE)
            board.words(unit, start + SHAPE + mm(3), y, BODY * 0.9, half - SHAPE)

    def _picture(self, panel: ShownPanel, scale: float, measure: float) -> float:
        """The panel made small, nothing of its neighbours, with the numbers of its texts; its height with its name."""
        board, place = self.board, panel.place
        with board.tree.inside(Role.SECT):
            role = Role.P if panel.label in self.begun else Role.H2
            self.begun.add(panel.label)
            board.words(panel.label, EDGE, self.y + PRINT, PRINT, measure, weight="bold", role=role)
        top = self.y + LABEL
        frame = Rect(
            board.sheet.left(EDGE, place.width * scale), top, place.width * scale, place.height * scale
        )
        move = Move(Placement(0, frame.x - place.x * scale, frame.y - place.y * scale, scale))
        node = board.tree.figure(panel.label, frame)
        kept = on_panel(panel.page.operations, place)
        for operation in kept:
            moved = move.operation(operation)
            board.add(moved if isinstance(moved.tag, Artifact) else replace(moved, tag=node))
        board.line(rectangle(frame), board.black, HAIR)
        told: set[str] = set()
        marks = dict(panel.marks)
        for operation in kept:
            if isinstance(operation, TextLine) and operation.address in marks.keys() - told:
                told.add(operation.address)
                moved = move.operation(operation)
                assert isinstance(moved, TextLine)
                self._mark(marks[operation.address], moved)
        return LABEL + frame.height

    def _mark(self, number: int, line: TextLine) -> None:
        """White on a black disc before the first line of a text, where the eye begins to read it."""
        label = self._line_of(str(number), MARK)
        side = max(label.line.width + mm(1.2), mm(2.9))
        mirrored = self.board.sheet.is_mirrored
        middle = line.baseline - line.line.ink.top / 2
        x = line.x + line.line.width + mm(0.3) if mirrored else line.x - side - mm(0.3)
        if line.turned:
            x = line.x - side / 2
        self.board.add(Fill(Artifact.LAYOUT, disc(x, middle - side / 2, side), self.board.black))
        at = replace(label, x=x + (side - label.line.width) / 2, baseline=middle + MARK * 0.36, ink=PAPER)
        self.board.add(at)

    def _line_of(self, words: str, size: float) -> TextLine:
        """Small print that a reader of the tree does not need again: it stands beside the text, too."""
        unit = printed(words)
        prepared = self.typesetter.prepare(unit.pieces, ENGLISH, "bold")
        (line,) = self.typesetter.set_lines(prepared, size, WIDTH)
        return TextLine(Artifact.PAGINATION, 0.0, 0.0, line, self.board.black, unit.address, unit.span)

    def _text(self, text: JudgedText, start: float, measure: float) -> None:
        """Number, English, the words themselves, a line to write on, the shapes."""
        board, inner = self.board, measure - NUMBER_WIDTH
        shapes = self._shapes(text)
        with board.tree.inside(Role.SECT):
            y = self.y + ENGLISH_SIZE
            board.words(str(text.number), start, y, BODY * 0.9, NUMBER_WIDTH, weight="bold")
            if self.proof.language.tag != ENGLISH.tag:
                y = board.words(text.english, start + NUMBER_WIDTH, y, ENGLISH_SIZE, inner - _width(shapes))
            y = board.words(
                text.unit, start + NUMBER_WIDTH, y + mm(1.6) + self._rise(BODY), BODY, inner, sentences=False
            )
        for at, shape in enumerate(shapes):
            x = start + measure - _width(shapes) + APART + at * (SHAPE + APART)
            self._outline(shape, x, self.y - mm(1), FINE)
        self._rule(start + NUMBER_WIDTH, y + WRITING, inner)
        self.y = y + WRITING + GAP

    def _height(self, text: JudgedText, measure: float) -> float:
        """What :meth:`_text` will take."""
        inner = measure - NUMBER_WIDTH
        english = self._count(
            printed(text.english), ENGLISH, ENGLISH_SIZE, inner - _width(self._shapes(text))
        )
        own = self._count(text.unit, self.proof.language, BODY, inner)
        latin = self.theme.style(ENGLISH)
        high = ENGLISH_SIZE + (english - 1) * ENGLISH_SIZE * latin.size * latin.leading
        return high + mm(1.6) + self._rise(BODY) + (own - 1) * self.lead + WRITING + GAP

    def _count(self, unit: Unit, language: Language, size: float, measure: float) -> int:
        prepared = self.typesetter.prepare(unit.pieces, language, "regular")
        return len(self.typesetter.set_lines(prepared, size, measure))

    def _question(self, start: float, measure: float) -> None:
        """What a reader would do next, and room for the answer."""
        y = self.y + self._rise(BODY)
        y = self.board.words(self.words.next, start, y, BODY, measure, weight="bold")
        for _ in range(QUESTION_LINES):
            y += WRITING
            self._rule(start, y, measure)
        self.y = y + GAP

    def _shapes(self, text: JudgedText) -> tuple[Shape, ...]:
        """Who judges numbers is asked only where there are some."""
        return (circle, square, triangle, *((diamond,) if text.has_numbers else ()))

    def _rise(self, size: float) -> float:
        """From the bottom of what stands above to a first baseline."""
        return size * self.style.size * max(1.0, self.style.leading * 0.8)

    def _rule(self, start: float, y: float, width: float) -> None:
        self.board.line(
            horizontal(self.board.sheet.left(start, width), y, width), self.board.black, HAIR, DASH
        )

    def _outline(self, shape: Shape, start: float, y: float, width: float) -> None:
        own = shape(0.0, 0.0)
        wide = max(x for segment in own.segments for x in segment.points[::2])
        self.board.line(shape(self.board.sheet.left(start, wide), y), self.ink, width)

    @property
    def ink(self) -> Ink:
        return self.board.black


def _width(shapes: Sequence[Shape]) -> float:
    return len(shapes) * (SHAPE + APART)
