"""Telephone numbers: what is printed must be what is dialled, and a number must be able to exist."""

from __future__ import annotations

import re

from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Scalar
from brochure.model.edition import Phone

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SHORT_CODE = re.compile(r"[0-9]{2,6}")
_PRINTED = re.compile(r"\+?[0-9]+([ ./-][0-9]+)*")


def read_phone(fields: Fields) -> Phone | None:
    """A phone of a service: ``{e164, printed}`` or ``{short_code, printed}``. None where it may not be printed."""
    e164, short = fields.scalar("e164"), fields.scalar("short_code")
    printed = fields.scalar("printed", needed=True)
    fields.done()
    if (e164 is None) == (short is None):
        fields.findings.error(
            "wrong-phone",
            f"{fields.what} is to have either 'e164' or 'short_code'",
            fields.span,
            'Write {e164: "+35227365646", printed: "+352 27 36 56 46"} or {short_code: "113", printed: "113"}.',
        )
        return None
    dialled = e164 or short
    if dialled is None or printed is None:
        return None
    if not _is_dialled(dialled, e164 is not None, fields.findings):
        return None
    if not _is_printed(printed, dialled, fields.findings):
        return None
    return Phone(dialled.text, printed.text, printed.span)


def _is_dialled(dialled: Scalar, international: bool, findings: Findings) -> bool:
    pattern, example = (_E164, "+35227365646") if international else (_SHORT_CODE, "113")
    if not pattern.fullmatch(dialled.text):
        help_ = f'Write it without spaces: "{example}".'
        findings.error("wrong-phone", f"{shown(dialled.text)} cannot be dialled", dialled.span, help_)
        return False
    if international and not _can_exist(dialled.text):
        findings.error(
            "wrong-phone",
            f"{shown(dialled.text)} is no number that its country gives out",
            dialled.span,
            "Compare it with the source. A short number such as 113 belongs under short_code.",
        )
        return False
    return True


def _is_printed(printed: Scalar, dialled: Scalar, findings: Findings) -> bool:
    if not _PRINTED.fullmatch(printed.text):
        findings.error(
            "wrong-phone",
            f"{shown(printed.text)} is to hold digits 0 to 9 with single spaces, points or hyphens between them",
            printed.span,
        )
        return False
    if re.sub(r"[^0-9+]", "", printed.text) != dialled.text:
        findings.error(
            "wrong-phone",
            f"printed is {shown(printed.text)}, but dialled is {shown(dialled.text)}: the digits differ",
            printed.span,
            "Compare both with the source, digit by digit.",
        )
        return False
    return True


def _can_exist(e164: str) -> bool:
    """Possible by its length and valid by its country's numbering plan. Short codes are invalid to phonenumbers."""
    import phonenumbers

    try:
        number = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return False
    return bool(phonenumbers.is_possible_number(number) and phonenumbers.is_valid_number(number))


def dialling_prefix(country: str) -> str:
    """``+352`` of ``LU`` (ISO 3166); "" where the country is unknown."""
    import phonenumbers

    code = phonenumbers.country_code_for_region(country)
    return f"+{code}" if code else ""
