"""Names of languages in the order that ICU 72 gives them by the root collation: ``own-names.txt``, from CLDR."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.name_order import by_name
from brochure.model.language import Language


def known() -> list[Language]:
    lines = (Path(__file__).parent / "own-names.txt").read_text(encoding="utf-8").splitlines()
    return [
        Language(tag, script, "ltr", name, "") for tag, script, name in (li.split(" ", 2) for li in lines)
    ]


def test_the_order_is_that_of_icu() -> None:
    languages = known()
    assert len(languages) > 300
    mixed = sorted(languages, key=lambda language: language.tag[::-1])
    assert [each.endonym for each in by_name(mixed)] == [each.endonym for each in languages]


@pytest.mark.parametrize(
    ("names", "script"),
    [
        (["čeština", "đa", "dansk", "e", "é"], "Latn"),
        (["العربية", "پښتو", "دری"], "Arab"),
    ],
)
def test_marks_and_added_letters_stand_with_their_own(names: list[str], script: str) -> None:
    languages = [Language(f"x{at}", script, "ltr", name, "") for at, name in enumerate(names)]
    assert [each.endonym for each in by_name(reversed(languages))] == names


def test_both_styles_of_a_script_stand_together_and_unknown_ones_last() -> None:
    languages = [
        Language("fa", "Arab", "rtl", "فارسی", ""),
        Language("ur", "Aran", "rtl", "اردو", ""),
        Language("xx", "Zzzz", "ltr", "aaa", ""),
        Language("ja", "Jpan", "ltr", "日本語", ""),
        Language("zh", "Hans", "ltr", "中文", ""),
    ]
    assert [each.tag for each in by_name(languages)] == ["ur", "fa", "zh", "ja", "xx"]


def test_the_tag_decides_between_two_of_one_name() -> None:
    two = [Language(tag, "Latn", "ltr", "português", "") for tag in ("pt-PT", "pt-BR")]
    assert [each.tag for each in by_name(two)] == ["pt-BR", "pt-PT"]
