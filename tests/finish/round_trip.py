"""Texts set into lines, finished, and read back: which of them came back whole."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml
from finish.by_hand import BLACK, ROOT
from finish.conftest import profile
from text.declared import LANGUAGES, typesetter

from brochure.base.spans import Span
from brochure.finish.pdf import write_pdf
from brochure.layout.operations import Node, PlacedDocument, PlacedPage, Role, TextLine
from brochure.model.language import Language
from brochure.model.unit import Fact, FactKind, Piece, Words
from brochure.text.lines import Line

SIZE, MEASURE, MARGIN = 11.0, 241.0, 30.0
NOWHERE = Span("tests", 1, 1)

LEADING = {"Arab": 1.42, "Aran": 1.92, "Deva": 1.45, "Thai": 1.5, "Mymr": 1.75, "Latn": 1.25}

FACTS = {
    "infotraite.name": (FactKind.NAME, "INFOTRAITE"),
    "police.phone": (FactKind.SHORT_CODE, "113"),
    "police_unit.hours": (FactKind.HOURS, "الاثنين–الجمعة، 08:00–17:00"),
    "reflection_period": (FactKind.DURATION, "90 يومًا"),
    "residence_permit": (FactKind.DURATION, "6 أشهر"),
    "edition.checked": (FactKind.DATE, "31 يناير 2026"),
    "edition.code": (FactKind.CODE, "LU-7K2"),
    "publisher.name": (FactKind.NAME, "Association sans but lucratif"),
}
"""Stand-ins for the edition's facts: the kinds and shapes of the real ones."""


VOWELLED = (
    "يُولَدُ جَمِيعُ النَّاسِ أَحْرَارًا مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ،",
    "وَقَدْ وُهِبُوا عَقْلًا وَضَمِيرًا",
    "وَعَلَيْهِمْ أَنْ يُعَامِلَ بَعْضُهُمْ بَعْضًا بِرُوحِ الْإِخَاءِ. إنَّ ذٰلِكَ يُغَيِّرُ كُلَّ شَيْءٍ",
)
PERSIAN = (
    "تمام افراد بشر آزاد به دنیا می‌آیند و از لحاظ حیثیت و حقوق با هم برابرند.",
    "کسی نمی‌تواند شما را مجبور کند؛ خانه‌ها و شماره‌ها",
)


def _plain(texts: Sequence[str]) -> tuple[tuple[Piece, ...], ...]:
    return tuple((Words(unicodedata.normalize("NFC", text), NOWHERE),) for text in texts)


def arabic_units() -> list[tuple[Piece, ...]]:
    tree = yaml.safe_load((ROOT / "content/languages/ar.yaml").read_text("utf-8"))
    return [_pieces(text) for text in _leaves(tree)]


def declaration(tag: str) -> list[tuple[Piece, ...]]:
    text = (ROOT / f"tests/text/udhr/{tag}.txt").read_text("utf-8")
    return [(Words(line, NOWHERE),) for line in text.splitlines() if line]


