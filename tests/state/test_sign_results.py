"""Results put into the catalogue, every other letter as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.sign_catalogue import read_catalogue
from brochure.content.sign_results import Result
from brochure.model.comprehension import Trial
from brochure.state.sign_results import booked

HEAD = "# mirror: flipped. comprehension: untested, or results.\n"
DOOR = "door: {meaning: A door, author: me, licence: CC0-1.0, mirror: no, comprehension: untested}  # open\n"
GATE = "gate:\n  meaning: A gate  # wide\n  author: me\n  licence: CC0-1.0\n  mirror: no\n  comprehension: untested\n"
FIRST = Trial("2026-11-20", 'nurses "A"', 20, 90.0, 2.5)
SECOND = Trial("2026-11-21", "nurses", 3, 33.3, 0.0)
WRITTEN = r'[{date: "2026-11-20", group: "nurses \"A\"", n: 20, correct: 90, opposite: 2.5}'
SECOND_WRITTEN = ', {date: "2026-11-21", group: "nurses", n: 3, correct: 33.3, opposite: 0}]'


def result(sign: str, trial: Trial) -> Result:
    return Result(sign, trial, Span("results.csv", 2, 1))


def test_only_the_word_untested_is_replaced() -> None:
    text = HEAD + DOOR + GATE
    made = booked(text.encode(), [result("gate", FIRST)]).decode()
    assert made == HEAD + DOOR + GATE.replace("comprehension: untested", f"comprehension: {WRITTEN}]")


def test_a_later_result_stands_behind_the_first() -> None:
    once = booked((HEAD + DOOR).encode(), [result("door", FIRST)])
    both = booked((HEAD + DOOR).encode(), [result("door", FIRST), result("door", SECOND)])
    assert booked(once, [result("door", SECOND)]) == both
    assert both.decode() == (HEAD + DOOR).replace(
        "no, comprehension: untested", f"no, comprehension: {WRITTEN}{SECOND_WRITTEN}"
    )


def test_ends_of_lines_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + (HEAD + DOOR).replace("\n", "\r\n")
    made = booked(text.encode(), [result("door", FIRST)]).decode()
    assert made.replace(f"{WRITTEN}]", "untested") == text


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "pictograms").mkdir()
    made = booked(
        (DOOR + GATE).encode(), [result("door", FIRST), result("gate", SECOND), result("door", SECOND)]
    )
    (tmp_path / "pictograms" / "catalogue.yaml").write_bytes(made)
    findings = Findings()
    catalogue = read_catalogue(tmp_path, findings)
    assert findings.all == ()
    assert catalogue is not None
    assert catalogue["door"].comprehension.trials == (FIRST, SECOND)
    assert catalogue["gate"].comprehension.trials == (SECOND,)


def test_results_in_lines_of_their_own_are_not_guessed_at() -> None:
    block = GATE.replace(
        "untested", '\n    - date: "2026-11-20"\n      group: x\n      n: 1\n      correct: 1\n'
    )
    with pytest.raises(ArgumentsError, match="'gate'"):
        booked(block.encode(), [result("gate", FIRST)])
