"""Sentences of which one takes several lines stand apart, where there is room."""

from __future__ import annotations

from layout.half import HalfTypesetter

from brochure.base.spans import Span
from brochure.layout.fitting import Fit, Fitter, Setting
from brochure.layout.rooms import Room
from brochure.model.language import Language
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Words

LATIN = ScriptStyle(1, 1.25, 0.54)
BODY = TypeRole("body", 10, 9, 1.2, "regular", 9)
ENGLISH = Language("en", "Latn", "ltr", "English", "anglais")
SPAN = Span("content/languages/en.yaml", 3, 5)
WRAPS = "Maybe you said yes at first. It is not your fault."
"""Of 28 and 21 characters, half an em each."""
THREE = "Maybe yes. Maybe no. Not your fault."


def fitted(
    measure: float, bottom: float = 400, text: str = WRAPS, paragraphs: int = 1, apart: float = 0
) -> Fit:
    fitter = Fitter(HalfTypesetter(), ENGLISH, LATIN)  # type: ignore[arg-type]
    paragraph = fitter.paragraph("fault.even_if", SPAN, [Words(text, SPAN)], BODY)
    room = Room("top", 100, 100, bottom, 0, measure)
    setting = Setting("p", BODY, room, (paragraph,) * paragraphs, LATIN, gap=20, apart=apart, parted=6)
    (fit,) = fitter.fit([setting])
    return fit


def steps(fit: Fit) -> list[float]:
    found = zip(fit.baselines, fit.baselines[1:], strict=False)
    return [round(after - before - fit.measures.leading, 6) for before, after in found]


def test_a_sentence_of_two_lines_has_air_around_it_but_not_inside() -> None:
    assert [len(lines) for lines in fitted(120).lines] == [3]
    assert steps(fitted(120)) == [0, 6]


def test_sentences_of_one_line_each_are_told_apart_as_they_are() -> None:
    assert [len(lines) for lines in fitted(150).lines] == [2]
    assert steps(fitted(150)) == [0]


def test_paragraphs_keep_their_own_gap() -> None:
    assert steps(fitted(120, paragraphs=2)) == [0, 6, 20, 0, 6]


def test_paragraphs_stand_further_apart_where_there_is_room() -> None:
    assert steps(fitted(120, paragraphs=2, apart=30)) == [0, 6, 30, 0, 6]
    assert steps(fitted(120, paragraphs=2, apart=10)) == [0, 6, 20, 0, 6]
    wide = fitted(150, paragraphs=2, apart=30)
    assert steps(wide) == [0, 30, 0]
    close = fitted(150, bottom=wide.baselines[-1] + 1, paragraphs=2, apart=30)
    assert (steps(close), close.measures.size) == ([0, 20, 0], 10)


def test_where_sentences_run_on_paragraphs_stand_no_further_apart() -> None:
    close = fitted(100, bottom=170, text=THREE, paragraphs=2)
    assert (close.sentences, close.fits, close.measures.size) == (False, True, 10)
    assert fitted(100, bottom=170, text=THREE, paragraphs=2, apart=40).baselines == close.baselines


def test_without_room_sentences_come_closer_before_the_size_falls() -> None:
    close = 100 + fitted(120).measures.ascent + 2 * fitted(120).measures.leading + 2
    assert steps(fitted(120, bottom=close)) == [0, 0]
    assert fitted(120, bottom=close).measures.size == 10
    assert fitted(120, bottom=close - 6).measures.size < 10
