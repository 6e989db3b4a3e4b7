"""Our own files for print, judged by every rule of the preflight: what a print shop would say of them, before it does.

pikepdf is an extra; without it files are told as not judged, never passed over as fine. It is loaded here and nowhere
else in a check, because a build has no use for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from msgspec.structs import replace

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.check.preflight.demands import Demands, demands_of
from brochure.model.document import Document
from brochure.model.shop import Shop
from brochure.pipeline.request import PRESS
from brochure.state.outputs import Output

_PROGRAM = Span("brochure")


def check_pressed(document: Document, pdf: bytes, shop: Shop | None, profile: bytes) -> tuple[Finding, ...]:
    """What is wrong with a finished file for print. ``profile``: the one that it has to carry.

    The codes of :data:`brochure.check.preflight.rules.RULES`; ``not-judged``, a warning, where a package is missing.
    """
    try:
        from brochure.check.preflight.judge import judge_print
    except ModuleNotFoundError as error:
        if error.name != "pikepdf":
            raise
        return (_NOT_JUDGED,)
    name = Output(document.language.tag, document.format.id, PRESS, shop.id if shop else "").name
    remarks = judge_print(pdf, name, demands(document, shop, profile))
    return tuple(_told(document, [each.finding for each in remarks]))


def demands(document: Document, shop: Shop | None, profile: bytes) -> Demands:
    """What the shop asks, on the sheet of the document's format."""
    form, digest = document.format, hashlib.sha256(profile).hexdigest()
    asked = demands_of(shop, form.id, digest) if shop else Demands(profile=digest)
    return replace(
        asked,
        bleed=form.bleed,
        safe=form.safe,
        folds=tuple(side.folds for side in form.sides),
        sheet=(form.width, form.height),
    )


def _told(document: Document, findings: list[Finding]) -> Iterator[Finding]:
    """As the rest of a check tells it; what could not be judged is the machine's matter, and told once."""
    for finding in findings:
        if finding.code == _NOT_JUDGED.code:
            yield replace(finding, span=_PROGRAM)
        else:
            yield replace(finding, language=document.language.tag, format=document.format.id)


_NOT_JUDGED = Finding(
    "not-judged",
    "nobody has looked at files for print as a print shop does: pikepdf is not installed",
    _PROGRAM,
    Severity.WARNING,
    "Install it with: pip install 'brochure[validate]'",
)
