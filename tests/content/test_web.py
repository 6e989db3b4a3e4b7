from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

EDITION = "content/editions/luxembourg.yaml"
KNOWN = 'web: "www.stoptraite.lu"'


def written(project: Path, address: str) -> None:
    text = (project / EDITION).read_text(encoding="utf-8")
    assert KNOWN in text
    (project / EDITION).write_text(text.replace(KNOWN, f'web: "{address}"'), encoding="utf-8")


@pytest.mark.parametrize(
    "address", ["", "stoptraite.lu", "https://stoptraite.lu/en?a=b#c", "http://a-b.c1.museum/~x/%20"]
)
def test_what_a_browser_opens_is_fine(address: str, project: Path, said: Callable[[Path], str]) -> None:
    written(project, address)
    assert said(project) == ""


@pytest.mark.parametrize(
    "address",
    [
        "www.stop traite.lu",
        "stoptraite",
        "https://",
        "www.stoptraité.lu",
        "javascript:alert(1)",
        "a.lu/x y",
        "-a.lu",
    ],
)
def test_what_no_browser_opens_is_told(address: str, project: Path, said: Callable[[Path], str]) -> None:
    written(project, address)
    assert said(project).startswith(
        f"{EDITION}:24:10: error[wrong-address]: nobody can open the web address '"
    )
