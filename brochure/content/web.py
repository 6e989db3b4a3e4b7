"""Web addresses as a person types them into a browser: one that cannot be opened is told before it becomes a link."""

from __future__ import annotations

import re

from brochure.content.fields import Fields
from brochure.content.findings import shown

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_WEB = re.compile(rf"(?:https?://)?(?:{_LABEL}\.)+[a-z]{{2,63}}(?:/[!-~]*)?", re.IGNORECASE)
"""A host name (RFC 1123) with or without ``https://``, then printable ASCII (RFC 3986)."""


def read_web(fields: Fields, key: str = "web", *, needed: bool = False) -> str:
    """The address under ``key``; "" where there is none, or one that nobody could open."""
    scalar = fields.scalar(key, needed=needed)
    if scalar is None or not scalar.text:
        return ""
    if _WEB.fullmatch(scalar.text):
        return scalar.text
    fields.findings.error(
        "wrong-address",
        f"nobody can open the web address {shown(scalar.text)}",
        scalar.span,
        "Write it as a browser shows it, without spaces and in plain letters: www.example.lu, https://example.lu/fr.",
    )
    return ""


def opened(address: str) -> str:
    """The address as a link opens it."""
    return address if "://" in address else f"https://{address}"
