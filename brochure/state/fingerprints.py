"""What a record is bound to: a text as it is typed, facts by their names.

A phone number that changes does not touch it: the text says ``{infotraite.phone}``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from msgspec import Struct

from brochure.content.words import SourceWords, Wording
from brochure.state.hashes import sha256_of

_DIGITS = 16
"""64 bits: chance will not meet them. Who forges a record need not forge a hash; it is a record, not a proof."""


class Pair(Struct, frozen=True):
    """Fingerprints of the English and of the text made from it; for English itself both are the same."""

    source: str
    text: str


def fingerprint(text: str) -> str:
    """Start of the SHA-256 of a text in NFC, 16 small hexadecimal digits."""
    return sha256_of(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass"))[:_DIGITS]


def pairs_of(words: Mapping[str, Wording | None], english: SourceWords) -> dict[str, Pair]:
    """Pairs by address, of every unit that has a usable text in English and in the language."""
    return {
        address: Pair(fingerprint(english.units[address].wording.written), fingerprint(wording.written))
        for address, wording in words.items()
        if wording is not None and address in english.units
    }
