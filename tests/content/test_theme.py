"""What the theme says of scripts, and of languages that differ from others in their script."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.theme import read_theme
from brochure.model.language import Language
from brochure.model.theme import ACCENTS, RoleStyle, Theme

WRITTEN = """
inks:
  black: {cmyk: [0, 0, 0, 100], srgb: "#181715"}
scripts:
  Latn: {size: 1, leading: 1.25, body: 0.54}
  Deva: {size: 1, leading: 1.45, body: 0.62, tall: yes}
  Aran:
    {size: 0.92, leading: 1.92, body: 0.7, reach: 1.2, lower: 0.3,
     row: {leading: 1.7, floor: 10}, heading: {leading: 1.6}}
leadings: {vi: 1.35}
"""


def read(root: Path, written: str) -> tuple[Theme, Findings]:
    (root / "content").mkdir()
    (root / "content" / "theme.yaml").write_text(written, encoding="utf-8")
    findings = Findings()
    look = read_theme(root, findings)
    assert look is not None
    return look.theme, findings


def test_a_script_says_only_what_it_has_of_its_own(tmp_path: Path) -> None:
    theme, findings = read(tmp_path, WRITTEN)
    assert findings.all == ()
    latin, deva, aran = (theme.scripts[code] for code in ("Latn", "Deva", "Aran"))
    assert (latin.is_tall, latin.reach, latin.lower, latin.row, latin.heading) == (
        False,
        ACCENTS,
        0,
        None,
        None,
    )
    assert deva.is_tall
    assert (aran.reach, aran.lower, aran.in_role("row")) == (1.2, 0.3, RoleStyle(1.7, 10))
    assert (aran.in_role("heading"), aran.in_role("body")) == (RoleStyle(1.6), RoleStyle(1.92))


@pytest.mark.parametrize(
    ("tag", "script", "leading"),
    [("vi", "Latn", 1.35), ("en", "Latn", 1.25), ("hi", "Deva", 1.45), ("xx", "Zzzz", 1.25)],
)
def test_a_language_may_need_more_leading_than_its_script(
    tmp_path: Path, tag: str, script: str, leading: float
) -> None:
    theme, _ = read(tmp_path, WRITTEN)
    assert theme.style(Language(tag, script, "ltr", tag, tag)).leading == leading


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("floor: 10", "flor: 10", "flor"),
        ("{leading: 1.6}", "{}", "leading"),
        ("reach: 1.2", "reach: much", "reach"),
        ("vi: 1.35", "vi: high", "vi"),
        ("tall: yes", "tall: perhaps", "tall"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    assert right in WRITTEN
    _, findings = read(tmp_path, WRITTEN.replace(right, wrong))
    assert any(said in finding.message and finding.span.line for finding in findings.all)
