"""A build that has nothing to do: what the one before said, where nothing that it looked at looks otherwise.

Loads neither the content's readers nor any package: to look takes a tenth of the time that reading would. Kept in
``<out>/.cache/unchanged-<request>.json``; lost or damaged, it costs time alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sys
import zlib
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.pipeline.outcome import Line, Outcome
from brochure.pipeline.request import Request
from brochure.state.glance import UnsettledError, glance, places
from brochure.state.outputs import Output
from brochure.state.type_sizes import TypeSize
from brochure.state.whole_file import write_whole

_SHAPE = 1
_MOST = 16
"""Notes that are kept: one for each way of asking."""

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


def seen_before(request: Request) -> Outcome | None:
    """What the same request gave last time; None where it is to be built."""
    if request.force or request.thorough:
        return None
    try:
        note = json.loads(_file(request).read_bytes())
        if note["shape"] != _SHAPE or note["inputs"] != inputs_seen(request):
            return None
        if note["outputs"] != _outputs_seen(request, note["editions"]):
            return None
        return Outcome(tuple(map(_line, note["lines"])), tuple(map(_finding, note["findings"])))
    except (OSError, UnsettledError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def remember(request: Request, seen: str, outcome: Outcome) -> None:
    """Note what a build said that began with :func:`inputs_seen`, under its lock. Raises OSError."""
    if any(finding.code in _PASSING for finding in outcome.findings):
        return
    editions = sorted({line.edition for line in outcome.lines})
    # Neither what has changed meanwhile nor what may still change without a new time.
    with contextlib.suppress(UnsettledError):
        if inputs_seen(request, settled=True) != seen:
            return
        note = {
            "shape": _SHAPE,
            "inputs": seen,
            "outputs": _outputs_seen(request, editions),
            "editions": editions,
            "lines": [to_builtins(replace(line, made=False)) for line in outcome.lines],
            "findings": [to_builtins(finding) for finding in outcome.findings],
        }
        file = _file(request)
        write_whole(file, json.dumps(note, separators=(",", ":")).encode("utf-8"))
        notes = sorted(file.parent.glob("unchanged-*.json"), key=lambda each: each.stat().st_mtime_ns)
        for old in notes[:-_MOST]:
            old.unlink(missing_ok=True)


def _outputs_seen(request: Request, editions: list[str]) -> str:
    """The files that were made, and what is known of them."""
    records = places(str(request.out / ".cache" / f"records-{edition}.json") for edition in editions)
    return _hash(glance(request.out / edition for edition in editions), records)


def _file(request: Request) -> Path:
    """How many programs work changes nothing; the day may."""
    asked = repr(replace(request, jobs=0, root=request.root.resolve(), out=request.out.resolve()))
    return request.out / ".cache" / f"unchanged-{_hash(asked)[:16]}.json"


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _line(fields: dict[str, Any]) -> Line:
    sizes = tuple(TypeSize(**size) for size in fields["sizes"])
    return Line(**{**fields, "output": Output(**fields["output"]), "sizes": sizes})


def _finding(fields: dict[str, Any]) -> Finding:
    return Finding(**{**fields, "span": Span(**fields["span"]), "severity": Severity(fields["severity"])})
