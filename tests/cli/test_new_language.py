"""``brochure new-language`` and ``brochure schemas`` as a person types them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brochure.cli.main import run

SMALL = Path(__file__).parents[1] / "content" / "project"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "project"))


def test_files_are_begun_and_renewed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new-language", "lt", "zh-Hant", "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"content/languages/{tag}.yaml: 7 texts to write" for tag in ("lt", "zh-Hant")
    ]
    assert err == "Then write lt zh-Hant under languages of the edition, and: brochure check lt\n"
    assert run(["new-language", "lt", "ar", "--update", "--root", str(root)]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "content/languages/lt.yaml: nothing to change, 7 texts to write",
        "content/languages/ar.yaml: 0 places added, 0 texts to write",
    ]
    assert err == ""


def test_a_wrong_tag_is_an_argument(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["new-language", "pt-pt", "--root", str(root)]) == 2
    assert "'pt-pt' is written pt-PT" in capsys.readouterr().err


def test_a_file_that_is_not_clear_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content/languages/ar.yaml").write_text("cover: {title: x}\n", encoding="utf-8")
    assert run(["new-language", "ar", "--update", "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "content/languages/ar.yaml:1:1: error[not-on-its-own-line]" in err


def test_schemas_name_what_was_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schemas", "--root", str(root)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert "content/schemas/edition.json" in out
    assert "content/theme.yaml" in out
    assert run(["schemas", "--root", str(root)]) == 0
    assert capsys.readouterr() == ("", "nothing to change\n")
