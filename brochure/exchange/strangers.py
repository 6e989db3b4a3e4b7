"""A file that is not one of ours."""

from __future__ import annotations

from brochure.base.spans import Span
from brochure.content.findings import Findings


def tell_stranger(file: str, findings: Findings) -> None:
    """The finding of a file that does not say where it is from."""
    findings.error(
        "exchange-other-project",
        "the file does not say that brochure export made it",
        Span(file),
        "Only files that this project has exported can come back. If a translation tool has thrown the marks away,\n"
        "ask the translator to save in the format that they were given.",
    )
