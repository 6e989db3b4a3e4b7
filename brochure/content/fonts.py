"""``fonts/fonts.yaml``: the declared fonts. Files are opened, and hashes checked, where text is set."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.nodes import Mapping, Scalar, compose
from brochure.content.source import leads_outside, read_source, tell_outside
from brochure.model.fonts import Face, FontList, Origin, Weight

FOLDER = "fonts"
FILE = "fonts/fonts.yaml"
WEIGHTS: tuple[Weight, Weight] = ("regular", "bold")
_SHA256 = re.compile(r"[0-9a-f]{64}")
LICENCES_WE_MAY_SHIP = ("OFL-1.1", "Apache-2.0", "CC0-1.0")


def read_fonts(root: Path, findings: Findings) -> FontList | None:
    """The list; None where no text could be set with it: the file cannot be read, or the Latin family is not there."""
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    return _font_list(root, tree, findings) if tree else None


def _font_list(root: Path, tree: Mapping, findings: Findings) -> FontList | None:
    fields = Fields(tree, tree.span, "the font list", findings)
    families: dict[str, dict[Weight, Face]] = {}
    origins: dict[str, Origin] = {}
    for entry in fields.entries("families", needed=True):
        family = Fields(entry.value, entry.key.span, f"the family '{entry.key.text}'", findings)
        faces, origin = _family(root, entry.key.text, family)
        if len(faces) == len(WEIGHTS):
            families[entry.key.text] = faces
            origins[entry.key.text] = origin
    declared = {entry.key.text for entry in fields.entries("families")}
    scripts = {}
    group = fields.group("scripts")
    for entry in group.all():
        named = group.scalars(entry.key.text)
        _tell_unknown(named, declared, findings)
        scripts[entry.key.text] = tuple(name.text for name in named if name.text in families)
    latin = fields.scalar("latin", needed=True)
    fields.done()
    if latin is None:
        return None
    _tell_unknown((latin,), declared, findings)
    return FontList(families, scripts, latin.text, origins) if latin.text in families else None


def _tell_unknown(named: tuple[Scalar, ...], declared: set[str], findings: Findings) -> None:
    for name in named:
        if name.text not in declared:
            findings.error(
                "unknown-family",
                f"there is no font family {shown(name.text)}",
                name.span,
                findings.suggest(name.text, declared, "Declared families"),
            )


def _family(root: Path, name: str, fields: Fields) -> tuple[dict[Weight, Face], Origin]:
    licence = fields.choice("licence", LICENCES_WE_MAY_SHIP)
    licence_file = fields.scalar("licence_file", needed=True)
    if licence_file:
        _present(root, licence_file, fields.findings)
    source = fields.text("source", needed=True)
    version = fields.text("version", needed=True)
    faces_of = fields.group("faces")
    faces: dict[Weight, Face] = {}
    for weight in WEIGHTS:
        if faces_of.need(weight) is None:
            continue
        face = _face(
            root, name, weight, version, faces_of.group(weight, what=f"the {weight} face of '{name}'")
        )
        if face is not None:
            faces[weight] = face
    faces_of.done()
    fields.done()
    return faces, Origin(licence, licence_file.text if licence_file else "", source, version)


def _face(root: Path, family: str, weight: Weight, version: str, fields: Fields) -> Face | None:
    file = fields.scalar("file", needed=True)
    sha256 = fields.scalar("sha256", needed=True)
    fields.done()
    if file is None or sha256 is None:
        return None
    if not _SHA256.fullmatch(sha256.text):
        fields.findings.error(
            "wrong-type",
            "'sha256' is to be 64 digits and letters a to f",
            sha256.span,
            "'sha256sum FILE' prints it.",
        )
    path = _present(root, file, fields.findings)
    return Face(PurePosixPath(file.text).stem, family, weight, path, sha256.text, version) if path else None


def _present(root: Path, file: Scalar, findings: Findings) -> Path | None:
    """The path of a file named in the list; it lies in the folder of the fonts and nowhere else."""
    relative = PurePosixPath(file.text)
    path = root / FOLDER / relative
    if relative.is_absolute() or ".." in relative.parts or "\\" in file.text:
        findings.error(
            "wrong-path",
            f"{shown(file.text)} leaves the folder {FOLDER}/",
            file.span,
            "Name it from that folder on.",
        )
        return None
    try:
        there = path.is_file()
    except (OSError, ValueError):
        there = False
    if there and leads_outside(root, path):
        tell_outside(f"{FOLDER}/{relative.as_posix()}", findings)
        return None
    if not there:
        findings.error(
            "missing-font",
            f"the file {shown(file.text)} is not in {FOLDER}/",
            file.span,
            "Add it, or correct its name.",
        )
        return None
    return path


def font_files(root: Path) -> tuple[Path, ...]:
    """Every file the list names that is there, for the hash of an output's inputs."""
    unheard = Findings()
    source = read_source(root, FILE, unheard)
    tree = compose(source, unheard) if source else None
    if tree is None:
        return ()
    found = []
    fields = Fields(tree, Span(FILE), "the font list", unheard)
    for entry in fields.entries("families"):
        faces = Fields(entry.value, entry.key.span, "a family", unheard).group("faces")
        for weight in faces.all():
            file = Fields(weight.value, weight.key.span, "a face", unheard).scalar("file")
            path = _present(root, file, unheard) if file else None
            if path:
                found.append(path)
    return tuple(found)
