"""``fonts/specimens.yaml``: what a page says in each script, for the eye of who looks at a font."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.languages import read_language
from brochure.content.nodes import Scalar, compose
from brochure.content.phones import read_phone
from brochure.content.placeholders import cut
from brochure.content.source import read_source
from brochure.model.language import Language
from brochure.model.specimen import Sentence, Specimen, Specimens
from brochure.model.unit import Fact, FactKind, Piece, Unit, Words

FILE = "fonts/specimens.yaml"
EUROPEAN = "0123456789"
_LABELS = "en"
"""The language of the small print; no name of a language is shown in it."""


class _Facts(Struct, frozen=True):
    """``inside``: what may stand in a sentence, by the name of its placeholder."""

    phone: Fact
    inside: Mapping[str, Fact]


class _Reader:
    """Reads the specimens of ``scripts``. ``writing``: :class:`brochure.content.theme.Look`."""

    def __init__(self, scripts: Collection[str], writing: Mapping[str, str], findings: Findings) -> None:
        self.scripts = scripts
        self.writing = writing
        self.findings = findings

    def facts(self, fields: Fields) -> _Facts | None:
        phone, code = read_phone(fields.group("phone")), fields.scalar("code", needed=True)
        group = fields.group("name")
        name, language = group.scalar("text", needed=True), group.text("language", needed=True)
        group.done()
        fields.done()
        if phone is None or code is None or name is None:
            return None
        inside = (
            Fact("code", FactKind.SHORT_CODE, code.text, code.span),
            Fact("name", FactKind.NAME, name.text, name.span, language),
        )
        number = Fact("phone", FactKind.PHONE, phone.printed, phone.span)
        return _Facts(number, {fact.reference: fact for fact in inside})

    def specimen(self, script: str, fields: Fields, facts: _Facts) -> Specimen | None:
        tag = fields.scalar("language", needed=True)
        language = self._language(tag.text, script, tag.span) if tag else None
        names = ("sentence", "marks", "brackets", "mixed", "long_word")
        units = {name: self._unit(script, name, fields.scalar(name, needed=True), facts) for name in names}
        digits = self._digits(script, fields)
        sentences = self._also(script, fields, facts)
        fields.done()
        if script not in self.scripts:
            self.findings.error(
                "no-font",
                f"fonts/fonts.yaml declares no font for the script {shown(script)}",
                fields.span,
                "Add one there, or take the specimen out.",
            )
            return None
        if language is None:
            return None
        return Specimen(
            script=script,
            language=language,
            digits=digits,
            number=facts.phone,
            also=sentences,
            span=fields.span,
            **units,
        )

    def _digits(self, script: str, fields: Fields) -> Unit:
        """The script's own, where it has some, before the European ones, which are a fact and so keep their order."""
        own = fields.scalar("digits")
        span = own.span if own else fields.span
        european = Fact("digits", FactKind.CODE, EUROPEAN, span)
        pieces: tuple[Piece, ...] = (Words(f"{own.text}  ", span), european) if own else (european,)
        return Unit(_address(script, "digits"), pieces, span)

    def _also(self, script: str, fields: Fields, facts: _Facts) -> tuple[Sentence, ...]:
        group = fields.group("also", needed=False)
        sentences = []
        for entry in group.all():
            tag = entry.key.text
            language = self._language(tag, script, entry.key.span)
            unit = self._unit(script, f"also.{tag}", group.scalar(tag, needed=True), facts)
            if language is not None:
                sentences.append(Sentence(language, unit))
        return tuple(sentences)

    def _unit(self, script: str, name: str, text: Scalar | None, facts: _Facts) -> Unit:
        """Without words where there are none; a finding says so."""
        if text is None:
            return Unit(_address(script, name), (), Span(FILE))
        pieces: list[Piece] = []
        for piece in cut(text, self.findings).pieces:
            if not piece.is_placeholder:
                pieces.append(Words(piece.text, piece.span))
            elif piece.text in facts.inside:
                pieces.append(facts.inside[piece.text])
            else:
                self.findings.error(
                    "unknown-placeholder",
                    f"there is no fact {shown(piece.text)} for specimens",
                    piece.span,
                    self.findings.suggest(piece.text, facts.inside, "There are"),
                )
        return Unit(_address(script, name), tuple(pieces), text.span)

    def _language(self, tag: str, script: str, span: Span) -> Language | None:
        language = read_language(tag, self.writing, _LABELS, {}, {})
        if language is None:
            self.findings.error(
                "unknown-language",
                f"CLDR, the list of the world's languages, has no language {shown(tag)}",
                span,
                "Is the tag right? It is written as in ar, pt-BR, zh-Hans.",
            )
        elif language.script != script:
            self.findings.error(
                "unknown-value",
                f"{shown(tag)} is written in {language.script}, not in {shown(script)}",
                span,
                "Name a language of this script.",
            )
            return None
        return language


def read_specimens(
    root: Path, scripts: Collection[str], writing: Mapping[str, str], findings: Findings
) -> Specimens | None:
    """All that can be set; a finding tells of the others. None where the file cannot be read at all.

    ``scripts``: those that have a font. ``writing``: language tag to script, where CLDR's code does not tell the style
    (Urdu in Nastaliq).
    """
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return None
    fields = Fields(tree, tree.span, "the list of specimens", findings)
    checked = fields.day("checked", needed=True)
    reader = _Reader(scripts, writing, findings)
    facts = reader.facts(fields.group("facts"))
    found: dict[str, Specimen] = {}
    for entry in fields.entries("scripts", needed=True):
        script = entry.key.text
        group = Fields(entry.value, entry.key.span, f"the specimen of {shown(script)}", findings)
        specimen = reader.specimen(script, group, facts) if facts else None
        if specimen is not None:
            found[script] = specimen
    fields.done()
    return Specimens(found, checked.isoformat()) if checked else None


def _address(script: str, name: str) -> str:
    return f"specimen.{script}.{name}"
