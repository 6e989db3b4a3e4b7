"""The declared fonts: what is there, what each costs in the repository, which languages of the editions need it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import Finding, SurroundingsError, in_order
from brochure.content.findings import Findings
from brochure.content.fonts import FILE, FOLDER, read_fonts
from brochure.content.languages import read_language
from brochure.content.plan import edition_names, read_plan
from brochure.content.theme import read_theme
from brochure.model.fonts import Face, FontList, Origin


class Standing(Struct, frozen=True):
    """A family. ``files``: bytes by weight. ``scripts``: ISO 15924 codes that name it. ``languages``: tags of the
    editions whose script names it; of the Latin family every other language has at least the digits, which is not
    counted.
    """

    family: str
    origin: Origin
    files: Mapping[str, int]
    scripts: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(self.files.values())


def standings(root: Path) -> tuple[tuple[Standing, ...], tuple[Finding, ...]]:
    """Families in the order of the list. Raises ArgumentsError: no project; SurroundingsError: a file is gone."""
    findings = Findings()
    fonts = read_fonts(root, findings)
    if fonts is None:
        return (), findings.all
    scripts = _scripts_in_use(root, findings)
    found = tuple(
        Standing(
            family=family,
            origin=fonts.origins[family],
            files={weight: _size(face) for weight, face in faces.items()},
            scripts=(named := _scripts_of(fonts, family)),
            languages=tuple(tag for tag, script in scripts.items() if script in named),
        )
        for family, faces in fonts.families.items()
    )
    return found, in_order(findings.all)


def _scripts_of(fonts: FontList, family: str) -> tuple[str, ...]:
    return tuple(script for script, families in fonts.scripts.items() if family in families)


def _scripts_in_use(root: Path, findings: Findings) -> dict[str, str]:
    """Language to script, in the order of the editions; a tag that CLDR does not know is told by ``brochure check``."""
    look = read_theme(root, findings)
    tags = dict.fromkeys(tag for name in edition_names(root) for tag in read_plan(root, name).languages)
    languages = (read_language(tag, look.writing if look else {}, "en", {}, {}) for tag in tags)
    return {language.tag: language.script for language in languages if language is not None}


def _size(face: Face) -> int:
    try:
        return face.path.stat().st_size
    except OSError as error:
        raise SurroundingsError(
            f"{FOLDER}/{face.family}/{face.path.name} cannot be read: {error.strerror}",
            f"Put the file back; {FILE} names its source.",
        ) from error
