"""Which files are judged by what, and which are compared."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.pipeline.preflight import Inspection, inspect

FILES = Path(__file__).parents[1] / "check" / "preflight" / "files"


def copied(folder: Path, **names: str) -> tuple[Path, ...]:
    """Files of the preflight under other names."""
    for name, source in names.items():
        shutil.copy(FILES / f"{source}.pdf", folder / f"{name.replace('_', '-')}.pdf")
    return tuple(folder / f"{name.replace('_', '-')}.pdf" for name in names)


def test_files_named_as_one_set_are_compared(tmp_path: Path) -> None:
    files = copied(tmp_path, card_en="clean-typst", card_de="set-other-colours", flyer_en="clean-ghostscript")
    inspected = inspect(Inspection(tmp_path, files))
    assert [each.remarks for each in inspected.files] == [(), (), ()]
    assert [(each.file, each.rule) for each in inspected.plates] == [(files[1].as_posix(), "plates-differ")]


def test_others_are_compared_on_request(tmp_path: Path) -> None:
    files = copied(tmp_path, one="clean-typst", two="set-same-colours", three="set-other-colours")
    assert inspect(Inspection(tmp_path, files)).plates == ()
    (remark,) = inspect(Inspection(tmp_path, files, one_set=True)).plates
    assert (remark.file, remark.rule, remark.page) == (files[2].as_posix(), "plates-differ", 1)


def test_a_file_named_like_ours_is_judged_at_its_folds(tmp_path: Path, project_root: Path) -> None:
    """Of that size alone: a file of another size is somebody else's."""
    (file,) = copied(tmp_path, leaflet_en="on-the-fold")
    assert inspect(Inspection(project_root, (file,))).remarks == ()
    (tmp_path / "content" / "formats").mkdir(parents=True)
    (tmp_path / "content" / "formats" / "leaflet.yaml").write_text(
        "id: leaflet\nsheet: {width: 105, height: 74}\nsides:\n  - {id: outside, folds: [52.5], panels: []}\n",
        encoding="utf-8",
    )
    assert [each.rule for each in inspect(Inspection(tmp_path, (file,))).remarks] == ["fold-safety"]


def test_a_shop_is_asked_by_name(project_root: Path) -> None:
    file = (FILES / "clean-ghostscript-paths.pdf",)
    remarks = inspect(Inspection(project_root, file, shop="pixartprinting")).remarks
    assert [(each.rule, each.wanted) for each in remarks] == [
        ("output-profile", "the shop's own profile, byte for byte")
    ]
    with pytest.raises(ArgumentsError, match="there is no shop nobody"):
        inspect(Inspection(project_root, file, shop="nobody"))


def test_what_is_wrong_in_the_shops_own_file_comes_first(tmp_path: Path) -> None:
    (tmp_path / "content" / "shops").mkdir(parents=True)
    (tmp_path / "content" / "shops" / "here.yaml").write_text("name: Here\n", encoding="utf-8")
    inspected = inspect(Inspection(tmp_path, (FILES / "empty.pdf",), shop="here"))
    assert inspected.files == ()
    assert "missing-key" in {each.code for each in inspected.findings}
