"""A page for each script: sentence, digits, marks, brackets, number, Latin inside, long words, the smallest size.

For who looks at a font, so every text is set by the engine of the brochures. Above each stands in small Latin print
what it is; beside it, readers of PDFs would take it for a part of a right-to-left line. Nothing of it is handed over:
the pages say DRAFT first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.layout.direction import SheetDirection
from brochure.layout.document import LaidOut
from brochure.layout.fitting import Fit, Fitter, Setting
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
from brochure.layout.overflow import lone_marks, missing_glyphs, overflow
from brochure.layout.rooms import Room
from brochure.layout.shapes import horizontal
from brochure.layout.structure import StructureTree
from brochure.model.fonts import FontList, Weight
from brochure.model.language import Language
from brochure.model.places import TypeRole
from brochure.model.specimen import Specimen, Specimens
from brochure.model.theme import LATIN, ScriptStyle, Theme
from brochure.model.unit import Fact, FactKind, Piece, Unit
from brochure.text.lines import Line
from brochure.text.typesetter import Typesetter

WIDTH, HEIGHT = mm(210), mm(297)
EDGE = mm(12)
MEASURE = WIDTH - 2 * EDGE
COLUMN = mm(62)
"""The measure beside a sign of the leaflet, nearly: here one sees lines break."""

GAP = mm(1.8)
"""From ink to a rule."""

TO_LABEL, UNDER_LABEL = mm(2.3), mm(1.5)
"""From a rule to the baseline of a label, and from that to ink."""

HAIR = 0.25
PRINT = 6.5
"""Small print, pt."""

BODY_FLOOR, LEAST = 9.0, 7.0
"""The floors of the leaflet's roles ``body`` and ``small``, pt as the eye sees them, the script's factor applied."""

LEADING = 1.25
_ANY_NUMBER_OF_LINES = 99
_ENGLISH = Language("en", "Latn", "ltr", "English", "English")


class _Row(Struct, frozen=True):
    """``size``: pt for Latin. ``measure``: pt. ``role``: of its structure element."""

    label: str
    unit: Unit
    language: Language
    style: ScriptStyle
    size: float
    weight: Weight = "regular"
    measure: float = MEASURE
    role: Role = Role.P


def lay_out_specimens(
    specimens: Specimens, scripts: Sequence[str], theme: Theme, fonts: FontList, typesetter: Typesetter
) -> LaidOut:
    """A page each, in the order of ``scripts``, all of which are in ``specimens``.

    Findings: a specimen that is longer than its page, and characters that no declared font has.
    """
    tree = StructureTree()
    pages = [
        _Page(specimens.by_script[script], number, theme, fonts, typesetter, tree)
        for number, script in enumerate(scripts)
    ]
    for page in pages:
        page.draw()
    document = PlacedDocument(
        language=_ENGLISH.tag,
        direction="ltr",
        title=f"Specimen of {', '.join(scripts)}",
        subject="",
        identity=f"specimen {' '.join(scripts)}",
        checked=specimens.checked,
        draft=True,
        root=tree.finished(),
        outline=tuple(entry for page in pages for entry in page.outline),
        pages=tuple(page.placed() for page in pages),
        sizes=(),
    )
    return LaidOut(document, in_order(finding for page in pages for finding in page.findings))


def rows_of(specimen: Specimen, theme: Theme) -> Iterator[_Row]:
    """What the page shows, in its order."""
    language, style = specimen.language, theme.style(specimen.language)
    name = Fact("endonym", FactKind.ENDONYM, language.endonym, specimen.span)
    title = Unit(f"specimen.{specimen.script}.endonym", (name,), specimen.span)
    number = Unit(f"specimen.{specimen.script}.number", (specimen.number,), specimen.number.span)

    def row(
        label: str, unit: Unit, size: float, weight: Weight = "regular", measure: float = MEASURE
    ) -> _Row:
        return _Row(label, unit, language, style, size, weight, measure)

    yield replace(row("name", title, 34, "bold"), role=Role.H1)
    yield row("sentence", specimen.sentence, 11.5)
    yield row("bold", specimen.sentence, 11.5, "bold")
    for each in specimen.also:
        yield _Row(each.language.tag, each.unit, each.language, theme.style(each.language), 11.5)
    yield row("digits", specimen.digits, 17)
    yield row("marks", specimen.marks, 20)
    yield row("brackets", specimen.brackets, 14)
    yield _Row("number", number, language, theme.scripts[LATIN], 17, "bold")
    yield row("Latin inside", specimen.mixed, 11.5)
    yield row("long words", specimen.long_word, 14, "bold")
    yield row("narrow", specimen.sentence, BODY_FLOOR / style.size, measure=COLUMN)
    yield row("smallest", specimen.sentence, LEAST / style.size)


class _Page:
    """Rows one below the other; operations and findings gather in reading order."""

    def __init__(
        self,
        specimen: Specimen,
        number: int,
        theme: Theme,
        fonts: FontList,
        typesetter: Typesetter,
        tree: StructureTree,
    ) -> None:
        self.specimen, self.number, self.theme, self.fonts = specimen, number, theme, fonts
        self.typesetter, self.tree = typesetter, tree
        self.sheet = SheetDirection(WIDTH, specimen.language.direction)
        self.black = theme.inks["black"]
        self.operations: list[Operation] = []
        self.outline: list[OutlineEntry] = []
        self.findings: list[Finding] = []

    def placed(self) -> PlacedPage:
        return PlacedPage(WIDTH, HEIGHT, 0.0, tuple(self.operations), (), (), ())

    def draw(self) -> None:
        y = EDGE + PRINT
        with self.tree.inside(Role.SECT):
            self._small(self._heading(), y)
            for row in rows_of(self.specimen, self.theme):
                y += GAP
                rule = horizontal(EDGE, y, MEASURE)
                self.operations.append(Stroke(Artifact.LAYOUT, rule, self.black, HAIR))
                y += TO_LABEL
                self._small(f"{row.label} {row.size * row.style.size:.4g} pt", y)
                y = self._row(row, y + UNDER_LABEL)

    def _heading(self) -> str:
        script, style = self.specimen.script, self.theme.style(self.specimen.language)
        faces = self.fonts.fallback(script, "regular")
        parts = (
            f"DRAFT · specimen of {script}",
            self.specimen.language.tag,
            *(f"{face.family} {face.version}" for face in faces),
            f"size {style.size:g}",
            f"leading {style.leading:g}",
            "the number is invented",
        )
        return " · ".join(parts)

    def _row(self, row: _Row, y: float) -> float:
        """Set one row with its ink from ``y`` down; where it ends."""
        fitter = Fitter(self.typesetter, row.language, row.style)
        fit = _at(row, fitter, self.specimen.script, y, y)
        lines = list(zip(fit.baselines, fit.lines[0], strict=True))
        rise = max((y - baseline + line.ink.top for baseline, line in lines), default=0.0)
        if rise > 0:
            fit = _at(row, fitter, self.specimen.script, y + rise, y)
            lines = list(zip(fit.baselines, fit.lines[0], strict=True))
        too_long = overflow(fit, fitter, row.language.tag, "")
        self.findings += [too_long] if too_long else []
        self.findings += missing_glyphs(fit.setting, row.language.tag, "")
        self.findings += lone_marks(fit.setting, row.language.tag, "")
        if not lines:
            return y
        self._text(row, lines)
        return max(baseline + max(line.ink.bottom, 0.0) for baseline, line in lines)

    def _text(self, row: _Row, lines: Sequence[tuple[float, Line]]) -> None:
        """One structure element, a child for each piece, since each has its language."""
        with self.tree.inside(row.role) as node:
            leaves = [self.tree.leaf(Role.SPAN, _spoken(piece, row.language)) for piece in row.unit.pieces]
        if row.role is Role.H1:
            title = f"{self.specimen.script} {row.unit.text}"
            self.outline.append(OutlineEntry(title, node, self.number, lines[0][0] - lines[0][1].ink.top))
        for baseline, line in lines:
            x = self.sheet.left(EDGE, line.width)
            for piece, runs in groupby(line.runs, key=lambda run: run.piece):
                part = replace(line, runs=tuple(runs))
                unit = row.unit
                self.operations.append(
                    TextLine(leaves[piece], x, baseline, part, self.black, unit.address, unit.span)
                )

    def _small(self, words: str, baseline: float) -> None:
        fact = Fact("label", FactKind.CODE, words, Span("brochure"), _ENGLISH.tag)
        prepared = self.typesetter.prepare([fact], _ENGLISH, "regular")
        (line,) = self.typesetter.set_lines(prepared, PRINT, MEASURE)
        x = self.sheet.left(EDGE, line.width)
        node = self.tree.leaf(Role.P)
        self.operations.append(TextLine(node, x, baseline, line, self.black, "label", fact.span))


def _at(row: _Row, fitter: Fitter, script: str, y: float, top: float) -> Fit:
    """Letters from ``y`` down, ink from ``top``."""
    role = TypeRole(row.label, row.size, row.size, LEADING, row.weight, _ANY_NUMBER_OF_LINES)
    paragraph = fitter.paragraph(row.unit.address, row.unit.span, row.unit.pieces, role)
    room = Room("top", y, top, HEIGHT - EDGE, EDGE, row.measure)
    return fitter.at(Setting(script, role, room, (paragraph,), row.style), row.size)


def _spoken(piece: Piece, language: Language) -> str:
    return (piece.language if isinstance(piece, Fact) else "") or language.tag
