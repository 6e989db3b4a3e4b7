"""Lines of a role move apart as far as it likes, where every text of it leaves twice the room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from layout.half import HalfTypesetter
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.layout.fitting import Fit, Fitter, Setting
from brochure.layout.rooms import SLACK, Room, measures
from brochure.layout.spare import spare
from brochure.model.language import Language
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Words

LATIN = ScriptStyle(1, 1.25, 0.54)
CLOSE = TypeRole("limit", 10, 9, 1.2, "regular", 6)
AIRY = replace(CLOSE, airy=1.5)
ENGLISH = Language("en", "Latn", "ltr", "English", "anglais")
SPAN = Span("content/languages/en.yaml", 3, 5)
ROOMY = Room("top", 100, 100, 400, 0, 200)
TWO_LINES = "You can call. They can explain."


def fitted(*rooms: Room, role: TypeRole = AIRY, text: str = TWO_LINES) -> tuple[Fit, ...]:
    fitter = Fitter(HalfTypesetter(), ENGLISH, LATIN)  # type: ignore[arg-type]
    paragraph = fitter.paragraph("help.condition", SPAN, [Words(text, SPAN)], role)
    return fitter.fit([Setting("p", role, room, (paragraph,), LATIN, each_sentence=True) for room in rooms])


def lowest(fit: Fit) -> float:
    return fit.baselines[-1] + fit.lines[-1][-1].ink.bottom


def test_where_there_is_room_lines_have_all_the_air_their_role_likes() -> None:
    (close,) = fitted(ROOMY, role=CLOSE)
    (airy,) = fitted(ROOMY)
    assert (airy.lines, airy.measures.em) == (close.lines, close.measures.em)
    assert close.measures == measures(CLOSE, LATIN, 10)
    assert airy.measures.leading == pytest.approx(15)


def test_the_first_line_has_its_air_above_it() -> None:
    (close,) = fitted(ROOMY, role=CLOSE)
    (airy,) = fitted(ROOMY)
    moved = [b - a for a, b in zip(close.baselines, airy.baselines, strict=True)]
    assert moved == pytest.approx([3, 6])


def test_lines_that_stand_on_their_place_rise_from_it() -> None:
    room = Room("bottom", 300, 100, 310, 0, 200)
    (airy,) = fitted(room)
    assert airy.baselines == pytest.approx((285, 300))


@given(st.floats(100, 180))
@settings(derandomize=True, max_examples=60)
def test_half_of_what_is_left_stays_free(bottom: float) -> None:
    room = replace(ROOMY, bottom=bottom)
    (close,), (airy,) = fitted(room, role=CLOSE), fitted(room)
    assert (airy.fits, airy.measures.size, airy.lines) == (close.fits, close.measures.size, close.lines)
    left = bottom - SLACK - lowest(close)
    taken = lowest(airy) - lowest(close)
    assert 0 <= taken <= max(left, 0) / 2 + 0.01
    assert taken == 0 or 10 <= airy.measures.leading / 1.2 <= 12.5 + 1e-9


def test_one_text_without_room_keeps_all_of_its_role_close() -> None:
    (alone,) = fitted(ROOMY)
    assert alone.measures.ease > 0
    narrow = replace(ROOMY, bottom=lowest(fitted(ROOMY, role=CLOSE)[0]) + SLACK)
    assert [fit.measures.ease for fit in fitted(ROOMY, narrow)] == [0, 0]


def test_a_smaller_size_comes_before_air_and_its_steps_stay() -> None:
    """Only a text that fits at some size has room to spare; what overflows is told as before."""
    hopeless = replace(ROOMY, bottom=105)
    (close,), (airy,) = fitted(hopeless, role=CLOSE), fitted(hopeless)
    assert (airy.too_high, airy.measures) == (close.too_high, close.measures)
    assert airy.too_high > 0


def test_lines_that_moved_apart_give_way_to_more_words() -> None:
    high, many = replace(ROOMY, bottom=210), replace(AIRY, lines=20)
    (close,) = spare(fitted(high, role=replace(many, airy=None)), "help.condition", SPAN.file)
    (airy,) = spare(fitted(high, role=many), "help.condition", SPAN.file)
    assert airy == close
    assert airy.lines == 7
