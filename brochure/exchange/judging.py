"""Texts that came back, judged by the rules of a language file before they are in one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.check.words.rules import check_words
from brochure.content.findings import Findings
from brochure.content.project import Project
from brochure.content.wording import judge_words
from brochure.exchange.comparison import Difference, worded
from brochure.model.language import Language


def judge_differences(
    differences: Iterable[Difference], projects: Sequence[Project], language: Language
) -> tuple[Finding, ...]:
    """What ``brochure check`` would say of these texts, for any of the editions, at their places in the file: lost and
    added placeholders, digits, letters of other languages, what nobody sees.
    """
    by_address = {each.address: each for each in differences}
    found = Findings(language.tag)
    for each in by_address.values():
        worded(each.address, each.after, found)
    words = {address: each.wording for address, each in by_address.items()}
    for project in projects:
        if project.words is None or project.edition is None:
            continue
        judge_words(words, project.words, project.edition, found)
        found.take(check_words(project, language, words))
    return in_order(
        replace(finding, span=by_address[finding.span.file].span)
        for finding in found.all
        if finding.span.file in by_address
    )
