"""All signs to look at: side by side on one page, then each in its sizes and grounds with what it means.

For who draws and chooses signs: small, reversed, in grey and flipped a sign may stop to be one. Nothing of it is handed
over: the pages say DRAFT first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from brochure.base.inks import PAPER, Cmyk, Ink, Rgb
from brochure.base.lengths import mm
from brochure.layout.board import ENGLISH, Board, Tone
from brochure.layout.document import LaidOut
from brochure.layout.operations import Role
from brochure.layout.shapes import horizontal
from brochure.model.comprehension import Comprehension, Verdict
from brochure.model.sign import Sign
from brochure.model.theme import Theme
from brochure.text.typesetter import Typesetter

WIDTH, HEIGHT = mm(210), mm(297)
EDGE = mm(12)
ACROSS, DOWN = 10, 10
CELL_WIDTH, CELL_HEIGHT = mm(18.6), mm(24)
IN_A_CELL = mm(14)
ROWS = 9
ROW = mm(28.5)
TOP = EDGE + mm(12)
TEXT = mm(126)
"""Where the words of a row begin, from the start edge of the page."""

HEADING, BODY, SMALL, TINY = 13.0, 8.5, 7.0, 5.5
GROUND_MM = 14.0
"""Side of a coloured area; the sign in it is 12 mm, nearly."""


class DescribedSign(Struct, frozen=True):
    """A sign, what it means, and what readers made of it."""

    sign: Sign
    meaning: str
    comprehension: Comprehension


class _Column(Struct, frozen=True):
    """A way to see a sign: ``x`` from the start edge, ``side`` of all that is drawn, mm."""

    label: str
    x: float
    side: float
    tone: Tone
    right_to_left: bool = False


def lay_out_sheet(
    signs: Sequence[DescribedSign], checked: str, theme: Theme, typesetter: Typesetter, *, overview: bool
) -> LaidOut:
    """A page with all signs, and unless it is the ``overview`` alone, pages with a row for each.

    ``checked``: ISO date of content. Findings: characters of a meaning that no font has.
    """
    height = TOP + -(-len(signs) // ACROSS) * CELL_HEIGHT + EDGE / 2
    board = Board(WIDTH, min(height, HEIGHT) if overview else HEIGHT, ENGLISH, theme, typesetter)
    tones = _tones(theme)
    per_page = ACROSS * DOWN
    for at in range(0, len(signs), per_page):
        _overview(board, signs[at : at + per_page], len(signs), tones["accent"])
    for at in range(0, 0 if overview else len(signs), ROWS):
        _table(board, signs[at : at + ROWS], at, tones)
    return board.finished("Signs", "signs", checked, draft=True)


def plain_tone(theme: Theme) -> Tone:
    """Ink on paper, accent as ink: what an office printer makes of a sign."""
    black = theme.inks["black"]
    return Tone(black, black, PAPER)


def _tones(theme: Theme) -> dict[str, Tone]:
    black, petrol, mist = (theme.inks[name] for name in ("black", "petrol", "mist"))
    return {
        "ink": plain_tone(theme),
        "accent": Tone(black, petrol, mist, mist),
        "reversed": Tone(PAPER, PAPER, petrol, petrol),
        "grey": Tone(black, _grey(petrol), _grey(mist), _grey(mist)),
    }


def _grey(ink: Ink) -> Ink:
    """As a printer without colours makes it: luma of Rec. ITU-R BT.601-7, 2.5.1."""
    light = 0.299 * ink.rgb.red + 0.587 * ink.rgb.green + 0.114 * ink.rgb.blue
    return Ink(f"{ink.name} in grey", Cmyk(0, 0, 0, 1 - light), Rgb(light, light, light))


def _columns(tones: dict[str, Tone]) -> tuple[_Column, ...]:
    return (
        _Column("8 mm", 12, 8, tones["ink"]),
        _Column("12", 23, 12, tones["ink"]),
        _Column("24", 38, 24, tones["ink"]),
        _Column("accent", 65, GROUND_MM, tones["accent"]),
        _Column("reversed", 80.5, GROUND_MM, tones["reversed"]),
        _Column("grey", 96, GROUND_MM, tones["grey"]),
        _Column("right to left", 111.5, 12, tones["ink"], right_to_left=True),
    )


def _overview(board: Board, signs: Sequence[DescribedSign], count: int, tone: Tone) -> None:
    board.turn()
    with board.tree.inside(Role.SECT):
        board.words(
            f"DRAFT · {count} signs", EDGE, EDGE + HEADING, HEADING, mm(180), weight="bold", role=Role.H1
        )
        for number, each in enumerate(signs):
            x = EDGE + number % ACROSS * CELL_WIDTH
            y = TOP + number // ACROSS * CELL_HEIGHT
            side = x + (CELL_WIDTH - IN_A_CELL) / 2
            board.sign(each.sign, side, y, IN_A_CELL, tone, each.meaning)
            board.words(each.sign.id, x, y + IN_A_CELL + mm(2.5), TINY, CELL_WIDTH, middle=True)


def _table(board: Board, signs: Sequence[DescribedSign], first: int, tones: dict[str, Tone]) -> None:
    board.turn()
    columns = _columns(tones)
    with board.tree.inside(Role.SECT):
        title = f"DRAFT · signs {first + 1} to {first + len(signs)}"
        board.words(title, EDGE, EDGE + HEADING, HEADING, mm(180), weight="bold", role=Role.H1)
        for column in columns:
            board.words(column.label, mm(column.x), TOP - mm(2), TINY, mm(20))
        for number, each in enumerate(signs):
            y = TOP + number * ROW
            board.line(horizontal(EDGE, y - mm(0.8), WIDTH - 2 * EDGE), board.theme.inks["black"], 0.25)
            _row(board, each, y + mm(1), columns)


def _row(board: Board, described: DescribedSign, y: float, columns: Sequence[_Column]) -> None:
    sign = described.sign
    for column in columns:
        flipped = column.right_to_left and sign.mirrors
        alternative = f"{described.meaning} ({column.label})"
        board.sign(sign, mm(column.x), y, mm(column.side), column.tone, alternative, mirrored=flipped)
    measure = WIDTH - EDGE - TEXT
    last = board.words(sign.id, TEXT, y + BODY, BODY, measure, weight="bold", role=Role.H2)
    last = board.words(described.meaning, TEXT, last + mm(4), BODY, measure)
    for line, strong in _standing(described):
        last = board.words(line, TEXT, last + mm(3.4), SMALL, measure, weight="bold" if strong else "regular")


def _standing(described: DescribedSign) -> Iterator[tuple[str, bool]]:
    """Lines under the meaning, and whether each is a warning."""
    comprehension = described.comprehension
    failed = comprehension.verdict is Verdict.NOT_UNDERSTOOD
    if failed:
        yield "NOT UNDERSTOOD BY READERS", True
    yield comprehension.score, failed
    yield ("flipped in right-to-left formats" if described.sign.mirrors else "never flipped"), False
