"""Answers of CLDR, kept between runs: its data of a language takes as long to load as a page takes to be set."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from msgspec import Struct

from brochure.base.kept import keep, recalled
from brochure.content.recipe import recipe

_MOST = 5000
"""Answers: five times what sixty languages have. All are forgotten together."""
_WORTH = 8
"""One of so many has to be new, else they are asked for again in less time than the file is written."""
_MOST_FILES = 2
_UNASKED = object()

P = ParamSpec("P")
T = TypeVar("T")


class _Answers:
    """By question. ``file``: where they are kept, None for nowhere."""

    def __init__(self) -> None:
        self.known: dict[str, object] = {}
        self.file: Path | None = None
        self.new = 0

    def recall(self, folder: Path | None) -> None:
        """Those of earlier runs too. Other versions of this program or of Babel have a file of their own."""
        file = folder / f"cldr-{hashlib.sha256(recipe()).hexdigest()}.bin" if folder else None
        if file is not None and file != self.file:
            self.known = {**_whole(file), **self.known}
        self.file = file

    def keep(self) -> None:
        """What is new, beside what others have put there meanwhile, where it is worth the writing."""
        if self.file is None or not self.new or self.new * _WORTH < len(self.known):
            return
        self.known = {**_whole(self.file), **self.known}
        if len(self.known) <= _MOST:
            keep(self.file, self.known, "cldr-*.bin", _MOST_FILES)
        self.new = 0


def _whole(file: Path) -> dict[str, object]:
    found = recalled(file, dict) or {}
    sound = len(found) <= _MOST and all(
        isinstance(key, str) and isinstance(value, str | Struct | None) for key, value in found.items()
    )
    return found if sound else {}


_ANSWERS = _Answers()
recall_answers, keep_answers = _ANSWERS.recall, _ANSWERS.keep


def answer(ask: Callable[P, T]) -> Callable[P, T]:
    """A question to CLDR whose answer, a text, a frozen type or None, hangs on its arguments alone, and these on their
    repr.
    """

    @wraps(ask)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> T:
        question = f"{ask.__name__}{args!r}{kwargs or ''}"
        # Looked up once and handed on as it is: in the preview another thread may forget all meanwhile.
        known = _ANSWERS.known
        found = known.get(question, _UNASKED)
        if found is _UNASKED:
            found = ask(*args, **kwargs)
            if len(known) >= _MOST:
                known.clear()
            known[question] = found
            _ANSWERS.new += 1
        return cast("T", found)

    return remembered
