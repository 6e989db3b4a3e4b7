"""One document through all rooms: read, set, judged, written."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.check.accessible.placed_tree import check_placed_tree
from brochure.check.finished import FinishedFile, opened
from brochure.check.finished_numbers import check_finished_numbers
from brochure.check.numbers import check_numbers
from brochure.content.cldr_answers import keep_answers, recall_answers
from brochure.content.findings import Findings
from brochure.content.fonts import FILE as FONTS_FILE
from brochure.content.formats import format_file
from brochure.content.project import Project, read_document
from brochure.content.project_cache import project_of
from brochure.content.read_together import read_together
from brochure.content.shops import read_shop
from brochure.content.theme import FILE as THEME_FILE
from brochure.content.words import Wording
from brochure.finish.pdf import Target, write_pdf
from brochure.layout.collisions import collisions
from brochure.layout.document import lay_out
from brochure.layout.marks import with_marks
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.layout.overlay import overlay
from brochure.model.document import Document
from brochure.model.language import TOGETHER
from brochure.model.shop import Shop
from brochure.pipeline.heard import check_heard
from brochure.pipeline.making import MARKED, Job, Made, Place
from brochure.pipeline.outside import judge_outside
from brochure.pipeline.pressed import check_pressed
from brochure.pipeline.profiles import PROFILES, profile, profiles_for
from brochure.pipeline.request import PRESS
from brochure.pipeline.texts import TextsOfLanguages
from brochure.pipeline.type_sizes import type_sizes
from brochure.pipeline.wording import WordsJudged
from brochure.state.draft import draft_reasons, expiries, texts_in
from brochure.state.texts import counts
from brochure.text.shape_cache import KeepingTypesetter
from brochure.text.typesetter import Typesetter

PICTURED = "screen"
"""The target whose pages are made pictures of, for chats."""


class Desk:
    """An edition's project, read once, and the typesetter for its fonts. ``setter``: None where there are no fonts.
    ``project`` and ``setter``: of the place, where it has been read before.
    """

    def __init__(
        self, place: Place, project: Project | None = None, setter: Typesetter | None = None
    ) -> None:
        recall_answers(place.cache)
        self.project: Project = project or project_of(place.root, place.edition, place.cache, place.formats)
        fonts, theme = self.project.fonts, self.project.theme
        self.read_states()
        self.words = WordsJudged(self.project)
        if fonts and theme and setter is None:
            setter = KeepingTypesetter(fonts, theme.scripts, place.cache)
        self.setter: Typesetter | None = setter

    def read(
        self,
        language: str,
        format_id: str,
        *,
        discreet: bool = False,
        typed: Iterable[tuple[str, str]] = (),
    ) -> tuple[Document | None, tuple[Finding, ...]]:
        """The document with its DRAFT rule applied, and every finding that holds it back or warns of it.

        ``typed``: as in :class:`Job`, for documents in one language; places in such a text are told as those of a file
        of the name of its address.
        """
        shared = tuple(
            finding
            for finding in self.project.findings
            if finding.language in ("", language) and finding.format in ("", format_id)
        )
        if language == TOGETHER:
            reading = read_together(self.project, format_id)
        else:
            told = Findings(language)
            wordings = _worded(typed, told)
            reading = read_document(self.project, language, format_id, discreet=discreet, typed=wordings)
            shared += told.all
        document, findings = reading.document, shared + reading.findings
        for spoken in reading.spoken:
            if spoken.words is not None:
                findings += self.texts.read(spoken.tag, spoken.words)
                if spoken.language is not None:
                    self.words.judge(spoken.language, spoken.words)
            findings += self.words.errors(spoken.tag)
        if document is not None and self.project.edition is not None:
            reasons = draft_reasons(self.project.edition, document, self.texts.of)
            document = replace(document, draft=bool(reasons))
        return document, findings

    def read_states(self) -> None:
        """How far texts have come, from records as they are now."""
        self.texts = TextsOfLanguages(self.project.root, self.project.words)

    def _shop(self, name: str) -> tuple[Shop | None, tuple[Finding, ...]]:
        if not name:
            return None, ()
        findings = Findings()
        shop = read_shop(self.project.root, name, findings)
        return shop, findings.all

    def _keep(self) -> None:
        """What was asked and shaped, for the next run."""
        keep_answers()
        if isinstance(self.setter, KeepingTypesetter):
            self.setter.keep()

    def written(self, pages: PlacedDocument, target: Target, shop: Shop | None = None) -> bytes:
        """The file of laid-out pages on the paper of a target."""
        return write_pdf(pages, target, profile(self.project.root / profiles_for(shop)[target]), shop)

    def _finished(
        self, document: Document, pages: PlacedDocument, target: Target, file: FinishedFile, shop: Shop | None
    ) -> tuple[Finding, ...]:
        """What is wrong with the numbers of a finished file. Letters that are paths are read in a twin with text."""
        findings: tuple[Finding, ...] = ()
        readable: bytes | FinishedFile = file
        if shop and shop.outlined and target == PRESS:
            readable = self.written(pages, target, replace(shop, outlined=False))
            # Pillow is loaded for shops that want letters as paths alone.
            from brochure.check.outlined import check_outlined

            findings = check_outlined(document, file.data, readable)
        fonts = self.project.fonts
        return findings + check_finished_numbers(document, readable, fonts) if fonts else findings

    def _read_again(
        self,
        document: Document,
        job: Job,
        sheets: Mapping[str, PlacedDocument],
        written: Mapping[Target, bytes],
        known: tuple[Finding, ...],
    ) -> tuple[Finding, ...]:
        """What the finished files say: each is opened once for all who look."""
        shop, _ = self._shop(job.shop)
        with contextlib.ExitStack() as files_open:
            read = {target: files_open.enter_context(opened(data)) for target, data in written.items()}
            findings = judge_outside(self.project, document, job, sheets, dict(read.items()), known)
            for target, file in read.items():
                findings += self._finished(document, sheets[target], target, file, shop)
        return findings

    def _inspected(
        self, document: Document, target: Target, data: bytes, shop: Shop | None
    ) -> tuple[Finding, ...]:
        """What a screen reader, a validator or a print shop would say of a finished file."""
        if target != PRESS:
            return check_heard(document, target, data)
        return check_pressed(document, data, shop, profile(self.project.root / profiles_for(shop)[target]))

    def _judged(
        self,
        document: Document,
        placed: PlacedDocument,
        job: Job,
        sheets: Mapping[str, PlacedDocument],
        written: Mapping[Target, bytes],
        known: tuple[Finding, ...],
    ) -> tuple[Finding, ...]:
        """What is wrong with the sheets and the files of a document that has been laid out."""
        shop, _ = self._shop(job.shop)
        findings = self._read_again(document, job, sheets, written, known)
        for pages in {id(each): each for each in (placed, *sheets.values())}.values():
            findings += collisions(document, pages)
        for target, data in written.items():
            findings += self._inspected(document, target, data, shop) if job.heard else ()
        return findings

    def make(self, job: Job) -> Made:
        """The document set, judged, and written for the targets of ``job``.

        A wrong number in one file holds back the files of all its targets: what wrote it wrote them too. Pages whose
        look is mistaken are written for the eye; what is wrong with them is not told, it follows from the mistake.
        """
        document, findings = self.read(job.language, job.format, discreet=job.discreet, typed=job.typed)
        shop, refused = self._shop(job.shop)
        findings += refused
        edition, fonts = self.project.edition, self.project.fonts
        if document is None or edition is None or fonts is None or self.setter is None or refused:
            return Made({}, 0, {}, findings, (), ())
        document = _for_shop(document, shop)
        laid = lay_out(document, self.setter)
        placed = laid.document
        self._keep()
        drawn = overlay(document, placed, self.setter, job.overlay)
        marks = job.marks or (shop is not None and shop.marks)
        sheets = {target: sheets_for(document, drawn, self.setter, target, marks) for target in job.targets}
        written = {
            target: self.written(sheets[target], target, shop) for target in PROFILES if target in sheets
        }
        files: dict[str, bytes] = dict(written.items())
        if not look_is_mistaken(findings, document.format.id):
            findings += laid.findings + check_numbers(document, placed) + check_placed_tree(document, placed)
            findings += () if job.overlay else self._judged(document, placed, job, sheets, written, findings)
        return Made(
            files=files,
            pages=len(placed.pages),
            fonts=faces_of([placed, *sheets.values()]),
            findings=in_order(findings),
            expiries=expiries(edition, document),
            reasons=draft_reasons(edition, document, self.texts.of),
            sizes=type_sizes(document, placed),
            direction=document.language.direction,
            endonym="" if document.together else document.language.endonym,
            texts=counts(self.texts.of, texts_in(document)),
            remarks=self.words.warnings(texts_in(document)),
            pictures=_pictures(document, job, files, findings),
        )


def _pictures(
    document: Document, job: Job, files: Mapping[str, bytes], findings: Iterable[Finding]
) -> dict[str, tuple[bytes, ...]]:
    """Of the pages of a file for the screen; none of a file that is not to be handed on."""
    width = document.format.pictures
    if not (job.pictured and width and PICTURED in files) or any(each.is_error for each in findings):
        return {}
    # Pillow is loaded for the formats that have pictures alone.
    from brochure.raster.chat import page_pictures

    return {PICTURED: page_pictures(files[PICTURED], width)}


def _worded(typed: Iterable[tuple[str, str]], told: Findings) -> dict[str, Wording]:
    """Texts as they are being typed."""
    if not typed:
        return {}
    from brochure.exchange.comparison import worded

    return {address: worded(address, text, told) for address, text in typed}


def look_is_mistaken(findings: Iterable[Finding], format_id: str) -> bool:
    """A format, the theme or the fonts were read without what is mistaken in them, and hold the files back: numbers not
    painted, letters no font has, texts that do not fit follow from that, by the hundred where one key is misspelt.
    """
    look = {format_file(format_id), THEME_FILE, FONTS_FILE}
    return any(each.is_error and each.span.file in look for each in findings)


def _for_shop(document: Document, shop: Shop | None) -> Document:
    """The document on paper as the shop cuts it."""
    if shop is None:
        return document
    form = document.format
    return replace(
        document, format=replace(form, bleed=shop.bleed_of(form.id), safe=max(form.safe, shop.safe))
    )


def sheets_for(
    document: Document, placed: PlacedDocument, setter: Typesetter, target: str, marks: bool
) -> PlacedDocument:
    """The pages on the paper of a target."""
    if target == "office":
        from brochure.impose.office import office_sheets

        return office_sheets(document, placed, setter)
    if target == MARKED and marks:
        return with_marks(document, placed, setter)
    return placed


def faces_of(documents: Iterable[PlacedDocument]) -> dict[str, str]:
    """Version of every face that is painted, by its id."""
    return {
        run.face.id: run.face.version
        for placed in documents
        for page in placed.pages
        for operation in (*page.operations, *page.marks)
        if isinstance(operation, TextLine)
        for run in operation.line.runs
    }
