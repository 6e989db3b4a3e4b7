"""A file of the user as text: size, encoding and characters are judged before anything is read out of it."""

from __future__ import annotations

import bisect
import functools
import os
import re
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.findings import Findings

MAX_BYTES = 1_000_000
"""The English words take 45 kB; fifty times as much is no text for a brochure."""

_MOST_CONTROLS = 20
_BOM = "\ufeff"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# What YAML 1.2 (5.1) does not print, and the line ends of Unicode at which libyaml and editors count lines differently.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_AS_UTF8 = "Save the file as UTF-8. In most editors: Save As, then Encoding: UTF-8."


class Source(Struct, frozen=True):
    """``file``: as spans name it, relative to the root. ``text``: without byte order mark, lines end in \\n."""

    file: str
    text: str

    def at(self, index: int) -> Span:
        """The span of a code point."""
        starts = _line_starts(self.text)
        line = bisect.bisect_right(starts, index)
        return Span(self.file, line, index - starts[line - 1] + 1)


@functools.lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    """Index of the first character of every line. To count lines anew for each span of a long file takes seconds."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def read_source(root: Path, file: str, findings: Findings, most: int = MAX_BYTES) -> Source | None:
    """The text of a file of at most ``most`` bytes, None where a finding says why there is none."""
    path = root / file
    whole = Span(file)
    if leads_outside(root, path):
        tell_outside(file, findings)
        return None
    try:
        if path.stat().st_size > most:
            _tell_too_large(path.stat().st_size, most, whole, findings)
            return None
        with path.open("rb") as opened:
            data = opened.read(most + 1)
    except FileNotFoundError:
        findings.error(
            "missing-file", "the file is not there", whole, "Add it, or take out what refers to it."
        )
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        findings.error("unreadable-file", f"the file cannot be read: {reason}", whole)
        return None
    if len(data) > most:
        _tell_too_large(len(data), most, whole, findings)
        return None
    return decode(data, file, findings)


def leads_outside(root: Path, path: Path) -> bool:
    """Whether a link, the file itself or a folder on the way to it, leads out of the project's folder."""
    try:
        return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))
    except (OSError, ValueError):
        return False  # it cannot be read either, and that is told


def tell_outside(file: str, findings: Findings) -> None:
    """``file``: as spans name it."""
    findings.error(
        "link-outside",
        "the file is a link, or lies in one, that leads out of the project's folder",
        Span(file),
        "Put the file itself there: what it leads to may change or belong to somebody else.",
    )


def _tell_too_large(size: int, most: int, span: Span, findings: Findings) -> None:
    findings.error(
        "too-large",
        f"the file has {size:,} bytes; {most:,} is the most that is read",
        span,
        "Was a picture or a whole document pasted into it?",
    )


def decode(data: bytes, file: str, findings: Findings) -> Source | None:
    """Bytes to text; UTF-8 with or without byte order mark, any line ends."""
    if data.startswith(_UTF16) or _looks_like_utf16(data):
        findings.error("wrong-encoding", "the file is saved as UTF-16", Span(file), _AS_UTF8)
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        _name_encoding(data, error, file, findings)
        return None
    source = Source(file, text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n"))
    forbidden = list(_FORBIDDEN.finditer(source.text))
    for match in forbidden[:_MOST_CONTROLS]:
        findings.error(
            "control-character",
            f"an invisible control character, U+{ord(match[0]):04X}, stands here",
            source.at(match.start()),
            "Delete it: put the cursor behind it and press Backspace, or type the words around it again.",
        )
    return None if forbidden else source


def _looks_like_utf16(data: bytes) -> bool:
    """UTF-16 without its mark: every other byte of the first Latin letters is zero."""
    head = data[:64]
    return len(head) >= 8 and (not any(head[0::2]) or not any(head[1::2]))


def _name_encoding(data: bytes, error: UnicodeDecodeError, file: str, findings: Findings) -> None:
    """Tells half a character of a damaged UTF-8 file from a file in another encoding."""
    before = data[: error.start].decode("utf-8").removeprefix(_BOM).replace("\r\n", "\n")
    span = Source(file, before + " ").at(len(before))
    byte = f"0x{data[error.start]:02X}"
    if _is_damaged_utf8(data):
        findings.error(
            "damaged-encoding",
            f"half a character stands here (byte {byte}): the file is UTF-8, but damaged at this place",
            span,
            "Type the word at this place again and save the file.",
        )
        return
    try:
        letter = data[error.start : error.start + 1].decode("cp1252")
        guess = f"as Windows-1252 it is '{letter}'"
    except UnicodeDecodeError:
        guess = "it looks like an older encoding"
    findings.error("wrong-encoding", f"byte {byte} is not UTF-8; {guess}", span, _AS_UTF8)


def _is_damaged_utf8(data: bytes) -> bool:
    """True where whole multi-byte characters outnumber the broken ones."""
    read = data.decode("utf-8", errors="replace")
    broken = read.count("\ufffd")
    whole = sum(1 for char in read if char > "\x7f") - broken
    cut_off = data[-1] >= 0xC2 and broken == 1
    truncated_tail = any(data[-n] >= 0xE0 for n in range(2, min(4, len(data) + 1)))
    return whole >= broken or (broken == 1 and (cut_off or truncated_tail))
