"""The reviewer's pages of one language: gathered from every format that says something in it."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import in_order
from brochure.base.geometry import Rect
from brochure.base.spans import Span
from brochure.check.numbers import check_numbers
from brochure.content.findings import Findings
from brochure.content.formats import PROOF
from brochure.content.project import spoken_of, voice_of
from brochure.content.spoken import Spoken
from brochure.content.wording import Units
from brochure.content.words import SOURCE_LANGUAGE, SourceUnit, language_file
from brochure.impose.proof import JudgedText, Proof, ProofWords, ShownPanel, ShownSign, lay_out_proof
from brochure.layout.document import lay_out
from brochure.layout.operations import PlacedDocument, PlacedPage, TextLine
from brochure.model.edition import Edition
from brochure.model.language import Language
from brochure.model.unit import Unit
from brochure.pipeline.desk import Desk, faces_of
from brochure.pipeline.making import Job, Made
from brochure.state.new_language import wanted_units

TARGET = "screen"
REASON = "it is for who judges the texts, not for readers"
_OF_SIGNS = "alt."


def make_proof(desk: Desk, job: Job) -> Made:
    """The proof, written for the targets of ``job``. What is wrong with the formats it shows holds it back, too."""
    found = Findings(job.language, PROOF)
    laid = laid_proof(desk, job.language, found)
    if laid is None:
        return Made({}, 0, {}, in_order(found.all), (), ())
    language, pages = laid
    files = {TARGET: desk.written(pages, "screen")} if TARGET in job.targets else {}
    return Made(
        files=files,
        pages=len(pages.pages),
        fonts=faces_of([pages]),
        findings=in_order(dict.fromkeys(found.all)),
        expiries=(),
        reasons=(REASON,),
        direction=language.direction,
        endonym=language.endonym,
    )


def laid_proof(desk: Desk, tag: str, found: Findings) -> tuple[Language, PlacedDocument] | None:
    """The pages of the proof of a language; None where findings say why there is none."""
    proof = _proof(desk, tag, found)
    theme, setter = desk.project.theme, desk.setter
    if proof is None or theme is None or setter is None:
        return None
    laid = lay_out_proof(proof, theme, setter)
    found.take(laid.findings)
    return proof.language, laid.document


def _proof(desk: Desk, tag: str, found: Findings) -> Proof | None:
    """None where findings say why there is none."""
    project = desk.project
    edition, english = project.edition, project.words
    found.take(each for each in project.findings if each.language in ("", tag) and not each.format)
    spoken = spoken_of(project, tag, found)
    if edition is None or english is None or spoken.language is None or spoken.words is None:
        return None
    wanted = wanted_units(project.root, tag, english)
    texts = _Texts(desk, edition, spoken, wanted, found)
    words = texts.words()
    panels = tuple(_panels(desk, edition, tag, texts, found))
    drawings = {name: sign for signs in project.drawings.values() for name, sign in signs.items()}
    signs = tuple(
        ShownSign(sign, texts.judged(f"{_OF_SIGNS}{name}"))
        for name, sign in sorted(drawings.items())
        if f"{_OF_SIGNS}{name}" in wanted
    )
    others = tuple(texts.judged(address) for address in wanted if address not in texts.numbers)
    checked = edition.verification.checked.isoformat()
    return Proof(spoken.language, words, panels, signs, others, edition.code, checked)


class _Texts:
    """The texts of a language, each with the number at which it was met first. ``numbers``: by address."""

    def __init__(
        self, desk: Desk, edition: Edition, spoken: Spoken, wanted: dict[str, SourceUnit], found: Findings
    ) -> None:
        self.wanted = wanted
        self.numbers: dict[str, int] = {}
        self._judged: dict[str, JudgedText] = {}
        self._desk, self._edition, self._own, self._found = desk, edition, spoken, found
        self._english = spoken_of(desk.project, SOURCE_LANGUAGE, Findings())
        self._units: dict[tuple[str, str], Units] = {}

    def words(self) -> ProofWords:
        """What is said to who judges."""
        addresses = {name: f"{PROOF}.{name}" for name in ProofWords.__struct_fields__}
        return ProofWords(**{name: self._unit(self._own, address) for name, address in addresses.items()})

    def judged(self, address: str) -> JudgedText:
        """A text with its number, the next one where it was not met before."""
        if address not in self._judged:
            number = self.numbers.setdefault(address, len(self.numbers) + 1)
            english = self._unit(self._english, address).text
            self._judged[address] = JudgedText(number, english, self._unit(self._own, address))
        return self._judged[address]

    def _unit(self, spoken: Spoken, address: str) -> Unit:
        """With the facts as the first format that prints it has them."""
        unit = self.wanted.get(address)
        listed = self._desk.project.formats
        format_id = next((name for name in unit.formats if name in listed), "") if unit else ""
        key = (spoken.tag, format_id or next(iter(listed)))
        if key not in self._units:
            found = self._found if spoken is self._own else Findings()
            voice = voice_of(self._desk.project, spoken, key[1], found)
            if voice is None:
                return Unit(address, (), Span(language_file(spoken.tag)))
            self._units[key] = voice.units
        return self._units[key].unit(address)


def _panels(desk: Desk, edition: Edition, tag: str, texts: _Texts, found: Findings) -> Iterator[ShownPanel]:
    """Every panel on which a text stands that stood on none before."""
    for format_id, format_ in desk.project.formats.items():
        workers = format_.languages == "workers" and tag in edition.worker_languages
        if format_.languages != "each" and not workers:
            continue
        document, findings = desk.read(tag, format_id)
        found.take(findings)
        if document is None or desk.setter is None:
            continue
        laid = lay_out(document, desk.setter)
        found.take((*laid.findings, *check_numbers(document, laid.document)))
        panels = {name: (page, place) for page in laid.document.pages for name, place in page.panels}
        for panel in document.panels:
            yield from _shown(f"{format_id} · {panel.id}", *panels[panel.id], texts)


def _shown(label: str, page: PlacedPage, place: Rect, texts: _Texts) -> Iterator[ShownPanel]:
    there = dict.fromkeys(
        each.address
        for each in page.operations
        if isinstance(each, TextLine)
        and each.address in texts.wanted
        and place.x <= each.x + each.line.width / 2 <= place.right
    )
    new = [address for address in there if address not in texts.numbers]
    if new:
        judged = tuple(texts.judged(address) for address in new)
        marks = tuple((address, texts.numbers[address]) for address in there)
        yield ShownPanel(label, page, place, marks, judged)
