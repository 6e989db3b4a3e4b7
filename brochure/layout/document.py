"""A document becomes placed pages: compose, fit, draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.base.geometry import Rect
from brochure.layout.ceilings import under_ceilings
from brochure.layout.collisions import apart
from brochure.layout.compose import compose_panel
from brochure.layout.direction import SheetDirection
from brochure.layout.draw import PageDrawing
from brochure.layout.elements import Group, settings_in
from brochure.layout.fitting import Fit, Fitter, Setting
from brochure.layout.operations import OutlineEntry, PlacedDocument, PlacedPage
from brochure.layout.overflow import lone_marks, missing_glyphs, overflow
from brochure.layout.structure import StructureTree
from brochure.layout.workbench import Workbench
from brochure.model.document import Document
from brochure.model.format import PanelPlace, Side
from brochure.text.typesetter import Typesetter


class LaidOut(Struct, frozen=True):
    """The pages, and what did not fit. Findings keep the file out of the hand-over folder, the pages show why.

    ``fits``: every setting at its size, in the order in which they are read.
    """

    document: PlacedDocument
    findings: tuple[Finding, ...]
    fits: tuple[Fit, ...] = ()


def lay_out(document: Document, typesetter: Typesetter) -> LaidOut:
    """Lay out every side of the format; panels in the reading order of the document."""
    sheet = SheetDirection(document.format.width, document.language.direction)
    fitters = {
        name: Fitter(typesetter, language, document.theme.style(language))
        for name, language in (("", document.language), *((each.tag, each) for each in document.together))
    }
    bench = Workbench(document, fitters[""], sheet)
    panels = [
        (panel.id, compose_panel(bench, panel, _place(document, panel.id))) for panel in document.panels
    ]
    composed = list(settings_in([group for _, group in panels]))
    air = apart(document.format)
    fits = _fit_roles([each for _, group in panels for each in under_ceilings(group, sheet, air)], fitters)
    # Ceilings are for fitting alone: what is drawn are the settings that were composed.
    drawn = [replace(fit, setting=setting) for fit, setting in zip(fits, composed, strict=True)]
    placed = _draw(document, sheet, panels, drawn)
    return LaidOut(placed, _findings(document, fits, fitters), fits)


def _place(document: Document, panel: str) -> PanelPlace:
    return next(p for side in document.format.sides for p in side.panels if p.id == panel)


def _fit_roles(settings: Sequence[Setting], fitters: Mapping[str, Fitter]) -> tuple[Fit, ...]:
    """Fits of all settings, each role at its one size in a language, in the order of the settings."""
    by_role: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, setting in enumerate(settings):
        by_role[setting.role.name, setting.language].append(number)
    fits: dict[int, Fit] = {}
    for (_, language), numbers in by_role.items():
        together = [settings[n] for n in numbers]
        fits.update(zip(numbers, fitters[language].fit(together), strict=True))
    return tuple(fits[number] for number in range(len(settings)))


def _draw(
    document: Document, sheet: SheetDirection, panels: Sequence[tuple[str, Group]], fits: Sequence[Fit]
) -> PlacedDocument:
    tree = StructureTree()
    in_reading_order = iter(fits)
    sides = document.format.sides
    drawings = [PageDrawing(sheet, number, tree, in_reading_order) for number in range(len(sides))]
    drawing_of = {
        place.id: drawing for side, drawing in zip(sides, drawings, strict=True) for place in side.panels
    }
    for name, group in panels:
        drawing_of[name].draw([group])
    pages = [_page(document, side, sheet, drawing) for side, drawing in zip(sides, drawings, strict=True)]
    return PlacedDocument(
        language=document.language.tag,
        direction=document.language.direction,
        title=document.title.text,
        subject=document.subject.text if document.subject else "",
        identity=f"{document.code} {document.tag} {document.format.id}",
        checked=document.checked,
        draft=document.draft,
        root=tree.finished(),
        outline=_without_repeats(sorted((e for drawing in drawings for e in drawing.outline), key=_node)),
        pages=tuple(pages),
        sizes=tuple(sorted({_role_in(fit.setting): fit.measures.size for fit in fits}.items())),
        factors=tuple(sorted({_role_in(fit.setting): fit.setting.script.size for fit in fits}.items())),
    )


def _role_in(setting: Setting) -> str:
    """A role by its name, with the language behind where each has a size of its own."""
    return f"{setting.role.name} {setting.language}".rstrip()


def _without_repeats(entries: Sequence[OutlineEntry]) -> tuple[OutlineEntry, ...]:
    """A heading that goes on over several pages stands in the outline once."""
    before = (None, *(entry.title for entry in entries))
    return tuple(entry for entry, title in zip(entries, before, strict=False) if entry.title != title)


def _node(entry: OutlineEntry) -> int:
    """Nodes count up in reading order."""
    return entry.node


def _page(document: Document, side: Side, sheet: SheetDirection, drawing: PageDrawing) -> PlacedPage:
    form = document.format
    panels = tuple(
        (place.id, Rect(sheet.left(place.x, place.width), 0.0, place.width, form.height))
        for place in side.panels
    )
    return PlacedPage(
        width=form.width,
        height=form.height,
        bleed=form.bleed,
        operations=tuple(drawing.operations),
        links=tuple(drawing.links),
        panels=panels,
        folds=tuple(sheet.left(fold, 0.0) for fold in side.folds),
    )


def _findings(document: Document, fits: Sequence[Fit], fitters: Mapping[str, Fitter]) -> tuple[Finding, ...]:
    form = document.format.id
    findings: list[Finding] = []
    for fit in fits:
        tag = fit.setting.language or document.language.tag
        found = overflow(fit, fitters[fit.setting.language], tag, form)
        findings.extend([found] if found else [])
        findings.extend(missing_glyphs(fit.setting, tag, form))
        findings.extend(lone_marks(fit.setting, tag, form))
    return in_order(findings)
