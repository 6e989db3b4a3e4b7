"""Which editions there are, and what each of them makes: read without CLDR and without the words."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding
from brochure.base.spans import Span
from brochure.content.edition import FOLDER as EDITIONS
from brochure.content.edition import (
    compose_edition,
    edition_file,
    formats_of,
    languages_of,
    worker_languages_of,
)
from brochure.content.fields import Fields
from brochure.content.findings import Findings, nearest, shown
from brochure.content.folders import stems_in


class Plan(Struct, frozen=True):
    """What an edition makes. ``code`` is "" where the file cannot be read.

    ``languages`` and ``formats`` in the edition's order; a language without file is listed, a format without is not.
    ``worker_languages``: those of front-line workers.
    """

    edition: str
    code: str
    languages: tuple[str, ...]
    worker_languages: tuple[str, ...]
    formats: tuple[str, ...]
    findings: tuple[Finding, ...]


def edition_names(root: Path) -> tuple[str, ...]:
    """Editions that are built when none is named: all that are not marked as an example.

    Raises ArgumentsError where there is no project.
    """
    return tuple(name for name in _all_editions(root) if not _is_example(root, name))


def _all_editions(root: Path) -> tuple[str, ...]:
    folder = root / EDITIONS
    names = stems_in(folder, ".yaml")
    if not names:
        raise ArgumentsError(
            f"There is no edition in {folder.as_posix()}.",
            "Go into the project's folder, or name it with --root.",
        )
    return names


def _is_example(root: Path, name: str) -> bool:
    unheard = Findings()
    tree = compose_edition(root, name, unheard)
    fields = Fields(tree, Span(edition_file(name)), "the edition", unheard)
    return fields.group("edition", needed=False).flag("example")


def read_plan(root: Path, edition: str) -> Plan:
    """Languages, formats and code of an edition. Raises ArgumentsError where there is no such edition."""
    need_edition(root, edition)
    findings = Findings()
    tree = compose_edition(root, edition, findings)
    if tree is None:
        return Plan(edition, "", (), (), (), findings.all)
    fields = Fields(tree, tree.span, "the edition", findings)
    head = fields.group("edition")
    code = head.text("code", needed=True)
    languages, workers = languages_of(fields, root), worker_languages_of(head)
    return Plan(edition, code, languages, workers, formats_of(fields, root), findings.all)


def need_edition(root: Path, edition: str) -> None:
    """Raises ArgumentsError where there is no such edition."""
    names = _all_editions(root)
    if edition not in names:
        near = nearest(edition, names)
        hint = f"Did you mean {shown(near)}?" if near else f"There are: {', '.join(names)}."
        raise ArgumentsError(f"There is no edition {shown(edition)}.", hint)
