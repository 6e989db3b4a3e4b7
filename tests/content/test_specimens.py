"""``fonts/specimens.yaml``: the real one is whole, and what is wrong in one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.content.specimens import EUROPEAN, read_specimens
from brochure.content.theme import read_theme
from brochure.model.specimen import Specimens
from brochure.model.unit import Fact, FactKind

WRITTEN = """\
checked: "2026-11-22"
facts:
  phone: {e164: "+33199001234", printed: "+33 1 99 00 12 34"}
  code: "000"
  name: {language: fr, text: "AIDE"}
scripts:
  Arab:
    language: ar
    sentence: "يولد جميع الناس أحرارًا."
    digits: "٠١٢"
    marks: "حُبٍّ"
    brackets: "(الآن)"
    mixed: "اسأل {name} أو {code}."
    long_word: "والاقتصادية"
    also:
      fa: "تمام افراد بشر."
"""


def read(root: Path, written: str) -> tuple[Specimens | None, Findings]:
    (root / "fonts").mkdir()
    (root / "fonts" / "specimens.yaml").write_text(written, encoding="utf-8")
    findings = Findings()
    return read_specimens(root, {"Arab", "Latn"}, {"ur": "Aran"}, findings), findings


def test_every_script_that_has_a_font_has_a_specimen(project_root: Path) -> None:
    findings = Findings()
    fonts, look = read_fonts(project_root, findings), read_theme(project_root, findings)
    assert fonts is not None
    assert look is not None
    specimens = read_specimens(project_root, fonts.scripts, look.writing, findings)
    assert findings.all == ()
    assert specimens is not None
    assert set(specimens.by_script) == set(fonts.scripts)
    assert set(specimens.by_script) <= set(look.theme.scripts)


def test_a_specimen_is_read(tmp_path: Path) -> None:
    specimens, findings = read(tmp_path, WRITTEN)
    assert findings.all == ()
    assert specimens is not None
    assert specimens.checked == "2026-11-22"
    specimen = specimens.by_script["Arab"]
    assert (specimen.language.tag, specimen.language.direction) == ("ar", "rtl")
    assert specimen.mixed.text == "اسأل AIDE أو 000."
    assert [fact.kind for fact in specimen.mixed.facts] == [FactKind.NAME, FactKind.SHORT_CODE]
    assert (specimen.number.kind, specimen.number.text) == (FactKind.PHONE, "+33 1 99 00 12 34")
    assert specimen.number.uri == ""  # nobody shall call an invented number with a touch
    assert [each.language.tag for each in specimen.also] == ["fa"]


def test_the_digits_of_a_script_stand_before_the_european_ones(tmp_path: Path) -> None:
    specimens, _ = read(tmp_path, WRITTEN)
    assert specimens is not None
    own, european = specimens.by_script["Arab"].digits.pieces
    assert own.text.strip() == "٠١٢"
    assert isinstance(european, Fact)
    assert european.text == EUROPEAN


def test_a_script_without_digits_shows_the_european_ones_alone(tmp_path: Path) -> None:
    specimens, findings = read(tmp_path, WRITTEN.replace('    digits: "٠١٢"\n', ""))
    assert findings.all == ()
    assert specimens is not None
    assert specimens.by_script["Arab"].digits.text == EUROPEAN


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("language: ar\n", "language: ur\n", "unknown-value", 8),
        ("language: ar\n", "language: xx-Nope\n", "unknown-language", 8),
        ("  Arab:\n", "  Syrc:\n", "no-font", 7),
        ("{code}.", "{number}.", "unknown-placeholder", 13),
        ("      fa: ", "      he: ", "unknown-value", 16),
        ('    marks: "حُبٍّ"\n', "", "missing-key", 7),
        ("+33 1 99 00 12 34", "+33 1 99 00 12 35", "wrong-phone", 3),
        ('  code: "000"\n', "", "missing-key", 2),
        ('checked: "2026-11-22"\n', "", "missing-key", 1),
        ("scripts:\n", "script:\n", "unknown-key", 6),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    old: str, new: str, code: str, line: int, tmp_path: Path
) -> None:
    assert old in WRITTEN
    _, findings = read(tmp_path, WRITTEN.replace(old, new, 1))
    assert (code, line) in [(finding.code, finding.span.line) for finding in findings.all]


def test_a_specimen_that_cannot_be_set_is_left_out(tmp_path: Path) -> None:
    specimens, _ = read(tmp_path, WRITTEN.replace("language: ar\n", "language: ur\n"))
    assert specimens is not None
    assert dict(specimens.by_script) == {}


def test_a_project_without_specimens_is_told_so(tmp_path: Path) -> None:
    findings = Findings()
    assert read_specimens(tmp_path, {"Latn"}, {}, findings) is None
    assert [finding.code for finding in findings.all] == ["missing-file"]
