"""The job sheet: one page for a print shop, labels in French, German and English side by side.

Words of the program, not of the content: no reader sees this page. The file list goes on over further pages where the
order has more files than one page holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from brochure.base.diagnostics import BrochureError
from brochure.base.geometry import Outline, Rect, Segment
from brochure.base.inks import Ink
from brochure.base.lengths import mm, to_mm
from brochure.base.spans import Span
from brochure.layout.operations import (
    Artifact,
    Operation,
    OutlineEntry,
    PlacedDocument,
    PlacedPage,
    Role,
    Stroke,
    TextLine,
)
from brochure.layout.shapes import horizontal, rectangle
from brochure.layout.structure import StructureTree
from brochure.model.fonts import Weight
from brochure.model.job_sheet import FoldScheme, JobFile, JobSheet
from brochure.model.language import Direction, Language
from brochure.model.unit import Fact, FactKind
from brochure.text.typesetter import Typesetter

WIDTH, HEIGHT = mm(210), mm(297)
EDGE = mm(15)
VALUES = mm(75)
"""Where values start, right of their labels."""

ROW, LINE = mm(6.4), mm(4.2)
HAIR, DASH = 0.25, (2.5, 1.5)
HEAD, LABEL, VALUE, SMALL = 16.0, 7.5, 10.0, 6.5
SKETCH = mm(22)
"""Height of a folding sketch."""

FOOT = HEIGHT - EDGE

COLUMNS = (EDGE, EDGE + mm(21), EDGE + mm(43), EDGE + mm(88), EDGE + mm(95))
"""Of the file list: language, count, file, pages, checksum."""

DRAFT = (
    "BROUILLON: NE PAS IMPRIMER POUR LES LECTEURS · ENTWURF: NICHT FÜR LESER DRUCKEN · DRAFT: NOT FOR READERS"
)
TITLE = "Bon de commande · Druckauftrag · Job sheet"
PLATES = (
    "Entre langues, seul le noir change. · Zwischen Sprachen ändert sich nur Schwarz. · Only black differs."
)

PRODUCTS: Mapping[str, str] = {
    "leaflet": "Dépliant, pli roulé · Faltblatt, Wickelfalz · Leaflet, roll fold",
    "booklet": "Livret, deux agrafes · Broschüre, Rückstich · Booklet, saddle stitched",
    "card": "Carte, un pli · Karte, ein Falz · Card, one fold",
    "poster": "Affiche · Plakat · Poster",
    "sheet": "Feuille en huit langues · Blatt in acht Sprachen · Sheet in eight languages",
    "finder": "Trouver sa langue · Sprachenfinder · Language finder",
    "guide": "Guide pour les services · Leitfaden für Dienste · Guide for services",
}
"""By format; one that is not here is named as it is."""

NOT_JUDGED = "non mesuré · nicht gemessen · not measured"
_ENGLISH = Language("en", "Latn", "ltr", "English", "English")


def lay_out_job_sheet(sheet: JobSheet, black: Ink, typesetter: Typesetter) -> PlacedDocument:
    """Page one says what to make and of which files; further pages, if need be, the rest of the list."""
    drawing = _Drawing(black, typesetter)
    drawing.heading(sheet)
    for label, value in _rows(sheet):
        drawing.row(label, value)
    drawing.sketches(sheet)
    drawing.list_of(sheet.files)
    return drawing.finished(sheet)


def _rows(sheet: JobSheet) -> Iterator[tuple[str, str]]:
    yield "Produit · Produkt · Product", PRODUCTS.get(sheet.product, sheet.product)
    yield "Édition, date · Ausgabe, Stand · Edition, date", f"{sheet.edition}, {sheet.code}, {sheet.checked}"
    yield "Client, contact · Kunde · Customer", _BLANK
    yield "Format ouvert · Offenes Format · Open size", _size(sheet.width, sheet.height)
    if sheet.finished:
        yield "Format fini · Endformat · Finished size", _size(*sheet.finished)
    yield "Pages · Seiten · Pages", str(sheet.pages)
    yield "Papier conseillé · Papiervorschlag · Paper", sheet.paper or _BLANK
    yield "Couleurs · Farben · Colours", "4/4, C M Y K" if sheet.pages > 1 else "4/0, C M Y K"
    yield "Fichiers · Dateien · Files", f"PDF/{sheet.standard}, {sheet.condition}"
    yield "Fond perdu · Anschnitt · Bleed", f"{to_mm(sheet.bleed):g} mm"
    yield "Encrage max. · Farbauftrag max. · Most ink", f"{sheet.ink:.0f} %" if sheet.ink else NOT_JUDGED
    yield "Polices · Schriften · Fonts", _fonts(sheet)
    if sheet.shop:
        yield "Selon · Nach · As asked by", sheet.shop


_READ: Mapping[Direction, str] = {"ltr": "gauche/links/left", "rtl": "droite/rechts/right"}
"""Where lines begin."""

_BLANK = ""
"""To be filled in by hand: a line is drawn."""


def _fonts(sheet: JobSheet) -> str:
    if not sheet.fonts:
        return "vectorisées · in Pfaden · as paths"
    families = sorted({name.rsplit("-", 1)[0] for name in sheet.fonts})
    shown = ", ".join(families[:4]) + (f" + {len(families) - 4}" if len(families) > 4 else "")
    return f"incorporées · eingebettet · embedded: {shown}"


def _size(width: float, height: float) -> str:
    return f"{to_mm(width):.0f} x {to_mm(height):.0f} mm"


class _Drawing:
    """Pages grow from top to bottom."""

    def __init__(self, black: Ink, typesetter: Typesetter) -> None:
        self.black = black
        self.typesetter = typesetter
        self.tree = StructureTree()
        self.pages: list[list[Operation]] = [[]]
        self.outline: list[OutlineEntry] = []
        self.y = EDGE

    def heading(self, sheet: JobSheet) -> None:
        self.y += mm(4)
        if sheet.draft:
            self._frame(Rect(EDGE, self.y - mm(4.5), WIDTH - 2 * EDGE, mm(7)))
            self._text(EDGE + mm(2), DRAFT, 6.8, "bold")
            self.y += mm(11)
        node = self._text(EDGE, TITLE, HEAD, "bold", Role.H1)
        self.outline.append(OutlineEntry(TITLE, node, 0, self.y - HEAD))
        self.y += mm(9)

    def row(self, label: str, value: str) -> None:
        """A label and its value, or a line to write on."""
        self._text(EDGE, label, LABEL)
        if value:
            self._text(VALUES, value, VALUE)
        else:
            self._rule(VALUES, WIDTH - EDGE)
        self.y += ROW

    def sketches(self, sheet: JobSheet) -> None:
        """The sheet from above, each side as a reader sees it, dashed where it is folded."""
        if not sheet.folds:
            return
        for scheme in sheet.folds:
            self._sketch_of(sheet, scheme)
        if len([file.language for file in sheet.files]) > 1:
            self._text(EDGE, PLATES, LABEL, "bold")
            self.y += ROW

    def _sketch_of(self, sheet: JobSheet, scheme: FoldScheme) -> None:
        scale = SKETCH / sheet.height
        self._text(EDGE, f"Pli · Falz · Fold: {_READ[scheme.direction]}", LABEL)
        x = VALUES
        for name, folds in scheme.sides:
            self._frame(Rect(x, self.y - LABEL * 0.7, sheet.width * scale, SKETCH))
            edges = [0.0, *sorted(folds), sheet.width]
            for left, right in pairwise(edges):
                self._text(x + left * scale + 2, f"{to_mm(right - left):.0f}", SMALL, drop=SKETCH / 2)
                if right < sheet.width:
                    self._upright(x + right * scale, self.y - LABEL * 0.7, SKETCH)
            self._text(x, name, SMALL, drop=SKETCH + mm(1))
            x += sheet.width * scale + mm(8)
        self.y += SKETCH + mm(7)

    def list_of(self, files: tuple[JobFile, ...]) -> None:
        """A row each, its count to be filled in."""
        self._list_head()
        for file in files:
            if self.y > FOOT:
                self.pages.append([])
                self.y = EDGE + mm(4)
                self._list_head()
            cells = (file.language, "", file.name, str(file.pages), file.sha256)
            for x, text, size in zip(COLUMNS, cells, (8.5, 8.5, 7.0, 8.5, 5.6), strict=True):
                if text:
                    self._text(x, text, size)
            self._rule(COLUMNS[1], COLUMNS[2] - mm(3))
            self.y += LINE

    def _list_head(self) -> None:
        heads = (
            "Langue · Sprache",
            "Nombre · Anzahl",
            "Fichier · Datei · File",
            "p.",
            "SHA-256",
        )
        for x, text in zip(COLUMNS, heads, strict=True):
            self._text(x, text, 5.5, "bold")
        self.y += LINE

    def finished(self, sheet: JobSheet) -> PlacedDocument:
        """The pages with their structure."""
        pages = tuple(
            PlacedPage(
                width=WIDTH,
                height=HEIGHT,
                bleed=0.0,
                operations=tuple(operations),
                links=(),
                panels=(),
                folds=(),
            )
            for operations in self.pages
        )
        return PlacedDocument(
            language="en",
            direction="ltr",
            title=f"{TITLE}: {sheet.product}",
            subject="",
            identity=f"{sheet.code} job-sheet {sheet.product}",
            checked=sheet.checked,
            draft=sheet.draft,
            root=self.tree.finished(),
            outline=tuple(self.outline),
            pages=pages,
            sizes=(),
        )

    def _text(
        self,
        x: float,
        text: str,
        size: float,
        weight: Weight = "regular",
        role: Role = Role.P,
        drop: float = 0.0,
    ) -> int:
        """One line; gives its structure node. Raises BrochureError: no font has a sign of it."""
        span = Span("brochure")
        fact = Fact("job-sheet", FactKind.CODE, text, span, language="en")
        prepared = self.typesetter.prepare([fact], _ENGLISH, weight)
        if prepared.missing:
            raise BrochureError(f"no declared font has {prepared.missing[0].character!r} of the job sheet")
        (line,) = self.typesetter.set_lines(prepared, size, WIDTH)
        node = self.tree.leaf(role)
        self.pages[-1].append(TextLine(node, x, self.y + drop, line, self.black, "job-sheet", span))
        return node

    def _frame(self, rect: Rect) -> None:
        self.pages[-1].append(Stroke(Artifact.LAYOUT, rectangle(rect), self.black, HAIR * 2))

    def _rule(self, left: float, right: float) -> None:
        self.pages[-1].append(
            Stroke(Artifact.LAYOUT, horizontal(left, self.y + 1.5, right - left), self.black, HAIR)
        )

    def _upright(self, x: float, y: float, height: float) -> None:
        outline = Outline((Segment("M", (x, y)), Segment("L", (x, y + height))))
        self.pages[-1].append(Stroke(Artifact.LAYOUT, outline, self.black, HAIR * 2, DASH))
