"""The style guide of the signs as pages: the grid, the parts of the kit, dos and don'ts, all as pictures.

For who draws signs. Nothing of it is handed over: the pages say DRAFT first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brochure.base.geometry import Outline, Segment
from brochure.base.inks import PAPER
from brochure.base.lengths import mm
from brochure.layout.board import ENGLISH, Board, Tone
from brochure.layout.document import LaidOut
from brochure.layout.operations import Role
from brochure.layout.shapes import horizontal
from brochure.layout.sign_sheet import BODY, EDGE, HEADING, HEIGHT, SMALL, WIDTH, plain_tone
from brochure.model.sign import GRID, Sign
from brochure.model.sign_guide import GuidePair, GuidePart, GuideSection
from brochure.model.theme import Theme
from brochure.text.typesetter import Typesetter

MEASURE = WIDTH - 2 * EDGE
TOP = EDGE + mm(12)
LARGE = mm(120)
LIVE = (4, 60)
PART, ACROSS, PART_HEIGHT = mm(22), 6, mm(38)
PAIR, PAIR_HEIGHT = mm(34), mm(41)


def lay_out_guide(
    sections: Sequence[GuideSection], checked: str, theme: Theme, typesetter: Typesetter
) -> LaidOut:
    """A page for each section. ``checked``: ISO date of content."""
    board = Board(WIDTH, HEIGHT, ENGLISH, theme, typesetter)
    tone = Tone(theme.inks["black"], theme.inks["petrol"], PAPER)
    for section in sections:
        board.turn()
        with board.tree.inside(Role.SECT):
            title = f"DRAFT · {section.heading}"
            board.words(title, EDGE, EDGE + HEADING, HEADING, MEASURE, weight="bold", role=Role.H1)
            y = TOP
            if section.large:
                y = _on_the_grid(board, section.large, tone, y) + mm(8)
            for note in section.notes:
                y = board.words(note, EDGE, y + BODY, BODY + 1.5, MEASURE) + mm(2.5)
            _parts(board, section.parts, tone, y)
            _pairs(board, section.pairs, plain_tone(theme), tone, y)
    return board.finished("How signs are drawn", "guide to signs", checked, draft=True)


def _on_the_grid(board: Board, sign: Sign, tone: Tone, y: float) -> float:
    """The sign large, the grid over it; where it ends."""
    x = (WIDTH - LARGE) / 2
    board.sign(sign, x, y, LARGE, tone, f"The sign {sign.id} on its grid")
    unit = LARGE / GRID
    for at in range(0, int(GRID) + 1, 4):
        strong = at in LIVE
        ink = board.theme.inks["petrol" if strong else "black"]
        width = 0.8 if strong else 0.2
        board.line(horizontal(x, y + at * unit, LARGE), ink, width)
        board.line(_upright(x + at * unit, y, LARGE), ink, width)
    board.words("4", x - mm(4), y + 4 * unit + 3, SMALL, mm(4))
    board.words("60", x - mm(5), y + 60 * unit + 3, SMALL, mm(6))
    board.words("60: the ground line", x + LARGE + mm(1.5), y + 60 * unit + 3, SMALL, mm(30))
    board.words("the live area", x + LARGE + mm(1.5), y + 4 * unit + 3, SMALL, mm(30))
    return y + LARGE


def _upright(x: float, y: float, height: float) -> Outline:
    return Outline((Segment("M", (x, y)), Segment("L", (x, y + height))))


def _cells(count: int, y: float) -> Iterator[tuple[float, float]]:
    width = MEASURE / ACROSS
    for number in range(count):
        yield EDGE + number % ACROSS * width, y + number // ACROSS * PART_HEIGHT


def _parts(board: Board, parts: Sequence[GuidePart], tone: Tone, y: float) -> None:
    width = MEASURE / ACROSS
    for part, (x, top) in zip(parts, _cells(len(parts), y), strict=True):
        board.sign(part.drawing, x + (width - PART) / 2, top, PART, tone, part.says)
        board.words(part.says, x + mm(1), top + PART + mm(3), SMALL - 0.5, width - mm(2), middle=True)


def _pairs(board: Board, pairs: Sequence[GuidePair], plain: Tone, tone: Tone, y: float) -> None:
    """What is right with a line under it, what is wrong without; the words say it, too."""
    for number, pair in enumerate(pairs):
        top = y + number * PAIR_HEIGHT
        for at, (drawing, label, inks) in enumerate(
            ((pair.good, "do", tone), (pair.good, "in ink alone", plain), (pair.bad, "do not", plain))
        ):
            x = EDGE + at * (PAIR + mm(4))
            board.sign(drawing, x, top, PAIR, inks, f"{label}: {pair.says}")
            board.words(label, x, top + PAIR + mm(3), SMALL, PAIR, middle=True, weight="bold")
        board.line(horizontal(EDGE, top + PAIR + mm(5), MEASURE), board.black, 0.25)
        start = EDGE + 3 * (PAIR + mm(4))
        board.words(pair.says, start, top + mm(8), BODY + 1, WIDTH - EDGE - start)
