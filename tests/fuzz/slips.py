"""Slips of a hand in a YAML file: a line lost, doubled or moved, a key misspelt, a value of another kind or size.

Edits of single words (:mod:`fuzz.strategies`) seldom hit the one key that a page rests on, and leave most files
unreadable; a slip leaves a file that can be read, and what follows has to make do with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KEY = re.compile(r"([A-Za-z_]\w*|\"[^\"]*\"):(?= |$)")
_NUMBER = re.compile(r"(?<=[:,\[] )-?\d+(?:\.\d+)?\b|(?<=\[)-?\d+(?:\.\d+)?")
_VALUE = re.compile(r"(?<=: )(?![\[{|>])(\"[^\"]*\"|[^,}\n]+)")

NUMBERS = ("0", "-1", "0.001", "99", "1000000")
OTHERS = ("[]", "{}", "''", "nonsense", "[a, {b: c}]")


@dataclass(frozen=True)
class Slip:
    """``line``: from 0, of the file; ``instead``: the lines in its place."""

    line: int
    instead: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<line {self.line + 1}: {' | '.join(self.instead)[:60]!r}>"

    def of(self, seed: bytes) -> bytes:
        """The file with the slip in it."""
        lines = seed.decode().split("\n")
        return "\n".join((*lines[: self.line], *self.instead, *lines[self.line + 1 :])).encode()


def slips(seed: bytes) -> list[Slip]:
    """All that this module knows of, of every line that is no comment."""
    return [
        Slip(number, instead)
        for number, line in enumerate(seed.decode().split("\n"))
        if line.strip() and not line.strip().startswith("#")
        for instead in _of_line(line)
    ]


def _of_line(line: str) -> Iterator[tuple[str, ...]]:
    yield ()
    yield (line, line)
    yield (f"  {line}",)
    for pattern, others in ((_NUMBER, NUMBERS), (_VALUE, OTHERS)):
        for found in pattern.finditer(line):
            for other in others:
                yield (line[: found.start()] + other + line[found.end() :],)
    for key in _KEY.finditer(line):
        yield (line[: key.start(1)] + f"x{key[1]}".replace('x"', '"x') + line[key.end(1) :],)
