"""Files that are read on a screen, judged as who does not see them meets them, and by the standards they claim.

pikepdf and page-validation are extras; what is missing is told as not judged, never passed over as fine. Both are
loaded here and nowhere else in a check, because a build has no use for them: 0.1 s that a build without changes saves.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.check.conformance import judge
from brochure.model.document import Document
from brochure.state.outputs import Output

TARGETS = ("screen", "office")
"""Whose files have a structure tree."""

FLAVOURS = ("ua1", "2a")
"""What these files claim to be, by the validator's names."""

_INSTALL = "Install it with: pip install 'brochure[validate]'"


def check_heard(document: Document, target: str, pdf: bytes) -> tuple[Finding, ...]:
    """What is wrong with a finished file of a target, all at once; none for a target that is not read on a screen.

    The codes of :data:`brochure.check.accessible.rules.RULES`, ``not-conforming`` for a rule of PDF/UA-1 or PDF/A-2a
    that is broken, and ``not-judged``, a warning, where a package is missing.
    """
    if target not in TARGETS:
        return ()
    name = Output(document.tag, document.format.id, target).name
    return (*_told(document, name, pdf), *_breaches(document, name, pdf))


def _told(document: Document, name: str, pdf: bytes) -> tuple[Finding, ...]:
    try:
        from brochure.check.accessible.finished import check_told
    except ModuleNotFoundError as error:
        if error.name != "pikepdf":
            raise
        return (_not_judged("nobody has looked at what a screen reader says: pikepdf is not installed"),)
    return check_told(document, pdf, name)


def _breaches(document: Document, name: str, pdf: bytes) -> Iterator[Finding]:
    verdict = judge(pdf, FLAVOURS)
    if verdict.not_judged:
        yield _not_judged(
            "nobody has judged files for the screen by PDF/UA-1 and PDF/A-2a: page-validation is not installed"
        )
    for breach in verdict.breaches:
        yield Finding(
            "not-conforming",
            str(breach),
            Span(name),
            help="This is a fault of the program, not of the words: pass it on.",
            language=document.tag,
            format=document.format.id,
        )


def _not_judged(message: str) -> Finding:
    return Finding("not-judged", message, Span("brochure"), Severity.WARNING, _INSTALL)
