"""All rules about what a file tells, and how they are put to use; nothing here needs an outside package."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.check.accessible import (
    alternatives,
    artifacts,
    contrast,
    headings,
    languages,
    links,
    lists,
    order,
    outline,
    spaces,
    tabs,
    title,
)
from brochure.check.accessible.due import matched
from brochure.check.accessible.rule import Rule
from brochure.check.accessible.told import Told
from brochure.model.document import Document

RULES: tuple[Rule, ...] = (
    order.RULE,
    spaces.RULE,
    alternatives.RULE,
    languages.RULE,
    headings.RULE,
    lists.RULE,
    links.RULE,
    outline.RULE,
    title.RULE,
    artifacts.RULE,
    tabs.RULE,
    contrast.RULE,
)
"""In the order of brochure/docs/findings.md."""


def judge_file(file: Told, name: str) -> Iterator[Finding]:
    """What can be said against a file by itself. ``name``: what findings about no text of the content point at."""
    for rule in RULES:
        if rule.of_file is not None:
            yield from (rule.finding(fault, Span(name)) for fault in rule.of_file(file))


def judge_document(document: Document, file: Told, name: str) -> Iterator[Finding]:
    """What can be said against a file beside the document that it was made of."""
    both = matched(document, file)
    for rule in RULES:
        if rule.of_document is not None:
            yield from (rule.finding(fault, Span(name)) for fault in rule.of_document(both))
