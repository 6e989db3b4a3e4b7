"""A file for a press, judged by all rules in this process. For files of strangers: ``apart``."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from brochure.base.diagnostics import Severity
from brochure.check.conformance import is_installed
from brochure.check.preflight.budget import BROKEN, TooMuchError
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined
from brochure.check.preflight.reading import UnreadableError, examined
from brochure.check.preflight.remark import Remark, place_in, unreadable
from brochure.check.preflight.rule import Fault, Rule
from brochure.check.preflight.rules import RULES


def judge_print(data: bytes, name: str, demands: Demands) -> tuple[Remark, ...]:
    """What is wrong with a file for a press, in the order of the rules, then of the pages.

    ``name``: for the reader of a remark. A file that cannot be read is a remark, not an exception.
    """
    try:
        with examined(data, name) as file:
            remarks = [
                each
                for rule in RULES
                if demands.standard in rule.standards
                for each in _said(rule, file, demands)
            ]
    except UnreadableError as error:
        return (unreadable(name, error.rule, error.message),)
    except TooMuchError as error:
        return (unreadable(name, "too-heavy", str(error)),)
    return (*remarks, *_not_judged(name))


def _said(rule: Rule, file: Examined, demands: Demands) -> Iterator[Remark]:
    """A rule's faults, those of one page that say the same as one."""
    told: dict[tuple[int, str], Remark] = {}
    try:
        for fault in rule.judge(file, demands):
            key = (fault.page, fault.found)
            if key in told:
                told[key] = replace(told[key], times=told[key].times + 1)
            else:
                told[key] = _remark(rule, fault, file)
    except BROKEN as error:
        found = f"not judged, because the file is broken here: {error}"
        told[0, found] = _remark(rule, Fault(found), file)
    yield from told.values()


def _remark(rule: Rule, fault: Fault, file: Examined) -> Remark:
    place = place_in(fault.box, file.sheets[fault.page - 1].trim) if fault.box and fault.page else None
    wanted = fault.wanted or rule.wanted
    return Remark(file.name, rule.id, fault.page, place, fault.found, wanted, rule.why, fault.severity)


def _not_judged(name: str) -> Iterator[Remark]:
    if not is_installed():
        yield Remark(
            name,
            "not-judged",
            0,
            None,
            "nobody has compared the widths of letters with the fonts: page-validation is not installed",
            "pip install 'brochure[validate]'",
            "print.md, the file",
            Severity.WARNING,
        )
