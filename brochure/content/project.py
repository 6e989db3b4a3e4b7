"""A project read: what all languages share once, and one document for a language and a format."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.spans import Span
from brochure.content.document import Assembly, signs_of
from brochure.content.facts import DAY_AND_NIGHT, Facts
from brochure.content.findings import Findings, shown
from brochure.content.formats import known_formats
from brochure.content.groundwork import Groundwork, read_groundwork
from brochure.content.levels import judge_levels
from brochure.content.placing import Placing, judge_signs
from brochure.content.signs import drawn_signs, read_signs
from brochure.content.spoken import Spoken, language_of, words_of
from brochure.content.structure import FormatPlan, Structure
from brochure.content.together import EDITION, Together, Voice, paged
from brochure.content.wording import Units, judge_words
from brochure.content.words import (
    SOURCE_LANGUAGE,
    SourceWords,
    Wording,
    read_source_words,
)
from brochure.model.document import Document
from brochure.model.edition import Edition
from brochure.model.fonts import FontList
from brochure.model.format import Format
from brochure.model.sign import Sign
from brochure.model.theme import Theme


class Project(Struct, frozen=True):
    """All that the languages of an edition share. What cannot be read at all is None, and a finding says why.

    ``formats``: those of the edition that could be read. ``structure``: per format the blocks that fit their slots.
    ``drawings``: per format its sound signs, by name. ``findings``: of these files; one that holds back a single
    language or format names it. ``forbidden``: by language what the outside may not say.
    ``prefix``: what is dialled before the edition's numbers from abroad, ``+352``.
    """

    root: Path
    name: str
    edition: Edition | None
    formats: Mapping[str, Format]
    theme: Theme | None
    fonts: FontList | None
    structure: Mapping[str, FormatPlan]
    signs: Structure | None
    drawings: Mapping[str, Mapping[str, Sign]]
    words: SourceWords | None
    writing: Mapping[str, str]
    findings: tuple[Finding, ...]
    forbidden: Mapping[str, tuple[str, ...]]
    prefix: str


class Reading(Struct, frozen=True):
    """One document, None where it cannot be built at all, and the findings of its languages and format.

    ``spoken``: every language that was read for it.
    """

    document: Document | None
    findings: tuple[Finding, ...]
    spoken: tuple[Spoken, ...]

    @property
    def words(self) -> Mapping[str, Wording | None] | None:
        """Of the first language."""
        return self.spoken[0].words


def read_project(
    root: Path,
    edition: str,
    cache: Path | None = None,
    only: Collection[str] = (),
    groundwork: Groundwork | None = None,
) -> Project:
    """All that the languages of an edition share. ``cache``: where normalised signs are kept, None for nowhere.
    ``only``: formats outside of which none is read; where it is empty, all of the edition are. ``groundwork``: of this
    edition and these formats, where it has been read.

    Raises ArgumentsError where there is no such edition, SurroundingsError where signs have to be normalised and the
    libraries for it cannot be loaded.
    """
    ground = groundwork or read_groundwork(root, edition, only)
    facts, structure = ground.edition, ground.structure
    findings = Findings()
    findings.take(ground.findings)
    words = _source_words(root, findings)
    plans: dict[str, FormatPlan] = {}
    drawings: dict[str, Mapping[str, Sign]] = {}
    if structure is not None:
        drawn = drawn_signs(root)
        judge_signs(structure, words, drawn, findings)
        plans = _plans(ground, structure, words, drawn, findings)
        for format_id, plan in plans.items():
            drawings[format_id], wrong = read_signs(root, signs_of(plan, structure, drawn), cache)
            findings.take(replace(each, format=format_id) for each in wrong)
    if facts is not None and words is not None:
        _judge_addresses(facts, words, findings)
    return Project(
        root=root,
        name=edition,
        edition=facts,
        formats=ground.formats,
        theme=ground.theme,
        fonts=ground.fonts,
        structure=plans,
        signs=structure,
        drawings=drawings,
        words=words,
        writing=ground.writing,
        findings=findings.all,
        forbidden=ground.forbidden,
        prefix=ground.prefix,
    )


def _source_words(root: Path, findings: Findings) -> SourceWords | None:
    """The English words; what is wrong in a unit holds back English alone, a file that cannot be read all languages."""
    own = Findings(SOURCE_LANGUAGE)
    words = read_source_words(root, known_formats(root), own)
    findings.take(own.all if words else [replace(each, language="") for each in own.all])
    return words


def _plans(
    ground: Groundwork,
    structure: Structure,
    words: SourceWords | None,
    drawn: tuple[str, ...],
    findings: Findings,
) -> dict[str, FormatPlan]:
    """By format the blocks that fit their slots."""
    placed = {
        format_id: _placed(format_, structure, words, ground.edition, drawn, findings)
        for format_id, format_ in ground.formats.items()
    }
    return {format_id: plan for format_id, plan in placed.items() if plan is not None}


def _placed(
    format_: Format,
    structure: Structure,
    words: SourceWords | None,
    edition: Edition | None,
    drawn: tuple[str, ...],
    findings: Findings,
) -> FormatPlan | None:
    plan = structure.formats.get(format_.id)
    own = Findings(format_id=format_.id)
    if plan is None:
        own.error(
            "missing-structure",
            f"content/brochure.yaml does not say what stands in the {format_.id}",
            Span("content/brochure.yaml"),
            f"Add '{format_.id}:' under formats.",
        )
    elif edition is not None:
        plan = Placing(format_, structure, words, edition, drawn, own).placed(plan)
        judge_levels(plan, format_, own)
    findings.take(own.all)
    return plan


def _judge_addresses(edition: Edition, words: SourceWords, findings: Findings) -> None:
    """Units that the edition's entries name, so that an entry's expiry reaches the texts that rest on it."""
    for entry in edition.entries:
        for address in entry.units:
            if address and address not in words.taken:
                findings.error(
                    "unknown-unit",
                    f"'{entry.id}' names the unit {shown(address)}, which is not in en.yaml",
                    entry.span,
                    findings.suggest(address, words.taken, "There are"),
                )


def read_document(
    project: Project,
    tag: str,
    format_id: str,
    *,
    discreet: bool = False,
    typed: Mapping[str, Wording] | None = None,
) -> Reading:
    """One language in one format. ``typed``: texts in place of those in its file, by address.

    Findings of ``project`` that hold back this very language are among the reading's, the others are not.
    """
    findings, own = Findings(tag), Findings(tag, format_id)
    spoken = spoken_of(project, tag, findings, typed)
    voice = voice_of(project, spoken, format_id, own)
    document = document_of(project, voice, format_id, own, discreet=discreet) if voice else None
    return Reading(document, in_order((*findings.all, *own.all)), (spoken,))


def spoken_of(
    project: Project, tag: str, findings: Findings, typed: Mapping[str, Wording] | None = None
) -> Spoken:
    """A language read and judged, whatever format it is for. ``typed``: as for :func:`read_document`."""
    findings.take(each for each in project.findings if each.language == tag)
    edition, english, theme, fonts = project.edition, project.words, project.theme, project.fonts
    listed = edition is not None and tag in edition.languages
    words = words_of(project.root, tag, english, listed, findings) if english else None
    words = {**words, **typed} if words is not None and typed else words
    language = None
    if edition is not None and theme is not None:
        language = language_of(tag, edition, theme, project.writing, fonts, findings)
    if words is not None and english is not None and edition is not None:
        judge_words(words, english, edition, findings)
    return Spoken(tag, language, words)


def voice_of(project: Project, spoken: Spoken, format_id: str, findings: Findings) -> Voice | None:
    """What a language says in a format; None where it cannot be set. What is wrong is told as it is asked for."""
    edition, english, language, words = project.edition, project.words, spoken.language, spoken.words
    if edition is None or english is None or language is None or words is None:
        return None
    wording = words.get(DAY_AND_NIGHT)
    day_and_night = "".join(piece.text for piece in wording.pieces) if wording else ""
    facts = Facts(edition, language, format_id, day_and_night)
    return Voice(language, Units(language.tag, words, english, edition, facts, findings), facts)


def document_of(
    project: Project,
    voice: Voice,
    format_id: str,
    findings: Findings,
    *,
    discreet: bool = False,
    together: Together | None = None,
) -> Document | None:
    """The document that ``voice`` says, with the languages that stand in its cells."""
    edition, theme, structure = project.edition, project.theme, project.signs
    format_, plan = project.formats.get(format_id), project.structure.get(format_id)
    if edition is None or theme is None or structure is None or format_ is None or plan is None:
        return None
    plan = plan.made_discreet() if discreet else plan
    if plan.title is None:
        return None
    units, signs = voice.units, project.drawings[format_id]
    title = units.unit(plan.title.text)
    if together is not None:
        format_, plan = paged(format_, plan, len(together.voices.get(EDITION, ())))
    assembly = Assembly(edition, structure, units, voice.facts, signs, format_, findings, together)
    return Document(
        language=voice.language,
        edition=edition.id,
        code=edition.code,
        checked=edition.verification.checked.isoformat(),
        prefix=project.prefix,
        title=title,
        format=format_,
        theme=theme,
        panels=assembly.panels(plan, title),
        draft=True,
        subject=units.unit(plan.subject.text) if plan.subject else None,
        together=together.languages if together else (),
    )
