"""The demands of print shops, as written and as read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.base.lengths import mm
from brochure.content.findings import Findings
from brochure.content.shops import read_shop, require_shop, shop_names
from brochure.model.shop import Shop

SOUND = """name: "Corner"
bleed: 2
bleeds: {card: 1}
safe: 5
marks: yes
standard: X-1a
outlined: yes
ink_limit: 280
least_line: 0.3
profile: FOGRA39L_coated.icc
condition: "FOGRA39"
condition_name: "Coated"
note: "by phone"
"""


@pytest.fixture
def root(tmp_path: Path, project_root: Path) -> Path:
    (tmp_path / "content" / "shops").mkdir(parents=True)
    shutil.copytree(project_root / "content" / "profiles", tmp_path / "content" / "profiles")
    return tmp_path


def read(root: Path, text: str) -> tuple[Shop | None, list[str]]:
    (root / "content" / "shops" / "corner.yaml").write_text(text, encoding="utf-8")
    findings = Findings()
    return read_shop(root, "corner", findings), [str(each).splitlines()[0] for each in findings.all]


def test_the_three_examples_are_sound(project_root: Path) -> None:
    assert shop_names(project_root) == ("flyeralarm", "pixartprinting", "schwarzfischer")
    findings = Findings()
    shops = [read_shop(project_root, name, findings) for name in shop_names(project_root)]
    assert findings.all == ()
    assert [(shop.standard, shop.outlined, shop.marks) for shop in shops if shop] == [
        ("X-4", False, False),
        ("X-1a", True, False),
        ("X-4", False, True),
    ]


def test_lengths_become_points(root: Path) -> None:
    shop, findings = read(root, SOUND)
    assert findings == []
    assert shop is not None
    assert (shop.bleed_of("leaflet"), shop.bleed_of("card"), shop.safe) == (mm(2), mm(1), mm(5))
    assert (shop.ink_limit, shop.least_line) == (280, 0.3)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("bleed: 2", "bleed: two", "2:8: error[wrong-type]"),
        ("standard: X-1a", "standard: X-3", "6:11: error[unknown-value]: 'standard' of the shop is 'X-3'"),
        ("marks: yes", "marks: yes\nmark: no", "6:1: error[unknown-key]: the shop has no key 'mark'"),
        (
            "FOGRA39L_coated.icc",
            "Swop.icc",
            "10:10: error[no-profile]: there is no colour profile 'Swop.icc' in content/profiles",
        ),
        ("FOGRA39L_coated.icc", "o" * 300 + ".icc", "10:10: error[no-profile]: there is no colour profile"),
        ("FOGRA39L_coated.icc", "../theme.yaml", "10:10: error[no-profile]: there is no colour profile"),
        (
            "FOGRA39L_coated.icc",
            "sRGB.icc",
            "10:10: error[wrong-profile]: the colour profile 'sRGB.icc' is not one of a printing press in CMYK",
        ),
    ],
)
def test_what_is_wrong_is_told_in_its_place(root: Path, old: str, new: str, said: str) -> None:
    assert SOUND.count(old) == 1
    _, findings = read(root, SOUND.replace(old, new))
    assert len(findings) == 1
    assert findings[0].startswith(f"content/shops/corner.yaml:{said}")


def test_a_shop_that_is_not_there_is_named_with_its_neighbour(project_root: Path) -> None:
    with pytest.raises(ArgumentsError, match="there is no shop flyer-alarm") as raised:
        require_shop(project_root, "flyer-alarm")
    assert "Did you mean 'flyeralarm'?" in str(raised.value.next_step)


def test_names_that_folders_use_already_are_no_shops(root: Path) -> None:
    for name in ("discreet", "debug", "Corner", "corner"):
        (root / "content" / "shops" / f"{name}.yaml").write_text(SOUND, encoding="utf-8")
    assert shop_names(root) == ("corner",)
