from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]
FIRST, INNER, SECOND = "“هل يحدث هذا معك؟”", "“هذا ليس ذنبك”", "“يمكنك طلب المساعدة”"


def no_outline(file: pikepdf.Pdf) -> None:
    del file.Root.Outlines


def other_words(file: pikepdf.Pdf) -> None:
    file.Root.Outlines.First.Title = pikepdf.String("1")


def another_page(file: pikepdf.Pdf) -> None:
    file.Root.Outlines.First.Dest[0] = file.pages[0].obj


def another_height(file: pikepdf.Pdf) -> None:
    file.Root.Outlines.First.Dest[3] = 20


def nowhere(file: pikepdf.Pdf) -> None:
    del file.Root.Outlines.First.Dest


def another_depth(file: pikepdf.Pdf) -> None:
    """The row below the first one beside it."""
    outline = file.Root.Outlines
    first = outline.First
    row, after = first.First, first.Next
    for key in ("/First", "/Last", "/Count"):
        del first[key]
    row.Parent, row.Prev, row.Next = outline, first, after
    first.Next, after.Prev = row, row


def a_row_more(file: pikepdf.Pdf) -> None:
    last = file.Root.Outlines.Last
    more = file.make_indirect(
        pikepdf.Dictionary(Title="!", Parent=file.Root.Outlines, Prev=last, Dest=last.Dest)
    )
    last.Next, file.Root.Outlines.Last = more, more


DAMAGES: dict[str, tuple[Damage, str]] = {
    "words": (other_words, f"the outline says “1” where the heading {FIRST} follows"),
    "page": (another_page, f"the row {FIRST} of the outline does not lead to its heading"),
    "height": (another_height, f"the row {FIRST} of the outline does not lead to its heading"),
    "nowhere": (nowhere, f"the row {FIRST} of the outline does not lead to its heading"),
    "depth": (another_depth, f"the outline has {INNER} at depth 1 and not 2"),
    "more": (a_row_more, "the outline has a row “!” too many"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_row_that_leads_astray_is_told(damage: str, found: Found) -> None:
    do, message = DAMAGES[damage]
    (finding,) = found(do)
    assert (finding.code, finding.message) == ("outline", message)


def test_every_heading_without_row_is_told(found: Found) -> None:
    findings = found(no_outline)
    assert {finding.code for finding in findings} == {"outline"}
    assert len(findings) == 6
    assert f"the outline has no row for the heading {SECOND}" in [finding.message for finding in findings]
