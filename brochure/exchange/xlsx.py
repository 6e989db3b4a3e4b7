"""A workbook (ISO/IEC 29500) for translators who have a spreadsheet and nothing else.

One sheet with a row for each unit, of which only the translation and its state can be changed, and one that says where
the file is from. Every text is a string, never a formula, whatever sign it begins with (CSV injection, OWASP).
"""

from __future__ import annotations

import datetime
import io
import math
import re
import warnings
import zipfile
from collections.abc import Iterator

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.exchange.inline import facts_in
from brochure.exchange.parcel import Item, Origin, Parcel, Returned, ReturnedItem, Standing, mark
from brochure.exchange.strangers import tell_stranger
from brochure.exchange.zipped import MOST_ROWS, judge_zip

TEXTS, ABOUT = "texts", "about"
COLUMNS = (
    *("unit", "English", "translation", "state", "facts to keep", "room", "width", "what it means", "where"),
    *("picture", "mark of English", "mark of text"),
)
"""The first row. The last two are hidden."""

_WIDTHS = (24, 48, 60, 12, 22, 24, 18, 48, 30, 24, 18, 18)
_ADDRESS, _ENGLISH, _TRANSLATION, _STATE = 0, 1, 2, 3
_ENGLISH_MARK, _TEXT_MARK = 10, 11
_READ = (_ADDRESS, _ENGLISH, _TRANSLATION, _STATE, _ENGLISH_MARK, _TEXT_MARK)
_KEYS = ("project", "version", "English", "language")
_LINE = 15.0
"""pt of a row for each line of text."""

_MOST_TOLD = 20
_DAY = datetime.datetime(1980, 1, 1)
"""Of the file and of all in it: no clock decides bytes (1980 is where zip's calendar begins)."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_HOW = """\
Write into the column "translation" and nowhere else; the other columns are locked.
Names in braces, such as {infotraite.phone}, are facts that the program puts there: keep each of them, add none.
Type no digits: every number is a fact in braces.
State: where it says "stale", the English has changed. When the text is right again, write "translated" there.
Room: a longer text may not fit on the paper. Width: of the narrowest place where it is printed.
Send the file back as .xlsx. Delete no row, merge no cells, use no formula."""


def write_xlsx(parcel: Parcel) -> bytes:
    """The workbook. Same parcel, same bytes with the same openpyxl."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = TEXTS
    _head(sheet)
    for row, item in enumerate(parcel.items, 2):
        _row(sheet, row, item, rtl=parcel.direction == "rtl")
    states = DataValidation("list", formula1=f'"{",".join(Standing)}"', allow_blank=True)
    sheet.add_data_validation(states)
    states.add(f"D2:D{len(parcel.items) + 1}")
    sheet.protection.enable()
    sheet.protection.formatColumns = sheet.protection.formatRows = sheet.protection.formatCells = False
    _about(book.create_sheet(ABOUT), parcel.origin)
    book.properties.creator = book.properties.lastModifiedBy = ""
    book.properties.title = f"{' '.join(parcel.origin.projects)} {parcel.origin.language}"
    book.properties.created = book.properties.modified = _DAY
    stream = io.BytesIO()
    book.save(stream)
    return _without_clock(stream.getvalue())


def _without_clock(data: bytes) -> bytes:
    """The same parts, each of the same day; openpyxl writes the hour into the properties as it saves."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as made,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept,
    ):
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = re.sub(
                    rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + f"{_DAY.isoformat()}Z".encode(), part
                )
            kept.writestr(zipfile.ZipInfo(name, _DAY.timetuple()[:6]), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _head(sheet: Worksheet) -> None:
    for number, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True), 1):
        cell = sheet.cell(1, number)
        _put(cell, name)
        cell.font = Font(bold=True)
        letter = cell.column_letter
        sheet.column_dimensions[letter].width = width
        sheet.column_dimensions[letter].hidden = number - 1 in (_ENGLISH_MARK, _TEXT_MARK)
    sheet.freeze_panes = "C2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _row(sheet: Worksheet, row: int, item: Item, *, rtl: bool) -> None:
    told = dict(item.said)
    values = (
        *(item.address, item.english, item.text, item.standing.value),
        " ".join(f"{{{name}}}" for name in facts_in(item.english)),
        *(told.get("room", ""), told.get("measure", ""), told.get("note", ""), told.get("where", "")),
        *("", mark(item.english), mark(item.text)),
    )
    for number, value in enumerate(values):
        cell = sheet.cell(row, number + 1)
        _put(cell, value)
        is_theirs = number in (_TRANSLATION, _STATE)
        reading_order = 2 if rtl and number == _TRANSLATION else 1
        cell.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=reading_order)
        cell.protection = Protection(locked=not is_theirs)
        if is_theirs:
            cell.fill = PatternFill("solid", fgColor="FFFBE6")
    # LibreOffice gives no row more height by itself than one line when it opens a workbook.
    lines = max(math.ceil(len(value) / width) for value, width in zip(values, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = _LINE * (lines + (lines > 1))
    for picture in item.pictures[:1]:
        cell = sheet.cell(row, COLUMNS.index("picture") + 1)
        _put(cell, picture)
        cell.hyperlink = picture


def _put(cell: Cell, text: str) -> None:
    """A string that stays one: also where it begins with =, looks like a number or like one of Excel's escapes."""
    cell.value = _ESCAPE.sub(r"_x005F_x\1_", text) or None
    if text:
        cell.data_type = "s"
    cell.number_format = "@"


