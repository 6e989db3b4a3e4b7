"""Texts set into lines, finished, and read back: which of them came back whole."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from finish.by_hand import BLACK, ROOT
from finish.conftest import profile
from finish.readers import READERS
from text.declared import read_fonts

from brochure.base.spans import Span
from brochure.content.facts import DAY_AND_NIGHT, Facts, known_references
from brochure.content.findings import Findings
from brochure.content.languages import read_language
from brochure.content.project import Project, read_document, read_project
from brochure.content.wording import Units
from brochure.finish.pdf import Target, write_pdf
from brochure.layout.operations import Node, PlacedDocument, PlacedPage, Role, TextLine
from brochure.model.fonts import Weight
from brochure.model.language import Language
from brochure.model.unit import Fact, Piece, Words
from brochure.text.lines import Line
from brochure.text.typesetter import Typesetter

SIZE, MEASURE, MARGIN, ROWS = 11.0, 241.0, 30.0, 60
NOWHERE = Span("tests", 1, 1)
UDHR = ROOT / "tests/text/udhr"

HARD = {
    "ar": (
        "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ،",
        "وَقَدْ وُهِبُوا عَقْلًا وَضَمِيرًا",
        "وَعَلَيْهِمْ أَنْ يُعَامِلَ بَعْضُهُمْ بَعْضًا بِرُوحِ الْإِخَاءِ. إنَّ ذٰلِكَ يُغَيِّرُ كُلَّ شَيْءٍ",
        "من: (هو)؟ ثم نعود",
        "(هو)",
        "ثم نعود إلى «البيت» الكبير",
        "نعود [هو] (هي)",
        "اتصل بـ INFOTRAITE (مجاني)",
        "اتصل على 113 أو 112 الآن",
        "يوم 90 (تسعون)",
        "الناشر: Association sans but lucratif",
        "N. N. هو الناشر (A B C)",
    ),
    "fa": (
        "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
        "کسی نمی‌تواند شما را مجبور کند؛ خانه‌ها و شماره‌ها",
    ),
    "ur": ("ساتھ ہی پناہ (اسائلم) بھی مانگی جا سکتی ہے۔", "آج «امن» کا دن ہے؛ ۲۴ گھنٹے، 113 پر"),
}
"""By language, what the units have little of: vowel marks, brackets, ZWNJ, Latin words among the others."""


@dataclass(frozen=True)
class Text:
    """``name``: of the text, in the ledger of exceptions too."""

    name: str
    pieces: tuple[Piece, ...]
    language: Language
    weight: Weight = "regular"

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Fact))


@cache
def project() -> Project:
    return read_project(ROOT, "luxembourg")


@cache
def _typesetter() -> Typesetter:
    theme = project().theme
    assert theme is not None
    return Typesetter(read_fonts(), theme.scripts)


def languages() -> list[str]:
    """All that there are words in."""
    return sorted(path.stem for path in (ROOT / "content/languages").glob("*.yaml"))


def units(tag: str) -> list[Text]:
    """Every unit of a language file in both weights, with the edition's own facts; each fact alone among them."""
    reading = read_document(project(), tag, "leaflet")
    edition, english = project().edition, project().words
    assert reading.words is not None
    assert reading.document is not None
    assert edition is not None
    assert english is not None
    language, unheard = reading.document.language, Findings(tag)
    texts: list[tuple[str, tuple[Piece, ...]]] = []
    always = reading.words.get(DAY_AND_NIGHT)
    facts = Facts(edition, language, "leaflet", "".join(p.text for p in always.pieces) if always else "")
    made = Units(tag, reading.words, english, edition, facts, unheard)
    texts += [(address, made.unit(address).pieces) for address, wording in reading.words.items() if wording]
    single = [(f"{{{name}}}", facts.fact(name, NOWHERE, unheard)) for name in known_references(edition)]
    spread = [(name, (fact,)) for name, fact in single if fact is not None]
    every = max(1, len(texts) // len(spread))
    for place, text in reversed(list(enumerate(spread))):
        texts.insert(every * place, text)
    weights: tuple[Weight, ...] = ("regular", "bold")
    return [Text(name, pieces, language, weight) for weight in weights for name, pieces in texts]


def _language(tag: str) -> Language | None:
    return read_language(tag, project().writing, "fr", {}, {})


def declarations() -> Iterator[Text]:
    """Paragraphs that nobody here wrote, in every language whose script has a font here."""
    for path in sorted(UDHR.glob("*.txt")):
        language = _language(path.stem)
        if language is not None and language.script in read_fonts().scripts:
            for number, pieces in enumerate(declaration(path.stem), start=1):
                yield Text(f"{path.stem} {number}", pieces, language)


def hard() -> Iterator[Text]:
    for tag, texts in HARD.items():
        language = _language(tag)
        assert language is not None
        for number, text in enumerate(texts, start=1):
            yield Text(f"{tag} {number}", (Words(unicodedata.normalize("NFC", text), NOWHERE),), language)


def declaration(tag: str) -> list[tuple[Piece, ...]]:
    lines = (UDHR / f"{tag}.txt").read_text("utf-8").splitlines()
    return [(Words(line, NOWHERE),) for line in lines if line]


Row = tuple[int, float, Line]
"""Number of the text, the rows above it, the line."""


@dataclass(frozen=True)
class Column:
    """Lines of several texts below each other, in one language."""

    language: Language
    rows: tuple[Row, ...]
    height: float


def set_columns(texts: Sequence[Text], rows: int = ROWS) -> tuple[list[Column], list[tuple[Line, ...]]]:
    """The columns, and the lines of each text: a column of the leaflet wide, as many texts as ``rows`` rows hold."""
    columns: list[Column] = []
    lines = [
        _typesetter().set_lines(_typesetter().prepare(text.pieces, text.language, text.weight), SIZE, MEASURE)
        for text in texts
    ]
    open_rows: list[Row] = []
    height = 0.0
    for number, (text, own) in enumerate(zip(texts, lines, strict=True)):
        another = number > 0 and text.language != texts[number - 1].language
        if open_rows and (another or height + len(own) > rows):
            columns.append(Column(texts[number - 1].language, tuple(open_rows), height))
            open_rows, height = [], 0.0
        for line in own:
            open_rows.append((number, height, line))
            height += 1
        height += 0.4
    columns.append(Column(texts[-1].language, tuple(open_rows), height))
    return columns, lines


def place(columns: Sequence[Column]) -> PlacedDocument:
    """A page for each column, aligned at its start edge; the document has the first one's language. A page is as
    wide as its widest line: readers leave out what stands off the page.
    """
    theme = project().theme
    assert theme is not None
    pages = []
    for column in columns:
        leading = SIZE * theme.scripts[column.language.script].leading
        rtl = column.language.direction == "rtl"
        width = max(MEASURE, *(line.width for _, _, line in column.rows))
        operations = tuple(
            TextLine(
                number + 1,
                MARGIN + (width - line.width if rtl else 0),
                MARGIN + leading * (row + 1),
                line,
                BLACK,
                f"{column.language.tag}:{number}",
                NOWHERE,
            )
            for number, row, line in column.rows
        )
        height = 2 * MARGIN + leading * (column.height + 1)
        pages.append(PlacedPage(width + 2 * MARGIN, height, 0, operations, (), (), ()))
    count = columns[-1].rows[-1][0] + 1
    root = Node(0, Role.DOCUMENT, tuple(Node(n, Role.P) for n in range(1, count + 1)))
    first = columns[0].language
    return PlacedDocument(
        first.tag, first.direction, "Lines", "", "lines", "2026-01-31", False, root, (), tuple(pages), ()
    )  # fmt: skip


class Return(StrEnum):
    """How a text came back."""

    WHOLE = "whole"
    BESIDE = "beside"
    APART = "apart"
    SPACES = "spaces"
    ORDER = "order"
    LOST = "lost"


_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Direction marks taken out, white space inside a line as one space, marks in canonical order (NFC)."""
    return unicodedata.normalize("NFC", " ".join(_DIRECTION_MARKS.sub("", text).split()))


def rows_of(page: str) -> tuple[str, ...]:
    """The lines of a page as read, tidy, without empty ones."""
    return tuple(row for row in map(tidy, page.splitlines()) if row)


def compare(said: Sequence[str], read: Sequence[str]) -> Return:
    """Line for line; both tidy. BESIDE: a line stands whole in a row with another; APART: all lines are there, but not
    one after the other; SPACES: only spaces or line ends differ; ORDER: all characters are there, elsewhere; LOST: some
    are not.
    """
    if any(tuple(read[i : i + len(said)]) == tuple(said) for i in range(len(read))):
        return Return.WHOLE
    if all(line in read for line in said):
        return Return.APART
    if all(stands_in(line, read) for line in said):
        return Return.BESIDE
    bare_said, bare_read = "".join(said).replace(" ", ""), "".join(read).replace(" ", "")
    if bare_said in bare_read:
        return Return.SPACES
    return Return.LOST if Counter(bare_said) - Counter(bare_read) else Return.ORDER


def stands_in(words: str, rows: Sequence[str]) -> bool:
    """Whether a row has them whole, from the beginning of a word to the end of one."""
    return any(f" {words} " in f" {row} " for row in rows)


NUMBER = re.compile(r"\+?\d(?:[\d ]*\d)?")


def numbers(rows: Sequence[str]) -> Counter[str]:
    """All digits of some rows, those with nothing but spaces between them together; a plus begins another number."""
    return Counter(number.replace(" ", "") for row in rows for number in NUMBER.findall(row))


@dataclass(frozen=True)
class Reading:
    """What one reader gave back. ``returns``: by text that is not whole. ``digits``: pages whose numbers differ, as
    said and as read. ``facts``: texts that hold a fact which does not stand in a row as it is printed.
    """

    returns: Mapping[str, Return]
    digits: tuple[str, ...]
    facts: tuple[str, ...]


def read_back(
    texts: Sequence[Text], path: Path, target: Target = "screen", rows: int = ROWS
) -> dict[str, Reading]:
    """The texts finished into a file and read by each reader, by its name."""
    columns, lines = set_columns(texts, rows)
    path.write_bytes(write_pdf(place(columns), target, profile(target)))
    said = [[tidy(line.text) for line in own] for own in lines]
    page_of = {number: page for page, column in enumerate(columns) for number, _, _ in column.rows}
    readings = {}
    for name, reader in READERS.items():
        pages = [rows_of(page) for page in reader(path)]
        returns, facts = {}, []
        for number, text in enumerate(texts):
            kind = compare(said[number], pages[page_of[number]])
            if kind is not Return.WHOLE:
                returns[_name(text)] = kind
            if not all(_is_read(fact, said[number], pages[page_of[number]]) for fact in text.facts):
                facts.append(_name(text))
        wrong = []
        for page, column in enumerate(columns):
            there = numbers([tidy(line.text) for _, _, line in column.rows])
            if there != numbers(pages[page]):
                wrong.append(f"page {page + 1}: {there} {numbers(pages[page])}")
        readings[name] = Reading(returns, tuple(wrong), tuple(facts))
    return readings


def _name(text: Text) -> str:
    return f"{text.name} bold" if text.weight == "bold" else text.name


def _is_read(fact: Fact, said: Sequence[str], rows: Sequence[str]) -> bool:
    """A fact that stands in one line as it is. One over two lines, or in the reader's words, is its text's matter."""
    words = tidy(fact.text)
    return not fact.kind.is_left_to_right or not stands_in(words, said) or stands_in(words, rows)


def read_placed(placed: PlacedDocument, path: Path, target: Target) -> dict[str, Reading]:
    """The same of a finished document, unit by unit as they are drawn; ``facts``: lines of numbers and addresses. What
    is drawn beside another on one baseline of a panel may stand in one row with it.
    """
    path.write_bytes(write_pdf(placed, target, profile(target)))
    readings = {}
    for name, reader in READERS.items():
        returns: dict[str, Return] = {}
        facts, wrong = [], []
        for sheet, page in zip(placed.pages, reader(path), strict=True):
            rows, drawn = rows_of(page), list(drawn_units(sheet))
            sharing = _sharing(sheet)
            for address, said in drawn:
                kind = compare(said, rows)
                if kind is not Return.WHOLE and not (kind is Return.BESIDE and address in sharing):
                    returns[address] = kind
                is_fact = address.rpartition(".")[0] != "" and bool(numbers(said)) and _FACT.search(address)
                if is_fact and not all(stands_in(line, rows) for line in said):
                    facts.append(address)
            there = numbers([line for _, said in drawn for line in said])
            if there != numbers(rows):
                wrong.append(f"{there} {numbers(rows)}")
        readings[name] = Reading(returns, tuple(wrong), tuple(facts))
    return readings


_FACT = re.compile(r"\.(phone|address|web|code_line)\b")


def drawn_units(sheet: PlacedPage) -> Iterator[tuple[str, list[str]]]:
    """Address and lines of every unit on a page, in reading order. A line drawn in several operations is one again."""
    before: TextLine | None = None
    said: list[str] = []
    for operation in (*sheet.operations, None):
        if operation is not None and not isinstance(operation, TextLine):
            continue
        if before is not None and (operation is None or operation.address != before.address):
            yield before.address, [tidy(line) for line in said]
            said = []
        if operation is None:
            return
        joins = (
            before is not None and said and (before.x, before.baseline) == (operation.x, operation.baseline)
        )
        if joins:
            said[-1] += operation.line.text
        else:
            said.append(operation.line.text)
        before = operation


def _sharing(sheet: PlacedPage) -> set[str]:
    """Addresses of the lines that do not have their baseline in their panel to themselves."""
    places: dict[tuple[str, float], dict[float, str]] = {}
    for operation in sheet.operations:
        if isinstance(operation, TextLine):
            middle = operation.x + operation.line.runs[0].clusters[0].x
            panel = next(name for name, room in sheet.panels if room.x <= middle <= room.right)
            places.setdefault((panel, operation.baseline), {})[operation.x] = operation.address
    return {address for beside in places.values() if len(beside) > 1 for address in beside.values()}
