"""A text line as show operators: codes in logical order, each at its own place, all on one straight baseline.

Right-to-left words are written in the order in which they are spoken too: the pen then goes back before each code.
That is what makes poppler, PDFium and MuPDF give them back in order (brochure/docs/text-that-comes-back.md).
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from brochure.layout.operations import TextLine
from brochure.model.fonts import Face
from brochure.paint.codes import FaceCodes, key_of, keys_of
from brochure.paint.inks import InkSpace, fill_with
from brochure.paint.syntax import number
from brochure.text.lines import Run


class PaintedFace(Struct, frozen=True):
    """What the painter knows of an embedded font: its name among the resources and each code's width.

    ``widths``: thousandths of an em, by code, as the file's W array says them; index 0 is ``.notdef``. ``paths``: path
    operators of each code, for one em of 1 pt, where letters are painted as paths; None where they are text.
    ``known``: operators of runs that were painted, by their id: another file of the same pages shows the same.
    """

    resource: str
    codes: FaceCodes
    widths: tuple[float, ...]
    paths: tuple[str, ...] | None = None
    known: dict[int, tuple[Run, str, str]] = field(default_factory=dict)


def paint_line(
    operation: TextLine, x: float, y: float, faces: Mapping[Face, PaintedFace], space: InkSpace
) -> str:
    """A text object (ISO 32000-1, 9.4), or paths. ``x``, ``y``: the line's origin in PDF coordinates, pt."""
    if any(faces[run.face].paths is not None for run in operation.line.runs):
        return _outlined(operation, x, y, faces, space)
    parts = ["BT", fill_with(operation.ink, space)]
    for run in operation.line.runs:
        font, shown = _paint_run(run, faces[run.face])
        parts += font, f"{_at(operation, x, y, run.clusters[0].x)} Tm", shown
    return "\n".join([*parts, "ET"])


def _outlined(
    operation: TextLine, x: float, y: float, faces: Mapping[Face, PaintedFace], space: InkSpace
) -> str:
    """The line as filled paths: a press that has no font cannot set a wrong one."""
    parts = [fill_with(operation.ink, space)]
    for run in operation.line.runs:
        face = faces[run.face]
        for cluster in run.clusters:
            path = face.paths[face.codes.numbers[key_of(cluster, run.size)]] if face.paths else ""
            if path:
                place = _at(operation, x, y, cluster.x, run.size)
                parts.append(f"q {place} cm {path} f Q")
    return "\n".join(parts)


def _at(operation: TextLine, x: float, y: float, along: float, scale: float = 1.0) -> str:
    """The matrix of what stands ``along`` pt from the line's edge (8.3.3), ``scale`` times as large."""
    size = number(scale, 5)
    if operation.turned:
        return f"0 {size} {number(-scale, 5)} 0 {number(x)} {number(y + along)}"
    return f"{size} 0 0 {size} {number(x + along)} {number(y)}"


def _paint_run(run: Run, face: PaintedFace) -> tuple[str, str]:
    """What chooses the font and what shows the codes; between them stands the place."""
    if id(run) not in face.known:
        font = f"/{face.resource} {number(run.size, 4)} Tf"
        shown = _shown_together(run, face) if run.direction == "ltr" else _shown_one_by_one(run, face)
        # With the run itself: as long as it lives, no other has its id.
        face.known[id(run)] = run, font, shown
    _, font, shown = face.known[id(run)]
    return font, shown


def _shown_one_by_one(run: Run, face: PaintedFace) -> str:
    """Each code by an operator of its own: PDFium sorts what is shown by place, but not inside one operator."""
    numbers = face.codes.numbers
    pen, shown = run.clusters[0].x, []
    for key, cluster in zip(keys_of(run), run.clusters, strict=True):
        step = number(cluster.x - pen)
        shown.append(f"{step} 0 Td <{numbers[key]:04X}> Tj")
        pen += float(step)
    return "\n".join(shown)


def _shown_together(run: Run, face: PaintedFace) -> str:
    """One operator: codes that follow each other at their natural advance share a string, between the others
    stands the step back in thousandths of an em. Steps are rounded against the pen, so that no error adds up; the pen
    starts at the first code, so that no step comes before it.
    """
    numbers, widths = face.codes.numbers, face.widths
    unit = run.size / 1000
    pen = run.clusters[0].x
    shown: list[str] = []
    for key, cluster in zip(keys_of(run), run.clusters, strict=True):
        step = round((pen - cluster.x) / unit)
        if step:
            shown.append(f">{step}<")
            pen -= step * unit
        code = numbers[key]
        shown.append(f"{code:04X}")
        pen += widths[code] * unit
    return f"[<{''.join(shown)}>] TJ"
