"""What layout hands on: pages of draw operations, and the structure tree they belong to.

Unit pt, origin at the left top corner of the trim, x to the right, y downwards; bleed lies at negative coordinates and
beyond ``width``/``height``. Directions are resolved: left is left. Every operation carries either the id of a structure
node or an :class:`Artifact`; there is no third value (field note 24).
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from brochure.base.geometry import Outline, Rect
from brochure.base.inks import Ink
from brochure.base.spans import Span
from brochure.model.format import Flip
from brochure.model.language import Direction
from brochure.model.sign import Sign, SignRole
from brochure.text.lines import Line


class Artifact(StrEnum):
    """Drawn, but not content (ISO 32000-1, 14.8.2.2)."""

    BACKGROUND = "Background"
    LAYOUT = "Layout"
    PAGINATION = "Pagination"


Tag = int | Artifact


class Fill(Struct, frozen=True):
    """A filled outline."""

    tag: Tag
    outline: Outline
    ink: Ink


class Stroke(Struct, frozen=True):
    """A stroked outline; ``dash`` is on, off, ... in pt, empty for a full line."""

    tag: Tag
    outline: Outline
    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


class SignDrawing(Struct, frozen=True):
    """A sign scaled into ``place``, a square. ``inks`` by role. ``mirrored``: flipped about its own middle."""

    tag: Tag
    sign: Sign
    place: Rect
    inks: tuple[tuple[SignRole, Ink], ...]
    mirrored: bool


class TextLine(Struct, frozen=True):
    """Runs of a line. ``x``: left edge of the line, ``baseline``: y. Clusters stand at ``x + cluster.x``.

    One set line may become several operations, one for each structure node on it; ``line.runs`` then holds that
    node's runs alone, their x still counted from the edge of the whole line. ``address`` and ``span`` name the unit.
    ``turned``: a quarter counter-clockwise about ``x``, ``baseline``, so that the words run up the page.
    """

    tag: Tag
    x: float
    baseline: float
    line: Line
    ink: Ink
    address: str
    span: Span
    turned: bool = False

    def on_page(self, left: float, above: float, right: float, below: float) -> Rect:
        """A part of the line on the page: from its edge ``left`` to ``right``, ``above`` and ``below`` its baseline."""
        if self.turned:
            return Rect(self.x - above, self.baseline - right, above + below, right - left)
        return Rect(self.x + left, self.baseline - above, right - left, above + below)


Operation = Fill | Stroke | SignDrawing | TextLine


class LinkArea(Struct, frozen=True):
    """A place to touch. ``node``: the Link node it belongs to. ``contents``: what is said of it."""

    node: int
    place: Rect
    uri: str
    contents: str


class Role(StrEnum):
    """Standard structure types (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    SECT = "Sect"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    P = "P"
    L = "L"
    LI = "LI"
    LBODY = "LBody"
    FIGURE = "Figure"
    LINK = "Link"
    SPAN = "Span"


class Node(Struct, frozen=True):
    """A structure element. ``children`` in reading order. Only a node without children owns draw operations, those
    with its ``id`` as tag, in page order. ``language``: where it differs from the document's. ``alternative``: for a
    Figure. ``place``: for a Figure, its box (attribute BBox), same coordinates as the operations.
    """

    id: int
    role: Role
    children: tuple[Node, ...] = ()
    language: str = ""
    alternative: str = ""
    place: Rect | None = None


class OutlineEntry(Struct, frozen=True):
    """A bookmark: ``node`` is the heading it leads to, on page ``page`` (from 0), ``y`` from the trim's top."""

    title: str
    node: int
    page: int
    y: float


class PlacedPage(Struct, frozen=True):
    """``operations`` in painting order. ``panels``: the panels' rectangles, for overlays and checks.

    ``window``: all that ``operations`` may paint on, what reaches over its edge is cut; None: the whole page.
    ``slug``: how far the sheet reaches beyond the bleed, pt. ``marks``: artifacts out there, cut by nothing; only a
    target that has the bleed has them.
    """

    width: float
    height: float
    bleed: float
    operations: tuple[Operation, ...]
    links: tuple[LinkArea, ...]
    panels: tuple[tuple[str, Rect], ...]
    folds: tuple[float, ...]
    window: Rect | None = None
    slug: float = 0.0
    marks: tuple[Operation, ...] = ()


class PlacedDocument(Struct, frozen=True):
    """A laid-out document, ready to be painted for any target. ``checked``: ISO date of content. ``flip``: the edge
    about which a printer that prints both sides has to turn the paper, None where that is not ours to say.
    ``sizes``: role to the size it was set at, for Latin, pt; ``factors``: role to the factor of the script it is in;
    roles of words in a cell have its language behind their name (``point ar``).
    """

    language: str
    direction: Direction
    title: str
    subject: str
    identity: str
    checked: str
    draft: bool
    root: Node
    outline: tuple[OutlineEntry, ...]
    pages: tuple[PlacedPage, ...]
    sizes: tuple[tuple[str, float], ...]
    factors: tuple[tuple[str, float], ...] = ()
    flip: Flip | None = None

    def __hash__(self) -> int:
        """Of few fields: there is one for every letter."""
        return hash((self.identity, self.language))
