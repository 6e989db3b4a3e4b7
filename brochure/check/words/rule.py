"""What a rule is, and what it is given to look at."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from brochure.base.diagnostics import Severity
from brochure.base.spans import Span
from brochure.content.placeholders import Places, masked
from brochure.content.words import SourceUnit, Wording
from brochure.model.edition import Edition

FACT = "\ufffc"
"""Stands for each character of a placeholder: what is printed there is the edition's and not judged here."""


class Text(Struct, frozen=True):
    """The text of one unit. ``text``: NFC, with :data:`FACT` in place of placeholders; spaces as in the file."""

    wording: Wording
    text: str

    @classmethod
    def of(cls, wording: Wording) -> Text:
        """The text of a unit as it was read."""
        return cls(wording, unicodedata.normalize("NFC", masked(wording.scalar.value, FACT)))

    @property
    def address(self) -> str:
        return self.wording.address

    def at(self, offset: int) -> Span:
        """Where a character of ``text`` stands in its file."""
        value = masked(self.wording.scalar.value, FACT)
        return Places(self.wording.scalar).at(offset if value == self.text else _before_nfc(value, offset))


def _before_nfc(value: str, offset: int) -> int:
    """The index in ``value`` of the character that became number ``offset`` of its NFC."""
    return bisect_right(
        range(len(value)), offset, key=lambda at: len(unicodedata.normalize("NFC", value[: at + 1]))
    )


class Given(Struct, frozen=True):
    """What rules look at: the texts of one language in the file's order, the English ones, the edition.

    ``script``: ISO 15924. ``units``: English units as they were read, with the formats they are marked for.
    ``forbidden``: words that the outside may not say, None where nobody has listed any for the language.
    """

    tag: str
    script: str
    texts: tuple[Text, ...]
    english: Mapping[str, Text]
    units: Mapping[str, SourceUnit]
    edition: Edition
    forbidden: tuple[str, ...] | None = None

    @property
    def language(self) -> str:
        """The first subtag: pt of pt-BR."""
        return self.tag.split("-")[0]


class Fault(Struct, frozen=True):
    """One place where a rule is broken. ``help``: what to do."""

    message: str
    span: Span
    help: str


class Rule(Struct, frozen=True):
    """``id``: the code of its findings. ``reason``: why it is there, one sentence. ``of_edition``: it judges the facts
    and the English units, once; its findings are of no language.
    """

    id: str
    reason: str
    severity: Severity
    judge: Callable[[Given], Iterable[Fault]]
    of_edition: bool = False


def each_text(judge: Callable[[Text, Given], Iterator[Fault]]) -> Callable[[Given], Iterator[Fault]]:
    """A rule that looks at one text after the other."""

    def judge_all(given: Given) -> Iterator[Fault]:
        for text in given.texts:
            yield from judge(text, given)

    return judge_all


def named(char: str) -> str:
    """A character for a message: itself where it can be seen, and its number."""
    code = f"U+{ord(char):04X}"
    return f"'{char}' ({code})" if char.isprintable() and not char.isspace() else code
