"""The line that tells which copy somebody holds: ``LU-A · ar · leaflet · 2026-11 · 7K3F``.

Edition, language, format, month of content, and four signs over all words and facts. Two copies with the same line say
the same, whatever they look like; ``brochure/docs/edition-code.md`` explains it to those who hand the paper over.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from brochure.model.document import CodeLine, Panel, StampField
from brochure.model.edition import Edition
from brochure.model.parts import parts
from brochure.model.unit import Fact, FactKind, Unit

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 of Douglas Crockford: no I, L, O, U, so that nothing is misread on paper or on the phone.
https://www.crockford.com/base32.html
"""

_MISREAD = str.maketrans("OIL", "011")

_SIGNS, _BITS = 4, 5
"""Signs printed, and bits in each: of two different texts, one pair in a million shares them."""


def code_line(edition: Edition, tag: str, format_id: str, mark: str) -> Fact:
    """The line; ``mark``: what ``content_mark`` gives."""
    month = edition.verification.checked.isoformat()[: len("2026-11")]
    text = " · ".join((edition.code, tag, format_id, month, mark))
    return Fact("edition.code_line", FactKind.CODE, text, edition.span)


def content_mark(title: Unit, panels: Sequence[Panel]) -> str:
    """Four signs over address and text of every unit, and name and text of every fact, in reading order.

    Places, sizes, inks, fonts, drawings and code lines are no part of it; alternative texts are.
    """
    said = all_said(title, panels)
    digest = hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).digest()
    number = int.from_bytes(digest) >> (len(digest) * 8 - _SIGNS * _BITS)
    places = range((_SIGNS - 1) * _BITS, -1, -_BITS)
    return "".join(_ALPHABET[number >> place & 0b11111] for place in places)


def all_said(title: Unit, panels: Sequence[Panel]) -> list[tuple[str, str]]:
    """Address and text of every unit, name and text of every fact, in reading order: what the signs stand for."""
    found = parts((title, *panels), leave_out=(CodeLine, StampField))  # the line itself, an empty field
    return [(part.address if isinstance(part, Unit) else part.reference, part.text) for part in found]


def canonical(code: str) -> str:
    """A code line or its four signs as somebody types it: points or spaces between, O for 0, small letters."""
    parts = [part for part in code.replace("·", " ").split() if part]
    return " · ".join([*parts[:-1], parts[-1].upper().translate(_MISREAD)]) if parts else ""
