"""Many missing units are told as one, a few by name, everything else as it is."""

from __future__ import annotations

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.cli.missing import told_together


def missing(number: int, tag: str = "lt", format_id: str = "leaflet", line: int = 0) -> list[Finding]:
    span = Span(f"content/languages/{tag}.yaml", line)
    return [
        Finding("missing-unit", f"the unit 'u{at}' is missing", span, language=tag, format=format_id)
        for at in range(number)
    ]


def test_a_few_are_named() -> None:
    assert list(told_together(missing(5))) == missing(5)


def test_many_of_a_document_are_one() -> None:
    (told,) = told_together(missing(6))
    assert (told.code, told.span, told.language, told.format) == (
        "missing-unit",
        Span("content/languages/lt.yaml"),
        "lt",
        "leaflet",
    )
    assert told.message == "6 units that the leaflet prints have no text yet"
    assert "brochure new-language lt --update" in told.help
    assert "brochure check lt --json" in told.help


def test_documents_stay_apart_and_in_order() -> None:
    other = Finding("overflow", "too long", Span("content/languages/lt.yaml", 3, 4))
    told = list(told_together([*missing(7), other, *missing(9, format_id="card"), *missing(2, "ar")]))
    messages = [each.message.partition(" have")[0] for each in told]
    assert messages == [
        "7 units that the leaflet prints",
        "too long",
        "9 units that the card prints",
        "the unit 'u0' is missing",
        "the unit 'u1' is missing",
    ]


def test_those_with_a_line_of_their_own_stay_by_name() -> None:
    assert list(told_together(missing(7, line=4))) == missing(7, line=4)
