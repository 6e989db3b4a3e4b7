"""Sides of a format that are told their slots by another one."""

from __future__ import annotations

import shutil
from pathlib import Path

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.formats import read_format
from brochure.content.theme import read_theme

ROOT = Path(__file__).parents[2]
FILE = "content/formats/phone.yaml"


def read(root: Path, findings: Findings):
    theme = read_theme(root, findings)
    assert theme is not None
    return read_format(root, "phone", theme.theme, findings)


def changed(tmp_path: Path, old: str, new: str) -> Path:
    for name in (FILE, "content/theme.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / FILE).write_text(text.replace(old, new), encoding="utf-8")
    return tmp_path


def test_a_side_like_another_has_its_slots_and_a_name_of_its_own() -> None:
    findings = Findings()
    form = read(ROOT, findings)
    assert form is not None
    assert findings.all == ()
    sides = {side.id: side for side in form.sides}
    (model,), (like,) = sides["help_1"].panels, sides["help_4"].panels
    assert like.slots == model.slots
    assert (model.id, like.id) == ("help_1", "help_4")
    assert len(sides) == len(form.sides)


def test_a_side_like_nothing_is_told(tmp_path: Path) -> None:
    findings = Findings()
    read(changed(tmp_path, "{id: help_4, like: help_1}", "{id: help_4, like: hlep_1}"), findings)
    (told,) = findings.all
    assert told.code == "unknown-side"
    assert told.message == "there is no side of one panel called 'hlep_1' before this one"
    assert told.help is not None
    assert "help_1" in told.help
    line = (tmp_path / FILE).read_text(encoding="utf-8").split("hlep_1")[0].count("\n") + 1
    assert told.span == Span(FILE, line, 24)


def test_a_side_cannot_be_like_itself_or_a_later_one(tmp_path: Path) -> None:
    findings = Findings()
    read(changed(tmp_path, "{id: help_4, like: help_1}", "{id: help_4, like: say_1}"), findings)
    assert [told.code for told in findings.all] == ["unknown-side"]


def test_a_side_like_another_says_nothing_else(tmp_path: Path) -> None:
    findings = Findings()
    read(changed(tmp_path, "{id: help_4, like: help_1}", "{id: help_4, like: help_1, folds: []}"), findings)
    assert [told.code for told in findings.all] == ["unknown-key"]


def test_pictures_are_so_many_pixels_wide(tmp_path: Path) -> None:
    findings = Findings()
    form = read(changed(tmp_path, "pictures: 1080", "pictures: 0"), findings)
    assert [told.code for told in findings.all] == ["wrong-type"]
    assert form is not None
    assert read(ROOT, Findings()).pictures == 1080
