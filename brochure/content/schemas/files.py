"""Which schema belongs to which YAML file, the schemas as bytes, and the line that names one to an editor."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from brochure.content.findings import Findings
from brochure.content.formats import PRODUCTS, known_formats
from brochure.content.schemas.facts import of_edition
from brochure.content.schemas.languages import of_source, of_translation
from brochure.content.schemas.lists import (
    of_approvals,
    of_catalogue,
    of_fonts,
    of_forbidden,
    of_people,
    of_printed,
    of_shop,
    of_sign_guide,
    of_specimens,
    of_theme,
)
from brochure.content.schemas.places import of_format, of_structure
from brochure.content.schemas.shapes import Shape
from brochure.content.words import SourceWords, read_source_words

FOLDER = "content/schemas"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_BELONGS: Mapping[str, str] = {
    "content/languages/en.yaml": "source-language",
    "content/languages/*.yaml": "language",
    "content/editions/*.yaml": "edition",
    "content/formats/*.yaml": "format",
    "content/approvals/*.yaml": "approvals",
    "content/printed/*.yaml": "printed",
    "content/brochure.yaml": "structure",
    "content/theme.yaml": "theme",
    "content/people.yaml": "people",
    "content/shops/*.yaml": "shop",
    "content/forbidden.yaml": "forbidden",
    "pictograms/catalogue.yaml": "catalogue",
    "pictograms/kit/guide.yaml": "sign-guide",
    "fonts/fonts.yaml": "fonts",
    "fonts/specimens.yaml": "specimens",
}
"""Pattern of a file, relative to the root, to the name of its schema; the first that fits counts."""

_MODELINE = re.compile(r"[ \t]*#[ \t]*yaml-language-server:[^\r\n]*(?:\r\n|\r|\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BOM = "\ufeff"


def read_schemas(root: Path, findings: Findings) -> dict[str, bytes]:
    """Every schema by the name of its file under ``content/schemas``; none where the English words cannot be read."""
    products = tuple(dict.fromkeys((*PRODUCTS, *known_formats(root))))
    words = read_source_words(root, products, findings)
    if words is None:
        return {}
    return {f"{name}.json": _written(name, shape) for name, shape in _shapes(words, products).items()}


def _shapes(words: SourceWords, products: tuple[str, ...]) -> dict[str, Shape]:
    return {
        "source-language": of_source(products),
        "language": of_translation(words),
        "edition": of_edition(words.units, products),
        "format": of_format(),
        "structure": of_structure(words.units),
        "theme": of_theme(),
        "fonts": of_fonts(),
        "specimens": of_specimens(),
        "catalogue": of_catalogue(),
        "sign-guide": of_sign_guide(),
        "people": of_people(),
        "shop": of_shop(),
        "forbidden": of_forbidden(),
        "approvals": of_approvals(),
        "printed": of_printed(),
    }


def _written(name: str, shape: Shape) -> bytes:
    about = f"{name} files of a brochure. Written by the program: brochure schemas. Not to be edited by hand."
    schema = {"$schema": _DIALECT, "$comment": about, **shape}
    # The name of a file need not be text: JSON has the same sign for what is none.
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def schema_of(file: str) -> str:
    """The name of the schema of a file, relative to the root; "" for one that is none of the project's."""
    path = PurePosixPath(file)
    return next((name for pattern, name in _BELONGS.items() if path.match(pattern)), "")


def files_with_schema(root: Path) -> Iterator[str]:
    """Every YAML file of the project that is there, relative to the root, sorted."""
    found = {path for pattern in _BELONGS for path in root.glob(pattern) if path.is_file()}
    return iter(sorted(path.relative_to(root).as_posix() for path in found))


def modeline(file: str) -> str:
    """The comment by which editors that know the YAML language server find a file's schema
    (https://github.com/redhat-developer/yaml-language-server#using-inlined-schema). ``file``: relative to the root.
    """
    schema = posixpath.relpath(f"{FOLDER}/{schema_of(file)}.json", posixpath.dirname(file))
    return f"# yaml-language-server: $schema={schema}"


def with_modeline(text: str, file: str) -> str:
    """``text`` of ``file`` with its modeline as the first line; any other modeline among the comments at its head goes.

    Byte order mark, line ends and all other lines stay as they are.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    rest = text.removeprefix(_BOM)
    end = "\r\n" if "\r\n" in rest else "\n" if "\n" in rest or "\r" not in rest else "\r"
    lines = [line for line in _LINE.findall(rest) if line]
    head = next((at for at, line in enumerate(lines) if not _is_comment(line)), len(lines))
    kept = [line for at, line in enumerate(lines) if at >= head or not _MODELINE.fullmatch(line)]
    return "".join((mark, modeline(file), end, *kept))


def _is_comment(line: str) -> bool:
    return line.lstrip(" \t")[:1] in ("#", "\r", "\n", "")
