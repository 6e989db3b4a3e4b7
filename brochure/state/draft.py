"""The DRAFT rule: why a document may not go out without its stamp.

A PDF carries no stamp only when every text in it is approved, every fact in it has been verified by a person, and the
publisher is named. There is no switch that removes it, and today's date has no say in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from brochure.content.facts import DAY_AND_NIGHT
from brochure.content.words import SOURCE_LANGUAGE
from brochure.model.document import Document
from brochure.model.edition import Edition, Limit
from brochure.model.parts import parts, voiced
from brochure.model.unit import Fact, FactKind, Unit
from brochure.state.expiry import Expiry
from brochure.state.texts import Texts, named


def draft_reasons(edition: Edition, document: Document, texts_of: Callable[[str], Texts]) -> tuple[str, ...]:
    """Short reasons why ``document`` is a draft, none for one that may go out. ``texts_of``: a language, by its tag."""
    reasons = _of_texts(document, texts_of)
    facts = facts_in(document)
    entries = edition.entries_behind((fact.reference for fact in facts), _addresses(document))
    unverified = [
        entry.id for entry in entries if not isinstance(entry, Limit) and not entry.verification.is_verified
    ]
    if unverified:
        reasons.append(f"{_counted(len(unverified), 'entry', 'not verified')} ({', '.join(unverified)})")
    # The day of content stands in every file, so the edition's own verification counts for every file.
    if not edition.verification.is_verified:
        reasons.append("the edition is not verified")
    if any(fact.kind is FactKind.PHRASE for fact in facts) and not edition.phrases.is_verified:
        reasons.append("the phrases are not verified")
    if not edition.publisher.is_named:
        reasons.append("the publisher is not named")
    return tuple(reasons)


def _of_texts(document: Document, texts_of: Callable[[str], Texts]) -> list[str]:
    unapproved, stale, unread = 0, [], 0
    for tag, addresses in texts_in(document).items():
        texts = texts_of(tag)
        draft = [address for address in addresses if not texts.is_approved(address)]
        unapproved += len(draft)
        said_in = f"{tag}:" if document.together else ""
        stale += [f"{said_in}{address}" for address in draft if texts.is_stale(address)]
        if tag != SOURCE_LANGUAGE:
            unread += sum(not texts.is_read_in_english(address) for address in addresses)
    reasons = []
    if unapproved:
        reasons.append(_counted(unapproved, "text", "not approved"))
    if stale:
        reasons.append(f"{_counted(len(stale), 'text', 'stale')} ({named(stale)})")
    if unread:
        reasons.append(_counted(unread, "English text", "behind it not reviewed"))
    return reasons


def expiries(edition: Edition, document: Document) -> tuple[Expiry, ...]:
    """The days on which something in ``document`` expires: services, rights and limits it rests on, the edition."""
    references = (fact.reference for fact in facts_in(document))
    found = [Expiry("the edition", edition.verification.expires.isoformat(), edition.verification.span)]
    for entry in edition.entries_behind(references, _addresses(document)):
        end = entry.expires if isinstance(entry, Limit) else entry.verification.expires
        found.append(Expiry(entry.id, end.isoformat(), entry.span, entry.units))
    return tuple(found)


def texts_in(document: Document) -> Mapping[str, tuple[str, ...]]:
    """By tag of every language of the document, the address of every text that it says, each once: units, and the words
    inside of opening hours.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for language, part in voiced((document.title, document.panels), document.language):
        if isinstance(part, Unit):
            found[language.tag].append(part.address)
    for language, part in voiced((document.title, document.panels), document.language):
        if isinstance(part, Fact) and part.kind is FactKind.HOURS:
            found[language.tag].append(DAY_AND_NIGHT)
    return {tag: tuple(dict.fromkeys(addresses)) for tag, addresses in found.items()}


def units_in(document: Document) -> tuple[Unit, ...]:
    """Every text of the document: title, panels, alternative texts of signs."""
    return tuple(part for part in parts((document.title, document.panels)) if isinstance(part, Unit))


def facts_in(document: Document) -> tuple[Fact, ...]:
    """Every fact of the document, those inside of texts too."""
    return tuple(part for part in parts((document.title, document.panels)) if isinstance(part, Fact))


def _addresses(document: Document) -> Iterator[str]:
    return (unit.address for unit in units_in(document))


def _counted(number: int, what: str, how: str) -> str:
    plural = {"entry": "entries"}.get(what, f"{what}s")
    return f"{number} {what if number == 1 else plural} {how}"
