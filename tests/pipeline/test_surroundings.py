"""The same bytes wherever and however: a few files here, everything by hand (``pipeline/surroundings.py``)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pipeline.surroundings import OTHERS, PLAIN, Surroundings, built, differences

WORDS = ("ar", "th", "--format", "leaflet,phone", "--for", "screen,print")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(PLAIN, WORDS, tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize("surroundings", OTHERS, ids=lambda each: each.name)
def test_the_bytes_do_not_know_where_they_were_made(
    surroundings: Surroundings, plain: dict[str, bytes], tmp_path: Path
) -> None:
    assert any(name.endswith(".png") for name in plain)
    files = built(surroundings, WORDS, tmp_path)
    assert [name for name in differences(plain, files) if not name.endswith("manifest.json")] == []
    assert "luxembourg/manifest.json" in files


def test_a_date_that_the_surroundings_set_stands_in_no_file(plain: dict[str, bytes]) -> None:
    """There is no time of building in a file, so SOURCE_DATE_EPOCH has nothing to set: dates are the content's."""
    for name, data in plain.items():
        if name.endswith(".pdf"):
            assert b"D:1970" not in data, name
            dates = set(re.findall(rb"<xmp:\w+Date>([^<]+)", data))
            assert dates == {b"2026-11-22T00:00:00Z"}, name
