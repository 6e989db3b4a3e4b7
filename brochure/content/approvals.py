"""``content/approvals/<tag>.yaml``: who has read which text. ``brochure.state.approval_file`` writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from brochure.base.spans import Span
from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.folders import names_in
from brochure.content.nodes import Entry, compose
from brochure.content.source import Source, read_source
from brochure.content.words import has_language_file, language_file, tell_case_twins
from brochure.model.approval import LEVELS, Approval, Level

FOLDER = "content/approvals"
MAX_BYTES = 4_000_000
"""Twenty thousand units. The program writes this file itself, so a large one is no book pasted into it."""

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")
_LINE = re.compile(
    r"(?P<address>[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+): "
    r'\{source: "(?P<source>[0-9a-f]{16})", text: "(?P<text>[0-9a-f]{16})", state: (?P<state>[a-z]+)'
    r'(?:, by: "(?P<by>[a-z][a-z0-9_-]*)", on: "(?P<on>[0-9]{4}-[0-9]{2}-[0-9]{2})")?\}'
)


def approvals_file(tag: str) -> str:
    """Relative to the root."""
    return f"{FOLDER}/{tag}.yaml"


def read_approvals(root: Path, tag: str, findings: Findings) -> Mapping[str, Approval] | None:
    """Records by address of unit; None where there is no file, or none that can be read.

    An entry that is damaged is told and left out: what is not understood approves nothing.
    """
    if f"{tag}.yaml" not in names_in(root / FOLDER):
        return None
    source = read_source(root, approvals_file(tag), findings, MAX_BYTES)
    if source is None:
        return None
    untouched = _untouched(source)
    if untouched is not None:
        return untouched
    tree = compose(source, findings)
    if tree is None:
        return None
    read = (_approval(tag, entry, findings) for entry in tree.entries)
    return {approval.address: approval for approval in read if approval is not None}


def _untouched(source: Source) -> dict[str, Approval] | None:
    """The records of a file as the program writes it, line by line; None where any line is not quite like that.

    Then YAML's own reader has to say what it is. It takes 1.5 s for ten thousand units, this 0.1 s.
    """
    read: dict[str, Approval] = {}
    for number, line in enumerate(source.text.removesuffix("\n").split("\n"), 1):
        if line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        on = _day(match["on"]) if match else None
        if match is None or match["address"] in read or (match["on"] and on is None):
            return None
        level: Level | None = next((each for each in LEVELS if each == match["state"]), None)
        if level is None or (level != "translated") != (on is not None):
            return None
        span = Span(source.file, number, 1)
        by_span = Span(source.file, number, match.start("by")) if on else span
        read[match["address"]] = Approval(
            match["address"], match["source"], match["text"], level, match["by"] or "", on, span, by_span
        )
    return read or None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _approval(tag: str, entry: Entry, findings: Findings) -> Approval | None:
    own = Findings(tag)
    fields = Fields(entry.value, entry.key.span, f"the record of '{entry.key.text}'", own)
    level: Level = next(each for each in LEVELS if each == fields.choice("state", LEVELS))
    signed = level != "translated"
    approval = Approval(
        address=entry.key.text,
        source=_fingerprint(fields, "source"),
        text=_fingerprint(fields, "text"),
        level=level,
        by=fields.text("by", needed=True) if signed else "",
        on=fields.day("on", needed=True) if signed else None,
        span=entry.key.span,
        by_span=fields.value_at("by"),
    )
    fields.done()
    findings.take(own.all)
    return None if own.all else approval


def _fingerprint(fields: Fields, key: str) -> str:
    found = fields.scalar(key, needed=True)
    if found is not None and not _FINGERPRINT.fullmatch(found.text):
        fields.findings.error(
            "wrong-type",
            f"'{key}' of {fields.what} is {shown(found.text)}, but 16 digits and letters a to f are needed",
            found.span,
            "Take the line back as the program wrote it, or delete it: then the text is not approved.",
        )
    return found.text if found else ""


def tell_stray_approvals(root: Path, findings: Findings) -> None:
    """Files of records for languages that have no words, and two for one language by letter case."""
    folder = root / FOLDER
    if not folder.is_dir():
        return
    tell_case_twins(root, findings, FOLDER)
    for path in sorted(folder.glob("*.yaml")):
        if not has_language_file(root, path.stem):
            own = Findings(path.stem)
            own.warning(
                "approval-language-gone",
                f"there are no words in a language {shown(path.stem)}, so what is recorded here counts for nothing",
                Span(f"{FOLDER}/{path.name}"),
                f"Delete it, or correct its name: it is that of {language_file('<tag>')}.",
            )
            findings.take(own.all)
