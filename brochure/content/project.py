"""A project read: what all languages share once, and one document for a language and a format."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import ArgumentsError, Finding, in_order
from brochure.base.spans import Span
from brochure.content.contrast import judge_contrast
from brochure.content.document import Assembly, signs_of
from brochure.content.edition import FOLDER as EDITIONS
from brochure.content.edition import (
    compose_edition,
    edition_file,
    formats_of,
    languages_of,
    read_edition,
    worker_languages_of,
)
from brochure.content.facts import DAY_AND_NIGHT, Facts
from brochure.content.fields import Fields
from brochure.content.findings import Findings, nearest, shown
from brochure.content.folders import stems_in
from brochure.content.fonts import read_fonts
from brochure.content.forbidden import read_forbidden
from brochure.content.formats import known_formats, read_format
from brochure.content.levels import judge_levels
from brochure.content.phones import dialling_prefix
from brochure.content.placing import Placing, judge_signs
from brochure.content.signs import drawn_signs, read_signs
from brochure.content.spoken import Spoken, language_of, words_of
from brochure.content.structure import FormatPlan, Structure, read_structure
from brochure.content.theme import Look, read_theme
from brochure.content.together import EDITION, Together, Voice, paged
from brochure.content.wording import Units, judge_words
from brochure.content.words import (
    SOURCE_LANGUAGE,
    SourceWords,
    Wording,
    read_source_words,
    tell_case_twins,
)
from brochure.model.document import Document
from brochure.model.edition import Edition
from brochure.model.fonts import FontList
from brochure.model.format import Format
from brochure.model.sign import Sign
from brochure.model.theme import Theme


class Plan(Struct, frozen=True):
    """What an edition makes, read without CLDR and without the words. ``code`` is "" where the file cannot be read.

    ``languages`` and ``formats`` in the edition's order; a language without file is listed, a format without is not.
    ``worker_languages``: those of front-line workers.
    """

    edition: str
    code: str
    languages: tuple[str, ...]
    worker_languages: tuple[str, ...]
    formats: tuple[str, ...]
    findings: tuple[Finding, ...]


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
    _need_edition(root, edition)
    findings = Findings()
    tree = compose_edition(root, edition, findings)
    if tree is None:
        return Plan(edition, "", (), (), (), findings.all)
    fields = Fields(tree, tree.span, "the edition", findings)
    head = fields.group("edition")
    code = head.text("code", needed=True)
    languages, workers = languages_of(fields, root), worker_languages_of(head)
    return Plan(edition, code, languages, workers, formats_of(fields, root), findings.all)


def _need_edition(root: Path, edition: str) -> None:
    names = _all_editions(root)
    if edition not in names:
        near = nearest(edition, names)
        hint = f"Did you mean {shown(near)}?" if near else f"There are: {', '.join(names)}."
        raise ArgumentsError(f"There is no edition {shown(edition)}.", hint)


def read_project(root: Path, edition: str, cache: Path | None = None, only: Collection[str] = ()) -> Project:
    """All that the languages of an edition share. ``cache``: where normalised signs are kept, None for nowhere.
    ``only``: formats outside of which none is read; where it is empty, all of the edition are.

    Raises ArgumentsError where there is no such edition, SurroundingsError where signs have to be normalised and the
    libraries for it cannot be loaded.
    """
    _need_edition(root, edition)
    findings = Findings()
    facts = read_edition(root, edition, findings)
    look = read_theme(root, findings)
    fonts = read_fonts(root, findings)
    structure = read_structure(root, findings)
    words = _source_words(root, findings)
    forbidden = read_forbidden(root, findings)
    tell_case_twins(root, findings)
    formats = _formats(root, facts, look, only, findings)
    plans, drawings = {}, {}
    if structure is not None:
        drawn = drawn_signs(root)
        judge_signs(structure, words, drawn, findings)
        for format_id, format_ in formats.items():
            plan = _placed(format_, structure, words, facts, drawn, findings)
            if plan is not None:
                plans[format_id] = plan
                signs, wrong = read_signs(root, signs_of(plan, structure, drawn), cache)
                drawings[format_id] = signs
                findings.take(replace(each, format=format_id) for each in wrong)
    if facts is not None and words is not None:
        _judge_addresses(facts, words, findings)
    return Project(
        root=root,
        name=edition,
        edition=facts,
        formats=formats,
        theme=look.theme if look else None,
        fonts=fonts,
        structure=plans,
        signs=structure,
        drawings=drawings,
        words=words,
        writing=look.writing if look else {},
        findings=findings.all,
        forbidden=forbidden,
        prefix=dialling_prefix(facts.country) if facts else "",
    )


def _source_words(root: Path, findings: Findings) -> SourceWords | None:
    """The English words; what is wrong in a unit holds back English alone, a file that cannot be read all languages."""
    own = Findings(SOURCE_LANGUAGE)
    words = read_source_words(root, known_formats(root), own)
    findings.take(own.all if words else [replace(each, language="") for each in own.all])
    return words


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
