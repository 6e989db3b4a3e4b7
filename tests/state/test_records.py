import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from state.deliveries import OVERFLOW

from brochure.base.diagnostics import Severity
from brochure.base.spans import Span
from brochure.state.expiry import Expiry
from brochure.state.hashes import sha256_of
from brochure.state.records import Lying, Record, read_records, write_records
from brochure.state.type_sizes import TypeSize

WARNING = replace(OVERFLOW, severity=Severity.WARNING, help="Eine Zeile.\nسطر", message="ج")
DATA = b"%PDF"
PICTURE = b"PNG"
TIME = 1_700_000_000_123_456_789
RECORD = Record(
    content="c1",
    file=Lying("screen/leaflet-ar.pdf", len(DATA), TIME, sha256_of(DATA)),
    pages=2,
    findings=(OVERFLOW, WARNING),
    expiries=(Expiry("infotraite", "2027-05-22", Span("content/editions/x.yaml", 7, 3), ("help.doctor",)),),
    reasons=("3 texts not approved",),
    sizes=(TypeSize("row", 11.0, 11.5, 9.5),),
    pictures=(Lying("screen/leaflet-ar-1.png", len(PICTURE), TIME, sha256_of(PICTURE)),),
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    records = {"screen/leaflet-ar.pdf": RECORD}
    write_records(tmp_path / "r.json", records)
    assert read_records(tmp_path / "r.json") == records


def test_findings_keep_their_types(tmp_path: Path) -> None:
    write_records(tmp_path / "r.json", {"x": RECORD})
    finding = read_records(tmp_path / "r.json")["x"].findings[1]
    assert str(finding) == str(WARNING)
    assert not finding.is_error


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"[]",
        b'{"records": 0, "outputs": {}}',
        b'{"records": 2, "outputs": {"x": {}}}',
        b'{"records": 2, "outputs": {"x": 1}}',
        b"[" * 100_000,
    ],
)
def test_records_that_are_not_ours_are_none(stored: bytes, tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(stored)
    assert read_records(tmp_path / "r.json") == {}
    assert read_records(tmp_path / "none") == {}


def test_an_unknown_field_is_not_ours(tmp_path: Path) -> None:
    write_records(tmp_path / "r.json", {"x": RECORD})
    stored = json.loads((tmp_path / "r.json").read_bytes())
    stored["outputs"]["x"]["more"] = 1
    (tmp_path / "r.json").write_text(json.dumps(stored))
    assert read_records(tmp_path / "r.json") == {}


def test_a_name_that_is_no_text_costs_the_records_alone(tmp_path: Path) -> None:
    odd = replace(RECORD, findings=(replace(OVERFLOW, span=Span("content/languages/\udcff.yaml")),))
    write_records(tmp_path / "r.json", {"x": odd, "y": RECORD})
    assert read_records(tmp_path / "r.json") == {}


def put(folder: Path, data: bytes, time: int) -> None:
    path = folder / RECORD.place
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    os.utime(path, ns=(time, time))
    (folder / "screen/leaflet-ar-1.png").write_bytes(PICTURE)


@pytest.mark.parametrize(
    ("data", "time", "lies"),
    [
        (DATA, TIME, True),
        (DATA, TIME + 1, True),  # copied elsewhere: the same bytes
        (b"%PdF", TIME + 1, False),
        (b"%PDF more", TIME, False),
    ],
)
def test_whether_the_file_still_lies_there(data: bytes, time: int, lies: bool, tmp_path: Path) -> None:
    put(tmp_path, data, time)
    assert RECORD.still_lies_in(tmp_path) is lies


def test_no_file() -> None:
    assert not RECORD.still_lies_in(Path("/nowhere"))
    assert replace(RECORD, file=None, pictures=()).still_lies_in(Path("/nowhere"))


def test_a_picture_belongs_to_its_file(tmp_path: Path) -> None:
    put(tmp_path, DATA, TIME)
    (tmp_path / "screen/leaflet-ar-1.png").write_bytes(b"PnG")
    assert not RECORD.still_lies_in(tmp_path)
