"""What is seen: a font whose joining forms differ in height, painted into characters.

Isolated letters are one row high, final ones two, initial ones three, medial ones four; digits and brackets stand out.
"""

from __future__ import annotations

import pytest
from text.declared import LANGUAGES, fact, only, words
from text.pixels import paint

from brochure.model.unit import FactKind
from brochure.text.typesetter import Typesetter


def picture(family, *pieces, measure, language="ar"):
    typesetter = Typesetter(only(family), {})
    said = [words(piece) if isinstance(piece, str) else piece for piece in pieces]
    prepared = typesetter.prepare(said, LANGUAGES[language], "regular")
    return paint(typesetter.set_lines(prepared, 5, measure), measure, 5)


TWO_LINES = """\
..............................
...............##########.....
...............###############
..........####################
..........####################
------------------------------
..............................
..............................
...............#####..........
..........##########..........
.....###############.....#####
"""


@pytest.mark.parametrize("family", ["steps", "forms"])
def test_two_lines_of_arabic_start_at_the_right_and_join(family):
    """Field notes 1, 2 and 3: the first words are on the first line, at its right end, and letters join.

    First line: beh beh beh dal (initial, medial, medial, final). Second: dal (isolated), beh dal (initial, final), dal.
    """
    assert picture(family, "بببد د بدد", measure=30) == TWO_LINES


BRACKETS = """\
.....#####....................
.....#####.....#####.....#####
.....#####.....#####.....#####
.....#####.....#####.....#####
.....#####.....###############
"""


def test_a_bracketed_letter_and_a_number_keep_their_order():
    """From the right: an opening bracket, dal, a closing bracket, and the number after it to the left."""
    said = picture("steps", "(د) ", fact("1", FactKind.SHORT_CODE), measure=30)
    assert said == BRACKETS


TWO_LATIN_LINES = """\
..........
..........
..........
#####.....
#####.....
----------
..........
..........
..........
#####.....
#####.....
"""


def test_latin_lines_start_at_the_left():
    assert picture("steps", "a a", measure=10, language="en") == TWO_LATIN_LINES
