"""All rules about what a finished file tells, and the judges that put them to use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brochure.base.diagnostics import Finding, in_order
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
    tabs,
    title,
)
from brochure.check.accessible.due import matched
from brochure.check.accessible.rule import Rule
from brochure.check.accessible.tagged_file import read_told
from brochure.check.accessible.told import Told
from brochure.model.document import Document

RULES: tuple[Rule, ...] = (
    order.RULE,
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


def check_told(document: Document, pdf: bytes, name: str) -> tuple[Finding, ...]:
    """What is wrong with a tagged file made of ``document``, all at once; every finding is an error.

    ``name``: of the file, for findings that are about no text of the content. Raises ArgumentsError for bytes that
    are no tagged PDF, ModuleNotFoundError where pikepdf is not installed.
    """
    file = read_told(pdf, name)
    findings = [*_of_file(file, name), *_of_document(document, file, name)]
    tag, format_ = document.language.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)


def check_any_file(pdf: bytes, name: str) -> tuple[Finding, ...]:
    """What can be said against a tagged file whose content nobody knows; the findings are about ``name``.

    Raises as :func:`check_told`.
    """
    return in_order(_of_file(read_told(pdf, name), name))


def _of_file(file: Told, name: str) -> Iterator[Finding]:
    for rule in RULES:
        if rule.of_file is not None:
            yield from (rule.finding(fault, Span(name)) for fault in rule.of_file(file))


def _of_document(document: Document, file: Told, name: str) -> Iterator[Finding]:
    both = matched(document, file)
    for rule in RULES:
        if rule.of_document is not None:
            yield from (rule.finding(fault, Span(name)) for fault in rule.of_document(both))
