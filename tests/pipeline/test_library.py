"""The names and signatures that other programs lean on, and the page that tells them."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pipeline.copied import change
from pipeline.library_page import page, signature

import brochure

TODAY = date(2026, 11, 22)

NAMES = {
    *("ArgumentsError", "BrochureError", "Built", "Checked", "File", "Finding", "Severity", "Span"),
    *("SurroundingsError", "__version__", "build", "check"),
}

BUILD = """\
build(
    root: Folder = ".",
    languages: Names = (),
    *,
    edition: str = "",
    formats: Names = (),
    targets: Names = (),
    out: Folder | None = None,
    discreet: bool = False,
    shop: str = "",
    marks: bool = False,
    release: bool = False,
    force: bool = False,
    jobs: int = 1,
    today: datetime.date | None = None,
) -> Built"""

FIELDS = {
    "File": ("path", "edition", "language", "format", "target", "pages", "size", "state", "made"),
    "Checked": ("findings",),
    "Built": ("findings", "files"),
    "Finding": ("code", "message", "span", "severity", "help", "language", "format"),
    "Span": ("file", "line", "column"),
}


def test_the_names_are_these() -> None:
    assert set(brochure.__all__) == set(dir(brochure)) == NAMES
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        brochure.bild  # noqa: B018


def test_the_signatures_are_these() -> None:
    assert signature("build") == BUILD
    assert signature("check").splitlines()[1:] == [
        line for line in BUILD.splitlines()[1:-1] if line.split(":")[0].strip() in CHECKED
    ] + [") -> Checked"]


CHECKED = ("root", "languages", "*,", "edition", "formats", "discreet", "jobs", "today")


@pytest.mark.parametrize("name", FIELDS)
def test_results_are_frozen_and_have_these_fields(name: str) -> None:
    found = getattr(brochure, name)
    assert found.__struct_fields__ == FIELDS[name]
    assert found.__struct_config__.frozen


def test_the_page_is_that_of_today(project_root: Path) -> None:
    path = project_root / "brochure" / "docs" / "library.md"
    if os.environ.get("UPDATE_GOLDENS") == "1":
        path.write_text(page(), encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == page()


def test_the_import_loads_nothing_but_itself() -> None:
    code = (
        "import sys; before = set(sys.modules); import brochure; new = set(sys.modules) - before; "
        "print(*sorted(each for each in new if not each.startswith('brochure')));"
        "print(*sorted(each for each in new if each.startswith('brochure')))"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    others, ours = done.stdout.splitlines()
    assert ours == "brochure brochure.base brochure.base.version"
    assert set(others.split()) <= {"__future__", "types"}


def test_check_is_the_function_whatever_was_imported() -> None:
    code = (
        "import brochure.check.numbers, brochure; from brochure.check import numbers; "
        "print(type(brochure.check).__name__, brochure.__version__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"function {brochure.__version__}\n"


@pytest.fixture
def spoiled(root: Path) -> Path:
    """A project with a phone number whose digits differ."""
    change(root, "content/editions/luxembourg.yaml", '"+352 27 36 56 46"', '"+352 27 36 56 47"')
    return root


def test_build_and_check_say_what_the_commands_say(root: Path) -> None:
    built = brochure.build(root, ["en"], targets=["screen"], out=root / "mine", today=TODAY)
    assert built.fine
    (file,) = built.files
    assert (file.language, file.format, file.target, file.state, file.made) == (
        *("en", "leaflet", "screen", "draft", True),
    )
    assert file.path == root / "mine" / "luxembourg" / "screen" / "leaflet-en.pdf"
    assert file.path.stat().st_size == file.size
    assert not brochure.build(root, ["en"], targets=["screen"], out=root / "mine", today=TODAY).files[0].made


def test_a_mistake_is_a_finding(spoiled: Path) -> None:
    checked = brochure.check(spoiled, ["en"], today=TODAY)
    assert not checked.fine
    assert "wrong-phone" in {each.code for each in checked.findings}
    built = brochure.build(spoiled, ["en"], targets=["screen"], today=TODAY)
    assert built.files[0].state in ("rejected", "not written")


def test_an_argument_that_names_nothing_is_an_error(root: Path) -> None:
    with pytest.raises(brochure.ArgumentsError, match="there is no language xx"):
        brochure.check(root, ["xx"])
    with pytest.raises(brochure.ArgumentsError, match="is one text, not a list") as refused:
        brochure.build(root, "en")
    assert (refused.value.exit_code, refused.value.next_step) == (2, "Write ['en'].")
    with pytest.raises(brochure.ArgumentsError, match="there is no folder"):
        brochure.check(root / "nowhere")
