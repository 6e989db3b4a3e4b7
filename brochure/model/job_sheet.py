"""What a print shop is told of an order: the data of its job sheet. Lengths in pt."""

from __future__ import annotations

from msgspec import Struct

from brochure.model.language import Direction


class JobFile(Struct, frozen=True):
    """A file of the order. ``name``: its path inside the package. ``sha256``: of its bytes."""

    language: str
    name: str
    pages: int
    sha256: str


class FoldScheme(Struct, frozen=True):
    """How the sheets of one direction are folded. ``sides``: id and the x of the folds from the left of each side."""

    direction: Direction
    sides: tuple[tuple[str, tuple[float, ...]], ...]


class JobSheet(Struct, frozen=True):
    """``product``: the format. ``width``, ``height``: of the open sheet or a single page. ``finished``: folded size,
    None where nothing is folded. ``stitched``: pages are bound through the fold. ``ink``: most ink at a spot in per
    cent, None where it was not judged. ``fonts``: their names; none where letters are paths. ``shop``: whose demands
    were kept, "" for no certain one.
    """

    edition: str
    code: str
    checked: str
    product: str
    width: float
    height: float
    finished: tuple[float, float] | None
    paper: str
    stitched: bool
    bleed: float
    standard: str
    condition: str
    ink: float | None
    fonts: tuple[str, ...]
    folds: tuple[FoldScheme, ...]
    files: tuple[JobFile, ...]
    draft: bool
    shop: str

    @property
    def pages(self) -> int:
        return self.files[0].pages if self.files else 0
