import datetime

import pytest
from msgspec.structs import replace

from brochure.base.diagnostics import Severity
from brochure.base.spans import Span
from brochure.state.expiry import Expiry, expired

EXPIRY = Expiry("infotraite", "2027-05-22", Span("content/editions/luxembourg.yaml", 70, 3))


@pytest.mark.parametrize(
    ("today", "severity", "message"),
    [
        ("2027-04-21", None, ""),
        ("2027-04-22", Severity.WARNING, "infotraite expires on 2027-05-22"),
        ("2027-05-21", Severity.WARNING, "infotraite expires on 2027-05-22"),
        ("2027-05-22", Severity.ERROR, "infotraite expired on 2027-05-22"),
        ("2031-01-01", Severity.ERROR, "infotraite expired on 2027-05-22"),
    ],
)
def test_days(today: str, severity: Severity | None, message: str) -> None:
    findings = expired([EXPIRY], datetime.date.fromisoformat(today), "ar", "leaflet")
    assert [(f.code, f.severity, f.message) for f in findings] == (
        [("fact-expired", severity, message)] if severity else []
    )
    assert all((f.span, f.language, f.format) == (EXPIRY.span, "ar", "leaflet") for f in findings)


def test_the_units_that_rest_on_it_are_named() -> None:
    carrying = replace(EXPIRY, units=("help.doctor", "help.lawyer"))
    (finding,) = expired([carrying], datetime.date(2027, 5, 22), "ar", "leaflet")
    assert finding.help.splitlines()[1:] == ["It carries help.doctor, help.lawyer."]


def test_a_day_that_could_not_be_read_is_past_and_is_not_told_as_a_day() -> None:
    unread = replace(EXPIRY, expires=datetime.date.min.isoformat())
    (finding,) = expired([unread], datetime.date(2027, 5, 22), "ar", "leaflet")
    assert finding.is_error
    assert finding.message == "infotraite has no day of expiry that can be read, and counts as expired"
