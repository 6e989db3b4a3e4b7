"""Which declared faces the font files that somebody names would replace."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import ArgumentsError, Finding, Severity, SurroundingsError, in_order
from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.fonts import FILE
from brochure.model.fonts import Face, FontList, Weight
from brochure.text.font_file import SUFFIXES, FontFile, Refused, read_font_file

_STATIC = "Take the static TrueType file (.ttf) of the family; brochure/docs/fonts.md says where from."


class Replacement(Struct, frozen=True):
    """A declared face, its file, and the one that would stand in its place."""

    face: Face
    old: FontFile
    new: FontFile

    @property
    def is_same(self) -> bool:
        """To the byte."""
        return self.old.sha256 == self.new.sha256

    @property
    def newer(self) -> Face:
        """The face with the file in its place."""
        return replace(self.face, path=self.new.path, sha256=self.new.sha256, version=self.new.version)

    @property
    def lost(self) -> tuple[int, ...]:
        """Code points that only the declared file has."""
        return tuple(sorted(self.old.characters - self.new.characters))

    @property
    def gained(self) -> tuple[int, ...]:
        """Code points that only the newer file has."""
        return tuple(sorted(self.new.characters - self.old.characters))


def replaced(fonts: FontList, replacements: Iterable[Replacement]) -> FontList:
    """The list with the newer files in their places."""
    families: dict[str, Mapping[Weight, Face]] = dict(fonts.families)
    for each in replacements:
        families[each.face.family] = {**families[each.face.family], each.face.weight: each.newer}
    return replace(fonts, families=families)


def match(fonts: FontList, given: Path) -> tuple[tuple[Replacement, ...], tuple[Finding, ...]]:
    """What of ``given``, a file or a folder, would replace which face, and what of it cannot be used.

    In a folder, weights that are not declared are passed over: packages hold all nine. Raises ArgumentsError where
    nothing there looks like a font, SurroundingsError where a declared file is damaged.
    """
    declared = {(old.name, face.weight): (face, old) for face, old in _declared(fonts)}
    names = {name for name, _ in declared}
    findings = Findings()
    found: dict[str, Replacement] = {}
    for path in _files(given):
        span, file = Span(path.as_posix()), read_font_file(path)
        if isinstance(file, Refused):
            findings.error("unusable-font", f"the font cannot be used: {file.reason}", span, _STATIC)
        elif file.weight is None or (file.name, file.weight) not in declared:
            if given.is_file() or file.name not in names:
                findings.take([_stranger(file, names, alone=given.is_file())])
        else:
            face, old = declared[file.name, file.weight]
            if face.id in found:
                other = found[face.id].new.path.as_posix()
                findings.error(
                    "two-fonts", f"{face.id} is here and in {other}", span, "Name the one that is meant."
                )
            else:
                found[face.id] = Replacement(face, old, file)
    return tuple(found[each] for each in sorted(found)), in_order(findings.all)


def _declared(fonts: FontList) -> Iterable[tuple[Face, FontFile]]:
    """Every face with its file, whose own name for its family is what a newer file must have."""
    for face in (face for faces in fonts.families.values() for face in faces.values()):
        file = read_font_file(face.path)
        if isinstance(file, Refused):
            raise SurroundingsError(
                f"{face.path.name} cannot be used: {file.reason}", f"Put back the file that {FILE} names."
            )
        yield face, file


def _files(given: Path) -> list[Path]:
    if given.is_file():
        return [given]
    files = sorted(path for path in given.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    if not files:
        raise ArgumentsError(
            f"There is no font file in {given.as_posix()}.", "Name a .ttf file, or a folder with some."
        )
    return files


def _stranger(file: FontFile, names: Collection[str], *, alone: bool) -> Finding:
    """A font of another family is an error where nothing else was named; in a folder it only lies beside the others."""
    if file.name in names:
        message = f"{FILE} declares {file.name} regular and bold, and this is neither"
    else:
        message = (
            f"{FILE} declares no family {file.name!r}" if file.name else "the font does not say its family"
        )
    return Finding(
        "stranger-font",
        message,
        Span(file.path.as_posix()),
        Severity.ERROR if alone else Severity.WARNING,
        f"Declared are {', '.join(sorted(names))}.",
    )
