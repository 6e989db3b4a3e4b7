"""Units and the kinds of facts."""

import pytest

from brochure.base.spans import Span
from brochure.model.unit import Fact, FactKind, Unit, Words

HERE = Span("content/languages/en.yaml", 1, 1)
PHONE = Fact("police.phone", FactKind.SHORT_CODE, "113", HERE)


def test_a_unit_reads_as_its_pieces() -> None:
    unit = Unit("call.police", (Words("Call ", HERE), PHONE, Words(".", HERE)), HERE)
    assert unit.text == "Call 113."
    assert unit.facts == (PHONE,)


KINDS = [
    # kind, isolated left-to-right, on a line of its own
    (FactKind.PHONE, True, True),
    (FactKind.SHORT_CODE, True, False),
    (FactKind.ADDRESS, True, True),
    (FactKind.WEB, True, True),
    (FactKind.PHRASE, True, True),
    (FactKind.NAME, True, False),
    (FactKind.CODE, True, False),
    (FactKind.DURATION, False, False),
    (FactKind.DATE, False, False),
    (FactKind.HOURS, False, False),
    (FactKind.ENDONYM, False, False),
]


@pytest.mark.parametrize(("kind", "left_to_right", "own_line"), KINDS)
def test_what_a_kind_decides(kind: FactKind, left_to_right: bool, own_line: bool) -> None:
    assert kind.is_left_to_right is left_to_right
    assert kind.needs_own_line is own_line


def test_every_kind_is_decided() -> None:
    assert [kind for kind, _, _ in KINDS] == list(FactKind)
