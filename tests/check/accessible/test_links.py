from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from check.accessible.spoiling import Damage, elements, kids, link_on

from brochure.base.diagnostics import Finding

NUMBER = "+352 621 351 884"
Found = Callable[..., tuple[Finding, ...]]


def another_number(file: pikepdf.Pdf) -> None:
    link_on(file, NUMBER).A.URI = pikepdf.String("tel:+352621351885")


def not_the_facts_address(file: pikepdf.Pdf) -> None:
    """The same digits, another address."""
    link_on(file, NUMBER).A.URI = pikepdf.String("tel:00352621351884")


def with_spaces(file: pikepdf.Pdf) -> None:
    """As somebody might type it."""
    link_on(file, NUMBER).A.URI = pikepdf.String("tel:+352 621 351 884")


def other_contents(file: pikepdf.Pdf) -> None:
    link_on(file, NUMBER).Contents = pikepdf.String("Link")


def beside_its_words(file: pikepdf.Pdf) -> None:
    rectangle = link_on(file, NUMBER).Rect
    link_on(file, NUMBER).Rect = pikepdf.Array(
        [float(edge) + (20 if n % 2 == 0 else 0) for n, edge in enumerate(rectangle)]
    )


def on_other_words(file: pikepdf.Pdf) -> None:
    """Down over the sentence below the police's number."""
    place = link_on(file, "113")
    left, bottom, right, top = (float(edge) for edge in place.Rect)
    place.Rect = pikepdf.Array([left, bottom - 12, right, top])


def nothing_to_touch(file: pikepdf.Pdf) -> None:
    """As a screen reader meets it: the element knows its words alone."""
    link = elements(file, "Link")[1]
    link.K = pikepdf.Array([kid for kid in kids(link) if kid.get("/Type") != "/OBJR"])


DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "other number": (another_number, {"dials +352621351885", "leads to tel:+352621351885, infotraite"}),
    "other address": (
        not_the_facts_address,
        {"dials 00352621351884", "leads to tel:00352621351884, infotraite"},
    ),
    "spaces": (with_spaces, {"which is no address", "leads to tel:+352 621 351 884, infotraite"}),
    "contents": (other_contents, {"is said to be “Link”"}),
    "place": (beside_its_words, {"does not lie on its words"}),
    "nothing to touch": (
        nothing_to_touch,
        {"is said to be a link, and nothing can be touched", "is in no Link element"},
    ),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_touched_is_what_is_called(damage: str, found: Found) -> None:
    do, parts = DAMAGES[damage]
    findings = found(do)
    assert {finding.code for finding in findings} == {"wrong-link"}
    for part in parts:
        assert [finding for finding in findings if part in finding.message], part
    assert len(findings) == len(parts)


def test_a_link_over_other_words_is_told(found: Found) -> None:
    findings = found(on_other_words)
    assert {finding.code for finding in findings} == {"wrong-link"}
    assert all("lies on other words too" in finding.message for finding in findings)
    assert findings


def test_a_link_outside_of_the_tree_is_told_here_too(found: Found) -> None:
    def plain_words(file: pikepdf.Pdf) -> None:
        elements(file, "Link")[1].S = pikepdf.Name.Span

    messages = [finding.message for finding in found(plain_words, unseen=False)]
    assert any("is in no Link element, so a screen reader does not meet it" in each for each in messages)
    assert any("has 0 links to touch, and the content 1" in each for each in messages)


def test_a_link_of_which_nothing_is_said_is_told_here_too(found: Found) -> None:
    def silent(file: pikepdf.Pdf) -> None:
        del link_on(file, NUMBER).Contents

    messages = [finding.message for finding in found(silent, unseen=False)]
    assert messages == ["nothing is said of the link to tel:+352621351884"]
