"""A project kept open while its words are written: what changed is read anew, what is looked at is laid out anew.

Pages are those of a build: the same reading, the same layout, the same writer. What takes longer than an eye waits, the
whole judgement of a file, is asked for apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.formats import PROOF, known_formats
from brochure.content.inherited import parent_of
from brochure.content.words import (
    FOLDER,
    SOURCE_LANGUAGE,
    SourceWords,
    language_file,
    language_tags,
    read_source_words,
)
from brochure.finish.pdf import Target
from brochure.layout.document import lay_out
from brochure.layout.fitting import Fit
from brochure.layout.operations import PlacedDocument
from brochure.layout.overlay import overlay
from brochure.layout.plates import Plate, on_plate
from brochure.model.document import Document
from brochure.pipeline.check import Judged
from brochure.pipeline.desk import Desk, look_is_mistaken, sheets_for
from brochure.pipeline.making import Job, Place
from brochure.pipeline.proof import laid_proof
from brochure.state.expiry import expired
from brochure.text.remembering import RememberingTypesetter

RECORDS = "content/approvals"
"""The folder of what was said of texts; nothing of a page but the stamp comes from it."""

OF_PLACES = frozenset({"unit-not-placed", "format-not-marked"})
"""Findings about units of the English file that are told where other files are read."""


class Subject(Struct, frozen=True):
    """What is looked at: a language in a format. ``discreet``: that variant of it."""

    language: str
    format: str
    discreet: bool = False


class Laid(Struct, frozen=True):
    """A subject as it is now. ``pages``: None where it cannot be read, and then ``findings`` say why.

    ``document``: None then, and for a proof, which is none. ``findings``: of reading and of layout; the rest is
    :meth:`LiveDesk.judged`'s.
    """

    document: Document | None
    pages: PlacedDocument | None
    fits: tuple[Fit, ...]
    findings: tuple[Finding, ...]


class LiveDesk:
    """The project of one edition. Nothing is written but the outlines of signs, into ``cache``.

    Raises ArgumentsError: no such edition; SurroundingsError: a font or a library is in the way.
    """

    def __init__(self, root: Path, edition: str, cache: Path | None) -> None:
        self.root, self.edition = root, edition
        self._place = Place(root, edition, cache)
        self._desk = self._opened()
        self._tags = language_tags(root)
        self._parents = {tag: parent_of(root, tag) for tag in self._tags}
        self._laid: dict[Subject, Laid] = {}
        self._typed: dict[str, dict[str, str]] = {}

    @property
    def desk(self) -> Desk:
        """As the files are now."""
        return self._desk

    def changed(self, files: Collection[str]) -> frozenset[str] | None:
        """Forget what changed ``files`` said, relative to the root. Gives the languages whose pages may differ, None
        for all of them. Raises as the making does; what was known before stays.
        """
        tags = language_tags(self.root)
        words = {Path(file).stem for file in files if Path(file).parent.as_posix() == FOLDER}
        records = {Path(file).stem for file in files if Path(file).parent.as_posix() == RECORDS}
        if len(words) + len(records) < len(set(files)) or tags != self._tags:
            self.read_again()
            return None
        self._parents.update({tag: parent_of(self.root, tag) for tag in words})
        heirs = {tag for tag in tags if self._parents.get(tag) in words}
        if SOURCE_LANGUAGE in words:
            self._take_english()
        return self._forget(words | records | heirs)

    def read_again(self) -> None:
        """Everything, as a new program would."""
        self._tags = language_tags(self.root)
        self._parents = {tag: parent_of(self.root, tag) for tag in self._tags}
        self._desk = self._opened()
        self._laid.clear()

    def _opened(self) -> Desk:
        """With a typesetter that remembers texts that stay as they are."""
        desk = Desk(self._place)
        fonts, theme = desk.project.fonts, desk.project.theme
        if fonts and theme:
            desk.setter = RememberingTypesetter(fonts, theme.scripts)
        return desk

    def _take_english(self) -> None:
        """The new words in the project that was read. Everything is read again where more than words is another:
        units that stand in other formats by now, or that were wrongly placed.
        """
        project, own = self._desk.project, Findings(SOURCE_LANGUAGE)
        words = read_source_words(self.root, known_formats(self.root), own)
        placing = (each.code for each in project.findings)
        if words is None or _places(words) != _places(project.words) or OF_PLACES.intersection(placing):
            self.read_again()
            return
        others = (each for each in project.findings if each.language != SOURCE_LANGUAGE)
        findings = in_order((*others, *own.all))
        self._desk = Desk(self._place, replace(project, words=words, findings=findings), self._desk.setter)

    def _forget(self, tags: Collection[str]) -> frozenset[str] | None:
        if SOURCE_LANGUAGE in tags:
            self._desk.read_states()
            self._laid.clear()
            return None
        for tag in tags:
            self._desk.texts.forget(tag)
            self._desk.words.forget(tag)
        stale = [each for each in self._laid if each.language in tags or self._is_shared(each)]
        for subject in stale:
            del self._laid[subject]
        return frozenset(tags).union(each.language for each in stale)

    def _is_shared(self, subject: Subject) -> bool:
        """Several languages stand in it, or it cannot be read and nobody knows."""
        document = self._laid[subject].document
        return document is None or bool(document.together)

    def type_in(self, tag: str, address: str, text: str | None) -> None:
        """Look at a language with a text in place of the file's; None: as the file has it."""
        texts = self._typed.setdefault(tag, {})
        if text is None:
            texts.pop(address, None)
        else:
            texts[address] = text
        self._forget({tag})

    def typed(self, tag: str) -> Mapping[str, str]:
        """Texts of a language that were typed in and are in no file."""
        return self._typed.get(tag, {})

    def laid(self, subject: Subject) -> Laid:
        """The subject laid out; kept until something that it rests on changes."""
        if subject not in self._laid:
            self._laid[subject] = self._lay_out(subject)
        return self._laid[subject]

    def _lay_out(self, subject: Subject) -> Laid:
        tag, desk = subject.language, self._desk
        if subject.format == PROOF:
            return self._proof(tag)
        typed = self.typed(tag)
        document, findings = desk.read(tag, subject.format, discreet=subject.discreet, typed=typed.items())
        if document is None or desk.setter is None:
            return Laid(None, None, (), _at_home(tag, typed, findings))
        laid = lay_out(document, desk.setter)
        of_pages = () if look_is_mistaken(findings, subject.format) else laid.findings
        return Laid(document, laid.document, laid.fits, _at_home(tag, typed, (*findings, *of_pages)))

    def _proof(self, tag: str) -> Laid:
        """It is no document: every format's words are gathered in it. What is typed and not saved is not."""
        found = Findings(tag, PROOF)
        laid = laid_proof(self._desk, tag, found)
        return Laid(None, laid[1] if laid else None, (), in_order(found.all))

    def sheets(
        self, laid: Laid, target: Target, kinds: Collection[str] = (), plate: Plate | None = None
    ) -> PlacedDocument | None:
        """The pages on the paper of a target, as one ``plate`` takes them, with lines of ``kinds`` drawn over them."""
        document, pages, setter = laid.document, laid.pages, self._desk.setter
        if pages is None or setter is None:
            return None
        plated = on_plate(pages, plate) if plate else pages
        if document is None:
            return plated
        return sheets_for(document, overlay(document, plated, setter, tuple(kinds)), setter, target, False)

    def judged(
        self, subject: Subject, targets: tuple[str, ...], typed: Mapping[str, str], today: datetime.date
    ) -> Judged:
        """All that a build for ``targets`` would say, and what only a check tells; of it no file is kept. ``typed``:
        texts in place of the file's, by address.
        """
        tag = subject.language
        job = Job(tag, subject.format, targets, discreet=subject.discreet, typed=tuple(typed.items()))
        made = self._desk.make(job)
        late = expired(made.expiries, today, tag, subject.format)
        remarks = tuple(each for each in made.remarks if each.language)
        findings = _at_home(tag, typed, (*made.findings, *remarks, *late))
        return Judged(self.edition, job, replace(made, files={}, pictures={}), findings)


def _places(words: SourceWords | None) -> Mapping[str, tuple[str, ...]] | None:
    """The formats of every unit, and no more of it."""
    if words is None:
        return None
    named = {address: unit.formats for address, unit in words.units.items()}
    return {**dict.fromkeys(words.taken, ()), **named}


def _at_home(tag: str, typed: Collection[str], findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Places in texts that are in no file yet are told as places of the file that they will be in."""
    whole = Span(language_file(tag))
    return in_order(
        replace(each, span=whole, help=f"{each.span.file}\n{each.help}") if each.span.file in typed else each
        for each in findings
    )
