"""Units and facts of a document, however often they are asked for."""

from __future__ import annotations

from brochure.base.spans import Span
from brochure.model import parts as rooms
from brochure.model.document import Cell, Cells, CodeLine, Heading, Number, Panel, Text
from brochure.model.language import Language
from brochure.model.parts import parts, voiced
from brochure.model.unit import Fact, FactKind, Unit, Words

SPAN = Span("content/languages/en.yaml", 1, 1)


def language(tag: str) -> Language:
    return Language(tag, "Latn", "ltr", tag, tag)


def fact(name: str) -> Fact:
    return Fact(name, FactKind.PHONE, "+352 1", SPAN)


def unit(address: str, *facts: Fact) -> Unit:
    return Unit(address, (Words("Call", SPAN), *facts), SPAN)


NUMBER = Number("number", fact("b.phone"), None)
PANEL = Panel(
    "front",
    (
        Heading("heading", unit("a", fact("a.phone"))),
        NUMBER,
        Cells("cells", (Cell(language("fr"), None, (unit("c"),), (), None),)),
        CodeLine("code", fact("code")),
        Text("text", (unit("d"),)),
    ),
)
NAMES = ["a", "a.phone", "b.phone", "c", "code", "d"]


def names(said: object, *leave_out: type) -> list[str]:
    return [each.address if isinstance(each, Unit) else each.reference for each in parts(said, leave_out)]


def test_parts_stand_in_reading_order_whoever_asked_before() -> None:
    for _ in range(2):
        assert names(PANEL, CodeLine) == [name for name in NAMES if name != "code"]
        assert names((unit("title"), (PANEL,))) == ["title", *NAMES]
        assert names(NUMBER) == ["b.phone"]


def test_cells_speak_in_their_own_voice() -> None:
    for voice in ("de", "el"):
        assert [each.tag for each, _ in voiced(PANEL, language(voice))] == [voice] * 3 + ["fr"] + [voice] * 2


def test_more_blocks_than_are_remembered_are_all_told() -> None:
    for number in range(2 * rooms._MOST):
        # Each is gone before the next one comes, which may well get its place in memory.
        assert names(Number("number", fact(f"{number}"), None)) == [f"{number}"]
        assert len(rooms._met) <= rooms._MOST
