"""The declared fallback list."""

from pathlib import Path

import pytest

from brochure.model.fonts import Face, FontList, Weight


def faces(family: str) -> dict[Weight, Face]:
    weights: tuple[Weight, Weight] = ("regular", "bold")
    return {w: Face(f"{family}-{w}", family, w, Path(f"{family}-{w}.ttf"), "") for w in weights}


FONTS = FontList(
    families={name: faces(name) for name in ("naskh", "nastaliq", "sans")},
    scripts={"Arab": ("naskh",), "Aran": ("nastaliq", "naskh"), "Latn": ("sans",)},
    latin="sans",
)


@pytest.mark.parametrize(
    ("script", "families"),
    [
        ("Arab", ["naskh", "sans"]),
        ("Aran", ["nastaliq", "naskh", "sans"]),
        ("Latn", ["sans"]),
        ("Zyyy", ["sans"]),
    ],
)
def test_declared_order_and_latin_once_at_the_end(script: str, families: list[str]) -> None:
    assert [face.family for face in FONTS.fallback(script, "regular")] == families


def test_the_weight_is_kept_over_the_whole_list() -> None:
    """A missing weight is an error, not another face (field note 15)."""
    assert {face.weight for face in FONTS.fallback("Aran", "bold")} == {"bold"}
    only_regular = FontList({"sans": {"regular": faces("sans")["regular"]}}, {}, "sans")
    with pytest.raises(KeyError):
        only_regular.fallback("Latn", "bold")
