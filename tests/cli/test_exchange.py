"""``export`` and ``import`` from arguments to the language file; what is refused, and how soon."""

from __future__ import annotations

import io
import shutil
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from brochure.cli.main import run

PROJECT = Path(__file__).parents[1] / "content" / "project"
PEOPLE = """\
people:
  amal: {name: "Amal", languages: [ar], may: [review]}
  carla: {name: "Carla", languages: [fr], may: [review]}
"""
ARABIC = Path("content/languages/ar.yaml")
RECORDS = Path("content/approvals/ar.yaml")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project; we stand there."""
    root = Path(shutil.copytree(PROJECT, tmp_path / "مشروع 1"))
    (root / "content" / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Arabic texts of the small project as they go out, by kind of file."""
    folder = tmp_path_factory.mktemp("sent")
    made = {}
    for name, words in (
        ("xlf", ["--to", "xliff"]),
        ("12.xlf", ["--to", "xliff", "--xliff", "1.2"]),
        ("po", ["--to", "po"]),
        ("xlsx", ["--to", "xlsx"]),
    ):
        file = folder / f"ar.{name}"
        assert run(["export", "ar", *words, "--out", str(file), "--root", str(PROJECT)]) == 0
        made[name] = file.read_bytes()
    return made


Edit = Callable[[bytes], bytes]


def swapped(old: str, new: str) -> Edit:
    """The file with something else in the place of all of ``old``."""

    def edit(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode())

    return edit


def in_workbook(change: Callable[[openpyxl.Workbook], None]) -> Edit:
    """The workbook as somebody saves it."""

    def edit(data: bytes) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(data))
        change(book)
        stream = io.BytesIO()
        book.save(stream)
        return stream.getvalue()

    return edit


def with_part(name: str, part: bytes) -> Edit:
    """The zip file with one more part, or another one of that name."""

    def edit(data: bytes) -> bytes:
        stream = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(data)) as old,
            zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            for each in old.namelist():
                if each != name:
                    new.writestr(each, old.read(each))
            new.writestr(name, part)
        return stream.getvalue()

    return edit


def row_of(book: openpyxl.Workbook, address: str) -> int:
    return next(row for row in range(2, 50) if book["texts"].cell(row, 1).value == address)


def put(address: str, value: str, column: int = 3) -> Edit:
    def change(book: openpyxl.Workbook) -> None:
        book["texts"].cell(row_of(book, address), column).value = value

    return in_workbook(change)


def arrive(root: Path, data: bytes, name: str, *words: str) -> int:
    file = root.parent / f"back.{name}"
    file.write_bytes(data)
    return run(["import", str(file), *words])


