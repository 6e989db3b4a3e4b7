"""A copy of the real project: what is asked of it, and how it is changed."""

from datetime import date
from pathlib import Path

from brochure.pipeline.request import Request

TODAY = date(2026, 11, 22)
"""No fact of the edition has expired on it."""


def request(root: Path, *languages: str, out: str = "build", jobs: int = 1) -> Request:
    """English, Arabic or both, into a folder beside the content."""
    return Request(root, root / out, TODAY, languages, jobs=jobs)


def change(root: Path, file: str, old: str, new: str) -> None:
    """One place of a file."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
