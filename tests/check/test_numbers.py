"""The number check on hand-built pages: what the text says is never asked, only where the digits stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import Cmyk, Ink, Rgb
from brochure.base.spans import Span
from brochure.check.numbers import check_numbers
from brochure.layout.operations import Node, Operation, PlacedDocument, PlacedPage, Role, TextLine
from brochure.model.document import (
    Block,
    Box,
    Call,
    CodeLine,
    Contact,
    Document,
    Endonym,
    Heading,
    Panel,
    Row,
    Rows,
    Say,
    Tabs,
    TearOff,
    Text,
    Title,
)
from brochure.model.fonts import Face
from brochure.model.format import DraftPlace, Format
from brochure.model.language import Direction, Language
from brochure.model.places import TypeRole
from brochure.model.sign import Sign, SignUse
from brochure.model.theme import Theme
from brochure.model.unit import Fact, FactKind, Unit, Words
from brochure.text.lines import Cluster, InkExtent, Line, Run

BLACK = Ink("black", Cmyk(0, 0, 0, 1), Rgb(0.1, 0.1, 0.1))
FACE = Face("NotoSans-Bold", "NotoSans", "bold", Path("NotoSans-Bold.ttf"), "")
HERE = Span("content/languages/en.yaml", 3, 5)
EDITION = Span("content/editions/luxembourg.yaml", 70, 7)
HOTLINE = Fact("infotraite.phone", FactKind.PHONE, "+352 27 36 56 46", EDITION)
MOBILE = Fact("infotraite.phone-2", FactKind.PHONE, "+352 621 351 884", EDITION)
POLICE = Fact("police.phone", FactKind.SHORT_CODE, "113", EDITION)
CHILDREN = Fact("children_line.phone", FactKind.SHORT_CODE, "116 000", EDITION)
STREET = Fact("cnvv.address", FactKind.ADDRESS, "3A Val Sainte-Croix", EDITION)
SPAN = Fact("itm.address", FactKind.ADDRESS, "12-18 rue Joseph Junck", EDITION)
DAYS = Fact("reflection_period", FactKind.DURATION, "90 days", EDITION)
DATE = Fact("edition.checked", FactKind.DATE, "22 November 2026", EDITION)
HOURS = Fact("police_unit.hours", FactKind.HOURS, "8:00\u201316:00", EDITION)
NAME = Fact("infotraite.name", FactKind.NAME, "INFOTRAITE", EDITION)


def unit(*pieces: Words | Fact, address: str = "call.unit") -> Unit:
    return Unit(address, pieces, HERE)


def words(text: str) -> Words:
    return Words(text, HERE)


def document(*blocks: Block, tag: str = "en", direction: Direction = "ltr") -> Document:
    role = TypeRole("draft", 7.5, 7.5, 1, "bold", 1)
    leaflet = Format("leaflet", 842, 595, 8.5, 11.3, ("screen",), (), DraftPlace(42, 12, 14, 0.75, role))
    return Document(
        language=Language(tag, "Latn", direction, "English", "anglais"),
        edition="luxembourg",
        code="LU-A",
        checked="2026-11-22",
        prefix="+352",
        title=unit(words("Help")),
        format=leaflet,
        theme=Theme({}, {}),
        panels=(Panel("call", blocks),),
        draft=True,
    )


def of(*facts: Fact) -> Document:
    return document(*(TearOff("tear_off", fact) for fact in facts))


def line(clusters: Sequence[Cluster], size: float, direction: Direction = "ltr") -> Line:
    run = Run(FACE, size, direction, "Latn", "en", 0, tuple(clusters))
    width = sum(cluster.advance for cluster in clusters)
    return Line((run,), width, InkExtent(0, width, size, 0))


def painted(
    text: str, *, x: float = 100, y: float = 100, size: float = 10, order: Sequence[int] | None = None
) -> TextLine:
    """One line of half-em digits. ``order``: for each character, the place (from the left) where it stands."""
    step = size / 2
    places = order if order is not None else range(len(text))
    clusters = [Cluster(c, place * step, step, ()) for c, place in zip(text, places, strict=True)]
    return TextLine(1, x, y, line(clusters, size), BLACK, "call.unit", HERE)


def placed(*operations: Operation, second_page: Sequence[Operation] = ()) -> PlacedDocument:
    pages = [
        PlacedPage(842, 595, 8.5, tuple(ops), (), (("call", Rect(0, 0, 842, 595)),), ())
        for ops in (operations, second_page)
        if ops or ops is operations
    ]
    return PlacedDocument(
        language="en",
        direction="ltr",
        title="Help",
        subject="",
        identity="LU-A en leaflet",
        checked="2026-11-22",
        draft=True,
        root=Node(0, Role.DOCUMENT),
        outline=(),
        pages=tuple(pages),
        sizes=(),
    )


def codes(document: Document, *operations: Operation) -> list[str]:
    return [finding.code for finding in check_numbers(document, placed(*operations))]


RIGHT: Mapping[str, tuple[Document, list[TextLine]]] = {
    "a number in one line": (of(HOTLINE), [painted("+352 27 36 56 46")]),
    "no facts, no digits": (document(), [painted("no digits here")]),
    "prefix above, start-aligned": (
        of(HOTLINE),
        [painted("+352", y=70, size=12), painted("27 36 56 46", size=36)],
    ),
    "prefix above, aligned on the right": (
        of(HOTLINE),
        [painted("+352", x=274, y=70, size=12), painted("27 36 56 46", size=36)],
    ),
    "prefix close before, smaller": (
        of(HOTLINE),
        [painted("+352", x=72, size=12), painted("27 36 56 46", size=36)],
    ),
    "prefix before, with air": (
        of(HOTLINE),
        [painted("+352", x=60, size=12), painted("27 36 56 46", size=36)],
    ),
    "two of a kind, two prefixes": (
        of(HOTLINE, HOTLINE),
        [
            *(painted("+352", y=70, size=12), painted("27 36 56 46", size=36)),
            *(painted("+352", y=470, size=12), painted("27 36 56 46", y=500, size=38)),
        ],
    ),
    "painted by two operations on one line": (
        of(HOTLINE),
        [painted("+352 27", x=100), painted(" 36 56 46", x=135)],
    ),
    "two numbers side by side": (
        of(HOTLINE, MOBILE),
        [painted("+352 27 36 56 46", x=300), painted("+352 621 351 884", x=100)],
    ),
    "two short codes in a sentence": (of(POLICE, CHILDREN), [painted("113, 116 000.")]),
    "more often than due": (of(POLICE), [painted("113"), painted("113", y=200)]),
    "letters between digits": (of(STREET, SPAN), [painted("3A Val"), painted("12-18 rue", y=200)]),
    "a date with its year first": (of(DATE), [painted("2026 November 22")]),
    "hours from right to left": (of(HOURS), [painted("16:00\u20138:00")]),
    "marks of direction that a reader of files puts where the dash stands": (
        of(HOURS),
        [painted("16:00\u200f\u2013\u200f8:00", order=[0, 1, 2, 3, 4, 5, 5, 5, 6, 7, 8, 9])],
    ),
    "a mark of direction in a separator's text": (
        of(CHILDREN),
        [
            TextLine(
                1,
                9,
                9,
                line(
                    [
                        *(Cluster(c, n * 5.0, 5, ()) for n, c in enumerate("116")),
                        Cluster(" \u200f", 15, 5, ()),
                        *(Cluster(c, 20 + n * 5.0, 5, ()) for n, c in enumerate("000")),
                        Cluster("\u2069", 35, 0, ()),
                    ],
                    10,
                ),
                BLACK,
                "a.b",
                HERE,
            )
        ],
    ),
}


@pytest.mark.parametrize("case", RIGHT)
def test_right_numbers_pass(case: str) -> None:
    facts, operations = RIGHT[case]
    assert codes(facts, *operations) == []


WRONG: Mapping[str, tuple[Document, list[TextLine], list[str]]] = {
    "two digits swapped": (
        of(HOTLINE),
        [painted("+352 27 63 56 46")],
        ["number-not-painted", "number-out-of-order"],
    ),
    "mirrored by place, right in the text": (
        of(HOTLINE),
        [painted("+352 27 36 56 46", order=range(15, -1, -1))],
        ["number-not-painted", "number-out-of-order"],
    ),
    "groups mirrored, digits right": (
        of(HOTLINE),
        [painted("46 56 36 27 352+")],
        ["number-not-painted", "number-out-of-order"],
    ),
    "a short code mirrored": (
        of(POLICE),
        [painted("113", order=(2, 1, 0))],
        ["number-not-painted", "number-out-of-order"],
    ),
    "the large number mirrored under its prefix": (
        of(HOTLINE),
        [painted("+352", y=70, size=12), painted("64 65 63 72", size=36)],
        ["number-not-painted", "number-out-of-order", "wrong-number"],
    ),
    "a digit dropped": (of(HOTLINE), [painted("+352 27 36 56 4")], ["number-not-painted", "wrong-number"]),
    "a digit twice": (of(POLICE), [painted("1133")], ["number-not-painted", "wrong-number"]),
    "a wrong digit": (of(POLICE), [painted("112")], ["number-not-painted", "wrong-number"]),
    "digits of another script": (
        of(POLICE),
        [painted("\u0661\u0661\u0663")],
        ["number-not-painted", "wrong-number"],
    ),
    "an extra number": (of(POLICE), [painted("113"), painted("7", y=300)], ["wrong-number"]),
    "an extra digit beside a right number": (
        of(POLICE),
        [painted("113 4")],
        ["number-not-painted", "wrong-number"],
    ),
    "a fact left out": (of(POLICE, HOTLINE), [painted("113")], ["number-not-painted"]),
    "one of two left out": (of(POLICE, POLICE), [painted("113")], ["number-not-painted"]),
    "groups drawn together": (
        of(CHILDREN),
        [painted("116000")],
        ["number-not-painted", "number-out-of-order"],
    ),
    "digits on each other": (
        of(POLICE),
        [painted("113", order=(0, 0, 1))],
        ["number-not-painted", "wrong-number"],
    ),
    "the plus left out": (
        of(HOTLINE),
        [painted("352 27 36 56 46")],
        ["number-not-painted", "number-out-of-order"],
    ),
    "no prefix": (of(HOTLINE), [painted("27 36 56 46", size=36)], ["number-without-prefix"]),
    "a prefix far above": (
        of(HOTLINE),
        [painted("+352", y=40, size=12), painted("27 36 56 46", size=36)],
        ["number-without-prefix", "wrong-number"],
    ),
    "a prefix above another column": (
        of(HOTLINE),
        [painted("+352", x=500, y=70, size=12), painted("27 36 56 46", size=36)],
        ["number-without-prefix", "wrong-number"],
    ),
    "a prefix far before": (
        of(HOTLINE),
        [painted("+352", x=40, size=12), painted("27 36 56 46", size=36)],
        ["number-without-prefix", "wrong-number"],
    ),
    "a prefix below": (
        of(HOTLINE),
        [painted("+352", y=130, size=12), painted("27 36 56 46", size=36)],
        ["number-without-prefix", "wrong-number"],
    ),
    "words between prefix and number": (
        of(HOTLINE),
        [painted("+352", y=70, size=12), painted("words", y=80), painted("27 36 56 46", size=36)],
        ["number-without-prefix", "wrong-number"],
    ),
    "one prefix for two numbers": (
        of(HOTLINE, HOTLINE),
        [
            *(painted("+352", y=70, size=12), painted("27 36 56 46", size=36)),
            painted("27 36 56 46", y=102, size=36),
        ],
        ["number-without-prefix"],
    ),
    "a prefix alone": (of(POLICE), [painted("+352"), painted("113", y=300)], ["wrong-number"]),
    "the second digit group a line lower": (
        of(CHILDREN),
        [painted("116"), painted("000", y=112)],
        ["number-not-painted", "wrong-number", "wrong-number"],
    ),
    "a date with its digits mirrored": (
        of(DATE),
        [painted("22 November 6202")],
        ["number-not-painted", "number-out-of-order"],
    ),
    "a typed number in words": (
        document(Text("foot", (unit(words("Call 112")),))),
        [painted("Call 112")],
        ["wrong-number"],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_numbers_are_errors(case: str) -> None:
    facts, operations, expected = WRONG[case]
    findings = check_numbers(facts, placed(*operations))
    assert sorted(finding.code for finding in findings) == expected
    assert all(f.is_error and f.language == "en" and f.format == "leaflet" for f in findings)


def test_what_is_said_of_a_swapped_number() -> None:
    findings = check_numbers(of(HOTLINE), placed(painted("+352 27 63 56 46", x=72, y=144)))
    assert [str(finding) for finding in findings] == [
        "content/editions/luxembourg.yaml:70:7: error[number-not-painted]: "
        "+352 27 36 56 46 of infotraite.phone (+352 27 36 56 46) is painted nowhere\n"
        "    The file is kept back: a number on paper that is not the one of the edition does harm.",
        "content/languages/en.yaml:3:5: error[number-out-of-order]: digits are out of order: the page shows "
        "+352 27 63 56 46, infotraite.phone is +352 27 36 56 46 "
        "(page 1, 25 mm from the left, 51 mm from the top, call.unit)\n"
        "    The file is kept back: a number on paper that is not the one of the edition does harm.",
    ]


def test_the_likely_fact_is_named() -> None:
    findings = check_numbers(of(HOTLINE, POLICE), placed(painted("+352 27 36 56 45"), painted("113", y=300)))
    (wrong,) = (finding for finding in findings if finding.code == "wrong-number")
    assert "Was +352 27 36 56 46 (infotraite.phone) meant?" in wrong.help


def test_every_code_is_documented(project_root: Path) -> None:
    documented = (project_root / "brochure/docs/findings.md").read_text(encoding="utf-8")
    said = {code for _, _, expected in WRONG.values() for code in expected}
    assert len(said) == 4
    assert {code for code in said if f"`{code}`" not in documented} == set()


SIGN = SignUse(Sign("phone", (), False, HERE), unit(words("A phone")))
BLOCKS: Mapping[str, tuple[Block, int]] = {
    "heading": (Heading("s", unit(POLICE)), 1),
    "text": (Text("s", (unit(words("See "), POLICE), unit(POLICE))), 2),
    "rows": (Rows("s", (Row(unit(POLICE), SIGN), Row(unit(POLICE), SIGN))), 2),
    "box": (Box("s", unit(POLICE), (unit(POLICE),)), 2),
    "call": (Call("s", SIGN, replace(POLICE, kind=FactKind.NAME), (POLICE, POLICE), (unit(POLICE),)), 4),
    "contact": (Contact("s", SIGN, (POLICE, NAME), (unit(POLICE),)), 2),
    "tear-off": (TearOff("s", POLICE), 1),
    "endonym": (Endonym("s", POLICE), 1),
    "title": (Title("s", unit(POLICE), unit(POLICE)), 2),
    "say": (Say("s", POLICE, unit(POLICE), unit(POLICE)), 3),
    "code line": (CodeLine("s", POLICE), 1),
}


@pytest.mark.parametrize("kind", BLOCKS)
def test_facts_of_every_block_are_due(kind: str) -> None:
    block, due = BLOCKS[kind]
    lines = [painted("113", y=20.0 * n) for n in range(1, due + 1)]
    assert codes(document(block), *lines) == []
    assert codes(document(block), *lines[1:]) == ["number-not-painted"]


def test_a_number_on_another_page_needs_its_prefix_there() -> None:
    pages = placed(painted("+352", y=70, size=12), second_page=[painted("27 36 56 46", size=36)])
    assert {f.code for f in check_numbers(of(HOTLINE), pages)} == {"number-without-prefix", "wrong-number"}


def test_a_duration_needs_its_digits_only() -> None:
    assert codes(of(DAYS), painted("90 Tage")) == []
    assert codes(of(replace(DAYS, text="a day")), painted("a day")) == []


@settings(derandomize=True, max_examples=150, deadline=None)
@given(order=st.permutations(range(8)))
def test_only_the_right_order_of_places_passes(order: list[int]) -> None:
    """Whatever the order of the digits on the line: it passes if, and only if, the eye reads the fact."""
    digits = "27365646"
    fact = replace(POLICE, text=digits)
    seen = "".join(digits[order.index(place)] for place in range(8))
    assert (codes(of(fact), painted(digits, order=order)) == []) == (seen == digits)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(number=st.text("0123456789 ", min_size=1, max_size=9), shown=st.text("0123456789 ", max_size=9))
def test_a_page_passes_only_with_the_digits_of_the_fact(number: str, shown: str) -> None:
    """The digits that pass are those of the fact, in its order and its groups, once or more often."""
    fact = replace(POLICE, text=number)
    passed = codes(of(fact), painted(shown)) == []
    times = len(shown.split()) // len(number.split()) if number.split() else 0
    again = bool(shown.split()) and shown.split() == number.split() * times
    assert passed == (again or not (number.split() or shown.split()))


def tabs(count: int) -> Document:
    return document(Tabs("tabs", HOTLINE, count))


def up(text: str, x: float = 100) -> TextLine:
    """A line that runs up the page."""
    return replace(painted(text, x=x, y=500), turned=True)


def test_numbers_that_run_up_the_page_are_read_there() -> None:
    assert codes(tabs(2), up("+352 27 36 56 46"), up("+352 27 36 56 46", x=130)) == []


def test_digits_of_tabs_are_not_read_across() -> None:
    """Beside each other on the page they make another number."""
    apart = [up(text, x=100 + 4 * n) for n, text in enumerate(["+352 27 36 56 46"] * 3)]
    assert codes(tabs(3), *apart) == []


def test_one_wrong_tab_of_many_is_told_with_its_place() -> None:
    right = [up("+352 27 36 56 46", x=100 + 30 * n) for n in range(11)]
    page = placed(*right, up("+352 27 36 56 64", x=430))
    found = check_numbers(tabs(12), page)
    assert [finding.code for finding in found] == ["number-not-painted", "number-out-of-order"]
    assert "11 of 12 times" in found[0].message
    assert "page 1, 152 mm from the left, 176 mm from the top" in found[1].message


def test_a_missing_tab_is_told() -> None:
    assert codes(tabs(3), up("+352 27 36 56 46"), up("+352 27 36 56 46", x=130)) == ["number-not-painted"]


def test_a_prefix_does_not_count_for_a_number_that_runs_another_way() -> None:
    """In the corner of the page, where places of both look alike."""
    turned = replace(painted("+352", x=100, y=22), turned=True)
    assert codes(tabs(1), turned, painted("27 36 56 46", x=3, y=100)) == [
        "number-without-prefix",
        "wrong-number",
    ]


def test_a_turned_number_does_not_part_a_level_one() -> None:
    """Baselines that files round to hundredths, and between them that of the other."""
    halves = [painted("+352 27 36", x=100, y=100), painted(" 56 46", x=150, y=100.04)]
    assert codes(tabs(2), *halves, up("+352 27 36 56 46", x=100.02)) == []
