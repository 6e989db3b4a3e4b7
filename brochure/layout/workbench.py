"""What every composer of blocks needs: inks, areas, signs, paragraphs and lines of one document."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.inks import PAPER, Ink
from brochure.layout.direction import SheetDirection
from brochure.layout.elements import AreaElement, FactElement, SignElement, TextElement
from brochure.layout.fitting import Fitter, Setting
from brochure.layout.operations import Role
from brochure.layout.rooms import Room, words_of
from brochure.layout.shapes import bubble, rounded
from brochure.model.document import Document
from brochure.model.language import Language
from brochure.model.places import Area, Bubble, TypeRole
from brochure.model.sign import SignRole, SignUse
from brochure.model.slots import TextSlot
from brochure.model.theme import LATIN
from brochure.model.unit import Fact, FactKind, Unit

DIGIT_HEIGHT = 0.714
"""Height of a lining digit of Noto Sans in em; numbers are set in it in every language."""


class Workbench(Struct, frozen=True):
    """Makes the parts of panels; knows the document, its direction and how to set its words. ``cell``: None, or the
    language of the cell it works in, which ``fitter`` and ``sheet`` are then for.
    """

    document: Document
    fitter: Fitter
    sheet: SheetDirection
    cell: Language | None = None

    def in_cell(self, area: Area, language: Language) -> Workbench:
        """For an area that is a language's own."""
        fitter = Fitter(self.fitter.typesetter, language, self.document.theme.style(language))
        return Workbench(self.document, fitter, self.sheet.inside(area, language.direction), language)

    def ink(self, name: str) -> Ink:
        """An ink of the theme, or the paper."""
        return PAPER if name == PAPER.name else self.document.theme.inks[name]

    def area(self, area: Area) -> AreaElement:
        """A rounded ground."""
        return AreaElement(rounded(self.sheet.rect(area), area.radius), self.ink(area.ink))

    def bubble(self, slot: Bubble) -> AreaElement:
        """A ground with its tail."""
        if slot.tail is None:
            return self.area(slot.area)
        on_left = (slot.tail.side == "start") != self.sheet.is_mirrored
        outline = bubble(self.sheet.rect(slot.area), slot.area.radius, on_left, slot.tail)
        return AreaElement(outline, self.ink(slot.area.ink))

    def ground(self, area: Area) -> tuple[AreaElement, ...]:
        """The ground under a sign; nothing where it is the paper."""
        return () if area.ink == PAPER.name else (self.area(area),)

    def sign(
        self, use: SignUse, place: Area, ink: str, accent: str, ground: str, *, pale: bool = False
    ) -> SignElement:
        """A sign on a ground; ``pale``: an artifact."""
        names = {SignRole.INK: ink, SignRole.ACCENT: accent, SignRole.PAPER: ground}
        inks = tuple((role, self.ink(name)) for role, name in names.items())
        return SignElement(use, self.sheet.rect(place), inks, is_artifact=pale)

    def setting(
        self, panel: str, role: TypeRole, room: Room, units: Sequence[Unit], gap: float = 0.0
    ) -> Setting:
        """Units that share a room, ``gap`` pt more than the leading between two."""
        paragraphs = tuple(self.fitter.paragraph(u.address, u.span, u.pieces, role) for u in units)
        return self._placed(Setting(panel, role, room, paragraphs, self.fitter.script, gap=gap))

    def text(self, panel: str, units: Sequence[Unit], room: Room, role: TypeRole) -> TextElement:
        """Paragraphs in black."""
        return TextElement(Role.P, self.setting(panel, role, room, units), self.ink("black"))

    def words(self, panel: str, units: Sequence[Unit], slot: TextSlot, lower: float = 0.0) -> TextElement:
        """Paragraphs in black as their slot asks for them; those from its top start ``lower`` pt further down."""
        words = self.setting(panel, slot.role, words_of(slot, lower), units)
        return TextElement(Role.P, replace(words, parted=slot.parted), self.ink("black"))

    def line(self, panel: str, fact: Fact, role: TypeRole, room: Room) -> Setting:
        """A fact alone; sentences of a phrase on lines of their own, where its role may have several."""
        paragraph = self.fitter.paragraph(fact.reference, fact.span, [fact], role)
        latin = self.document.theme.scripts[LATIN]
        script = latin if fact.kind.is_left_to_right else self.fitter.script
        by_sentence = fact.kind is FactKind.PHRASE and role.lines > 1
        return self._placed(Setting(panel, role, room, (paragraph,), script, by_sentence))

    def _placed(self, setting: Setting) -> Setting:
        return replace(setting, language=self.cell.tag, sheet=self.sheet) if self.cell else setting

    def lower(self, role: TypeRole) -> float:
        """How much lower words of a role start under a number, a heading or a rule in this script, pt."""
        return role.size * self.fitter.script.size * self.fitter.script.lower

    def fact(self, fact: Fact, *settings: Setting) -> FactElement:
        """A fact in black, on the lines of its settings."""
        return FactElement(fact, settings, self.ink("black"))

    def width(self, setting: Setting) -> float:
        """Width of a fact's line, at the largest size at which it fits where it stands alone in its role."""
        (fit,) = self.fitter.fit([setting])
        return max((line.width for line in fit.lines[0]), default=0.0)
