"""A document in which several languages stand together, read: the words of each judged as for its own files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brochure.base.diagnostics import in_order
from brochure.content.findings import Findings
from brochure.content.name_order import by_name
from brochure.content.project import Project, Reading, document_of, spoken_of, voice_of
from brochure.content.structure import FormatPlan
from brochure.content.together import EDITION, SHEET, WORKERS, Together, Voice
from brochure.model.edition import Edition
from brochure.model.language import TOGETHER


def read_together(project: Project, format_id: str) -> Reading:
    """All languages of the edition that the format shows, in one document.

    What stands in no cell is in the language of the services: workers hold the paper. Findings name the language that
    they are about.
    """
    edition, plan = project.edition, project.structure.get(format_id)
    if edition is None or plan is None:
        return Reading(None, (), ())
    findings = Findings(TOGETHER, format_id)
    own = edition.phrases.language
    lists = _lists(edition, plan)
    tags = dict.fromkeys((own, *(tag for listed in lists.values() for tag in listed)))
    of_languages = {tag: (Findings(tag), Findings(tag, format_id)) for tag in tags}
    spoken = {tag: spoken_of(project, tag, of_words) for tag, (of_words, _) in of_languages.items()}
    voices = {tag: voice_of(project, spoken[tag], format_id, said) for tag, (_, said) in of_languages.items()}
    together = Together({name: _in_order(name, listed, voices) for name, listed in lists.items()})
    first = voices[own]
    document = None
    if first is not None and together.languages:
        document = document_of(project, first, format_id, findings, together=together)
    found = (each for pair in of_languages.values() for gathered in pair for each in gathered.all)
    return Reading(document, in_order((*findings.all, *found)), tuple(spoken.values()))


def _lists(edition: Edition, plan: FormatPlan) -> Mapping[str, tuple[str, ...]]:
    """Tags by the name of every list that some cells are for."""
    own = edition.phrases.language
    known = {
        EDITION: edition.languages,
        SHEET: edition.sheet_languages,
        WORKERS: tuple(tag for tag in edition.worker_languages if tag != own),
    }
    named = {block.cells.text for panel in plan.panels for block in panel.blocks if block.cells}
    return {name: tags for name, tags in known.items() if name in named}


def _in_order(name: str, tags: Iterable[str], voices: Mapping[str, Voice | None]) -> tuple[Voice, ...]:
    """Those that can be set: readers' languages where a reader looks for them, workers' as the edition has them."""
    found = {voice.language: voice for tag in tags if (voice := voices[tag]) is not None}
    return tuple(found[language] for language in (found if name == WORKERS else by_name(found)))
