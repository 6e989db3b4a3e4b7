"""How far every language has come: what is missing, what is stale or approved, what fits."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import Finding, in_order
from brochure.content.findings import Findings
from brochure.content.inherited import parent_of
from brochure.content.signs import tell_misread_signs
from brochure.pipeline.build import Rooms
from brochure.pipeline.check import Judged, judge
from brochure.pipeline.making import Progress, unheard
from brochure.pipeline.request import Request
from brochure.state.texts import Counts
from brochure.state.type_sizes import TypeSize


class Standing(Struct, frozen=True):
    """A language in a format. ``missing``: units without a text. ``texts``: how far the others have come. ``too_long``:
    texts that do not fit at the floor. ``glyphs``: characters that no font has. These four are None where the document
    could not be read, ``too_long`` also while units are missing: what is not there yet may not fit either. ``sizes``:
    of the roles that may shrink, none where ``too_long`` is None. ``errors``: of every kind. ``endonym`` and
    ``direction``: of the language, "" where the document could not be read. ``inherits``: the language from whose file
    texts are taken over, "" for none.
    """

    edition: str
    language: str
    format: str
    missing: int | None
    texts: Counts | None
    too_long: int | None
    glyphs: int | None
    sizes: tuple[TypeSize, ...]
    errors: int
    endonym: str
    direction: str
    inherits: str


def status(
    request: Request, rooms: Rooms, progress: Progress = unheard
) -> tuple[tuple[Standing, ...], tuple[Finding, ...]]:
    """The standing of every document of the request, what is wrong in the lists of the editions, and the signs that
    readers did not understand.

    Raises ArgumentsError and SurroundingsError.
    """
    judged, findings = judge(request, rooms, progress)
    misread = Findings()
    tell_misread_signs(request.root, misread)
    return tuple(standing_of(each, request.root) for each in judged), in_order((*findings, *misread.all))


def standing_of(judged: Judged, root: Path) -> Standing:
    """How far a judged document has come."""
    read = judged.made.pages > 0
    missing = _count(judged.findings, "missing-unit")
    whole = read and not missing
    return Standing(
        edition=judged.edition,
        language=judged.job.language,
        format=judged.job.format,
        missing=missing if read else None,
        texts=judged.made.texts if read else None,
        too_long=_count(judged.findings, "overflow") if whole else None,
        glyphs=_count(judged.findings, "missing-glyph") if read else None,
        sizes=judged.made.sizes if whole else (),
        errors=sum(finding.is_error for finding in judged.findings),
        endonym=judged.made.endonym,
        direction=judged.made.direction,
        inherits=parent_of(root, judged.job.language),
    )


def _count(findings: Sequence[Finding], code: str) -> int:
    return sum(finding.code == code for finding in findings)
