"""Small placed documents made by hand, so that these tests do not wait for layout."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.inks import PAPER, Cmyk, Ink, Rgb
from brochure.base.spans import Span
from brochure.layout.operations import (
    Artifact,
    Fill,
    LinkArea,
    Node,
    Operation,
    OutlineEntry,
    PlacedDocument,
    PlacedPage,
    Role,
    SignDrawing,
    Stroke,
    Tag,
    TextLine,
)
from brochure.model.fonts import Face
from brochure.model.language import Direction
from brochure.model.sign import Sign, SignLayer, SignRole
from brochure.text.faces import open_face
from brochure.text.lines import Cluster, InkExtent, Line, Run
from brochure.text.shaping import shape

ROOT = Path(__file__).parents[2]
BLACK = Ink("black", Cmyk(0, 0, 0, 1), Rgb(0.094, 0.09, 0.082))
PETROL = Ink("petrol", Cmyk(0.9, 0.5, 0.5, 0), Rgb(0.078, 0.424, 0.478))
SUN = Ink("sun", Cmyk(0, 0.16, 0.65, 0), Rgb(1, 0.847, 0.431))
SPAN = Span("content/languages/en.yaml", 1, 1)

FILES = {
    "Latn": "fonts/noto-sans/NotoSans-Regular.ttf",
    "Latn-bold": "fonts/noto-sans/NotoSans-Bold.ttf",
    "Arab": "fonts/noto-naskh-arabic/NotoNaskhArabic-Regular.ttf",
    "Aran": "fonts/noto-nastaliq-urdu/NotoNastaliqUrdu-Regular.ttf",
    "Deva": "fonts/noto-sans-devanagari/NotoSansDevanagari-Regular.ttf",
    "Thai": "fonts/noto-sans-thai/NotoSansThai-Regular.ttf",
    "Mymr": "fonts/noto-sans-myanmar/NotoSansMyanmar-Regular.ttf",
}


@lru_cache
def face(name: str) -> Face:
    path = ROOT / FILES[name]
    data = path.read_bytes()
    return Face(path.stem, path.stem, "regular", path, hashlib.sha256(data).hexdigest())


def run_of(
    text: str, script: str, language: str, direction: Direction, size: float, left: float
) -> tuple[Run, float]:
    """A run that begins at ``left``, and its width."""
    the_face = face(script)
    shaped = shape(the_face, text, script, language, direction)
    unit = size / open_face(the_face).units_per_em
    width = sum(cluster.advance for cluster in shaped) * unit
    clusters, pen = [], left if direction == "ltr" else left + width
    for cluster in shaped:
        advance = cluster.advance * unit
        pen -= advance if direction == "rtl" else 0
        clusters.append(Cluster(text[cluster.start : cluster.end], pen, advance, cluster.glyphs))
        pen += advance if direction == "ltr" else 0
    return Run(the_face, size, direction, script, language, 0, tuple(clusters)), width


def line_of(text: str, script: str, language: str, direction: Direction, size: float = 11) -> Line:
    run, width = run_of(text, script, language, direction, size, 0)
    return Line((run,), width, InkExtent(0, width, size, size / 3))


def text_line(tag: Tag, x: float, baseline: float, line: Line, ink: Ink = BLACK) -> TextLine:
    return TextLine(tag, x, baseline, line, ink, "en:unit", SPAN)


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    return Outline(
        (
            Segment("M", (x, y)),
            Segment("L", (x + width, y)),
            Segment("L", (x + width, y + height)),
            Segment("L", (x, y + height)),
            Segment("Z"),
        )
    )


SIGN = Sign(
    "hand",
    (
        SignLayer(SignRole.INK, rectangle(8, 8, 40, 40)),
        SignLayer(SignRole.PAPER, rectangle(12, 12, 10, 10)),
        SignLayer(
            SignRole.ACCENT,
            Outline((Segment("M", (40, 40)), Segment("C", (60, 40, 60, 60, 40, 60)), Segment("Z"))),
        ),
    ),
    mirrors=True,
    span=SPAN,
)
SIGN_INKS = ((SignRole.INK, BLACK), (SignRole.PAPER, PAPER), (SignRole.ACCENT, PETROL))

WORDS = {
    "en": (
        "Latn",
        "ltr",
        "en",
        ("You cannot leave", "Someone took your passport.", "Call this number, it is free: any day."),
    ),
    "ar": (
        "Arab",
        "rtl",
        "ar",
        ("لا يمكنك المغادرة", "أخذ شخص ما جواز سفرك.", "الاتصال مجاني في أي يوم، ولا أحد يعرف"),
    ),
}


def leaflet(tag: str = "en", draft: bool = True) -> PlacedDocument:
    """A page with a heading, a list of two with a sign, a number with a link, a tile, a rule, a French phrase."""
    script, direction, language, (heading, row, more) = WORDS[tag]
    operations: list[Operation] = [
        Fill(Artifact.BACKGROUND, rectangle(-9, -9, 300, 60), SUN),
        Stroke(Artifact.LAYOUT, Outline((Segment("M", (20, 190)), Segment("L", (240, 190)))), BLACK, 0.25, (2, 1)),
        text_line(1, 20, 24, line_of("DRAFT", "Latn", "en", "ltr", 7)),
        text_line(2, 20, 60, line_of(heading, script, language, direction, 18)),
        SignDrawing(5, SIGN, Rect(20, 80, 30, 30), SIGN_INKS, tag == "ar"),
        text_line(6, 60, 95, line_of(row, script, language, direction)),
        text_line(6, 60, 110, line_of(more, script, language, direction)),
        text_line(9, 60, 140, line_of("+352 621 333 444", "Latn-bold", language, "ltr", 20)),
        text_line(10, 60, 160, line_of("Je parle arabe, s'il vous plaît.", "Latn", "fr", "ltr")),
        SignDrawing(Artifact.LAYOUT, SIGN, Rect(200, 200, 30, 30), SIGN_INKS, False),
    ]  # fmt: skip
    root = Node(
        0,
        Role.DOCUMENT,
        (
            Node(1, Role.P, language="en" if tag != "en" else ""),
            Node(2, Role.H1),
            Node(3, Role.L, (Node(4, Role.LI, (Node(11, Role.LBODY, (
                Node(5, Role.FIGURE, alternative="يد" if tag == "ar" else "A hand", place=Rect(20, 80, 30, 30)),
                Node(6, Role.P),
            )),)),)),
            Node(7, Role.H2),
            Node(8, Role.P, (Node(9, Role.LINK), Node(10, Role.SPAN, language="fr"))),
        ),
    )  # fmt: skip
    operations.insert(7, text_line(7, 20, 125, line_of(heading, script, language, direction, 14)))
    return PlacedDocument(
        language=tag,
        direction="rtl" if direction == "rtl" else "ltr",
        title=heading,
        subject="",
        identity=f"A1 {tag} leaflet",
        checked="2026-01-31",
        draft=draft,
        root=root,
        outline=(OutlineEntry(heading, 2, 0, 40), OutlineEntry(row, 7, 0, 110)),
        pages=(
            PlacedPage(
                280, 240, 9, tuple(operations), (LinkArea(9, Rect(60, 120, 180, 24), "tel:+352621333444", "Call us"),),
                (("call", Rect(0, 0, 280, 240)),), (),
            ),
        ),
        sizes=(("row", 11.0),),
    )  # fmt: skip


def page_of_lines(lines: Sequence[Line], language: str, direction: Direction) -> PlacedDocument:
    """Each line a paragraph of its own, for reading back."""
    leading = 40.0
    operations = tuple(text_line(i, 20, leading * i, line) for i, line in enumerate(lines, start=1))
    root = Node(0, Role.DOCUMENT, tuple(Node(i, Role.P) for i in range(1, len(lines) + 1)))
    width = max(line.width for line in lines) + 40
    page = PlacedPage(width, leading * (len(lines) + 1), 0, operations, (), (), ())
    return PlacedDocument(
        language, direction, "Lines", "", "lines", "2026-01-31", False, root, (), (page,), (("row", 11.0),)
    )
