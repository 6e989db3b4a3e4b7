import shutil
import sys
from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.cli.main import run
from brochure.pipeline import doctor

ROOT = Path(__file__).parents[2]


def said(text: str) -> dict[str, str]:
    """State by name."""
    lines = [line for line in text.splitlines() if not line.startswith(" ")]
    return {line[:17].strip() if "reading" in line else line.split()[0]: line for line in lines}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the fonts and colour profiles."""
    shutil.copytree(ROOT / "fonts", tmp_path / "fonts")
    shutil.copytree(ROOT / "content" / "profiles", tmp_path / "content" / "profiles")
    return tmp_path


def test_all_is_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--root", str(root)]) == 0
    lines = said(capsys.readouterr().out)
    assert {"python", "brochure", "python-bidi", "reading direction", "NotoNaskhArabic-Bold"} <= set(lines)
    assert "sha256 " in lines["NotoSans-Regular"]
    assert "sha256 " in lines["sRGB.icc"]
    assert not [line for line in lines.values() if "wrong" in line]


def test_a_font_with_one_byte_changed_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    font = root / "fonts" / "noto-sans" / "NotoSans-Bold.ttf"
    data = bytearray(font.read_bytes())
    data[1000] ^= 1
    font.write_bytes(data)
    assert run(["doctor", "--root", str(root)]) == 3
    lines = said(capsys.readouterr().out)
    assert "wrong" in lines["NotoSans-Bold"]
    assert "is not the declared one" in lines["NotoSans-Bold"]
    assert "wrong" not in lines["NotoSans-Regular"]


def test_another_python_bidi_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def changed() -> None:
        raise SurroundingsError("python-bidi answers differently", "Install 0.6.12.")

    monkeypatch.setattr("brochure.text.levels.check_levels", changed)
    assert run(["doctor", "--root", str(root)]) == 3
    assert "wrong       python-bidi answers differently\n" in (shown := capsys.readouterr().out)
    assert shown.split("differently\n")[1].splitlines()[0].strip() == "Install 0.6.12."


def test_a_missing_judge_is_not_judged_and_a_missing_tool_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "JUDGES", {"no-such-judge": "nobody looks at it"})
    assert run(["doctor", "--root", str(root)]) == 0
    assert "not judged  nobody looks at it; install it with" in said(capsys.readouterr().out)["no-such-judge"]
    monkeypatch.setattr(doctor, "tool_versions", lambda: {"reportlab": "missing"})
    assert run(["doctor", "--root", str(root)]) == 3
    assert "wrong       is not installed; install it with: pip install reportlab" in capsys.readouterr().out


def test_without_ghostscript_ink_is_not_judged(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert run(["doctor", "--root", str(root)]) == 0
    assert "not judged  the preflight cannot say how much ink" in said(capsys.readouterr().out)["ghostscript"]


def test_a_font_list_that_cannot_be_read_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "fonts" / "fonts.yaml").write_text("families: [\n", encoding="utf-8")
    assert run(["doctor", "--root", str(root)]) == 3
    assert "fonts/fonts.yaml:" in capsys.readouterr().out


def test_a_profile_that_is_not_there_is_wrong(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "content" / "profiles" / "FOGRA39L_coated.icc").unlink()
    assert run(["doctor", "--root", str(root)]) == 3
    lines = said(capsys.readouterr().out)
    assert "wrong       the colour profile FOGRA39L_coated.icc cannot be read" in lines["FOGRA39L_coated.icc"]
    assert "ok" in lines["sRGB.icc"]


def test_what_a_missing_package_hides_is_not_judged(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "bidi", None)
    monkeypatch.delitem(sys.modules, "brochure.text.levels", raising=False)
    monkeypatch.delattr("brochure.text.levels", raising=False)
    assert run(["doctor", "--root", str(root)]) == 0
    assert "not judged  bidi cannot be loaded" in said(capsys.readouterr().out)["reading direction"]
