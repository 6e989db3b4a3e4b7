from __future__ import annotations

from collections.abc import Callable

import pikepdf

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def backwards(file: pikepdf.Pdf) -> None:
    page = next(page for page in file.pages if len(page.get("/Annots", [])) > 1)
    page.Annots = pikepdf.Array(list(reversed(list(page.Annots))))


def in_rows(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        page.Tabs = pikepdf.Name.R


def test_links_in_another_order_are_told(found: Found) -> None:
    findings = found(backwards)
    assert {finding.code for finding in findings} == {"tab-order"}
    assert "on page 1 the tabulator goes to “116 000” before “113”, which is read first" in [
        finding.message for finding in findings
    ]


def test_another_way_to_tab_is_told_here_too(found: Found) -> None:
    assert [finding.message for finding in found(in_rows, unseen=False)] == [
        f"on page {page} the tabulator does not follow the structure (/Tabs /S)" for page in (1, 2)
    ]