def _leaves(node: object) -> Iterable[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _leaves(value)
    elif isinstance(node, str):
        yield node


def _pieces(text: str) -> tuple[Piece, ...]:
    parts = re.split(r"\{([a-z_.]+)\}", text)
    pieces: list[Piece] = []
    for number, part in enumerate(parts):
        if number % 2:
            kind, said = FACTS[part]
            pieces.append(Fact(part, kind, said, NOWHERE))
        elif part:
            pieces.append(Words(part, NOWHERE))
    return tuple(pieces)


def set_texts(texts: Sequence[tuple[Piece, ...]], language: Language) -> list[tuple[Line, ...]]:
    """The lines of each text, a column of the leaflet wide."""
    return [
        typesetter().set_lines(typesetter().prepare(text, language, "regular"), SIZE, MEASURE)
        for text in texts
    ]


def place(texts: Sequence[tuple[Line, ...]], language: Language) -> PlacedDocument:
    """Each text on a page of its own, aligned at its start edge, between the widest lines of all: readers judge the
    direction of writing by the whole page, and one short line is like no page that is ever printed.
    """
    wide = sorted({line for lines in texts for line in lines}, key=lambda line: (-line.width, line.text))[:2]
    leading = SIZE * LEADING[language.script]
    pages = []
    for number, text in enumerate(texts, start=1):
        lines = [wide[0], *text, wide[-1]]
        operations = tuple(
            TextLine(
                number,
                MARGIN + (MEASURE - line.width if language.direction == "rtl" else 0),
                MARGIN + leading * row,
                line,
                BLACK,
                f"{language.tag}:{number}",
                NOWHERE,
            )
            for row, line in enumerate(lines, start=1)
        )
        height = 2 * MARGIN + leading * (len(lines) + 1)
        pages.append(PlacedPage(MEASURE + 2 * MARGIN, height, 0, operations, (), (), ()))
    root = Node(0, Role.DOCUMENT, tuple(Node(n, Role.P) for n in range(1, len(texts) + 1)))
    return PlacedDocument(
        language.tag,
        language.direction,
        "Lines",
        "",
        "lines",
        "2026-01-31",
        False,
        root,
        (),
        tuple(pages),
        (),
    )


class Return(StrEnum):
    """How a text came back."""

    WHOLE = "whole"
    SPACES = "spaces"
    ORDER = "order"
    LOST = "lost"


@dataclass(frozen=True)
class Comparison:
    kind: Return
    said: tuple[str, ...]
    read: tuple[str, ...]
    missing: str = ""


_DIRECTION_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Direction marks taken out, white space inside a line as one space, marks in canonical order (NFC)."""
    return unicodedata.normalize("NFC", " ".join(_DIRECTION_MARKS.sub("", text).split()))


def compare(lines: Sequence[Line], page: str) -> Comparison:
    """Line for line. SPACES: only spaces or line ends differ; ORDER: all characters are there, elsewhere; LOST: some
    are not.
    """
    said = tuple(tidy(line.text) for line in lines)
    read = tuple(t for t in (tidy(row) for row in page.splitlines()) if t)
    if any(read[i : i + len(said)] == said for i in range(len(read))):
        return Comparison(Return.WHOLE, said, read)
    bare_said, bare_read = "".join(said).replace(" ", ""), "".join(read).replace(" ", "")
    if bare_said in bare_read:
        return Comparison(Return.SPACES, said, read)
    missing = "".join((Counter(bare_said) - Counter(bare_read)).elements())
    return Comparison(Return.LOST if missing else Return.ORDER, said, read, missing)


@dataclass(frozen=True)
class Sample:
    """Texts of one language that are set, finished and read back."""

    name: str
    language: Language
    texts: tuple[tuple[Piece, ...], ...]


def samples() -> list[Sample]:
    found = [Sample("Arabic, all units", LANGUAGES["ar"], tuple(arabic_units()))]
    found.append(Sample("Arabic with all vowel marks", LANGUAGES["ar"], _plain(VOWELLED)))
    found.append(
        Sample("Persian with ZWNJ", Language("fa", "Arab", "rtl", "فارسی", "persan"), _plain(PERSIAN))
    )
    names = {"ar": "Arabic", "ur": "Urdu in Nastaliq", "hi": "Hindi", "th": "Thai", "my": "Burmese"}
    return found + [
        Sample(f"{name}, declaration", LANGUAGES[t], tuple(declaration(t))) for t, name in names.items()
    ]


def finish_sample(sample: Sample, path: Path) -> list[tuple[Line, ...]]:
    """Write the sample's screen file; the lines on each page."""
    lines = set_texts(sample.texts, sample.language)
    path.write_bytes(write_pdf(place(lines, sample.language), "screen", profile("screen")))
    return lines
