import pytest

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.pipeline.outcome import exit_code

ERROR = Finding("overflow", "", Span("a"))
WARNING = Finding("tight", "", Span("a"), Severity.WARNING)
CANNOT = Finding("cannot-write", "", Span("a"))


@pytest.mark.parametrize(
    ("findings", "strict", "code"),
    [
        ([], False, 0),
        ([], True, 0),
        ([WARNING], False, 0),
        ([WARNING], True, 1),
        ([WARNING, ERROR], False, 1),
        ([CANNOT], False, 3),
        ([ERROR, CANNOT], True, 3),
    ],
)
def test_codes(findings: list[Finding], strict: bool, code: int) -> None:
    assert exit_code(findings, strict=strict) == code
