"""What an independent validator says of a finished PDF. The validator is optional; without it nothing is called fine.

page-validation 0.11 (module ``page``) judges PDF/A-1 to 3 (ISO 19005) and PDF/UA-1 (ISO 14289-1); it passes the
veraPDF corpus, see its own documentation: https://josephbarbierdarnal.github.io/page/api/python/
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError

FLAVOURS = {
    **{f"{part}b": f"PDF/A-{part}b" for part in (1, 2, 3)},
    **{f"{part}a": f"PDF/A-{part}a" for part in (1, 2, 3)},
    **{f"{part}u": f"PDF/A-{part}u" for part in (2, 3)},
    "ua1": "PDF/UA-1",
}
"""Flavours by the validator's id, as people call them."""

COST = (
    "page-validation is not installed, so nobody has checked that screen readers and archives can read the file;"
    " install it with: pip install 'brochure[validate]'"
)


class Breach(Struct, frozen=True):
    """One broken rule. ``flavour``: ``ua1``. ``rule``: the validator's id, ``unreadable`` where it could not read
    the file at all. ``object``: ``12 0``, the PDF object it is about, "" for the file.
    """

    flavour: str
    rule: str
    message: str
    object: str = ""

    def __str__(self) -> str:
        where = f" (object {self.object})" if self.object else ""
        return f"{FLAVOURS[self.flavour]}: {self.rule}: {self.message}{where}"


class Verdict(Struct, frozen=True):
    """``judged``: flavours that were looked at. ``breaches``: in the order of flavours, rules and objects.
    ``not_judged``: why nobody looked and what that costs, "" where somebody did.
    """

    judged: tuple[str, ...]
    breaches: tuple[Breach, ...]
    not_judged: str = ""

    @property
    def conforms(self) -> bool:
        """True only where every flavour was judged and no rule is broken."""
        return not self.breaches and not self.not_judged

    def __str__(self) -> str:
        if self.not_judged:
            return f"not judged: {self.not_judged}"
        if self.breaches:
            return "\n".join(str(breach) for breach in self.breaches)
        return f"conforms to {', '.join(FLAVOURS[flavour] for flavour in self.judged)}"


def is_installed() -> bool:
    """Whether there is a validator to ask."""
    return find_spec("page") is not None


def judge(pdf: bytes, flavours: Sequence[str]) -> Verdict:
    """The validator's verdict on a finished file for every flavour, ids as in :data:`FLAVOURS`.

    Raises ArgumentsError for an unknown flavour. A file that cannot be read is a breach, not an exception.
    """
    unknown = [flavour for flavour in flavours if flavour not in FLAVOURS]
    if unknown or not flavours:
        raise ArgumentsError(
            f"no flavour {', '.join(unknown) or 'given'}", f"Known are: {', '.join(FLAVOURS)}."
        )
    try:
        from page import PageError, validate_pdf_bytes
    except ImportError:
        return Verdict((), (), COST)
    breaches: list[Breach] = []
    for flavour in flavours:
        try:
            report = validate_pdf_bytes(pdf, profile=flavour)
        except PageError as error:
            breaches.append(Breach(flavour, "unreadable", str(error)))
            continue
        found = []
        for failure in report.failures:
            place = failure.object_id
            name = f"{place.object_number} {place.generation}" if place else ""
            found.append(Breach(flavour, failure.rule_id, failure.message, name))
        if not report.is_compliant and not found:
            found.append(Breach(flavour, "unnamed", "the validator refuses the file without naming a rule"))
        breaches += sorted(found, key=lambda breach: (breach.rule, breach.object, breach.message))
    return Verdict(tuple(flavours), tuple(breaches))
