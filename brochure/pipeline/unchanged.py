"""A build that has nothing to do: what the one before said, where nothing that it looked at looks otherwise.

Loads neither the content's readers nor any package: to look takes a tenth of the time that reading would. Kept in
``<out>/.cache/unchanged-<request>.json``; lost or damaged, it costs time alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.json import decode, encode
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.pipeline.outcome import Line, Outcome
from brochure.pipeline.request import Request
from brochure.state.glance import UnsettledError, glance, places
from brochure.state.whole_file import write_whole

_SHAPE = 2
_MOST = 16
"""Notes that are kept: one for each way of asking."""


class _Note(Struct, frozen=True, forbid_unknown_fields=True):
    """``inputs`` and ``outputs``: hashes of what was looked at."""

    shape: int
    inputs: str
    outputs: str
    editions: tuple[str, ...]
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


_INPUTS = ("content", "pictograms", "fonts")
_PASSING = frozenset({"manifest-rebuilt", "cannot-write", "program-ended"})
"""Findings of one build, which the next one would not have."""


def inputs_seen(request: Request, *, settled: bool = False) -> str:
    """All that decides what a build makes: project, program, packages. ``settled``: see :func:`glance`.

    Raises UnsettledError.
    """
    project = glance((request.root / each for each in _INPUTS), settled=settled)
    program = glance([Path(__file__).parents[1]], suffix=".py")
    packages = places(path for path in sys.path if path)
    return _hash(project, program, packages, sys.version, zlib.ZLIB_RUNTIME_VERSION)


def glimpse(request: Request) -> str:
    """:func:`inputs_seen`, or "" where too little can be said."""
    try:
        return inputs_seen(request)
    except UnsettledError:
        return ""


def seen_before(request: Request, seen: str) -> Outcome | None:
    """What the same request gave last time; None where it is to be built. ``seen``: its :func:`glimpse` now."""
    if request.force or request.thorough or not seen:
        return None
    try:
        note = decode(_file(request).read_bytes(), type=_Note)
        if note.shape != _SHAPE or note.inputs != seen:
            return None
        if note.outputs != _outputs_seen(request, note.editions):
            return None
        return Outcome(note.lines, note.findings)
    except (OSError, UnsettledError, ValueError, RecursionError):
        return None


def remember(request: Request, seen: str, outcome: Outcome) -> None:
    """Note what a build said that began with a :func:`glimpse`, under its lock. Raises OSError."""
    if any(finding.code in _PASSING for finding in outcome.findings):
        return
    editions = tuple(sorted({line.edition for line in outcome.lines}))
    # Neither what has changed meanwhile nor what may still change without a new time; nor a name that is no text.
    with contextlib.suppress(UnsettledError, UnicodeEncodeError):
        if inputs_seen(request, settled=True) != seen:
            return
        lines = tuple(replace(line, made=False) for line in outcome.lines)
        note = _Note(_SHAPE, seen, _outputs_seen(request, editions), editions, lines, outcome.findings)
        file = _file(request)
        write_whole(file, encode(note))
        notes = sorted(file.parent.glob("unchanged-*.json"), key=lambda each: each.stat().st_mtime_ns)
        for old in notes[:-_MOST]:
            old.unlink(missing_ok=True)


def _outputs_seen(request: Request, editions: Sequence[str]) -> str:
    """The files that were made, and what is known of them."""
    records = places(str(request.out / ".cache" / f"records-{edition}.json") for edition in editions)
    return _hash(glance(request.out / edition for edition in editions), records)


def _file(request: Request) -> Path:
    """How many programs work changes nothing; the day may."""
    asked = repr(replace(request, jobs=0, root=request.root.resolve(), out=request.out.resolve()))
    return request.out / ".cache" / f"unchanged-{_hash(asked)[:16]}.json"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
