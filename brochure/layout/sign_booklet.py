"""A test of signs with readers, after ISO 9186-1: a booklet with a sign a page and no word about it, and a sheet for
the answers. The first page says in the reader's language what to do; the seed of the order stands on every page.
"""

from __future__ import annotations

from msgspec import Struct

from brochure.base.lengths import mm
from brochure.layout.board import Board
from brochure.layout.document import LaidOut
from brochure.layout.operations import Role
from brochure.layout.shapes import horizontal
from brochure.layout.sign_sheet import plain_tone
from brochure.model.language import Language
from brochure.model.sign import Sign
from brochure.model.theme import Theme
from brochure.model.unit import Unit
from brochure.text.typesetter import Typesetter

PAGE = (mm(105), mm(148))
SHEET = (mm(210), mm(297))
EDGE = mm(14)
SIDE = mm(30)
"""Of a sign: small enough to fit a hand, as large as ISO 9186-1 shows them."""

NUMBER, TASK, BODY, PRINT = 24.0, 14.0, 10.5, 6.5
ROWS, ROW = 18, mm(13)
NUMBER_WIDTH = mm(22)


class SpokenWords(Struct, frozen=True):
    """What is said to a person who takes part, in the person's language."""

    task: Unit
    no_wrong: Unit
    stop: Unit
    number: Unit
    answer: Unit


class SignTest(Struct, frozen=True):
    """``signs`` in the order of the booklet. ``seed``: what made it. ``checked``: ISO date of content.
    ``draft``: some of the words are not approved.
    """

    signs: tuple[Sign, ...]
    words: SpokenWords
    language: Language
    seed: int
    checked: str
    draft: bool


def lay_out_booklet(test: SignTest, theme: Theme, typesetter: Typesetter) -> LaidOut:
    """The words, then a page for each sign, flipped where right-to-left readers see it so."""
    board = Board(*PAGE, test.language, theme, typesetter)
    board.turn()
    measure = PAGE[0] - 2 * EDGE
    with board.tree.inside(Role.SECT):
        _small_print(board, test, EDGE)
        task = test.words.task
        y = board.words(task, EDGE, mm(40), TASK, measure, weight="bold", role=Role.H1, sentences=True)
        for unit in (test.words.no_wrong, test.words.stop):
            y = board.words(unit, EDGE, y + mm(11), BODY + 1.5, measure, sentences=True)
    tone, mirrored = plain_tone(theme), test.language.direction == "rtl"
    for number, sign in enumerate(test.signs, 1):
        board.turn()
        with board.tree.inside(Role.SECT):
            _small_print(board, test, EDGE)
            board.words(str(number), 0, mm(32), NUMBER, PAGE[0], weight="bold", role=Role.H2, middle=True)
            x, y = (PAGE[0] - SIDE) / 2, (PAGE[1] - SIDE) / 2
            # What the sign means must not be told, to nobody who takes part: not to a screen reader either.
            board.sign(sign, x, y, SIDE, tone, str(number), mirrored=mirrored and sign.mirrors)
    return board.finished("1-" + str(len(test.signs)), f"test {test.seed}", test.checked, draft=test.draft)


def lay_out_answers(test: SignTest, theme: Theme, typesetter: Typesetter) -> LaidOut:
    """A line for each number, to be written on by hand."""
    board = Board(*SHEET, test.language, theme, typesetter)
    measure = SHEET[0] - 2 * EDGE
    for first in range(0, len(test.signs), ROWS):
        board.turn()
        with board.tree.inside(Role.SECT):
            _small_print(board, test, EDGE - mm(6))
            y = board.words(test.words.task, EDGE, EDGE + mm(6), TASK, measure, weight="bold", role=Role.H1)
            y += mm(10)
            board.words(test.words.number, EDGE, y, BODY, NUMBER_WIDTH, weight="bold")
            start = EDGE + NUMBER_WIDTH
            board.words(test.words.answer, start, y, BODY, measure - NUMBER_WIDTH, weight="bold")
            for row, number in enumerate(range(first, min(first + ROWS, len(test.signs))), 1):
                at = y + row * ROW
                board.words(str(number + 1), EDGE, at - mm(1.5), TASK, NUMBER_WIDTH)
                board.line(horizontal(EDGE, at, measure), board.black, 0.35)
    return board.finished("1-" + str(len(test.signs)), f"answers {test.seed}", test.checked, draft=test.draft)


def _small_print(board: Board, test: SignTest, y: float) -> None:
    """In Latin small print, for who runs the test; on every page, since pages are shown one by one."""
    parts = (*(("DRAFT",) if test.draft else ()), f"seed {test.seed}", test.language.tag)
    board.words(" · ".join(parts), EDGE, y, PRINT, mm(70))