CHANGED: dict[str, Edit] = {
    "xlf": swapped("<target>طبيب</target>", "<target>طبيبة</target>"),
    "12.xlf": swapped(">طبيب</target>", ">طبيبة</target>"),
    "po": swapped('msgstr "طبيب"', 'msgstr "طبيبة"'),
    "xlsx": put("help.doctor", "طبيبة"),
}


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_text_is_shown_written_and_recorded(
    name: str, root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    before = ARABIC.read_bytes()
    assert arrive(root, CHANGED[name](sent[name]), name, "--yes") == 0
    said = capsys.readouterr()
    assert "help.doctor: changed\n    - طبيب\n    + طبيبة\n" in said.out
    assert (
        "ar: 1 texts written, 1 recorded as translated from the present English, 7 came back as they are"
        in said.out
    )
    assert said.err == ""
    assert ARABIC.read_bytes() == before.replace('"طبيب"'.encode(), '"طبيبة"'.encode())
    assert [
        line.split(":")[0] for line in RECORDS.read_text(encoding="utf-8").splitlines() if line[0] != "#"
    ] == ["help.doctor"]


def test_nothing_is_written_without_a_yes(
    root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ARABIC.read_bytes()
    for answer in ("", "n\n"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
        assert arrive(root, CHANGED["po"](sent["po"]), "po") == 0
        said = capsys.readouterr()
        assert "Write into content/languages/ar.yaml (1 changed)?" in said.err
        assert said.err.endswith("nothing written\n")
        assert ARABIC.read_bytes() == before
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert arrive(root, CHANGED["po"](sent["po"]), "po") == 0
    assert ARABIC.read_bytes() != before


def test_texts_that_somebody_has_read_are_reviewed(
    root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    data = CHANGED["xlsx"](sent["xlsx"])
    before = ARABIC.read_bytes()
    assert arrive(root, data, "xlsx", "--yes", "--by", "carla") == 2
    assert "carla does not answer for texts in ar" in capsys.readouterr().err
    assert ARABIC.read_bytes() == before
    assert arrive(root, data, "xlsx", "--yes", "--by", "amal") == 0
    assert 'state: reviewed, by: "amal"' in RECORDS.read_text(encoding="utf-8")


def test_a_text_that_changed_here_too_is_kept(
    root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    ARABIC.write_bytes(ARABIC.read_bytes().replace('"طبيب"'.encode(), '"طبيب عام"'.encode()))
    before = ARABIC.read_bytes()
    assert arrive(root, CHANGED["xlf"](sent["xlf"]), "xlf", "--yes") == 0
    said = capsys.readouterr()
    assert "exchange-conflict" in said.err
    assert 'Here:        "طبيب عام"\n    In the file: "طبيبة"' in said.err
    assert ARABIC.read_bytes() == before
    assert (
        arrive(root, sent["xlf"], "xlf", "--yes") == 0
    )  # what was left alone never comes back over newer text
    assert ARABIC.read_bytes() == before
    assert arrive(root, CHANGED["xlf"](sent["xlf"]), "xlf", "--yes", "--theirs") == 0
    assert ARABIC.read_bytes() == before.replace('"طبيب عام"'.encode(), '"طبيبة"'.encode())


def test_a_text_of_older_english_is_left_out(
    root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    english = Path("content/languages/en.yaml")
    english.write_text(english.read_text(encoding="utf-8").replace("A doctor", "A nurse"), encoding="utf-8")
    before = ARABIC.read_bytes()
    assert arrive(root, CHANGED["po"](sent["po"]), "po", "--yes") == 0
    said = capsys.readouterr().err
    assert "warning[exchange-english-changed]: the English of 'help.doctor' has changed" in said
    assert 'It was: "A doctor"\n    It is:  "A nurse"' in said
    assert ARABIC.read_bytes() == before


def test_a_stale_text_that_is_still_right_is_recorded(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translated", "ar"]) == 0
    english = Path("content/languages/en.yaml")
    english.write_text(english.read_text(encoding="utf-8").replace("A doctor", "A nurse"), encoding="utf-8")
    assert run(["export", "ar", "--to", "xlsx", "--only", "stale"]) == 0
    assert "texts-ar.xlsx: 1 texts: 1 stale" in capsys.readouterr().out
    data, before = Path("texts-ar.xlsx").read_bytes(), ARABIC.read_bytes()
    assert arrive(root, data, "xlsx", "--yes") == 0
    assert "nothing to write, 1 texts came back as they are" in capsys.readouterr().out
    assert arrive(root, put("help.doctor", "translated", 4)(data), "xlsx", "--yes") == 0
    assert "help.doctor: confirmed\n    = طبيب\n" in capsys.readouterr().out
    assert ARABIC.read_bytes() == before
    assert run(["export", "ar", "--to", "po", "--only", "stale"]) == 0
    assert "nothing written, there is no text to send" in capsys.readouterr().err


def test_a_file_with_a_name_too_long_is_3(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", "ar", "--to", "po", "--root", str(root), "--out", str(root / ("a" * 5000 + ".po"))]
    assert run(words) == 3
    assert "cannot be looked at: File name too long" in capsys.readouterr().err


def test_a_file_that_is_there_is_not_replaced(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "ar", "--to", "po"]) == 0
    assert run(["export", "ar", "--to", "po"]) == 0
    (root / "texts-ar.po").write_text("work", encoding="utf-8")
    capsys.readouterr()
    assert run(["export", "ar", "--to", "po"]) == 2
    assert "is there already and holds something else" in capsys.readouterr().err
    assert (root / "texts-ar.po").read_text(encoding="utf-8") == "work"


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export", "en", "--to", "po"], "en is the source"),
        (["export", "xx", "--to", "po"], "there is no language xx"),
        (["export", "ar", "--to", "po", "--xliff", "1.2"], "--xliff 1.2 goes with --to xliff"),
        (["import", "no-such-file.po"], "no-such-file.po cannot be read"),
    ],
)
def test_arguments_that_are_off(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "name"), [("po", "polib"), ("xlsx", "openpyxl")])
def test_a_missing_package_is_named(
    kind: str,
    name: str,
    root: Path,
    sent: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module in [
        each for each in sys.modules if each.split(".")[0] == name or each == f"brochure.exchange.{kind}"
    ]:
        monkeypatch.delitem(sys.modules, module)
    import brochure.exchange

    monkeypatch.delattr(brochure.exchange, kind, raising=False)
    monkeypatch.setitem(sys.modules, name, None)
    for words in (["export", "ar", "--to", kind], ["import", str(root.parent / f"back.{kind}")]):
        (root.parent / f"back.{kind}").write_bytes(sent[kind])
        assert run(words) == 3
        assert "pip install 'brochure[exchange]'" in capsys.readouterr().err


def merged(book: openpyxl.Workbook) -> None:
    book["texts"].merge_cells("C3:C4")


def many_rows(book: openpyxl.Workbook) -> None:
    for row in range(20, 10_020):
        for column in range(1, 5):
            book["texts"].cell(row, column).value = f"r{row}"


def other_column(book: openpyxl.Workbook) -> None:
    book["texts"].delete_cols(2)


def twice(book: openpyxl.Workbook) -> None:
    book["texts"].append([cell.value for cell in book["texts"][2]])


def in_sheet(old: bytes, new: bytes) -> Edit:
    """The XML of the sheet with something else in the place of ``old``."""

    def edit(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            sheet = zipped.read("xl/worksheets/sheet1.xml")
        assert old in sheet
        return with_part("xl/worksheets/sheet1.xml", sheet.replace(old, new))(data)

    return edit


def rows_without_numbers(data: bytes) -> bytes:
    """Rows that do not say which they are."""
    row = b'<row><c r="A9" t="inlineStr"><is><t>a.b</t></is></c></row>'
    return in_sheet(b"</sheetData>", 6000 * row + b"</sheetData>")(data)


ALL_CELLS = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
LINK = b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'

BOMB = b"".join(
    (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">',
        *(f'<!ENTITY {b} "{10 * f"&{a};"}">'.encode() for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        b']><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1">&i;</xliff>',
    )
)
OUTSIDE = b"""<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1">&f;</xliff>"""
CSV = "unit;English;translation\nhelp.doctor;A doctor;médecin\n".encode("cp1252")
STRANGE_PO = (
    b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Save"\nmsgstr "Speichern"\n'
)


def as_is(data: bytes) -> Edit:
    return lambda _: data


PH = '<ph id="1" dataRef="d1" equiv="{reflection_period}" disp="{reflection_period}" canDelete="no" canCopy="no"/>'

REFUSED: list[tuple[str, Edit, int, str]] = [
    (
        "xlsx",
        put("help.doctor", "=1+1"),
        1,
        "3: error[exchange-layout]: the cell C4 is a formula, not a text",
    ),
    (
        "xlsx",
        put("help.doctor", "A nurse", 2),
        1,
        "error[exchange-english-edited]: the English of 'help.doctor'",
    ),
    ("xlsx", in_workbook(merged), 1, "error[exchange-layout]: the cells C3:C4 are merged"),
    ("xlsx", in_workbook(many_rows), 1, "error[too-large]: the workbook has rows down to row 10019"),
    ("xlsx", in_sheet(b"</sheetData>", b"</sheetData>" + ALL_CELLS), 1, "the cells A1:XFD1048576 are merged"),
    ("xlsx", in_sheet(b"</sheetData>", b'<row r="1048576"/></sheetData>'), 1, "rows down to row 1048576"),
    ("xlsx", rows_without_numbers, 1, "error[too-large]: the sheet 'texts' has more than 5,000 rows"),
    ("xlsx", in_workbook(other_column), 1, "error[exchange-layout]: the first row of the sheet 'texts'"),
    (
        "xlsx",
        in_workbook(twice),
        1,
        "error[exchange-twice]: the unit 'cover.title' is in the file for the second",
    ),
    ("xlsx", with_part("xl/vbaProject.bin", b"x"), 1, "error[exchange-unsafe]: the workbook has macros"),
    (
        "xlsx",
        with_part("xl/media/a.bin", bytes(50_000_000)),
        1,
        "error[too-large]: unpacked the workbook has",
    ),
    (
        "xlsx",
        with_part("xl/sharedStrings.xml", BOMB),
        1,
        "error[exchange-unsafe]: xl/sharedStrings.xml in the",
    ),
    ("xlsx", with_part("xl/styles.xml", b"<a>"), 1, "error[exchange-damaged]: the workbook is damaged"),
    (
        "xlsx",
        lambda data: data[: len(data) // 2],
        1,
        "error[exchange-damaged]: the file is no whole workbook",
    ),
    (
        "xlsx",
        as_is(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        1,
        "an old Excel file (.xls), or it has a password",
    ),
    ("xlsx", as_is(CSV), 1, "error[exchange-unknown-kind]: the file is neither XLIFF nor PO nor a workbook"),
    ("xlsx", put("help.doctor", "اتصل 113"), 1, "error[digit-outside-fact]: the digits '113'"),
    ("po", as_is(CSV), 1, "error[exchange-unknown-kind]: the file is neither XLIFF nor PO nor a workbook"),
    ("po", as_is(b"# msgid\n" + CSV), 1, "error[wrong-encoding]: byte 0xE9 is not UTF-8"),
    ("po", as_is(b'msgid "a\nmsgstr\n'), 1, "error[exchange-damaged]: the file is not a whole PO file"),
    (
        "po",
        as_is(STRANGE_PO),
        1,
        "error[exchange-other-project]: the file does not say that brochure export made it",
    ),
    (
        "po",
        swapped("projects=luxembourg", "projects=belgium"),
        1,
        "the file is from another project, 'belgium'",
    ),
    (
        "po",
        swapped("version=1", "version=2"),
        1,
        "error[exchange-other-version]: the file was exported by another",
    ),
    ("po", swapped("language=ar", "language=xx"), 2, "the file says that it is of the language 'xx'"),
    (
        "po",
        swapped("language=ar", "language=../../etc"),
        2,
        "the file says that it is of the language '../../etc'",
    ),
    ("po", swapped("{infotraite.name}", "{infotraite.nome}"), 1, "error[exchange-english-edited]"),
    ("po", as_is(b""), 1, "error[exchange-unknown-kind]: the file is empty"),
    ("po", as_is(b"msgid\n" * 2_000_000), 1, "error[too-large]: the file has more than 8,000,000 bytes"),
    ("xlf", as_is(BOMB), 1, "error[exchange-unsafe]: the file declares a document type or entities"),
    (
        "xlf",
        as_is(BOMB.decode().encode("utf-16")),
        1,
        "error[exchange-unsafe]: the file declares a document type",
    ),
    ("xlf", as_is(OUTSIDE), 1, "error[exchange-unsafe]: the file declares a document type or entities"),
    (
        "xlf",
        swapped("xliff:document:2.0", "xliff:document:3.0"),
        1,
        "the file is XML, but no XLIFF 1.2, 2.0 or 2.1",
    ),
    ("xlf", lambda data: data[:3000], 1, "error[exchange-damaged]: the file is not whole XML"),
    ("xlf", swapped(f"{PH}،", "،"), 1, "error[missing-placeholder]: 'help.time_to_think' leaves out"),
    ("xlf", swapped(f"{PH}،", f"{PH}{PH}،"), 1, "error[added-placeholder]: 'help.time_to_think' has"),
    (
        "xlf",
        swapped(f"{PH}،", '<ph id="9"/>،'),
        1,
        "error[unknown-placeholder]: there is no fact called 'code-9'",
    ),
    ("xlf", swapped(f"{PH}،", "{reflection_period،"), 1, "error[broken-placeholder]: the brace '{'"),
    ("xlf", swapped("<target>طبيب<", "<target>طبيب\u202e<"), 1, "error[direction-control]: an invisible"),
    (
        "xlf",
        swapped("<target>طبيب<", '<target>طبيب<cp hex="D800"/><'),
        1,
        "error[lost-letter]: a letter was lost",
    ),
    (
        "xlf",
        swapped("<target>طبيب<", f"<target>{4001 * 'ب'}<"),
        1,
        "error[too-large]: the text of 'help.doctor'",
    ),
    ("12.xlf", swapped(' tool-id="brochure"', ""), 1, "error[exchange-other-project]: the file does not say"),
]


@pytest.mark.parametrize(
    ("name", "edit", "code", "said"), REFUSED, ids=[f"{row[0]}-{row[3][:40]}" for row in REFUSED]
)
def test_what_is_not_as_it_was_sent_is_refused(
    name: str,
    edit: Edit,
    code: int,
    said: str,
    root: Path,
    sent: dict[str, bytes],
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    data = edit(sent[name])
    began = time.monotonic()
    assert arrive(root, data, name, "--yes") == code
    assert time.monotonic() - began < 10
    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
    assert not RECORDS.exists()


def test_a_link_over_all_cells_takes_no_time(root: Path, sent: dict[str, bytes]) -> None:
    began = time.monotonic()
    assert (
        arrive(
            root,
            in_sheet(b"<pageMargins", LINK + b"<pageMargins")(CHANGED["xlsx"](sent["xlsx"])),
            "xlsx",
            "--yes",
        )
        == 0
    )
    assert time.monotonic() - began < 10


def test_a_refused_unit_can_be_left_out(
    root: Path, sent: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    data = CHANGED["xlf"](swapped(f"{PH}،", "،")(sent["xlf"]))
    assert arrive(root, data, "xlf", "--yes") == 1
    assert arrive(root, data, "xlf", "--yes", "--leave-out", "no.such") == 2
    assert arrive(root, data, "xlf", "--yes", "--leave-out", "help.time_to_think") == 0
    assert "ar: 1 texts written" in capsys.readouterr().out
