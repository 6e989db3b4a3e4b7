"""The workbook: every text a string, only two columns open, the same in LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from exchange.samples import made_up, parcel_of, read_back

from brochure.exchange.parcel import Standing
from brochure.exchange.xlsx import COLUMNS, write_xlsx

ROOT = Path(__file__).parents[2]
ODD = (
    ("=1+1", "=SUM(A1)"),
    ("+352", "-1"),
    ("'a", "@b"),
    ("a\u00a0b", "1.10"),
    ("12:30", "TRUE"),
    ("1e5", "\u200fx"),
)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_every_cell_is_a_string() -> None:
    sheet = opened(write_xlsx(made_up(*ODD)))["texts"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s"}
    assert {cell.number_format for row in sheet.iter_rows() for cell in row} == {"@"}


def test_only_translation_and_state_are_open() -> None:
    sheet = opened(write_xlsx(made_up(("A", "B"), ("C {d}", ""))))["texts"]
    assert sheet.protection.sheet
    open_columns = {
        cell.column for row in sheet.iter_rows(min_row=2) for cell in row if not cell.protection.locked
    }
    assert open_columns == {3, 4}
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert sheet["E3"].value == "{d}"
    assert sheet["J2"].hyperlink.target == "ar-pictures/leaflet-cover.png"
    assert sheet["C2"].alignment.readingOrder == 2
    assert [sheet.column_dimensions[letter].hidden for letter in "JKL"] == [False, True, True]


@pytest.mark.parametrize("standing", Standing)
def test_a_state_comes_back(standing: Standing, tmp_path: Path) -> None:
    data = write_xlsx(made_up(("A doctor", "" if standing is Standing.NEW else "طبيب"), standing=standing))
    (item,) = read_back(data, tmp_path).items
    assert item.standing is standing


def test_empty_rows_below_do_not_count(tmp_path: Path) -> None:
    book = opened(write_xlsx(made_up(("A", "B"))))
    book["texts"].cell(4_000, 3).number_format = "@"
    stream = io.BytesIO()
    book.save(stream)
    assert len(read_back(stream.getvalue(), tmp_path).items) == 1


def has_calc() -> bool:
    return any(Path("/usr/lib/libreoffice/program").glob("libsclo.so"))


@pytest.mark.skipif(
    shutil.which("soffice") is None or not has_calc(), reason="LibreOffice Calc is not installed"
)
def test_libreoffice_saves_it_as_it_was(tmp_path: Path) -> None:
    arabic = parcel_of(ROOT, "ar")
    for name, parcel in (("odd", made_up(*ODD)), ("ar", arabic)):
        (tmp_path / f"{name}.xlsx").write_bytes(write_xlsx(parcel))
    where = ["--outdir", str(tmp_path / "saved"), *(str(tmp_path / f"{name}.xlsx") for name in ("odd", "ar"))]
    own = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", own, "--headless", "--convert-to", "xlsx", *where],
        capture_output=True,
        check=True,
        timeout=120,
    )
    odd = read_back((tmp_path / "saved" / "odd.xlsx").read_bytes(), tmp_path)
    assert [(item.english, item.text) for item in odd.items] == list(ODD)
    back = read_back((tmp_path / "saved" / "ar.xlsx").read_bytes(), tmp_path)
    assert [(item.address, item.english, item.text) for item in back.items] == [
        (item.address, item.english, item.text) for item in arabic.items
    ]
    assert back.origin == arabic.origin
