"""Facts of the edition as typed pieces of a text, written for one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.content.dates import opening_hours, written_date
from brochure.content.durations import duration
from brochure.content.edition_code import code_line
from brochure.content.findings import Findings, shown
from brochure.content.placeholders import StrayNumber
from brochure.content.web import opened
from brochure.model.edition import Edition, Phone, Service
from brochure.model.language import Language
from brochure.model.unit import Fact, FactKind

LANGUAGE_IN_PHRASE = "{language}"
TAG_IN_ADDRESS = "{tag}"
DAY_AND_NIGHT = "labels.day_and_night"
"""The unit that says ``around_the_clock`` in the reader's language."""


def known_references(edition: Edition) -> tuple[str, ...]:
    """Every fact that a placeholder can name."""
    return tuple(_references(edition))


def _references(edition: Edition) -> Iterator[str]:
    for service in edition.services.values():
        yield f"{service.id}.name"
        for number, _ in enumerate(service.phones, start=1):
            yield f"{service.id}.phone" if number == 1 else f"{service.id}.phone.{number}"
        if service.address is not None and service.address.public:
            yield f"{service.id}.address"
        if service.hours is not None:
            yield f"{service.id}.hours"
        if service.web:
            yield f"{service.id}.web"
    yield from (right.id for right in edition.rights.values() if right.quantity)
    yield from ("edition.checked", "edition.expires", "edition.code", "publisher.name")
    yield from (f"phrases.{name}" for name in edition.phrases.sentences)


