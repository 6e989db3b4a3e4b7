from __future__ import annotations

from pathlib import Path

from families import FAMILIES

from brochure.content.findings import Findings
from brochure.content.languages import locale_of, script_of
from brochure.content.plan import read_plan
from brochure.content.theme import read_theme

ROOT = Path(__file__).parents[1]


def test_every_script_of_the_edition_has_a_language_that_stands_for_it() -> None:
    theme = read_theme(ROOT, Findings())
    assert theme is not None

    def script(tag: str) -> str:
        locale = locale_of(tag)
        assert locale is not None
        return theme.writing.get(tag) or script_of(tag, locale)

    languages = read_plan(ROOT, "luxembourg").languages
    assert set(FAMILIES) <= set(languages)
    assert {script(tag) for tag in FAMILIES} == {script(tag) for tag in languages}
