"""How much ink lies on a spot: what the colours say, and what Ghostscript does."""

from __future__ import annotations

import pytest
from check.preflight.drawing import page

from brochure.base.diagnostics import Severity
from brochure.check.preflight import ink
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined
from brochure.check.preflight.ink import RULES
from brochure.check.preflight.reading import examined
from brochure.check.preflight.rule import Fault
from brochure.check.preflight.separator import ghostscript

needs_ghostscript = pytest.mark.skipif(not ghostscript(), reason="Ghostscript is not installed")

HEAVY = b"/Knock gs 0.9 0.9 0.8 0 k 50 50 60 60 re f "
BLACK = b"/Over gs 0 0 0 1 k %d 60 40 40 re f"
ON_IT, BESIDE_IT = HEAVY + BLACK % 60, HEAVY + BLACK % 200


def faults(content: bytes, limit: float = 300) -> list[Fault]:
    with examined(page(content), "x.pdf") as file:
        return list(RULES[0].judge(file, Demands(ink_limit=limit)))


@needs_ghostscript
def test_black_over_a_colour_adds_up() -> None:
    (fault,) = faults(ON_IT)
    assert fault.found == "360 % of ink on a spot, 360 % on the heaviest 15 mm2"
    assert fault.box is not None
    assert (round(fault.box[0]), round(fault.box[3])) == (60, 100)


@needs_ghostscript
def test_black_beside_it_does_not() -> None:
    assert faults(BESIDE_IT) == []


@needs_ghostscript
def test_a_dot_is_heavy_on_its_spot_alone() -> None:
    (fault,) = faults(HEAVY + b"/Over gs 0 0 0 1 k 60 60 1 1 re f")
    spot, mean = fault.found.split(" % of ink on a spot, ")
    assert spot == "360"
    assert 260 <= float(mean.split()[0]) < 300


def test_what_knocks_out_is_settled_without_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: bytes) -> None:
        raise AssertionError("nothing to separate")

    monkeypatch.setattr(ink, "plates", never)
    assert faults(b"/Knock gs 0 0 0 1 k 50 50 60 60 re f 0.9 0.9 0.8 0 k 50 50 60 60 re f") == []
    assert faults(b"0.9 0.9 0.9 0.9 k 0 0 15 15 re f") == [], "outside the trim"


def test_without_ghostscript_one_colour_is_judged_and_two_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "ghostscript", lambda: "")
    (fault,) = faults(b"0.9 0.9 0.9 0.9 k 50 50 60 60 re f")
    assert (fault.found, fault.severity) == ("360 % of ink", Severity.ERROR)
    (fault,) = faults(ON_IT)
    assert fault.found.startswith("not judged: how much ink lies on each other")
    assert fault.severity is Severity.WARNING


def test_a_page_that_ghostscript_cannot_separate_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "ghostscript", lambda: "/bin/false")
    monkeypatch.setattr(ink, "plates", lambda _: iter(()))
    (fault,) = faults(ON_IT)
    assert (fault.found, fault.severity) == ("not judged: Ghostscript cannot separate it", Severity.WARNING)


def test_the_file_that_is_separated_is_the_trim_alone() -> None:
    from brochure.check.preflight.pixels import areas_alone, inked

    def drawn(file: Examined) -> list[bool]:
        (seen,) = inked(areas_alone(file, [file.sheets[0].trim]), 1, 72)
        assert seen is not None
        assert (seen.width, seen.height) == (260, 160)
        return [seen.at(5, 155), seen.at(255, 5)]

    with examined(page(b"0 0 0 1 k 0 0 30 30 re f"), "x.pdf") as file:
        assert drawn(file) == [True, False]
