"""What is asked for, and which outputs that makes due."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding
from brochure.content.findings import did_you_mean, shown
from brochure.state.outputs import TARGETS, Output

PRESS = "print"
"""The target that print shops ask something of."""


class Request(Struct, frozen=True):
    """An empty selection means all that the edition lists. ``out``: the output folder as the user gave it.
    ``force``: make everything again, read every file in full. ``release``: refuse a draft instead of stamping it.
    ``jobs``: how many programs work side by side, 0 for as many as there
    is work for. ``marks``: crop and fold marks and the slug line in print files.
    ``discreet``: the variant that says even less about what the paper is for, of the formats that have one.
    ``shop``: the print shop whose demands the files for print keep, "" for no certain one.
    ``thorough``: every file is read in full, whatever its size and time say.
    """

    root: Path
    out: Path
    today: datetime.date
    languages: tuple[str, ...] = ()
    edition: str = ""
    formats: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    release: bool = False
    force: bool = False
    jobs: int = 1
    marks: bool = False
    discreet: bool = False
    shop: str = ""
    thorough: bool = False

    @property
    def cache(self) -> Path:
        """What was read and drawn before."""
        return self.out / ".cache" / "read"

    @property
    def is_partial(self) -> bool:
        """Whether the request leaves out something that the edition lists."""
        return bool(self.languages or self.formats or self.targets or self.discreet or self.shop)

    def asks_for(self, finding: Finding) -> bool:
        """Whether a finding is about something that the request does not leave out."""
        return (not self.languages or finding.language in ("", *self.languages)) and (
            not self.formats or finding.format in ("", *self.formats)
        )


class Offered(Struct, frozen=True):
    """A format: the targets and the languages it is made for, and whether it has a discreet variant.
    ``by_name``: it is made where it is asked for by its name alone.
    """

    targets: tuple[str, ...]
    languages: tuple[str, ...]
    discreet: bool = False
    by_name: bool = False


class Offer(Struct, frozen=True):
    """What an edition makes: its formats, in its order."""

    edition: str
    formats: Mapping[str, Offered]

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language of some format, in the edition's order."""
        return tuple(dict.fromkeys(tag for each in self.formats.values() for tag in each.languages))


def choose(request: Request, offers: Sequence[Offer]) -> tuple[tuple[Offer, tuple[Output, ...]], ...]:
    """The due outputs of every edition, by language, format and target in the edition's order.

    Raises ArgumentsError: a language, format or target that no edition has.
    """
    _known("language", request.languages, (tag for offer in offers for tag in offer.languages))
    _known("format", request.formats, (name for offer in offers for name in offer.formats))
    _known("target", request.targets, TARGETS)
    chosen = tuple((offer, _due(request, offer)) for offer in offers)
    if offers and not any(due for _, due in chosen):
        raise ArgumentsError(
            "nothing is made of that: no edition has these languages, formats and targets together",
            "Leave out --format or --for to make all that the edition lists.",
        )
    return chosen


def _due(request: Request, offer: Offer) -> tuple[Output, ...]:
    return tuple(
        Output(language, format_id, target, request.shop, request.discreet)
        for language in offer.languages
        if not request.languages or language in request.languages
        for format_id, offered in offer.formats.items()
        if (offered.discreet or not request.discreet)
        and language in offered.languages
        and (format_id in request.formats if request.formats or offered.by_name else True)
        for target in offered.targets
        if (not request.targets or target in request.targets) and (not request.shop or target == PRESS)
    )


def _known(what: str, asked: Iterable[str], there: Iterable[str]) -> None:
    names = list(dict.fromkeys(there))
    for name in asked:
        if name not in names:
            raise unknown(what, name, names)


def unknown(what: str, name: str, names: Sequence[str]) -> ArgumentsError:
    """The error for a ``what`` that is not there, with what was meant, or all names where they are few."""
    from brochure.content.languages import called  # a build without mistakes has no use for it

    meant = called(name, names) if what == "language" else ()
    hint = (
        f"Did you mean {' or '.join(map(shown, meant))}?" if meant else did_you_mean(name, names, "There is")
    )
    return ArgumentsError(f"there is no {what} {name}", hint)
