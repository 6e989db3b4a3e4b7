from __future__ import annotations

from collections.abc import Callable

import pikepdf
from check.accessible.spoiling import elements, hold, kids
from pikepdf import Name

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def no_lists(file: pikepdf.Pdf) -> None:
    for element in elements(file, "L", "LI", "LBody"):
        element.S = Name.Div
        if "/A" in element:
            del element.A


def two_rows_in_one_item(file: pikepdf.Pdf) -> None:
    one, two = elements(file, "LBody")[:2]
    hold(one, [*kids(one), *kids(two)])
    rows = elements(file, "L")[0]
    hold(rows, [kids(rows)[0], *kids(rows)[2:]])


def a_list_in_two(file: pikepdf.Pdf) -> None:
    rows = elements(file, "L")[0]
    panel = rows.P
    other = file.make_indirect(pikepdf.Dictionary(Type=Name.StructElem, S=Name.L, P=panel))
    held = kids(rows)
    hold(rows, held[:5])
    hold(other, held[5:])
    at = [kid.objgen for kid in kids(panel)].index(rows.objgen)
    hold(panel, [*kids(panel)[: at + 1], other, *kids(panel)[at + 1 :]])


def test_rows_that_are_no_list_are_told(found: Found) -> None:
    findings = found(no_lists)
    assert {finding.code for finding in findings} == {"list-structure"}
    assert len(findings) == 10 + 8 + 5
    assert all("is a row of a list, and a screen reader hears no list" in f.message for f in findings)


def test_rows_that_share_an_item_are_told(found: Found) -> None:
    (finding,) = found(two_rows_in_one_item)
    assert finding.code == "list-structure"
    assert "shares an item with another row" in finding.message


def test_a_list_in_two_is_told(found: Found) -> None:
    findings = found(a_list_in_two)
    assert {finding.code for finding in findings} == {"list-structure"}
    assert len(findings) == 5
    assert all("stands in another list than the row before it" in f.message for f in findings)


def test_an_empty_item_is_told(found: Found) -> None:
    def emptied(file: pikepdf.Pdf) -> None:
        rows = elements(file, "L")[0]
        body = pikepdf.Dictionary(Type=Name.StructElem, S=Name.LBody)
        item = file.make_indirect(pikepdf.Dictionary(Type=Name.StructElem, S=Name.LI, P=rows))
        hold(item, [file.make_indirect(body)])
        hold(rows, [*kids(rows), item])

    (finding,) = found(emptied)
    assert (finding.code, finding.message) == ("list-structure", "an item of a list is empty")


def test_what_is_no_item_is_told_here_too(found: Found) -> None:
    def otherwise(file: pikepdf.Pdf) -> None:
        elements(file, "LI")[0].S = Name.Div

    messages = [f.message for f in found(otherwise, unseen=False) if f.code == "list-structure"]
    assert any(message.startswith("a list holds Div, “") for message in messages)
