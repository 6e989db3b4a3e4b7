"""What the page is told, as JSON: pages with what can be pointed at, texts, findings, how far a language has come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from msgspec import Struct

from brochure.base.diagnostics import Finding
from brochure.base.geometry import Rect
from brochure.base.lengths import to_mm
from brochure.content.words import FOLDER, Wording, language_file
from brochure.layout.operations import PlacedPage
from brochure.layout.spare import Spare
from brochure.layout.touched import Touchable, touchables
from brochure.model.document import Document
from brochure.model.parts import voiced
from brochure.model.sign import SignUse
from brochure.model.unit import Unit
from brochure.pipeline.status import Standing

Json = dict[str, Any]

_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_BLED = "print"
"""The target whose pages reach over the trim."""


class Owner(Struct, frozen=True):
    """Whose words a line is: ``language`` and ``address`` of a unit; of a fact ``address`` is its name, and ``place``
    that in the edition's file.
    """

    language: str
    address: str
    kind: str
    place: str


def owner_by_file(each: Touchable, tag: str) -> Owner | None:
    """Of words on pages that are no document's: whose file they stand in. ``tag``: of what is typed and in no file."""
    file = PurePosixPath(each.span.file)
    if file.parent.as_posix() == FOLDER:
        return Owner(file.stem, each.address, "unit", "")
    if each.span.file == each.address:
        return Owner(tag, each.address, "unit", "")
    return None


def owners(document: Document) -> dict[tuple[str, str], Owner]:
    """By address and file of what is set, and by ``sign:`` and its id of signs that say something."""
    found: dict[tuple[str, str], Owner] = {}
    for language, part in voiced((document.title, document.panels), document.language):
        key = (part.address, part.span.file) if isinstance(part, Unit) else (part.reference, part.span.file)
        kind = "unit" if isinstance(part, Unit) else "fact"
        found.setdefault(key, Owner(language.tag, key[0], kind, str(part.span)))
    return found


def signs(document: Document) -> dict[str, str]:
    """The address of what is said of each sign, by the sign's id."""
    return {use.sign.id: use.alternative.address for use in _sign_uses(document.panels)}


def _sign_uses(value: object) -> Iterable[SignUse]:
    if isinstance(value, SignUse):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _sign_uses(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _sign_uses(getattr(value, name))


def page(placed: PlacedPage, version: int, target: str, document: Document | None, tag: str) -> Json:
    """``width`` and ``height`` in mm, of the picture. ``hits``: boxes in per cent of it, in the order of reading.
    ``tag``: of the language that is looked at.
    """
    margin = placed.bleed if target == _BLED else 0.0
    whole = Rect(-margin, -margin, placed.width + 2 * margin, placed.height + 2 * margin)
    return {
        "width": round(to_mm(whole.width), 2),
        "height": round(to_mm(whole.height), 2),
        "version": version,
        "hits": _hits(touchables(placed), whole, document, tag),
    }


def _hits(found: Sequence[Touchable], whole: Rect, document: Document | None, tag: str) -> list[Json]:
    known, alternatives = (owners(document), signs(document)) if document else ({}, {})
    hits: dict[tuple[str, str, str], Json] = {}
    last = 1 << 30
    for each in sorted(found, key=lambda one: last if one.node is None else one.node):
        owner = known.get((each.address, each.span.file)) if document else owner_by_file(each, tag)
        if document and each.sign in alternatives:
            owner = Owner(document.language.tag, alternatives[each.sign], "sign", "")
        if owner is None:
            continue
        key = (owner.kind, owner.language, owner.address)
        hit = hits.setdefault(
            key, {"kind": owner.kind, "language": owner.language, "address": owner.address, "boxes": []}
        )
        if owner.kind == "fact":
            hit["place"] = owner.place
        hit["boxes"].append(_per_cent(each.place, whole))
    return list(hits.values())


def _per_cent(place: Rect, whole: Rect) -> list[float]:
    return [
        round(100 * (place.x - whole.x) / whole.width, 3),
        round(100 * (place.y - whole.y) / whole.height, 3),
        round(100 * place.width / whole.width, 3),
        round(100 * place.height / whole.height, 3),
    ]


def texts(document: Document, states: Mapping[str, Mapping[str, str]]) -> list[Json]:
    """Every text of a document once, in reading order; a text that is missing has none. ``states``: by language."""
    found: dict[tuple[str, str], Json] = {}
    for language, part in voiced((document.title, document.panels, document.subject), document.language):
        if isinstance(part, Unit):
            is_missing = part.text == f"[{part.address}]"
            text = {
                "language": language.tag,
                "address": part.address,
                "text": "" if is_missing else part.text,
                "state": "missing" if is_missing else states.get(language.tag, {}).get(part.address, "draft"),
            }
            found.setdefault((language.tag, part.address), text)
    return list(found.values())


class Places:
    """Which text a finding is about: the one that it names, or the last that begins above its place in the file."""

    def __init__(self, words: Mapping[str, Iterable[tuple[str, Wording | None]]]) -> None:
        self._known = {address for texts in words.values() for address, _ in texts}
        self._lines = {
            tag: sorted(
                (wording.span.line, address)
                for address, wording in texts
                if wording is not None and wording.span.file == language_file(tag)
            )
            for tag, texts in words.items()
        }

    def finding(self, finding: Finding) -> Json:
        """As JSON, with ``language`` and ``address`` of its text, "" where it is about none."""
        tag, address = self._text_of(finding)
        return {
            "severity": str(finding.severity),
            "code": finding.code,
            "message": finding.message,
            "help": finding.help,
            "file": finding.span.file,
            "line": finding.span.line,
            "column": finding.span.column,
            "language": tag,
            "address": address,
        }

    def _text_of(self, finding: Finding) -> tuple[str, str]:
        for tag, lines in self._lines.items():
            if finding.span.file != language_file(tag):
                continue
            named = [name for name in _ADDRESS.findall(finding.message) if name in self._known]
            named += [name for name in finding.help.splitlines()[:1] if name in self._known]
            above = [address for line, address in lines if line <= finding.span.line]
            if named or (above and finding.span.line):
                return tag, (named or above[-1:])[0]
        return "", ""


def standing(found: Standing) -> Json:
    """How far a language has come in a format. Counts are None where the document cannot be read."""
    counts = found.texts
    return {
        "language": found.language,
        "format": found.format,
        "missing": found.missing,
        "stale": counts.stale if counts else None,
        "draft": counts.draft if counts else None,
        "reviewed": counts.reviewed if counts else None,
        "approved": counts.approved if counts else None,
        "too_long": found.too_long,
        "errors": found.errors,
    }


def room(places: Sequence[Spare]) -> list[Json]:
    """Room that is left, in mm, at each place where a text is set."""
    return [
        {
            "panel": each.panel,
            "left": round(to_mm(each.length), 1),
            "measure": round(to_mm(each.measure), 1),
            "lines": each.lines,
            "too_high": round(to_mm(each.too_high), 1),
            "too_wide": round(to_mm(each.too_wide), 1),
            "too_many": each.too_many,
            "size": round(each.size, 2),
            "floor": round(each.floor, 2),
        }
        for each in places
    ]
