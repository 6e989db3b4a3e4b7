"""Lines whose ink would meet are set further apart; a script may ask for a size and a leading of its own in a role."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace
from text.declared import LANGUAGES, SCRIPTS, SPAN, typesetter

from brochure.base.lengths import mm
from brochure.layout.fitting import AIR, Fit, Fitter, Setting, sizes
from brochure.layout.rooms import Room, measures
from brochure.model.places import TypeRole
from brochure.model.theme import RoleStyle, ScriptStyle
from brochure.model.unit import Words
from brochure.text.skyline import air_between

ROW = TypeRole("row", 11.5, 9.5, 1.22, "regular", 3)
WAGES = "آپ کے کام کی اجرت دینا لازم ہے، چاہے آپ کے پاس کاغذات نہ ہوں۔"
ROOM = Room("middle", 22, 0, 44, 0, 170)


def fitted(text: str, script: ScriptStyle, tag: str = "ur", room: Room = ROOM) -> Fit:
    fitter = Fitter(typesetter(), LANGUAGES[tag], script)
    paragraph = fitter.paragraph("help.wages", SPAN, [Words(text, SPAN)], ROW)
    return fitter.at(Setting("p", ROW, room, (paragraph,), script), 11)


def least_air(fit: Fit, leading: float) -> float:
    (lines,) = fit.lines
    return min(air_between(a, b, a.width - b.width, leading, 9.0) for a, b in pairwise(lines))


@pytest.mark.parametrize("leading", [1.2, 1.73, 1.92])
def test_ink_of_lines_keeps_apart(leading: float) -> None:
    script = replace(SCRIPTS["Aran"], leading=leading)
    fit = fitted(WAGES, script)
    assert len(fit.lines[0]) == 2
    assert least_air(fit, fit.measures.leading) >= AIR - 1e-6
    assert least_air(fit, measures(ROW, script, 11).leading) < AIR
    first, second = fit.baselines
    assert second - first == pytest.approx(fit.measures.leading)


def test_lines_that_do_not_meet_keep_the_leading_of_their_role() -> None:
    fit = fitted("You are watched, and you cannot leave here.", SCRIPTS["Latn"], "en")
    assert len(fit.lines[0]) > 1
    assert fit.measures == measures(ROW, SCRIPTS["Latn"], 11)


def test_more_leading_than_the_room_has_is_too_high() -> None:
    low = replace(ROOM, top=4, bottom=40)
    assert fitted(WAGES, replace(SCRIPTS["Aran"], leading=1.2), room=low).too_high > 0


def test_beside_a_sign_a_tall_script_takes_two_lines() -> None:
    script = ScriptStyle(1, 1.6, 0.62)
    narrow, high = replace(ROOM, measure=100), replace(ROOM, measure=100, anchor="top", bottom=200)
    assert len(fitted(WAGES, script, room=narrow).lines[0]) == 3
    assert fitted(WAGES, script, room=narrow).too_many == 0
    assert fitted(WAGES, replace(script, is_tall=True), room=narrow).too_many == 1
    assert fitted(WAGES, replace(script, is_tall=True), room=high).too_many == 0


def test_a_role_of_its_own_has_its_own_floor_and_leading() -> None:
    script = replace(SCRIPTS["Aran"], row=RoleStyle(1.73, 10))
    assert sizes(ROW, script)[-1][0] * script.size == pytest.approx(10)
    assert sizes(replace(ROW, name="body"), script)[-1][0] * script.size == pytest.approx(9.5)
    em = 11 * script.size
    assert measures(ROW, script, 11).leading == pytest.approx(em * 1.22 * 1.73 / 1.25)
    assert measures(replace(ROW, name="body"), script, 11).leading == pytest.approx(em * 1.22 * 1.92 / 1.25)


@pytest.mark.parametrize("anchor", ["top", "middle", "bottom"])
def test_reach_is_air_that_ink_may_use(anchor: str) -> None:
    room = Room(anchor, 30, 34, 60, 0, 400)
    near, far = (fitted(WAGES, replace(SCRIPTS["Aran"], reach=reach), room=room) for reach in (0.3, 0.8))
    assert near.too_high - far.too_high == pytest.approx(0.5 * near.measures.em)


def test_of_two_breaks_that_are_as_good_the_one_is_taken_whose_ink_asks_for_less_leading() -> None:
    script = SCRIPTS["Aran"]
    fit = fitted("آپ کا فون اور لوگوں سے بات کرنا کسی اور کے کنٹرول میں ہے۔", script)
    (lines,) = fit.lines
    prepared = fit.setting.paragraphs[0].prepared
    best, *others = typesetter().two_lines(prepared, 11, ROOM.measure)
    assert best == typesetter().set_lines(prepared, 11, ROOM.measure)
    assert lines in others
    asked = measures(ROW, script, 11).leading
    assert least_air(fit, fit.measures.leading) >= AIR - 1e-6
    assert least_air(replace(fit, lines=(best,)), fit.measures.leading) < AIR
    assert asked <= fit.measures.leading < asked + mm(1)


def test_a_break_after_a_comma_is_not_given_up_for_less_leading() -> None:
    (lines,) = fitted(WAGES, SCRIPTS["Aran"]).lines
    assert lines[0].text.strip().endswith("،")
