from __future__ import annotations

from collections.abc import Callable

import pikepdf
from check.accessible.spoiling import elements
from pikepdf import Name

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def the_inner_heading_raised(file: pikepdf.Pdf) -> None:
    """With its row of the outline, so that nothing else is wrong."""
    (heading,) = elements(file, "H2")
    heading.S = Name.H1
    outline = file.Root.Outlines
    first = outline.First
    row, after = first.First, first.Next
    for key in ("/First", "/Last", "/Count"):
        del first[key]
    row.Parent, row.Prev, row.Next = outline, first, after
    first.Next, after.Prev = row, row


def no_headings(file: pikepdf.Pdf) -> None:
    for element in elements(file, "H1", "H2"):
        element.S = Name.P
    del file.Root.Outlines


def a_level_left_out(file: pikepdf.Pdf) -> None:
    elements(file, "H2")[0].S = Name.H3


def test_a_heading_of_another_level_is_told(found: Found) -> None:
    (finding,) = found(the_inner_heading_raised)
    assert finding.code == "heading-structure"
    assert finding.message == (
        "“هذا ليس ذنبك” is a heading of level 2, and a screen reader says a heading of level 1"
    )
    assert finding.span.file == "content/languages/ar.yaml"


def test_headings_that_are_none_to_the_ear_are_told(found: Found) -> None:
    findings = found(no_headings)
    assert {finding.code for finding in findings} == {"heading-structure"}
    assert len(findings) == 6
    assert all(finding.message.endswith("and a screen reader says plain words") for finding in findings)


def test_a_level_left_out_is_told_here_too(found: Found) -> None:
    messages = [f.message for f in found(a_level_left_out, unseen=False) if f.code == "heading-structure"]
    assert "the heading “هذا ليس ذنبك” is of level 3, and the one before it of 1" in messages


def test_the_first_heading_is_of_level_one(found: Found) -> None:
    def lowered(file: pikepdf.Pdf) -> None:
        for element in elements(file, "H1"):
            element.S = Name.H2

    messages = [f.message for f in found(lowered, unseen=False) if f.code == "heading-structure"]
    assert "the first heading, “هل يحدث هذا معك؟”, is of level 2 and not 1" in messages
