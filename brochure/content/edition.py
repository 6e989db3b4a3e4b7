"""``content/editions/<name>.yaml``: the facts, and what is made of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Mapped
from pathlib import Path
from typing import TypeVar

from brochure.base.diagnostics import Finding
from brochure.content.fields import Fields, tell_unquoted
from brochure.content.findings import Findings, nearest, shown
from brochure.content.formats import known_formats
from brochure.content.nodes import Mapping, Scalar, compose
from brochure.content.services import read_limit, read_right, read_service, read_verification
from brochure.content.source import read_source
from brochure.content.unseen import tell_unseen
from brochure.content.web import opened, read_web
from brochure.content.words import has_language_file, language_file, language_tags
from brochure.model.edition import Edition, Phrase, Phrases, Publisher, QuickExit, Right, Service

FOLDER = "content/editions"
_CODE = re.compile(r"(?=.{1,12}$)[A-Z0-9]+(-[A-Z0-9]+)*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RESERVED = ("edition", "publisher", "phrases", "language")
"""First words of facts that are no services: a service of that name would hide them."""

_KEPT_FOR_PEOPLE = ("held_back", "open_questions")

T = TypeVar("T")


def edition_file(name: str) -> str:
    """Relative to the root."""
    return f"{FOLDER}/{name}.yaml"


def compose_edition(root: Path, name: str, findings: Findings) -> Mapping | None:
    """The edition's file as nodes; None where it cannot be read."""
    source = read_source(root, edition_file(name), findings)
    return compose(source, findings) if source else None


def read_edition(root: Path, name: str, findings: Findings) -> Edition | None:
    """The edition; None where its file cannot be read at all."""
    tree = compose_edition(root, name, findings)
    if tree is None:
        return None
    tell_unquoted(tree, findings)
    tell_unseen(tree, findings)
    fields = Fields(tree, tree.span, "the edition", findings)
    head = fields.group("edition")
    services = _named(fields, "services", "service", read_service)
    rights = _named(fields, "legal", "right", read_right)
    _tell_shared_names(services, rights, findings)
    edition = Edition(
        id=name,
        code=_code(head),
        country=head.text("country", needed=True),
        is_example=head.flag("example"),
        source_language=head.choice("source_language", ("en",)),
        languages=languages_of(fields, root),
        formats=formats_of(fields, root),
        publisher=_publisher(fields.group("publisher")),
        phrases=_phrases(fields, head),
        services=services,
        rights=rights,
        limits=_named(fields, "limits", "limit", read_limit),
        verification=read_verification(head),
        span=head.span,
        worker_languages=worker_languages_of(head),
        own_names=_names(fields, "own_language_names"),
        sheet_languages=sheet_languages_of(fields),
        web=read_web(head),
        quick_exit=_quick_exit(head),
    )
    head.choice("id", (name,))
    head.done(("checked_how",))
    fields.done(_KEPT_FOR_PEOPLE)
    return edition


def _tell_shared_names(
    services: Mapped[str, Service], rights: Mapped[str, Right], findings: Findings
) -> None:
    for shared in sorted(set(services) & set(rights)):
        findings.error(
            "duplicate-key",
            f"'{shared}' is the name of a service and of an entry under legal",
            rights[shared].span,
            "Rename one of the two: placeholders could not tell them apart.",
        )


def languages_of(fields: Fields, root: Path) -> tuple[str, ...]:
    """Tags of the edition's list; a tag twice, one that cannot be a tag and one without file are told."""
    tags = _tags(fields, "languages", needed=True)
    there = language_tags(root)
    fields.findings.take(
        _missing_language(tag, there) for tag in tags if not has_language_file(root, tag.text)
    )
    return tuple(tag.text for tag in tags)


def worker_languages_of(head: Fields) -> tuple[str, ...]:
    """Tags of the languages of front-line workers. ``head``: the group ``edition``."""
    return tuple(tag.text for tag in _tags(head, "worker_languages"))


def sheet_languages_of(fields: Fields) -> tuple[str, ...]:
    """Tags of the languages that stand together on the sheet: some of the edition's."""
    languages = [tag.text for tag in fields.scalars("languages")]
    tags = _tags(fields, "sheet_languages")
    for tag in tags:
        if tag.text not in languages:
            fields.findings.error(
                "unknown-language",
                f"{shown(tag.text)} is in sheet_languages, but not in the edition's languages",
                tag.span,
                fields.findings.suggest(tag.text, languages, "Its languages"),
            )
    return tuple(tag.text for tag in tags if tag.text in languages)


