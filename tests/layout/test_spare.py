"""Room that is left, on pages whose letters are squares of half an em."""

from __future__ import annotations

import pytest
from layout.half import HalfTypesetter, make_document

from brochure.layout.document import LaidOut, lay_out
from brochure.layout.spare import Spare, spare

ROW = "situations.no_rest"


def laid(text: str) -> LaidOut:
    return lay_out(make_document("ltr", text), HalfTypesetter())  # type: ignore[arg-type]


def of(text: str) -> Spare:
    found = laid(text)
    (address, file) = next(
        (paragraph.address, paragraph.span.file)
        for fit in found.fits
        for paragraph in fit.setting.paragraphs
        if paragraph.prepared.text == text
    )
    (room,) = spare(found.fits, address, file)
    return room


def test_each_letter_takes_its_width() -> None:
    short, longer = of("You rest."), of("You rest...")
    assert short.size == longer.size
    assert short.wide - longer.wide == pytest.approx(2 * short.size * 0.5)
    assert short.lines == longer.lines >= 1
    assert short.length == short.wide + short.lines * short.measure


def test_what_is_said_to_fit_does_fit_and_no_more() -> None:
    room = of("You rest.")
    letters = int(room.wide / (room.size * 0.5))
    filled = of("You rest." + "x" * letters)
    assert (filled.size, filled.lines) == (room.size, room.lines)
    over = of("You rest." + " " + "x" * (letters + 1))
    assert (over.lines, over.size) != (room.lines, room.size)


def test_a_text_that_does_not_fit_has_no_room() -> None:
    room = of("No end of words " * 40)
    assert (room.length, room.lines) == (0, 0)
    assert room.too_high or room.too_many
    assert room.size == pytest.approx(room.floor)


def test_a_text_of_another_file_has_none() -> None:
    found = laid("You rest.")
    assert spare(found.fits, "nothing.like_it", "x.yaml") == ()
