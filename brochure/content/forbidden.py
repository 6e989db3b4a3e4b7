"""``content/forbidden.yaml``: words that the outside of a brochure may not say, by language."""

from __future__ import annotations

from collections.abc import Mapping as Named
from pathlib import Path

from brochure.content.fields import Fields
from brochure.content.findings import Findings, shown
from brochure.content.languages import is_known
from brochure.content.nodes import compose
from brochure.content.source import read_source

FILE = "content/forbidden.yaml"
_SHORTEST = 2
"""Characters: a single letter stands in every word."""


def read_forbidden(root: Path, findings: Findings) -> Named[str, tuple[str, ...]]:
    """Language tag to beginnings or parts of words, NFC; empty where a project has no such file."""
    if not (root / FILE).exists():
        return {}
    source = read_source(root, FILE, findings)
    tree = compose(source, findings) if source else None
    if tree is None:
        return {}
    fields = Fields(tree, tree.span, "the list of forbidden words", findings)
    forbidden = {}
    for entry in fields.all():
        tag = entry.key.text
        if not is_known(tag):
            findings.error(
                "unknown-language",
                f"CLDR, the list of the world's languages, has no language {shown(tag)}",
                entry.key.span,
                "Is the tag right? It is written as in ar, pt-BR, zh-Hans.",
            )
        forbidden[tag] = tuple(_words(fields, tag, findings))
    return forbidden


def _words(fields: Fields, tag: str, findings: Findings) -> list[str]:
    words = []
    for word in fields.scalars(tag, needed=True):
        if len(word.text.strip()) < _SHORTEST:
            findings.error(
                "wrong-type",
                f"{shown(word.text)} is too short to be looked for",
                word.span,
                "It would be found inside of innocent words. Write more of the word.",
            )
        else:
            words.append(word.text.strip())
    return words
