"""Finished PDFs, ours or not, judged as a print shop or a screen reader meets them."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.check.preflight.apart import File, For, judge_files, judge_together
from brochure.check.preflight.demands import Demands, demands_of
from brochure.check.preflight.remark import Remark
from brochure.content.findings import Findings
from brochure.content.folded import folded_sheet
from brochure.content.shops import read_shop, require_shop
from brochure.model.shop import Shop
from brochure.pipeline.profiles import profile, profiles_for


class Inspection(Struct, frozen=True):
    """``files``: as the user names them. ``purpose``: what they are for. ``shop``: whose demands hold, "" for those of
    print.md. ``one_set``: all files share their colour plates; otherwise those that are named like one set do.
    """

    root: Path
    files: tuple[Path, ...]
    purpose: For = "print"
    shop: str = ""
    one_set: bool = False


class Judgement(Struct, frozen=True):
    """``name``: of the file, with forward slashes. ``remarks``: in the order of the rules."""

    name: str
    remarks: tuple[Remark, ...]


class Inspected(Struct, frozen=True):
    """``files`` in the order they were given. ``plates``: what parts those that share plates. ``findings``: what is
    wrong with the shop's own file; then nothing is judged.
    """

    files: tuple[Judgement, ...]
    plates: tuple[Remark, ...]
    findings: tuple[Finding, ...]

    @property
    def remarks(self) -> tuple[Remark, ...]:
        return (*itertools.chain.from_iterable(each.remarks for each in self.files), *self.plates)


def inspect(inspection: Inspection) -> Inspected:
    """Every file judged. Raises ArgumentsError: no such shop; SurroundingsError: pikepdf is not installed."""
    shop, findings = _shop(inspection)
    if findings:
        return Inspected((), (), findings)
    files = [File(path, path.as_posix(), _demands(inspection, path, shop)) for path in inspection.files]
    judged = judge_files(files, inspection.purpose)
    plates = tuple(_plates(files, inspection)) if inspection.purpose == "print" else ()
    named = zip(files, judged, strict=True)
    return Inspected(tuple(Judgement(file.name, remarks) for file, remarks in named), plates, ())


def _shop(inspection: Inspection) -> tuple[Shop | None, tuple[Finding, ...]]:
    if not inspection.shop:
        return None, ()
    require_shop(inspection.root, inspection.shop)
    findings = Findings()
    return read_shop(inspection.root, inspection.shop, findings), findings.all


def _demands(inspection: Inspection, path: Path, shop: Shop | None) -> Demands:
    """What is asked of a file. One that is named like ours, ``leaflet-ar.pdf``, is folded as that format is."""
    format_id = _format_of(path)
    demands = Demands()
    if shop is not None:
        own = profile(inspection.root / profiles_for(shop)["print"])
        demands = demands_of(shop, format_id, hashlib.sha256(own).hexdigest())
    sheet = folded_sheet(inspection.root, format_id)
    if sheet is None:
        return demands
    return replace(demands, folds=sheet.folds, sheet=(sheet.width, sheet.height))


def _format_of(path: Path) -> str:
    """The format that a file's name begins with, as ``state/outputs.py`` names them."""
    return path.stem.partition("-")[0]


def _plates(files: Sequence[File], inspection: Inspection) -> Iterator[Remark]:
    if inspection.one_set:
        sets = [list(files)]
    else:
        named = [file for file in files if "-" in file.path.stem]
        keys = dict.fromkeys((file.path.parent, _format_of(file.path)) for file in named)
        sets = [[file for file in named if (file.path.parent, _format_of(file.path)) == key] for key in keys]
    for each in sets:
        if len(each) > 1:
            yield from judge_together(each, one_set=inspection.one_set)
