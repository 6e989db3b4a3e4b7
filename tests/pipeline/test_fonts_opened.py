"""No font is opened twice by the program that makes several languages.

Nor by its checker, which reads the digits of the Latin faces by itself: a witness that shares nothing with the writer.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import uharfbuzz

from brochure.check.pictures_of_digits import _declared_digits
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Place
from brochure.text.faces import open_face

TARGETS = ("screen", "print", "office")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often HarfBuzz and the checker are given each file, from now on as in a new program."""
    counted: Counter[str] = Counter()
    from_file_path, read_bytes = uharfbuzz.Blob.from_file_path, Path.read_bytes

    class Blob(uharfbuzz.Blob):
        @classmethod
        def from_file_path(cls, path: Path) -> uharfbuzz.Blob:
            counted[f"HarfBuzz {path.name}"] += 1
            return from_file_path(path)

    def read(path: Path) -> bytes:
        if path.suffix == ".ttf":
            counted[f"checker {path.name}"] += 1
        return read_bytes(path)

    monkeypatch.setattr(uharfbuzz, "Blob", Blob)
    monkeypatch.setattr(Path, "read_bytes", read)
    open_face.cache_clear()
    _declared_digits.cache_clear()
    return counted


def test_each_font_is_opened_once_for_all_languages(opened: Counter[str], project_root: Path) -> None:
    desk = Desk(Place(project_root, "luxembourg", None))
    for language in ("en", "ar", "th", "de"):
        assert desk.make(Job(language, "leaflet", TARGETS)).files
    shown = {name.split()[1] for name in opened if name.startswith("HarfBuzz")}
    assert {"NotoSans-Regular.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSansThai-Regular.ttf"} <= shown
    assert {name for name in opened if name.startswith("checker")} == {
        "checker NotoSans-Regular.ttf",
        "checker NotoSans-Bold.ttf",
    }
    assert {name for name, times in opened.items() if times > 1} == set()