class Facts:
    """Writes the edition's facts for one language in one format.

    ``day_and_night``: the words for ``around_the_clock``, "" where the language file lacks them.
    """

    def __init__(self, edition: Edition, language: Language, format_id: str, day_and_night: str) -> None:
        self._edition = edition
        self._language = language
        self._format = format_id
        self._day_and_night = day_and_night

    def fact(self, reference: str, used: Span, findings: Findings) -> Fact | None:
        """The fact; None where a finding at ``used`` says why there is none. ``reference`` is a known one."""
        service, _, field = reference.partition(".")
        if service in self._edition.services:
            self._judge_format(self._edition.services[service], field, used, findings)
        return self._written(reference, used, findings)

    def _written(self, reference: str, used: Span, findings: Findings) -> Fact | None:
        first, _, field = reference.partition(".")
        if first == "edition":
            return self._of_edition(reference, field)
        if first == "publisher":
            publisher = self._edition.publisher
            return self._latin(reference, FactKind.NAME, publisher.name, publisher.span)
        if first == "phrases":
            return self.phrase(field)
        service = self._edition.services.get(first)
        if service is None:
            return self._quantity(reference, used, findings)
        return self._of_service(service, field, used, findings)

    def phones(self, service: Service) -> tuple[Fact, ...]:
        """All numbers of a service, first to last."""
        names = (
            f"{service.id}.phone" if at == 0 else f"{service.id}.phone.{at + 1}"
            for at in range(len(service.phones))
        )
        return tuple(_phone(name, phone) for name, phone in zip(names, service.phones, strict=True))

    def name(self, service: Service) -> Fact:
        return self._latin(f"{service.id}.name", FactKind.NAME, service.name, service.span)

    def lines(self, reference: str, used: Span, findings: Findings) -> tuple[Fact, ...]:
        """A contact's own lines: an address gives its street and its town, anything else one. Its format is judged."""
        fact = self._written(reference, used, findings)
        entry = self._edition.entry_of(reference)
        if (
            fact is None
            or fact.kind is not FactKind.ADDRESS
            or not isinstance(entry, Service)
            or not entry.address
        ):
            return (fact,) if fact else ()
        return self.address(entry)

    def address(self, service: Service) -> tuple[Fact, ...]:
        """Street and town of a public address, or nothing."""
        address = service.address
        if address is None or not address.public:
            return ()
        reference = f"{service.id}.address"
        return tuple(
            self._latin(reference, FactKind.ADDRESS, text, address.span)
            for text in (address.street, address.town)
        )

    def web(self, service: Service) -> Fact | None:
        """Its web address, where the edition lets this format print it."""
        if not service.web or self._format not in service.web_formats:
            return None
        fact = self._latin(f"{service.id}.web", FactKind.WEB, service.web, service.span)
        return replace(fact, uri=opened(service.web))

    def endonym(self) -> Fact:
        """The language's own name, in its own language."""
        span = Span(f"content/languages/{self._language.tag}.yaml")
        return Fact("language.endonym", FactKind.ENDONYM, self._language.endonym, span)

    def called(self, beside: Iterable[Language] = ()) -> Fact:
        """The language's name in the language of the services, as a person says it. ``beside``: the languages of the
        document; where another of them is called the same, with its script or country.
        """
        own = self._language
        alike = any(each.phrase_name == own.phrase_name for each in beside if each != own)
        name = (alike and own.full_phrase_name) or own.phrase_name
        return self._latin("language.called", FactKind.NAME, name, self._edition.span)

    def linked_endonym(self) -> Fact:
        """The own name, leading to the language's files for the screen where the edition says where they are."""
        address = self._edition.web.replace(TAG_IN_ADDRESS, self._language.tag)
        return replace(self.endonym(), uri=opened(address) if address else "")

    def code_line(self, mark: str, tag: str = "") -> Fact:
        """Which copy this is; ``mark`` stands for the words and facts of the whole document. ``tag``: in place of the
        language's.
        """
        return code_line(self._edition, tag or self._language.tag, self._format, mark)

    def phrase(self, name: str) -> Fact | None:
        """A sentence to read aloud, with the name of the reader's language in it."""
        sentence = self._edition.phrases.sentences.get(name)
        if sentence is None:
            return None
        text = sentence.text.replace(LANGUAGE_IN_PHRASE, self._language.phrase_name)
        return self._latin(f"phrases.{name}", FactKind.PHRASE, text, sentence.span)

    def _of_edition(self, reference: str, field: str) -> Fact | None:
        edition = self._edition
        if field == "code":
            return Fact(reference, FactKind.CODE, edition.code, edition.span)
        day = edition.verification.checked if field == "checked" else edition.verification.expires
        text = written_date(self._language.tag, day)
        return Fact(reference, FactKind.DATE, text, edition.span) if text else None

    def _quantity(self, reference: str, used: Span, findings: Findings) -> Fact | None:
        right = self._edition.rights.get(reference)
        if right is None or right.quantity is None:
            return None
        quantity = right.quantity
        text = duration(self._language.tag, quantity.value, quantity.unit)
        if text is not None:
            return Fact(reference, FactKind.DURATION, text, quantity.span)
        findings.error(
            "no-duration",
            f"CLDR cannot write {quantity.value} {quantity.unit}s in the language {shown(self._language.tag)}",
            used,
            "Ask a speaker for the word and tell the developers: it belongs to brochure/content/durations.py.",
        )
        return None

    def _of_service(self, service: Service, field: str, used: Span, findings: Findings) -> Fact | None:
        reference = f"{service.id}.{field}"
        if field == "name":
            return self.name(service)
        if field.startswith("phone"):
            return next((fact for fact in self.phones(service) if fact.reference == reference), None)
        if field == "address" and service.address:
            address = service.address
            return self._latin(reference, FactKind.ADDRESS, f"{address.street}, {address.town}", address.span)
        if field == "web":
            return self.web(service)
        return self._hours(service, used, findings) if field == "hours" else None

    def _hours(self, service: Service, used: Span, findings: Findings) -> Fact | None:
        hours = service.hours
        if hours is None:
            return None
        if not hours.around_the_clock:
            text = opening_hours(self._language.tag, hours.times) or ""
        else:
            text = self._day_and_night
            if not text:
                findings.error(
                    "missing-unit",
                    f"the unit '{DAY_AND_NIGHT}' is missing; the hours of '{service.id}' are said with it",
                    used,
                    "Add it to the language file.",
                )
        return Fact(f"{service.id}.hours", FactKind.HOURS, text, hours.span) if text else None

    def _judge_format(self, service: Service, field: str, used: Span, findings: Findings) -> None:
        allowed = service.web_formats if field == "web" else service.formats
        if self._format not in allowed and field != "name":
            findings.error(
                "not-for-this-format",
                f"the edition does not let the {self._format} print '{service.id}.{field}'",
                used,
                f"It lets: {', '.join(allowed) or 'none'}. There is a reason beside it in the edition's file.",
            )

    def _latin(self, reference: str, kind: FactKind, text: str, span: Span) -> Fact:
        return Fact(reference, kind, text, span, language=self._edition.phrases.language)


def _phone(reference: str, phone: Phone) -> Fact:
    kind = FactKind.SHORT_CODE if phone.is_short_code else FactKind.PHONE
    return Fact(reference, kind, phone.printed, phone.span, uri=f"tel:{phone.dialled}")


def placeholder_for(number: StrayNumber, edition: Edition) -> str:
    """The placeholder whose fact has these digits, "" where none has."""
    if not number.digits:
        return ""
    for service in edition.services.values():
        for at, phone in enumerate(service.phones, start=1):
            digits = phone.dialled.removeprefix("+")
            national_at_least = 5
            if digits == number.digits or (
                len(number.digits) >= national_at_least and digits.endswith(number.digits.lstrip("0"))
            ):
                return f"{{{service.id}.phone}}" if at == 1 else f"{{{service.id}.phone.{at}}}"
    for right in edition.rights.values():
        if right.quantity and str(right.quantity.value) == number.digits:
            return f"{{{right.id}}}"
    for field, day in (("checked", edition.verification.checked), ("expires", edition.verification.expires)):
        if str(day.year) == number.digits or day.isoformat().replace("-", "") == number.digits:
            return f"{{edition.{field}}}"
    return ""
