"""Real documents as text, every operation in its place: a change of a page is a change of a line here.

``UPDATE_GOLDENS=1 python -m pytest -n0 tests/test_goldens.py`` writes them anew; read the difference, and look at the
page, before you keep it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from brochure.layout.dump import dump_operations

if TYPE_CHECKING:
    from conftest import Leaflet


MADE = [
    ("leaflet", "en"),
    ("leaflet", "ar"),
    ("booklet", "en"),
    ("booklet", "ar"),
    ("card", "en"),
    ("card", "ar"),
    ("poster", "en"),
    ("poster", "ar"),
    ("guide", "en"),
    ("guide", "de"),
    ("sheet", "mul"),
    ("finder", "mul"),
]


@pytest.mark.parametrize(("format_id", "tag"), MADE)
def test_nothing_is_found(format_id: str, tag: str, laid_out: Callable[[str, str], Leaflet]) -> None:
    assert "\n".join(str(finding) for finding in laid_out(format_id, tag).findings) == ""


@pytest.mark.parametrize(("format_id", "tag"), MADE)
def test_it_is_laid_out_as_before(
    format_id: str, tag: str, laid_out: Callable[[str, str], Leaflet], project_root: Path
) -> None:
    golden = project_root / "tests" / "goldens" / f"ops-{format_id}-{tag}.txt"
    dump = dump_operations(laid_out(format_id, tag).placed)
    if os.environ.get("UPDATE_GOLDENS") == "1":
        golden.write_text(dump, encoding="utf-8", newline="\n")
    assert dump.splitlines() == golden.read_text(encoding="utf-8").splitlines()
