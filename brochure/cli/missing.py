"""A language that has just begun misses every unit: said to a person once, not a hundred times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from brochure.base.diagnostics import Finding

_MOST = 5
"""Missing units of one file that are named one by one."""


def told_together(findings: Sequence[Finding]) -> Iterator[Finding]:
    """``findings`` in their order, where a file misses more than five units one in place of all of them."""
    missing = Counter(map(_place, findings))
    told = set()
    for finding in findings:
        place = _place(finding)
        if place is None or missing[place] <= _MOST:
            yield finding
        elif place not in told:
            told.add(place)
            yield _together(finding, missing[place])


def _place(finding: Finding) -> tuple[str, str, str] | None:
    if finding.code != "missing-unit" or finding.span.line:
        return None
    return finding.span.file, finding.language, finding.format


def _together(first: Finding, count: int) -> Finding:
    tag = first.language
    return replace(
        first,
        message=f"{count} units that the {first.format} prints have no text yet",
        help=f"brochure new-language {tag} --update makes a place for each, its English above it.\n"
        f"brochure check {tag} --json names them all.",
    )
