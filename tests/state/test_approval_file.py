import unicodedata
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.spans import Span
from brochure.content.approvals import FOLDER, read_approvals
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.source import decode
from brochure.model.approval import LEVELS, Approval, Level
from brochure.state.approval_file import written
from brochure.state.whole_file import write_whole

HERE = Span("x.yaml", 1, 1)
HASH = "0123456789abcdef"


def record(address: str, level: Level = "approved", by: str = "amal") -> Approval:
    signed = level != "translated"
    return Approval(
        address, HASH, HASH[::-1], level, by if signed else "", date(2026, 11, 22) if signed else None, HERE, HERE
    )  # fmt: skip


def test_one_line_a_unit_by_address() -> None:
    text = written("ar", [record("help.doctor"), record("alt.e-mail-web", "translated")]).decode()
    first, second, *rest = text.splitlines()
    assert [line for line in rest if line[:1] != "#"] == [
        'alt.e-mail-web: {source: "0123456789abcdef", text: "fedcba9876543210", state: translated}',
        'help.doctor: {source: "0123456789abcdef", text: "fedcba9876543210", '
        'state: approved, by: "amal", on: "2026-11-22"}',
    ]  # fmt: skip
    assert first == "# yaml-language-server: $schema=../schemas/approvals.json"
    assert second == (
        "# Who has read which text of ar. Written by brochure approve and brochure translated; nobody edits it by hand."
    )


NAMES = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp")), min_size=1).map(
    lambda name: unicodedata.normalize("NFC", "".join(name.split())) or "x"
)


@settings(derandomize=True, max_examples=200)
@given(st.dictionaries(NAMES, st.sampled_from(LEVELS), min_size=1))
def test_any_name_of_a_unit_comes_back(units: dict[str, Level]) -> None:
    findings = Findings()
    source = decode(written("ar", [record(name, level) for name, level in units.items()]), "x.yaml", findings)
    tree = compose(source, findings) if source else None
    assert findings.all == ()
    assert tree is not None
    assert sorted(entry.key.text for entry in tree.entries) == sorted(units)


def test_a_file_that_is_written_is_read_again(tmp_path: Path) -> None:
    records = [record("a.b"), record("no", "reviewed"), record("112", "translated"), record('"{x}:"')]
    write_whole(tmp_path / FOLDER / "ar.yaml", written("ar", records))
    findings = Findings()
    read = read_approvals(tmp_path, "ar", findings)
    assert findings.all == ()
    assert read is not None
    assert written("ar", read.values()) == written("ar", records)
