"""Clusters of several glyphs look the same in three viewers; the leaflets themselves are compared in tests/raster."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from finish.by_hand import FILES, line_of, page_of_lines
from finish.conftest import profile
from finish.round_trip import declaration
from raster.test_viewers import difference, drawn_by

from brochure.finish.pdf import write_pdf
from brochure.model.language import Direction
from brochure.model.unit import Words

SCRIPTS: list[tuple[str, str, Direction]] = [
    ("ar", "Arab", "rtl"), ("ur", "Aran", "rtl"), ("hi", "Deva", "ltr"), ("th", "Thai", "ltr"), ("my", "Mymr", "ltr"),
]  # fmt: skip


@pytest.fixture(scope="module", params=SCRIPTS, ids=lambda script: script[0])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tag, script, direction = request.param
    assert script in FILES
    texts = [piece.text[:60] for (piece,) in declaration(tag)[:8] if isinstance(piece, Words)]
    document = page_of_lines([line_of(text, script, tag, direction, 14) for text in texts], tag, direction)
    path = tmp_path_factory.mktemp("look") / "lines.pdf"
    path.write_bytes(write_pdf(document, "screen", profile("screen")))
    return path


@pytest.mark.parametrize("pair", list(combinations(("pdfium", "poppler", "mupdf"), 2)), ids="-".join)
def test_lines_look_the_same_in_two_viewers(pair: tuple[str, str], file: Path, tmp_path: Path) -> None:
    (one,), (other,) = (drawn_by(viewer, file, tmp_path) for viewer in pair)
    apart = difference(one, other)
    assert apart.mean <= 2
    assert apart.most <= 45
