"""gettext's PO files (GNU gettext manual, 3): the address is the context, facts stand in braces.

A text whose English has changed is fuzzy. Where gettext knows the names of all facts of a text (Python's brace format),
it is told so, and ``msgfmt --check`` and editors for PO compare them.
"""

from __future__ import annotations

import re

import polib

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.source import decode
from brochure.exchange.inline import facts_in
from brochure.exchange.parcel import Item, Origin, Parcel, Returned, ReturnedItem, Standing, mark
from brochure.exchange.strangers import tell_stranger

_HEADER = "X-Brochure"
_PROJECTS, _VERSION, _ENGLISH, _TEXT = "projects", "version", "english", "text"
_NEVER = "1970-01-01 00:00+0000"
"""gettext asks for a date, and no clock decides bytes here."""

_BRACES = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
"""What gettext takes for a name in Python's brace format (its format-python-brace.c)."""


def write_po(parcel: Parcel) -> bytes:
    """The file, UTF-8. Same parcel, same bytes."""
    origin = parcel.origin
    file = polib.POFile(wrapwidth=0)
    file.metadata = {
        "Project-Id-Version": f"{' '.join(origin.projects)} {origin.version}",
        "Report-Msgid-Bugs-To": "see the person who sent this file",
        "POT-Creation-Date": _NEVER,
        "PO-Revision-Date": _NEVER,
        "Last-Translator": "nobody yet",
        "Language-Team": origin.language,
        "Language": origin.language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        _HEADER: _carrying(
            {
                _PROJECTS: " ".join(origin.projects),
                _VERSION: origin.version,
                _ENGLISH: origin.english,
                "language": origin.language,
            }
        ),
    }
    for item in parcel.items:
        file.append(_entry(item))
    return f"{file}\n".encode()


def _carrying(values: dict[str, str]) -> str:
    return "; ".join(f"{name}={value}" for name, value in values.items())


def _carried(text: str) -> dict[str, str]:
    pairs = (each.partition("=") for each in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs if name.strip()}


def _entry(item: Item) -> polib.POEntry:
    names = facts_in(item.english)
    flags = ["fuzzy"] if item.standing is Standing.STALE else []
    if names and all(_BRACES.fullmatch(name) for name in names):
        flags.append("python-brace-format")
    marks = {_ENGLISH: mark(item.english), _TEXT: mark(item.text)}
    told = [f"{name}: {value}" for name, value in (*item.said, ("state", item.standing.value))]
    told.append(f"brochure: {_carrying(marks)}")
    return polib.POEntry(
        msgctxt=item.address, msgid=item.english, msgstr=item.text, comment="\n".join(told), flags=flags
    )


def read_po(data: bytes, file: str, findings: Findings) -> Returned | None:
    """What came back; None where a finding says why there is nothing to read."""
    source = decode(data, file, findings)
    if source is None:
        return None
    try:
        # With its line end the text is no name of a file, which polib would open in its place.
        read = polib.pofile(f"{source.text}\n", check_for_duplicates=False)
    except Exception as error:
        # polib tells a mistake of syntax as OSError, and others as whatever its parts raise.
        found = re.search(r"line (\d+)", str(error))
        findings.error(
            "exchange-damaged",
            "the file is not a whole PO file" + ("; it breaks off here" if found else ""),
            Span(file, int(found[1]), 1) if found else Span(file),
            "Save it again in the editor for PO files that it was translated with.",
        )
        return None
    carried = _carried(read.metadata.get(_HEADER, ""))
    if not carried.get(_PROJECTS):
        tell_stranger(file, findings)
        return None
    origin = Origin(
        tuple(carried[_PROJECTS].split()),
        carried.get(_VERSION, ""),
        carried.get(_ENGLISH, ""),
        carried.get("language", ""),
    )
    return Returned(origin, tuple(_read_entry(entry, file) for entry in read if not entry.obsolete))


def _read_entry(entry: polib.POEntry, file: str) -> ReturnedItem:
    ours = [line for line in entry.comment.split("\n") if line.startswith("brochure: ")]
    carried = _carried(ours[-1].removeprefix("brochure: ")) if ours else {}
    return ReturnedItem(
        address=entry.msgctxt or "",
        english=entry.msgid,
        text=entry.msgstr,
        standing=_standing(entry),
        english_mark=carried.get(_ENGLISH, ""),
        text_mark=carried.get(_TEXT),
        span=Span(file, entry.linenum or 0, 1),
    )


def _standing(entry: polib.POEntry) -> Standing:
    if not entry.msgstr:
        return Standing.NEW
    return Standing.STALE if "fuzzy" in entry.flags else Standing.TRANSLATED
