"""A file for the screen: by PDF/UA-1 and PDF/A-2a, and as a screen reader meets it (``check/accessible``)."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import ArgumentsError, Severity
from brochure.check.accessible.finished import check_any_file
from brochure.check.accessible.rules import RULES
from brochure.check.conformance import FLAVOURS, judge
from brochure.check.preflight.reading import UnreadableError, opened
from brochure.check.preflight.remark import Remark, unreadable

_CLAIMED = ("ua1", "2a")
_BOTH = " and ".join(FLAVOURS[each] for each in _CLAIMED)


def judge_screen(data: bytes, name: str) -> tuple[Remark, ...]:
    """What is wrong with a file for the screen; ``name`` is for the reader of a remark."""
    try:
        with opened(data):
            pass
    except UnreadableError as error:
        return (unreadable(name, error.rule, error.message),)
    return (*_told(data, name), *_breaches(data, name))


def _told(data: bytes, name: str) -> Iterator[Remark]:
    reasons = {rule.id: rule.reason for rule in RULES}
    try:
        findings = check_any_file(data, name)
    except ArgumentsError as error:
        found = error.message.removeprefix(f"{name} ")
        yield Remark(name, "untagged", 0, None, found, "a structure tree", "ISO 14289-1, 7.1")
        return
    for each in findings:
        yield Remark(
            name, each.code, 0, None, each.message, "as screen.md asks", reasons[each.code], each.severity
        )


def _breaches(data: bytes, name: str) -> Iterator[Remark]:
    verdict = judge(data, _CLAIMED)
    for breach in verdict.breaches:
        yield Remark(name, "not-conforming", 0, None, str(breach), _BOTH, "ISO 14289-1; ISO 19005-2")
    if verdict.not_judged:
        found = "page-validation is not installed"
        wanted = "pip install 'brochure[validate]'"
        yield Remark(
            name, "not-judged", 0, None, found, wanted, f"nobody has judged {_BOTH}", Severity.WARNING
        )
