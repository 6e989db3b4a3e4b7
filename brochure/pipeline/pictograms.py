"""Signs judged as signs: the drawings of the project or any others, their catalogue, their inks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brochure.base.diagnostics import ArgumentsError, Finding, in_order
from brochure.content.contrast import SIGNS, judge_contrast
from brochure.content.findings import Findings
from brochure.content.formats import known_formats, read_format
from brochure.content.sign_catalogue import FOLDER, read_catalogue
from brochure.content.sign_quality import judge_drawings
from brochure.content.signs import drawn_signs, read_drawings, read_signs
from brochure.content.theme import read_theme

CACHE = Path("build", ".cache", "read")
"""Where a build keeps outlines, relative to the root."""


def kept_outlines(root: Path) -> Path | None:
    """The cache of an earlier build; None where there is none: to look at signs makes no folder."""
    return root / CACHE if (root / CACHE).parent.is_dir() else None


def need_signs(root: Path) -> None:
    """Raises ArgumentsError where there is no folder of signs."""
    if not (root / FOLDER).is_dir():
        raise ArgumentsError(
            f"There is no folder {(root / FOLDER).as_posix()}.",
            "Go into the project's folder, or name it with --root.",
        )


def check_signs(root: Path) -> tuple[int, tuple[Finding, ...]]:
    """How many drawings the project has, and all that is wrong with them, with the catalogue and with their inks.

    Raises ArgumentsError and SurroundingsError.
    """
    need_signs(root)
    findings = Findings()
    catalogue = read_catalogue(root, Findings())
    drawn = drawn_signs(root)
    signs, wrong = read_signs(root, dict.fromkeys((*drawn, *(catalogue or ()))), kept_outlines(root))
    findings.take(wrong)
    judge_drawings(signs.values(), findings)
    _judge_inks(root, findings)
    return len(drawn), in_order(findings.all)


def with_signs(told: Sequence[Finding], root: Path) -> tuple[Finding, ...]:
    """``told``, which has what is wrong with signs where they are used, and what is wrong with signs as such.

    Raises SurroundingsError.
    """
    if not (root / FOLDER).is_dir():
        return tuple(told)
    known = {(each.code, each.span, each.message) for each in told}
    _, found = check_signs(root)
    return in_order((*told, *(each for each in found if (each.code, each.span, each.message) not in known)))


def check_files(paths: Sequence[Path]) -> tuple[Finding, ...]:
    """All that is wrong with drawings that need not be in the project. Raises SurroundingsError."""
    signs, wrong = read_drawings(paths)
    findings = Findings()
    findings.take(wrong)
    judge_drawings(signs, findings)
    return in_order(findings.all)


def _judge_inks(root: Path, findings: Findings) -> None:
    """Whether signs can be told from their ground, in every format; what else is wrong there, others tell."""
    look = read_theme(root, Findings())
    for name in known_formats(root) if look else ():
        format_ = read_format(root, name, look.theme, Findings()) if look else None
        if format_ is None or look is None:
            continue
        own = Findings(format_id=name)
        judge_contrast(format_, look.theme, look.spans, own, (SIGNS,))
        findings.take(own.all)
