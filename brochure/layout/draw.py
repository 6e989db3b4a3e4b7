"""Elements with their fits become operations and structure nodes. Every place is decided; left is left from here on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from brochure.base.geometry import Rect
from brochure.base.inks import Ink
from brochure.base.lengths import mm
from brochure.layout.direction import SheetDirection
from brochure.layout.elements import (
    AreaElement,
    Element,
    FactElement,
    Group,
    MarkedElement,
    RuleElement,
    SignElement,
    TextElement,
    TurnedElement,
)
from brochure.layout.fitting import Fit, Paragraph, Setting
from brochure.layout.operations import (
    Artifact,
    Fill,
    LinkArea,
    Operation,
    OutlineEntry,
    Role,
    SignDrawing,
    Stroke,
    Tag,
    TextLine,
)
from brochure.layout.shapes import disc
from brochure.layout.structure import StructureTree
from brochure.model.unit import Fact, Piece
from brochure.text.lines import Line, Run

TOUCH = mm(0.8)
"""How far a link reaches beyond its ink on every side."""


class PageDrawing:
    """Draws the panels of one page; operations, links and outline entries gather in painting order.

    ``fits`` yields the fits of the settings in reading order, as :func:`elements.settings_in` names them.
    """

    def __init__(self, sheet: SheetDirection, page: int, tree: StructureTree, fits: Iterator[Fit]) -> None:
        self.sheet = sheet
        self.page = page
        self.tree = tree
        self.fits = fits
        self.operations: list[Operation] = []
        self.links: list[LinkArea] = []
        self.outline: list[OutlineEntry] = []

    def draw(self, elements: Sequence[Element]) -> None:
        """Draw elements in reading order."""
        for element in elements:
            match element:
                case Group():
                    with self.tree.inside(element.role, element.language):
                        self.draw(element.children)
                case AreaElement():
                    self.operations.append(Fill(Artifact.BACKGROUND, element.outline, element.ink))
                case RuleElement():
                    self.operations.append(
                        Stroke(Artifact.LAYOUT, element.outline, element.ink, element.width, element.dash)
                    )
                case SignElement():
                    self._sign(element)
                case TextElement():
                    self._text(element)
                case MarkedElement():
                    self._items(element)
                case FactElement():
                    self._fact(element)
                case TurnedElement():
                    self._turned(element)

    def _fit(self, setting: Setting) -> Fit:
        fit = next(self.fits)
        assert fit.setting is setting, "fits and elements are walked in one order"
        return fit

    def _sheet(self, setting: Setting) -> SheetDirection:
        return setting.sheet or self.sheet

    def _sign(self, element: SignElement) -> None:
        tag: Tag = Artifact.LAYOUT
        if not element.is_artifact:
            tag = self.tree.figure(element.use.alternative.text, element.place)
        mirrored = self.sheet.is_mirrored and element.use.sign.mirrors
        self.operations.append(SignDrawing(tag, element.use.sign, element.place, element.inks, mirrored))

    def _text(self, element: TextElement) -> None:
        fit = self._fit(element.setting)
        baselines = iter(fit.baselines)
        for paragraph, lines in zip(element.setting.paragraphs, fit.lines, strict=True):
            placed = [(next(baselines), line) for line in lines]
            node = self._paragraph(element.role, paragraph, placed, element.setting, element.ink)
            if element.role in (Role.H1, Role.H2, Role.H3) and placed:
                top = placed[0][0] - placed[0][1].ink.top
                title = "".join(piece.text for piece in paragraph.pieces)
                self.outline.append(OutlineEntry(title, node, self.page, top))

    def _items(self, element: MarkedElement) -> None:
        """Each paragraph an item; the mark stands on the middle of the first line's body."""
        setting, fit = element.setting, self._fit(element.setting)
        baselines = iter(fit.baselines)
        for paragraph, lines in zip(setting.paragraphs, fit.lines, strict=True):
            placed = [(next(baselines), line) for line in lines]
            if element.size and placed:
                top = placed[0][0] - (fit.measures.body + element.size) / 2
                mark = disc(self._sheet(setting).left(element.x, element.size), top, element.size)
                self.operations.append(Fill(Artifact.LAYOUT, mark, element.mark))
            with self.tree.inside(Role.LI), self.tree.inside(Role.LBODY):
                self._paragraph(Role.P, paragraph, placed, setting, element.ink)

    def _paragraph(
        self,
        role: Role,
        paragraph: Paragraph,
        placed: Sequence[tuple[float, Line]],
        setting: Setting,
        ink: Ink,
    ) -> int:
        """One structure element; where facts stand in it, one child for each piece, so that each has its language."""
        if not any(isinstance(piece, Fact) for piece in paragraph.pieces):
            node = self.tree.leaf(role)
            for baseline, line in placed:
                self._line(node, baseline, line, line.runs, setting, paragraph, ink)
            return node
        with self.tree.inside(role) as node:
            leaves = [self._leaf(piece) for piece in paragraph.pieces]
            for baseline, line in placed:
                for runs in _by_piece(line.runs):
                    piece = paragraph.pieces[runs[0].piece]
                    self._line(leaves[runs[0].piece], baseline, line, runs, setting, paragraph, ink)
                    if isinstance(piece, Fact):
                        self._link(leaves[runs[0].piece], piece, baseline, line, runs, setting)
        return node

    def _leaf(self, piece: Piece) -> int:
        if not isinstance(piece, Fact):
            return self.tree.leaf(Role.SPAN)
        return self.tree.leaf(Role.LINK if piece.uri else Role.SPAN, piece.language)

    def _fact(self, element: FactElement) -> None:
        with self.tree.inside(Role.P):
            leaf = self._leaf(element.fact)
            if element.touch and element.fact.uri:
                self.links.append(LinkArea(leaf, element.touch, element.fact.uri, element.fact.text))
            for setting in element.settings:
                fit = self._fit(setting)
                lines = [line for paragraph in fit.lines for line in paragraph]
                for baseline, line in zip(fit.baselines, lines, strict=True):
                    self._line(leaf, baseline, line, line.runs, setting, setting.paragraphs[0], element.ink)
                    if element.touch is None:
                        self._link(leaf, element.fact, baseline, line, line.runs, setting)

    def _turned(self, element: TurnedElement) -> None:
        """Lines that run up the page; what is said elsewhere is there for hands alone, and cannot be touched."""
        if element.is_artifact:
            self._upwards(Artifact.PAGINATION, element)
            return
        with self.tree.inside(Role.P):
            leaf = self._leaf(element.fact)
            self._upwards(leaf, element)
            if element.fact.uri:
                self.links.append(LinkArea(leaf, element.place, element.fact.uri, element.fact.text))

    def _upwards(self, tag: Tag, element: TurnedElement) -> None:
        place, black = element.place, element.ink
        for setting in element.settings:
            fit, paragraph = self._fit(setting), setting.paragraphs[0]
            for baseline, line in zip(fit.baselines, fit.lines[0], strict=True):
                x, y = place.x + baseline, place.bottom - setting.room.x
                self.operations.append(
                    TextLine(tag, x, y, line, black, paragraph.address, paragraph.span, turned=True)
                )

    def _line(
        self,
        node: int,
        baseline: float,
        line: Line,
        runs: tuple[Run, ...],
        setting: Setting,
        paragraph: Paragraph,
        ink: Ink,
    ) -> None:
        x = self._sheet(setting).left(setting.room.x, line.width)
        part = line if runs is line.runs else replace(line, runs=runs)
        self.operations.append(TextLine(node, x, baseline, part, ink, paragraph.address, paragraph.span))

    def _link(
        self, node: int, fact: Fact, baseline: float, line: Line, runs: Sequence[Run], setting: Setting
    ) -> None:
        if not fact.uri:
            return
        clusters = [cluster for run in runs for cluster in run.clusters if not cluster.text.isspace()]
        left = min(cluster.x for cluster in clusters)
        right = max(cluster.x + cluster.advance for cluster in clusters)
        top, bottom = baseline - line.ink.top, baseline + max(line.ink.bottom, 0.0)
        x = self._sheet(setting).left(setting.room.x, line.width) + left
        place = Rect(x, top, right - left, bottom - top).inset(-TOUCH)
        self.links.append(LinkArea(node, place, fact.uri, fact.text))


def _by_piece(runs: Sequence[Run]) -> list[tuple[Run, ...]]:
    """Neighbouring runs of one piece together, in logical order."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and groups[-1][0].piece == run.piece:
            groups[-1].append(run)
        else:
            groups.append([run])
    return [tuple(group) for group in groups]
