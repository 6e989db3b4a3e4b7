"""What the documents of an edition rest on beside the words: facts, look, fonts, formats, structure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import Finding
from brochure.content.contrast import judge_contrast
from brochure.content.edition import read_edition
from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.content.forbidden import read_forbidden
from brochure.content.formats import read_format
from brochure.content.phones import dialling_prefix
from brochure.content.plan import need_edition
from brochure.content.structure import Structure, read_structure
from brochure.content.theme import Look, read_theme
from brochure.content.words import tell_case_twins
from brochure.model.edition import Edition
from brochure.model.fonts import FontList
from brochure.model.format import Format
from brochure.model.theme import Theme


class Groundwork(Struct, frozen=True):
    """Fields as in :class:`brochure.content.project.Project`; ``structure``: as it is written, of all formats."""

    edition: Edition | None
    formats: Mapping[str, Format]
    theme: Theme | None
    writing: Mapping[str, str]
    fonts: FontList | None
    structure: Structure | None
    forbidden: Mapping[str, tuple[str, ...]]
    prefix: str
    findings: tuple[Finding, ...]


def read_groundwork(root: Path, edition: str, only: Collection[str] = ()) -> Groundwork:
    """No word of any language is read for it. ``only``: as for :func:`brochure.content.project.read_project`.

    Raises ArgumentsError where there is no such edition.
    """
    need_edition(root, edition)
    findings = Findings()
    facts = read_edition(root, edition, findings)
    look = read_theme(root, findings)
    fonts = read_fonts(root, findings)
    structure = read_structure(root, findings)
    forbidden = read_forbidden(root, findings)
    tell_case_twins(root, findings)
    formats = _formats(root, facts, look, only, findings)
    return Groundwork(
        edition=facts,
        formats=formats,
        theme=look.theme if look else None,
        writing=look.writing if look else {},
        fonts=fonts,
        structure=structure,
        forbidden=forbidden,
        prefix=dialling_prefix(facts.country) if facts else "",
        findings=findings.all,
    )


def _formats(
    root: Path, edition: Edition | None, look: Look | None, only: Collection[str], findings: Findings
) -> dict[str, Format]:
    formats = {}
    for name in edition.formats if edition and look else ():
        if only and name not in only:
            continue
        own = Findings(format_id=name)
        format_ = read_format(root, name, look.theme, own) if look else None
        inks_are_known = all(
            each.code != "unknown-ink" for each in own.all
        )  # black stands in for one that is not
        if format_ is not None and look is not None and inks_are_known:
            judge_contrast(format_, look.theme, look.spans, own)
        findings.take(own.all)
        if format_ is not None:
            formats[name] = format_
    return formats
