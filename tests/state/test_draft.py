from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.model.document import (
    Block,
    Box,
    Call,
    Contact,
    Document,
    Heading,
    Panel,
    Row,
    Rows,
    TearOff,
    Text,
)
from brochure.model.edition import Edition, Limit, Phrase, Phrases, Publisher, Right, Service, Verification
from brochure.model.format import DraftPlace, Format
from brochure.model.language import Language
from brochure.model.places import TypeRole
from brochure.model.sign import Sign, SignUse
from brochure.model.theme import Theme
from brochure.model.unit import Fact, FactKind, Unit, Words
from brochure.state.draft import draft_reasons, expiries, facts_in, texts_in, units_in
from brochure.state.texts import Texts, TextState

HERE = Span("x.yaml", 1, 1)


def verification(*, by: str = "", expires: date = date(2027, 5, 22)) -> Verification:
    return Verification(date(2026, 11, 22), expires, by, date(2026, 11, 23) if by else None, HERE)


def service(id: str, *units: str, by: str = "") -> Service:
    return Service(
        id=id,
        name=id.upper(),
        phones=(),
        address=None,
        hours=None,
        web="",
        web_formats=(),
        formats=("leaflet",),
        units=units,
        verification=verification(by=by),
        span=HERE,
    )


def edition(**changes: Any) -> Edition:
    """One of everything, verified."""
    plain = Edition(
        id="luxembourg",
        code="LU-A",
        country="LU",
        is_example=False,
        source_language="en",
        languages=("en",),
        formats=("leaflet",),
        publisher=Publisher("Someone", True, HERE),
        phrases=Phrases(
            "fr", {"danger": Phrase("danger", "Je suis en danger.", HERE)}, {}, "A", date(2026, 11, 23)
        ),
        services={"police": service("police", by="A"), "itm": service("itm", "call.itm.what", by="A")},
        rights={"doctor": Right("doctor", None, ("help.doctor",), verification(by="A"), HERE)},
        limits={"wait": Limit("wait", ("help.wait",), date(2026, 12, 1), HERE)},
        verification=verification(by="A"),
        span=HERE,
    )
    return replace(plain, **changes)


def unit(address: str, *facts: Fact) -> Unit:
    return Unit(address, (Words("words", HERE), *facts), HERE)


def fact(reference: str, kind: FactKind = FactKind.PHONE) -> Fact:
    return Fact(reference, kind, "113", HERE)


def document(*blocks: Block) -> Document:
    role = TypeRole("draft", 7.5, 7.5, 1, "bold", 1)
    return Document(
        language=Language("en", "Latn", "ltr", "English", "anglais"),
        edition="luxembourg",
        code="LU-A",
        checked="2026-11-22",
        prefix="+352",
        title=unit("cover.title"),
        format=Format("leaflet", 1, 1, 0, 0, ("screen",), (), DraftPlace(1, 1, 1, 1, role)),
        theme=Theme({}, {}),
        panels=(Panel("call", blocks),),
        draft=False,
    )


SIGN = SignUse(Sign("phone", (), False, HERE), unit("alt.phone"))

EVERY_BLOCK = (
    Heading("a", unit("heading", fact("fact.heading"))),
    Text("b", (unit("text", fact("fact.text")),)),
    Rows("c", (Row(unit("row", fact("fact.row")), SIGN),)),
    Box("d", unit("box"), (unit("box.text", fact("fact.box")),)),
    Call("e", SIGN, fact("fact.name"), (fact("fact.number"),), (unit("call.text", fact("fact.call")),)),
    Contact("f", SIGN, (fact("fact.line"),), (unit("contact.text"),)),
    TearOff("g", fact("fact.tear_off")),
)


def test_no_text_and_no_fact_hides_from_the_rule() -> None:
    whole = document(*EVERY_BLOCK)
    assert {unit.address for unit in units_in(whole)} == {
        "cover.title", "alt.phone", "heading", "text", "row", "box", "box.text", "call.text", "contact.text",
    }  # fmt: skip
    assert {fact.reference for fact in facts_in(whole)} == {
        f"fact.{name}"
        for name in ("heading", "text", "row", "box", "name", "number", "call", "line", "tear_off")
    }


UNAPPROVED = "2 texts not approved"
TEXT = Text("b", (unit("help.doctor"),))


@pytest.mark.parametrize(
    ("changes", "blocks", "reasons"),
    [
        ({}, (TEXT,), [UNAPPROVED]),
        ({}, (), ["1 text not approved"]),
        ({"verification": verification()}, (TEXT,), [UNAPPROVED, "the edition is not verified"]),
        ({"publisher": Publisher("N. N.", False, HERE)}, (TEXT,), [UNAPPROVED, "the publisher is not named"]),
        (
            {"rights": {"doctor": Right("doctor", None, ("help.doctor",), verification(), HERE)}},
            (TEXT,),
            [UNAPPROVED, "1 entry not verified (doctor)"],
        ),
        (
            {"services": {"police": service("police"), "itm": service("itm", "help.doctor")}},
            (TEXT, TearOff("t", fact("police.phone"))),
            [UNAPPROVED, "2 entries not verified (police, itm)"],
        ),
        ({"services": {"police": service("police")}}, (TEXT,), [UNAPPROVED]),  # not printed here
        (
            {"phrases": Phrases("fr", {}, {}, "", None)},
            (TEXT, TearOff("t", fact("phrases.danger", FactKind.PHRASE))),
            [UNAPPROVED, "the phrases are not verified"],
        ),
        ({"phrases": Phrases("fr", {}, {}, "", None)}, (TEXT,), [UNAPPROVED]),
    ],
)
def test_reasons(changes: dict[str, Any], blocks: tuple[Block, ...], reasons: list[str]) -> None:
    assert list(draft_reasons(edition(**changes), document(*blocks), lambda _: Texts())) == reasons


A, R, D, S = TextState.APPROVED, TextState.REVIEWED, TextState.DRAFT, TextState.STALE


@pytest.mark.parametrize(
    ("tag", "title", "doctor", "english", "reasons"),
    [
        ("en", A, A, A, []),
        ("en", A, R, A, ["1 text not approved"]),
        ("en", D, D, A, [UNAPPROVED]),
        ("ar", A, A, A, []),
        ("ar", A, A, R, []),
        ("ar", A, A, D, ["1 English text behind it not reviewed"]),
        ("ar", A, S, A, ["1 text not approved", "1 text stale (help.doctor)"]),
    ],
)
def test_reasons_of_texts(
    tag: str, title: TextState, doctor: TextState, english: TextState, reasons: list[str]
) -> None:
    plain = document(TEXT)
    whole = replace(plain, language=replace(plain.language, tag=tag))
    texts = Texts({"cover.title": title, "help.doctor": doctor}, {"cover.title": A, "help.doctor": english})
    assert list(draft_reasons(edition(), whole, lambda _: texts)) == reasons


def test_the_words_inside_of_opening_hours_are_approved_too() -> None:
    hours = fact("police.hours", FactKind.HOURS)
    assert texts_in(document(Text("b", (unit("help.doctor", hours), unit("help.doctor"))))) == {
        "en": ("cover.title", "help.doctor", "labels.day_and_night")
    }


def test_what_expires_is_what_the_document_rests_on() -> None:
    whole = document(TEXT, Text("c", (unit("help.wait"),)), TearOff("t", fact("police.phone")))
    assert [(expiry.entry, expiry.expires) for expiry in expiries(edition(), whole)] == [
        ("the edition", "2027-05-22"),
        ("police", "2027-05-22"),
        ("doctor", "2027-05-22"),
        ("wait", "2026-12-01"),
    ]
