"""Embedding levels of a paragraph: the one adapter for python-bidi.

python-bidi 0.6 has no call that answers levels, but with ``debug=True`` it answers the dump of its Rust structure, and
the resolved level of every UTF-8 byte stands in it. Read from there, the levels are those of UAX 9 up to rule I2; rule
L1 is due for each line (:mod:`brochure.text.reorder`). The dump is no promised interface: :func:`check_levels` compares
a known string, and every reading counts its levels.
"""

from __future__ import annotations

import re
import unicodedata

from bidi import get_display

from brochure.base.diagnostics import SurroundingsError
from brochure.model.language import Direction

_OPENING = "\n    levels: ["
_CLOSING = "\n    ],"
_LEVEL = re.compile(r"\d+")
# "" is unassigned in Python's table, which may be older than the crate's: ask rather than guess.
_TURNING = frozenset({"", "R", "AL", "AN", "RLE", "RLO", "RLI", "FSI", "LRE", "LRO", "LRI", "PDF", "PDI"})
# Without digits, Latin letters and controls all words of a right-to-left paragraph are at its level: W4 to W6, N1, N2.
_NEVER_TURNING = frozenset({"R", "AL", "NSM", "ON", "WS", "CS", "ES", "ET"})
_KNOWN = "abc \u05d0\u05d1 12 (x) \u2066+1 2\u2069 \U0001f600\u0627"
_KNOWN_LEVELS = (2, 2, 2, 1, 1, 1, 1, 2, 2, 1, 1, 2, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1)


def resolve_levels(text: str, direction: Direction) -> tuple[int, ...]:
    """The embedding level of every code point under the paragraph direction ``direction`` (UAX 9, P to I2).

    :raises SurroundingsError: python-bidi's dump is not what this was written for.
    """
    if not text:
        return ()
    kinds = set(map(unicodedata.bidirectional, set(text)))
    if direction == "ltr" and not kinds & _TURNING:
        return (0,) * len(text)
    if direction == "rtl" and kinds <= _NEVER_TURNING:
        return (1,) * len(text)
    dump = get_display(text, base_dir="R" if direction == "rtl" else "L", debug=True)
    of_bytes = _read(dump)
    if len(of_bytes) != len(text.encode()):
        raise _changed(f"{len(of_bytes)} levels for {len(text.encode())} bytes")
    levels, offset = [], 0
    for character in text:
        levels.append(of_bytes[offset])
        offset += len(character.encode())
    return tuple(levels)


def check_levels() -> None:
    """Compare a known string, for ``brochure doctor``.

    :raises SurroundingsError: the levels are others than UAX 9's.
    """
    found = resolve_levels(_KNOWN, "rtl")
    if found != _KNOWN_LEVELS:
        raise _changed(f"known levels {_KNOWN_LEVELS} came back as {found}")


def _read(dump: str) -> list[int]:
    """The numbers between the last line that opens the levels and its closing bracket.

    The dump quotes the text itself with its line ends escaped, so no text can open such a line.
    """
    start = dump.rfind(_OPENING)
    end = dump.find(_CLOSING, start)
    if start < 0 or end < 0:
        raise _changed("no levels in its dump")
    return [int(number) for number in _LEVEL.findall(dump, start + len(_OPENING), end)]


def _changed(what: str) -> SurroundingsError:
    return SurroundingsError(
        f"the installed python-bidi answers differently from 0.6.12: {what}",
        'Install the version this program was checked with: pip install "python-bidi>=0.6.12,<0.7".',
    )
