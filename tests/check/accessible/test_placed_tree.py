"""The tree before the file, against the same rules; the file's own tests are beside each rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Leaflet
from msgspec.structs import replace

from brochure.check.accessible.placed_tree import check_placed_tree, told_by
from brochure.layout.operations import Node, Role


@pytest.mark.parametrize("tag", ["en", "fr", "ar", "th", "zh-Hans"])
def test_nothing_is_wrong_with_our_trees(tag: str, leaflet: Callable[[str], Leaflet]) -> None:
    one = leaflet(tag)
    assert [str(finding) for finding in check_placed_tree(one.document, one.placed)] == []


def changed(node: Node, change: Callable[[Node], Node]) -> Node:
    return change(replace(node, children=tuple(changed(child, change) for child in node.children)))


def backwards(node: Node) -> Node:
    return replace(node, children=node.children[::-1]) if node.role is Role.L else node


def without_language(node: Node) -> Node:
    return replace(node, language="")


def other_words(node: Node) -> Node:
    return replace(node, alternative="x") if node.alternative else node


def no_heading(node: Node) -> Node:
    return replace(node, role=Role.P) if node.role is Role.H2 else node


def no_list(node: Node) -> Node:
    return replace(node, role=Role.SECT) if node.role in (Role.L, Role.LI, Role.LBODY) else node


def no_link(node: Node) -> Node:
    return replace(node, role=Role.SPAN) if node.role is Role.LINK else node


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (backwards, {"reading-order", "alternative-text"}),
        (without_language, {"language-of-parts"}),
        (other_words, {"alternative-text"}),
        (no_heading, {"heading-structure"}),
        (no_list, {"list-structure"}),
        (no_link, {"wrong-link"}),
    ],
)
def test_a_wrong_tree_is_told(
    change: Callable[[Node], Node], codes: set[str], leaflet: Callable[[str], Leaflet]
) -> None:
    one = leaflet("ar")
    findings = check_placed_tree(one.document, replace(one.placed, root=changed(one.placed.root, change)))
    assert {finding.code for finding in findings} == codes
    assert {(finding.language, finding.format) for finding in findings} == {("ar", "leaflet")}


def test_it_says_what_the_finished_file_says(leaflet: Callable[[str], Leaflet], project_root: Path) -> None:
    """Word for word but for marks of direction, which the painter adds."""
    from brochure.check.accessible.due import plain
    from brochure.check.accessible.tagged_file import read_told
    from brochure.finish.pdf import write_pdf
    from brochure.pipeline.profiles import PROFILES, profile

    placed = leaflet("ar").placed
    file = read_told(write_pdf(placed, "screen", profile(project_root / PROFILES["screen"])), "x.pdf")
    assert [(each.role, each.language, plain(each.text)) for each in told_by(placed).elements()] == [
        (each.role, each.language, plain(each.text)) for each in file.elements()
    ]
