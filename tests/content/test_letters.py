from __future__ import annotations

import unicodedata

import pytest

from brochure.content.letters import PUT_INTO

LATIN = PUT_INTO["sr", "Cyrl", "Latn"]


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав, љубав, ЉУБАВ", "Ljubav, ljubav, LJUBAV"),
        ("Његош и Џон једу џем", "Njegoš i Džon jedu džem"),
        ("Ђурђевдан, ћевап, чаша, шума, жена", "Đurđevdan, ćevap, čaša, šuma, žena"),
        ("КОЊ Њ", "KONJ Nj"),
        ("Број: 113 (SOS)", "Broj: 113 (SOS)"),
    ],
)
def test_serbian_goes_from_cyrillic_to_latin(cyrillic: str, latin: str) -> None:
    assert LATIN(cyrillic) == latin


def test_no_cyrillic_letter_of_serbian_is_left() -> None:
    alphabet = "абвгдђежзијклљмнњопрстћуфхцчџш"
    put = LATIN(alphabet + alphabet.upper())
    assert put.isalpha()
    assert all("LATIN" in unicodedata.name(char) for char in put)