def _tags(fields: Fields, key: str, *, needed: bool = False) -> tuple[Scalar, ...]:
    """A list of language tags, each once."""
    read: dict[str, Scalar] = {}
    for tag in fields.scalars(key, needed=needed):
        if not _TAG.fullmatch(tag.text):
            fields.findings.error(
                "unknown-language",
                f"{shown(tag.text)} is no language tag",
                tag.span,
                "Write it as in ar, pt-BR or zh-Hans.",
            )
        elif tag.text in read:
            fields.findings.error(
                "duplicate-key", f"{shown(tag.text)} is listed twice", tag.span, "Delete one."
            )
        else:
            read[tag.text] = tag
    return tuple(read.values())


def _missing_language(tag: Scalar, there: tuple[str, ...]) -> Finding:
    near = nearest(tag.text, there)
    return Finding(
        "missing-language",
        f"the edition lists {shown(tag.text)}, but there is no file {language_file(tag.text)}",
        tag.span,
        help=f"There is {language_file(near)}."
        if near
        else "Add the file, or take the language out of the list.",
        language=tag.text,
    )


def formats_of(fields: Fields, root: Path) -> tuple[str, ...]:
    """Formats of the edition's list that have a file; the others are told."""
    known = known_formats(root)
    named = fields.scalars("formats", needed=True)
    for name in named:
        if name.text not in known:
            fields.findings.error(
                "unknown-format",
                f"there is no format {shown(name.text)}",
                name.span,
                fields.findings.suggest(name.text, known, "Formats that have a file"),
            )
    return tuple(dict.fromkeys(name.text for name in named if name.text in known))


def _named(fields: Fields, key: str, what: str, read: Callable[[str, Fields], T]) -> dict[str, T]:
    """Entries of a group by their names."""
    named = {}
    for entry in fields.entries(key):
        name = entry.key.text
        if not _NAME.fullmatch(name) or name in _RESERVED:
            fields.findings.error(
                "wrong-name",
                f"a {what} cannot be called {shown(name)}",
                entry.key.span,
                "Use small letters a to z, digits and _; some names, such as edition, are taken.",
            )
            continue
        named[name] = read(name, Fields(entry.value, entry.key.span, f"the {what} '{name}'", fields.findings))
    return named


def _code(head: Fields) -> str:
    """It stands on every copy and in the names of packages and records."""
    code = head.scalar("code", needed=True)
    if code is None or _CODE.fullmatch(code.text):
        return code.text if code else ""
    head.findings.error(
        "wrong-name",
        f"an edition cannot have the code {shown(code.text)}",
        code.span,
        'Use up to 12 letters A to Z, digits and hyphens, as in "LU-A".',
    )
    return "X"


def _quick_exit(head: Fields) -> QuickExit | None:
    if head.entry("quick_exit") is None:
        return None
    fields = head.group("quick_exit")
    address, label = read_web(fields, "address", needed=True), fields.text("label", needed=True)
    fields.done()
    return QuickExit(opened(address), label, fields.span) if address and label else None


def _publisher(fields: Fields) -> Publisher:
    publisher = Publisher(
        fields.text("name", needed=True), not fields.flag("placeholder"), fields.value_at("name")
    )
    fields.done(("note",))
    return publisher


def _phrases(fields: Fields, head: Fields) -> Phrases:
    sentences = {}
    group = fields.group("phrases", needed=False)
    for entry in group.all():
        text = group.scalar(entry.key.text)
        if text is not None:
            sentences[entry.key.text] = Phrase(entry.key.text, text.text, text.span)
    return Phrases(
        language=head.text("phrase_language", needed=True),
        sentences=sentences,
        names=_names(fields, "phrase_language_names"),
        verified_by=fields.text("phrases_verified_by"),
        verified_on=fields.day("phrases_verified_on"),
    )


def _names(fields: Fields, key: str) -> dict[str, str]:
    """Names by language tag."""
    names = fields.group(key, needed=False)
    return {entry.key.text: names.text(entry.key.text) for entry in names.all()}
