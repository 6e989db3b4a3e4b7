"""An edition: one country's or organisation's facts, each with the state of its verification."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct, field

from brochure.base.spans import Span

QuantityUnit = Literal["hour", "day", "week", "month", "year"]


class Verification(Struct, frozen=True):
    """How far an entry can be trusted. ``verified_by`` is "" and ``verified_on`` None until a person has verified it.

    ``checked``: the day its source was read. ``expires``: from that day on it may not be printed. ``span``: the entry.
    """

    checked: date
    expires: date
    verified_by: str
    verified_on: date | None
    span: Span

    @property
    def is_verified(self) -> bool:
        return bool(self.verified_by) and self.verified_on is not None


class Phone(Struct, frozen=True):
    """``dialled``: ``+352...`` (E.164) or a short code's bare digits. ``printed``: the same digits with spaces."""

    dialled: str
    printed: str
    span: Span

    @property
    def is_short_code(self) -> bool:
        return not self.dialled.startswith("+")


class Address(Struct, frozen=True):
    """``postcode`` may be "". Only a ``public`` address may be printed."""

    street: str
    postcode: str
    city: str
    public: bool
    span: Span

    @property
    def town(self) -> str:
        return f"{self.postcode} {self.city}".strip()


class OpenTime(Struct, frozen=True):
    """``days``: Monday 0 to Sunday 6. ``opens`` and ``closes``: minutes after midnight, 24:00 is 1440."""

    days: tuple[int, ...]
    opens: int
    closes: int


class Hours(Struct, frozen=True):
    """When a service answers. ``times`` is empty where it is open ``around_the_clock``."""

    around_the_clock: bool
    times: tuple[OpenTime, ...]
    span: Span


class Service(Struct, frozen=True):
    """One service. ``units``: the addresses that speak about it. ``formats``: the formats that may print it;
    ``web_formats``: those that may print its web address.
    """

    id: str
    name: str
    phones: tuple[Phone, ...]
    address: Address | None
    hours: Hours | None
    web: str
    web_formats: tuple[str, ...]
    formats: tuple[str, ...]
    units: tuple[str, ...]
    verification: Verification
    span: Span


class Quantity(Struct, frozen=True):
    """A number of a unit of time."""

    value: int
    unit: QuantityUnit
    span: Span


class Right(Struct, frozen=True):
    """An entry of the law. ``units``: the addresses that rest on it. ``quantity`` only where one is printed."""

    id: str
    quantity: Quantity | None
    units: tuple[str, ...]
    verification: Verification
    span: Span


class Limit(Struct, frozen=True):
    """What the text must not hide. ``units``: the addresses that say it. Nobody verifies a limit, but it expires."""

    id: str
    units: tuple[str, ...]
    expires: date
    span: Span


Entry = Service | Right | Limit


class Publisher(Struct, frozen=True):
    """``is_named`` is false while the name is a placeholder."""

    name: str
    is_named: bool
    span: Span


class Phrase(Struct, frozen=True):
    """A sentence in the phrase language; ``{language}`` in it becomes the name of the reader's language."""

    id: str
    text: str
    span: Span


class Phrases(Struct, frozen=True):
    """``language``: BCP 47 of the sentences. ``names``: language tag to the name a person would say."""

    language: str
    sentences: Mapping[str, Phrase]
    names: Mapping[str, str]
    verified_by: str
    verified_on: date | None

    @property
    def is_verified(self) -> bool:
        return bool(self.verified_by) and self.verified_on is not None


class QuickExit(Struct, frozen=True):
    """Where the button of the web page leads that is to be away at once. ``address``: as a browser opens it.
    ``label``: what the button says, in the language of the services.
    """

    address: str
    label: str
    span: Span


class Edition(Struct, frozen=True):
    """``country``: ISO 3166 code. ``languages`` and ``formats``: what is made of it. ``verification``: of the whole.
    ``worker_languages``: those of front-line workers, in which alone the guide is made. ``own_names``: language tag to
    the name its readers call it by, where CLDR's is not it. ``sheet_languages``: those that stand together on the
    sheet. ``web``: where files for the screen are to be had, "" while nowhere; ``{tag}`` in it becomes a language's.
    ``quick_exit``: of the page on which they stand.
    """

    id: str
    code: str
    country: str
    is_example: bool
    source_language: str
    languages: tuple[str, ...]
    formats: tuple[str, ...]
    publisher: Publisher
    phrases: Phrases
    services: Mapping[str, Service]
    rights: Mapping[str, Right]
    limits: Mapping[str, Limit]
    verification: Verification
    span: Span
    worker_languages: tuple[str, ...] = ()
    own_names: Mapping[str, str] = field(default_factory=dict)
    sheet_languages: tuple[str, ...] = ()
    web: str = ""
    quick_exit: QuickExit | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Services, rights and limits, in the file's order."""
        return (*self.services.values(), *self.rights.values(), *self.limits.values())

    def entry_of(self, reference: str) -> Service | Right | None:
        """The entry a fact such as ``infotraite.phone`` or ``reflection_period`` comes from."""
        name = reference.split(".", 1)[0]
        return self.services.get(name) or self.rights.get(name)

    def entries_behind(self, references: Iterable[str], addresses: Iterable[str]) -> tuple[Entry, ...]:
        """All that a text rests on: the entries of its facts, and those its units speak about, in the file's order."""
        named = {reference.split(".", 1)[0] for reference in references}
        said = set(addresses)
        services = (
            each for each in self.services.values() if each.id in named or said.intersection(each.units)
        )
        rights = (each for each in self.rights.values() if each.id in named or said.intersection(each.units))
        limits = (each for each in self.limits.values() if said.intersection(each.units))
        return (*services, *rights, *limits)
