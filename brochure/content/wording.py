"""The words of one language judged and turned into units: placeholders become facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from brochure.base.spans import Span
from brochure.content.facts import Facts, known_references, placeholder_for
from brochure.content.findings import Findings, shown
from brochure.content.words import SourceWords, Wording, language_file
from brochure.model.edition import Edition
from brochure.model.unit import Piece, Unit, Words

_LONG = 120
"""Characters of the English text that a message repeats."""


def judge_words(
    words: Mapping[str, Wording | None], english: SourceWords, edition: Edition, findings: Findings
) -> None:
    """Placeholders and digits of every unit of a file, printed or not."""
    known = known_references(edition)
    for address, wording in words.items():
        if wording is None:
            continue
        _judge_placeholders(wording, known, edition, findings)
        source = english.units.get(address)
        if source is not None and source.wording is not wording:
            _compare_placeholders(wording, source.wording, known, findings)
        for number in wording.numbers:
            name = placeholder_for(number, edition)
            findings.error(
                "digit-outside-fact",
                f"the digits {shown(number.typed)} are typed into the text of '{address}'",
                number.span,
                f"Write {name} in their place."
                if name
                else "Numbers come from the edition's file: name a placeholder, "
                "write the number as a word, or add the fact there.",
            )


def _judge_placeholders(
    wording: Wording, known: tuple[str, ...], edition: Edition, findings: Findings
) -> None:
    for piece in wording.pieces:
        if not piece.is_placeholder or piece.text in known:
            continue
        service, _, field = piece.text.partition(".")
        if service in edition.services and field in ("phone", "address", "hours", "web"):
            message = f"the edition knows no {field} of '{service}' that may be printed"
        else:
            message = f"there is no fact called {shown(piece.text)}"
        findings.error(
            "unknown-placeholder", message, piece.span, findings.suggest(piece.text, known, "Facts")
        )


def _compare_placeholders(
    wording: Wording, source: Wording, known: tuple[str, ...], findings: Findings
) -> None:
    """A fact that English gives and a translation leaves out is lost to its readers; an added one was not meant."""
    here, there = Counter(wording.references), Counter(source.references)
    if not set(known).issuperset({*here, *there}):
        return  # told already, and right once the name is
    for name in sorted((there - here).elements()):
        findings.error(
            "missing-placeholder",
            f"'{wording.address}' leaves out {{{name}}}, which English has",
            wording.span,
            "Put it where it reads well, without an ending.",
        )
    extra = here - there
    for piece in wording.pieces:
        if piece.is_placeholder and extra[piece.text]:
            extra[piece.text] -= 1
            findings.error(
                "added-placeholder",
                f"'{wording.address}' has {{{piece.text}}}, which English does not have there",
                piece.span,
                "Take it out.",
            )


class Units:
    """Units of one language for one format. A unit that is missing is told once, and its address stands in for it."""

    def __init__(
        self,
        tag: str,
        words: Mapping[str, Wording | None],
        english: SourceWords,
        edition: Edition,
        facts: Facts,
        findings: Findings,
    ) -> None:
        self._tag = tag
        self._words = words
        self._english = english
        self._known = frozenset(known_references(edition))
        self._facts = facts
        self._findings = findings
        self._made: dict[str, Unit] = {}

    def unit(self, address: str) -> Unit:
        if address not in self._made:
            self._made[address] = self._unit(address)
        return self._made[address]

    def _unit(self, address: str) -> Unit:
        wording = self._words.get(address)
        if wording is not None:
            pieces = tuple(
                self._piece(piece.text, piece.is_placeholder, piece.span) for piece in wording.pieces
            )
            return Unit(address, pieces, wording.span)
        span = Span(language_file(self._tag))
        if address not in self._words and address in self._english.taken:
            source = self._english.units.get(address)
            english = source.wording.written if source else ""
            self._findings.error(
                "missing-unit",
                f"the unit '{address}' is missing",
                span,
                f"English: {english[:_LONG]}" if english else "Compare it with en.yaml.",
            )
        return Unit(address, (Words(f"[{address}]", span),), span)

    def _piece(self, text: str, is_placeholder: bool, span: Span) -> Piece:
        """A fact that cannot be written is told where it is judged; its placeholder stays, for the eye only."""
        if not is_placeholder:
            return Words(text, span)
        fact = self._facts.fact(text, span, self._findings) if text in self._known else None
        return fact or Words(f"{{{text}}}", span)
