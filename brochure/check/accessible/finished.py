"""Finished files, read again by pikepdf and judged by all rules."""

from __future__ import annotations

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.check.accessible.rules import judge_document, judge_file
from brochure.check.accessible.tagged_file import read_told
from brochure.model.document import Document


def check_told(document: Document, pdf: bytes, name: str) -> tuple[Finding, ...]:
    """What is wrong with a tagged file made of ``document``, all at once; every finding is an error.

    ``name``: of the file, for findings that are about no text of the content. Raises ArgumentsError for bytes that
    are no tagged PDF.
    """
    file = read_told(pdf, name)
    findings = [*judge_file(file, name), *judge_document(document, file, name)]
    tag, format_ = document.tag, document.format.id
    return in_order(replace(finding, language=tag, format=format_) for finding in findings)


def check_any_file(pdf: bytes, name: str) -> tuple[Finding, ...]:
    """What can be said against a tagged file whose content nobody knows; the findings are about ``name``.

    Raises as :func:`check_told`.
    """
    return in_order(judge_file(read_told(pdf, name), name))