def _about(sheet: Worksheet, origin: Origin) -> None:
    values = (" ".join(origin.projects), origin.version, origin.english, origin.language)
    for row, (key, value) in enumerate(zip(_KEYS, values, strict=True), 1):
        _put(sheet.cell(row, 1), key)
        _put(sheet.cell(row, 2), value)
    for row, line in enumerate(_HOW.splitlines(), len(_KEYS) + 2):
        _put(sheet.cell(row, 1), line)
    sheet.column_dimensions["A"].width = 16
    sheet.protection.enable()


def read_xlsx(data: bytes, file: str, findings: Findings) -> Returned | None:
    """What came back; None where a finding says why there is nothing to read."""
    if not judge_zip(data, file, findings):
        return None
    try:
        grids = _grids(data)
    except Exception:
        # openpyxl lets through whatever its parts raise at a workbook that is not as the standard says.
        findings.error(
            "exchange-damaged",
            "the workbook is damaged and cannot be read",
            Span(file),
            "Open it in Excel or LibreOffice, save it as .xlsx, and try again.",
        )
        return None
    about = {_text(row[0]): _text(row[1]) for row in grids.get(ABOUT, ())}
    projects, version, english, language = (about.get(key, "") for key in _KEYS)
    if TEXTS not in grids or not projects:
        tell_stranger(file, findings)
        return None
    origin = Origin(tuple(projects.split()), version, english, language)
    rows = _rows(grids[TEXTS], file, findings)
    return (
        None if rows is None else Returned(origin, tuple(_read_row(row, cells, file) for row, cells in rows))
    )


Cells = tuple[Cell, ...]


def _grids(data: bytes) -> dict[str, list[Cells]]:
    """The cells of our two sheets, row by row, at most one row more than is allowed.

    Read as a stream: opened in full, openpyxl makes a cell for each place of a merged range or a link, and a range can
    have 17,000,000,000. Raises whatever openpyxl raises.
    """
    most = {TEXTS: (MOST_ROWS + 2, len(COLUMNS)), ABOUT: (len(_KEYS), 2)}
    with warnings.catch_warnings():
        # Of what Excel knows and openpyxl does not, such as its own kinds of validation: no cell is lost for it.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        return {
            name: list(book[name].iter_rows(min_row=1, max_row=rows, min_col=1, max_col=columns))
            for name, (rows, columns) in most.items()
            if name in book.sheetnames
        }


def _rows(grid: list[Cells], file: str, findings: Findings) -> list[tuple[int, Cells]] | None:
    """Rows that hold something, with their numbers, without the first; None where a finding says why they cannot be
    trusted.
    """
    if tuple(_text(cell) for cell in next(iter(grid), ())) != COLUMNS:
        findings.error(
            "exchange-layout",
            f"the first row of the sheet '{TEXTS}' is not as it was sent: columns were moved, renamed or deleted",
            Span(file, 1, 1),
            f"They are: {', '.join(COLUMNS)}. Copy the translations into the file as it was sent.",
        )
        return None
    rows = [
        (number, cells)
        for number, cells in enumerate(grid[1:], 2)
        if any(cell.value is not None for cell in cells)
    ]
    if len(rows) > MOST_ROWS:
        findings.error(
            "too-large",
            f"the sheet '{TEXTS}' has more than {MOST_ROWS:,} rows; the texts of a language are some hundred",
            Span(file, MOST_ROWS + 2, 1),
            "Was another table pasted into it?",
        )
        return None
    faults = [fault for number, cells in rows for fault in _faults(number, cells)]
    for span, message, help_ in faults[:_MOST_TOLD]:
        findings.error("exchange-layout", message, Span(file, *span), help_)
    return None if faults else rows


def _faults(row: int, cells: Cells) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Place, message and help of what makes a cell say something else than is seen."""
    for number in _READ:
        cell, name = cells[number], f"{get_column_letter(number + 1)}{row}"
        if cell.data_type == "f":
            yield (
                (row, number + 1),
                f"the cell {name} is a formula, not a text",
                "Type the words. If they begin with =, put a ' before it.",
            )
        elif cell.data_type == "e":
            yield (
                (row, number + 1),
                f"the cell {name} holds an error of the spreadsheet, {cell.value}",
                "Type the words.",
            )


def _text(cell: Cell) -> str:
    """The words of a cell; a number or a date that a spreadsheet made of them as it prints in Python, to be judged."""
    if cell.value is None:
        return ""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), str(cell.value))


def _read_row(row: int, cells: Cells, file: str) -> ReturnedItem:
    state = _text(cells[_STATE]).strip().lower()
    return ReturnedItem(
        address=_text(cells[_ADDRESS]).strip(),
        english=_text(cells[_ENGLISH]),
        text=_text(cells[_TRANSLATION]),
        standing=next((each for each in Standing if each == state), Standing.NEW),
        english_mark=_text(cells[_ENGLISH_MARK]),
        text_mark=_text(cells[_TEXT_MARK]),
        span=Span(file, row, _TRANSLATION + 1),
    )
