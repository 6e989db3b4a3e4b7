from pathlib import Path

from brochure.content.folders import names_in, stems_in


def test_names_are_exact(tmp_path: Path) -> None:
    for name in ("ar.yaml", "b.txt", ".yaml", "pt-BR.yaml", "AR.YAML"):
        (tmp_path / name).touch()
    (tmp_path / "zh.d").mkdir()
    assert stems_in(tmp_path, ".yaml") == ("ar", "pt-BR")
    assert "zh.d" in names_in(tmp_path)


def test_no_folder_has_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert names_in(tmp_path / "none") == names_in(tmp_path / "file") == []
    assert stems_in(tmp_path / "none", ".yaml") == ()
