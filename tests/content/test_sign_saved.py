"""Before and after: signs as Inkscape, svgo, Illustrator and Figma save them give the picture they were saved from."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.sign_bitmap import SCALE, painted
from brochure.content.signs import read_drawings, read_signs
from brochure.model.sign import GRID, Sign

ROOT = Path(__file__).parent.parent.parent
SAVED = sorted((Path(__file__).parent / "saved").glob("*/*.svg"))
MOST_APART = 0.001
"""Of all bits: curves are saved in other curves, with fewer digits."""


@pytest.fixture(scope="session")
def ours() -> dict[str, Sign]:
    signs, findings = read_signs(ROOT, {path.stem for path in SAVED}, None)
    assert findings == ()
    return dict(signs)


@pytest.fixture(scope="session")
def theirs() -> dict[str, Sign]:
    signs, findings = read_drawings(SAVED)
    assert findings == ()
    return {sign.span.file: sign for sign in signs}


def apart(one: Sign, other: Sign) -> float:
    """How much of the grid looks otherwise, ink and accent each for itself."""
    pairs = zip(painted(one.layers), painted(other.layers), strict=True)
    bits = sum((a ^ b).bit_count() for rows in pairs for a, b in zip(*rows, strict=True))
    return bits / (GRID * SCALE) ** 2


def test_files_of_four_programs_are_there() -> None:
    assert {path.parent.name for path in SAVED} == {"inkscape", "svgo", "illustrator", "figma"}


@pytest.mark.parametrize("path", SAVED, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_saved_sign_is_the_sign(path: Path, ours: dict[str, Sign], theirs: dict[str, Sign]) -> None:
    assert apart(ours[path.stem], theirs[path.as_posix()]) < MOST_APART


def test_another_sign_is_told_apart(ours: dict[str, Sign]) -> None:
    assert apart(ours["papers-taken"], ours["watched"]) > 100 * MOST_APART
