"""What moves, hides or locks has no place in a file for a press."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined, is_empty, meets
from brochure.check.preflight.pictures import packings
from brochure.check.preflight.rule import Fault, Rule
from brochure.check.preflight.transform import box_of

_MARKS = frozenset({"/PrinterMark", "/TrapNet", "/Popup"})
_MOST_OBJECTS = 200_000


def _annotations(file: Examined, _: Demands) -> Iterator[Fault]:
    """Also what would show nothing: a link draws a box in some programs."""
    for sheet in file.sheets:
        for each in sheet.page.get("/Annots", []):
            box = box_of(each.Rect)
            kind = str(each.get("/Subtype", "/?"))
            if kind not in _MARKS and meets(box, sheet.bleed):
                yield Fault(f"an annotation {kind[1:]}", sheet.number, box)


def _actions(file: Examined, _: Demands) -> Iterator[Fault]:
    root = file.pdf.Root
    if "/AA" in root or isinstance(root.get("/OpenAction"), pikepdf.Dictionary):
        yield Fault("the file does something when it is opened")
    for sheet in file.sheets:
        if "/AA" in sheet.page.obj:
            yield Fault("does something when it is shown", sheet.number)
        for each in sheet.page.get("/Annots", []):
            if "/A" in each or "/AA" in each:
                kind = str(each.get("/A", pikepdf.Dictionary()).get("/S", "/?"))[1:]
                yield Fault(f"does something when it is touched: {kind}", sheet.number, box_of(each.Rect))


def _scripts(file: Examined, _: Demands) -> Iterator[Fault]:
    root = file.pdf.Root
    if "/JavaScript" in root.get("/Names", pikepdf.Dictionary()):
        yield Fault("scripts in the catalogue of names")
    for each in file.pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/JavaScript":
            yield Fault(f"a script in object {each.objgen[0]}")


def _forms(file: Examined, _: Demands) -> Iterator[Fault]:
    if "/AcroForm" in file.pdf.Root:
        yield Fault("a form to fill in")


def _locked(file: Examined, _: Demands) -> Iterator[Fault]:
    if file.pdf.is_encrypted:
        yield Fault("the file is encrypted")


def _layers(file: Examined, _: Demands) -> Iterator[Fault]:
    if "/OCProperties" in file.pdf.Root:
        yield Fault("layers that can be switched off")


def _compression(file: Examined, _: Demands) -> Iterator[Fault]:
    for number, each in enumerate(file.pdf.objects):
        if number > _MOST_OBJECTS:
            return
        if isinstance(each, pikepdf.Stream):
            for how in packings(each.get("/Filter")):
                yield Fault(f"object {each.objgen[0]} is packed by {how}")
    for sheet in file.sheets:
        yield from (
            Fault(f"a picture packed by {what}", sheet.number, box) for what, box in sheet.walked.packed
        )


def _object_streams(file: Examined, _: Demands) -> Iterator[Fault]:
    if file.pdf.trailer.get("/Type") == "/XRef" or b"/ObjStm" in file.data:
        yield Fault("objects packed in streams")


def _device(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        yield from (Fault(what, sheet.number, box) for what, box in sheet.walked.device)


def _broken(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        yield from (Fault(what, sheet.number, box) for what, box in sheet.walked.broken)


def _damaged(file: Examined, _: Demands) -> Iterator[Fault]:
    if file.warnings:
        times = f"{len(file.warnings)} time{'s' * (len(file.warnings) > 1)}"
        yield Fault(f"the reader had to mend the file {times}, first: {file.warnings[0]}")


def _empty(file: Examined, _: Demands) -> Iterator[Fault]:
    for sheet in file.sheets:
        seen = [each for each in sheet.walked.painted if not each.colour.is_white and not is_empty(each.box)]
        if not any(meets(each.box, sheet.trim) for each in seen):
            yield Fault("nothing is painted inside the trim", sheet.number)


RULES = (
    Rule(
        "annotation",
        "no annotation and no link inside the bleed",
        "[X4] ISO 15930-7, 6: annotations",
        _annotations,
    ),
    Rule("action", "no actions", "[X4] ISO 15930-7, 6: actions", _actions),
    Rule("script", "no JavaScript", "[X4] ISO 15930-7, 6: actions", _scripts),
    Rule("form-field", "no forms", "[X4] ISO 15930-7, 6: interactive forms", _forms),
    Rule("encrypted", "no encryption", "[X4] ISO 15930-7, 6: encryption", _locked),
    Rule("layers", "no layers", "print.md, the file; [GWG] 2015", _layers),
    Rule(
        "compression",
        "no LZW, no JPEG 2000",
        "[X4] ISO 15930-7, 6: compression; print.md, the file",
        _compression,
    ),
    Rule(
        "object-streams",
        "no object streams",
        "[X1a] ISO 15930-4, 6: built on PDF 1.4",
        _object_streams,
        ("X-1a",),
    ),
    Rule(
        "device-control",
        "no PostScript, OPI, reference, alternate picture or transfer curve",
        "[X4] ISO 15930-7, 6: PostScript, OPI, alternates, transfer functions",
        _device,
    ),
    Rule("content-broken", "what pages paint can be carried out", "ISO 32000-1, 7.8.2", _broken),
    Rule("file-damaged", "a whole file", "ISO 32000-1, 7.5", _damaged),
    Rule("empty-page", "something on every page", "[GWG] 2015", _empty),
)
