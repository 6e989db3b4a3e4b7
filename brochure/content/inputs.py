"""Which files decide what a PDF says and looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.approvals import approvals_file
from brochure.content.edition import compose_edition, edition_file, languages_of, worker_languages_of
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.fonts import FILE as FONTS
from brochure.content.fonts import font_files
from brochure.content.forbidden import FILE as FORBIDDEN
from brochure.content.formats import FOLDER as FORMATS
from brochure.content.formats import PROOF, format_file
from brochure.content.inherited import parent_of
from brochure.content.people import FILE as PEOPLE
from brochure.content.shops import FOLDER as SHOPS
from brochure.content.structure import FILE as STRUCTURE
from brochure.content.theme import FILE as THEME
from brochure.content.words import SOURCE_LANGUAGE, language_file
from brochure.model.language import TOGETHER


class Inputs(Struct, frozen=True):
    """The files of an edition, as they are there. ``shared``: those that decide all its PDFs, sorted. ``own``: language
    and format to those that decide this one beside them.
    """

    shared: tuple[Path, ...]
    own: Callable[[str, str], tuple[Path, ...]]

    def of(self, tag: str, format_id: str) -> tuple[Path, ...]:
        """Every file that decides this PDF, sorted."""
        return tuple(sorted({*self.shared, *self.own(tag, format_id)}))


def inputs_of(root: Path, edition: str) -> Inputs:
    """Every file whose bytes decide. Reads only the font list."""
    return Inputs(
        _there(_shared(root, edition)),
        lambda tag, format_id: _there(_own(root, edition, tag, format_id)),
    )


def _there(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted({path for path in paths if path.is_file()}))


def _together(root: Path, edition: str) -> tuple[str, ...]:
    """Every language that may stand beside others: more than some formats show, none too few."""
    unheard = Findings()
    fields = Fields(
        compose_edition(root, edition, unheard), Span(edition_file(edition)), "the edition", unheard
    )
    head = fields.group("edition")
    return (*languages_of(fields, root), *worker_languages_of(head), head.text("phrase_language"))


def _own(root: Path, edition: str, tag: str, format_id: str) -> Iterator[Path]:
    for language in (SOURCE_LANGUAGE, *(_together(root, edition) if tag == TOGETHER else (tag,))):
        yield root / language_file(language)
        parent = parent_of(root, language)
        if parent:
            yield root / language_file(parent)
        yield root / approvals_file(language)
    yield from (root / FORMATS).glob("*.yaml") if format_id == PROOF else (root / format_file(format_id),)


def _shared(root: Path, edition: str) -> Iterator[Path]:
    for file in (STRUCTURE, THEME, FONTS, PEOPLE, FORBIDDEN):
        yield root / file
    yield root / edition_file(edition)
    yield from font_files(root)
    yield root / "pictograms" / "catalogue.yaml"
    yield from (root / "pictograms").glob("*.svg")
    yield from (root / "content" / "profiles").glob("*")
    yield from (root / SHOPS).glob("*.yaml")
