"""The real rooms on a copy of the real project, in a folder whose name has spaces and Arabic letters."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from pipeline.copied import change, request

from brochure.base.diagnostics import ArgumentsError, SurroundingsError
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.outcome import Outcome
from brochure.pipeline.request import Request, choose
from brochure.pipeline.rooms import ROOMS, offers

HEAVY = "babel phonenumbers lxml picosvg uharfbuzz bidi icu4py arabic_reshaper reportlab multiprocessing"


def lying(root: Path, out: str = "build") -> dict[str, bytes]:
    folder = root / out / "luxembourg"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def codes(outcome: Outcome) -> set[str]:
    return {finding.code for finding in outcome.findings}


def test_the_edition_offers_what_it_lists(root: Path) -> None:
    (offer,), findings = offers(root, "")
    assert (offer.edition, offer.formats["leaflet"].targets) == ("luxembourg", ("screen", "print", "office"))
    assert {"en", "ar"} <= set(offer.languages)
    assert findings == ()


def test_a_format_that_nobody_asked_for_is_known_by_its_name(project_root: Path) -> None:
    ((every,), findings) = offers(project_root, "luxembourg")
    ((asked,), again) = offers(project_root, "luxembourg", None, ("card",))
    assert (list(asked.formats), set(asked.languages), again) == (
        list(every.formats),
        set(every.languages),
        findings,
    )
    assert asked.formats["card"] == every.formats["card"]
    assert asked.formats["finder"] != every.formats["finder"]
    made = [choose(replace(request(project_root), formats=("card",)), (each,)) for each in (every, asked)]
    assert made[0][0][1] == made[1][0][1]


def test_a_format_that_cannot_be_read_holds_back_itself_alone(root: Path) -> None:
    (root / "content" / "formats" / "card.yaml").write_text("[", encoding="utf-8")
    change(root, "content/editions/luxembourg.yaml", "formats: [leaflet]", "formats: [leaflet, card]")
    outcome = build(request(root, "en"), ROOMS)
    assert {(line.output.format, line.state) for line in outcome.lines} == {
        ("leaflet", "draft"),
        ("card", "not written"),
    }
    assert {finding.span.file for finding in outcome.findings if finding.is_error} == {
        "content/formats/card.yaml"
    }


NO_CHANGE = f"""
import sys
from pathlib import Path
from brochure.cli.main import run
code = run(["build", "en", "--root", sys.argv[1], "--today", "2026-11-22"])
print(code, *sorted(set("{HEAVY}".split()) & set(sys.modules)))
"""


def test_a_build_without_change_loads_nothing_heavy(root: Path, project_root: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", NO_CHANGE, str(root)]
    done = subprocess.run(command, cwd=project_root, capture_output=True, encoding="utf-8", check=True)
    *table, last = done.stdout.splitlines()
    assert last == "0"
    assert [line.count("unchanged") for line in table] == [0, 1, 1, 1]


def test_other_hash_seeds_other_programs_other_folders_same_bytes(root: Path, project_root: Path) -> None:
    command = [sys.executable, "-m", "brochure", "build", "en", "ar", "--root", str(root)]
    for seed, out, jobs in (("1", "a", "1"), ("2", "b c", "2")):
        subprocess.run(
            [*command, "--out", str(root / out), "--jobs", jobs, "--today", f"202{seed}-01-01"],
            cwd=project_root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        )
    assert lying(root, "a") == lying(root, "b c")
    assert len([name for name in lying(root, "a") if name.endswith(".pdf")]) == 6


def test_names_of_files_need_not_be_text(root: Path) -> None:
    for folder in ("languages", "approvals", "formats"):
        (root / "content" / folder / os.fsdecode(b"\xff.yaml")).touch()
    (root / "pictograms" / os.fsdecode(b"\xff.svg")).write_bytes(b"<svg/>")
    outcome = build(request(root, "en"), ROOMS)
    assert {line.state for line in outcome.lines} == {"draft"}


def test_what_all_share_holds_all_back_and_what_one_has_holds_one_back(root: Path) -> None:
    change(root, "content/languages/ar.yaml", "\n", "\nno_such_unit: x\n")
    outcome = build(request(root, "en", "ar"), ROOMS)
    assert not [finding for finding in outcome.findings if finding.language == "en"]
    assert {name for name in lying(root) if name.startswith("rejected/")} == {
        "rejected/screen/leaflet-ar.pdf",
        "rejected/print/leaflet-ar.pdf",
        "rejected/office/leaflet-ar.pdf",
    }
    change(root, "content/theme.yaml", "\n", "\nno_such_key: x\n")
    outcome = build(request(root, "en", "ar"), ROOMS)
    assert not [name for name in lying(root) if not name.startswith(("rejected/", "manifest"))]
    assert json.loads(lying(root)["manifest.json"])["files"] == {}


@pytest.mark.parametrize(
    ("spoil", "file"),
    [
        (lambda path: path.write_text("a: [\n"), "content/languages/ar.yaml"),
        (lambda path: path.write_bytes("a: ä".encode("utf-16")), "content/languages/ar.yaml"),
        (lambda path: path.unlink(), "content/languages/ar.yaml"),
        (lambda path: path.write_text(""), "content/theme.yaml"),
        (lambda path: path.write_text("\t"), "content/formats/leaflet.yaml"),
        (lambda path: path.unlink(), "content/brochure.yaml"),
        (lambda path: path.write_text("["), "fonts/fonts.yaml"),
        (lambda path: path.write_text("[" * 3000), "content/languages/en.yaml"),
    ],
)
def test_what_cannot_be_read_is_a_finding_and_no_older_file_stays(
    spoil: Callable[[Path], None], file: str, root: Path
) -> None:
    assert "screen/leaflet-ar.pdf" in lying(root) or "rejected/screen/leaflet-ar.pdf" in lying(root)
    spoil(root / file)
    outcome = build(request(root, "ar"), ROOMS)
    assert [finding for finding in outcome.findings if finding.is_error]
    assert not [name for name in lying(root) if name.endswith("-ar.pdf")]
    assert check(request(root, "ar"), ROOMS) == outcome.findings
    assert build(request(root, "ar"), ROOMS).findings == outcome.findings


def test_an_edition_that_cannot_be_read_is_a_finding_and_nothing_is_removed(root: Path) -> None:
    before = lying(root)
    (root / "content" / "editions" / "luxembourg.yaml").write_text("edition: [\n", encoding="utf-8")
    outcome = build(request(root), ROOMS)
    assert outcome.lines == ()
    assert [finding for finding in outcome.findings if finding.is_error]
    assert lying(root) == before


@pytest.mark.parametrize("listed", ["languages", "formats"])
def test_an_edition_that_lists_nothing_is_told(listed: str, root: Path) -> None:
    path = root / "content" / "editions" / "luxembourg.yaml"
    text = re.sub(rf"^{listed}: .*$", f"{listed}: []", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    assert [finding.code for finding in check(request(root), ROOMS)] == ["nothing-listed"]


def test_a_part_does_not_hear_of_the_others(root: Path) -> None:
    (root / "content" / "languages" / "ar.yaml").unlink()
    assert not [finding for finding in check(request(root, "en"), ROOMS) if finding.is_error]
    assert {finding.code for finding in check(request(root, "ar"), ROOMS) if finding.is_error} == {
        "missing-language"
    }


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_font_with_one_byte_changed_is_no_finding(jobs: int, root: Path) -> None:
    font = root / "fonts" / "noto-sans" / "NotoSans-Regular.ttf"
    data = bytearray(font.read_bytes())
    data[5000] ^= 1
    font.write_bytes(data)
    with pytest.raises(SurroundingsError, match="is not the declared one"):
        build(request(root, "en", "ar", jobs=jobs), ROOMS)


def test_a_profile_that_is_not_there_is_told(root: Path) -> None:
    (root / "content" / "profiles" / "sRGB.icc").unlink()
    with pytest.raises(SurroundingsError, match=r"the colour profile sRGB\.icc cannot be read"):
        build(request(root, "en"), ROOMS)


def test_no_project_is_the_arguments_fault(tmp_path: Path) -> None:
    with pytest.raises(ArgumentsError, match="no edition"):
        build(request(tmp_path), ROOMS)


def test_an_expired_fact_is_an_error_on_its_day(root: Path) -> None:
    expired = Request(root, root / "build", date(2027, 5, 22), ("en",))
    outcome = build(expired, ROOMS)
    assert codes(outcome) == {"fact-expired"}
    assert {finding.span.file for finding in outcome.findings} == {"content/editions/luxembourg.yaml"}
    assert all(finding.span.line for finding in outcome.findings)
    assert {line.state for line in outcome.lines} == {"rejected"}


def test_marks_are_in_the_print_file_alone_and_go_again(root: Path) -> None:
    plain = lying(root)
    asked = Request(root, root / "build", date(2026, 11, 22), ("en",), marks=True)
    outcome = build(asked, ROOMS)
    assert {line.output.target for line in outcome.lines if line.made} == {"print"}
    marked = lying(root)
    changed = {name for name in plain if plain[name] != marked[name]}
    assert changed == {"print/leaflet-en.pdf", "manifest.json"}
    build(request(root, "en"), ROOMS)
    assert lying(root) == plain


def test_plates_that_nobody_can_look_at_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    for module in ("brochure.check.plates", "brochure.check.separation"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    (told,) = ROOMS.compare({"x.pdf": b""})
    assert (told.code, told.is_error) == ("not-judged", False)


def test_the_plates_of_the_real_leaflets_are_one_set(root: Path) -> None:
    files = {
        name: data
        for name, data in lying(root).items()
        if name.startswith("print/") and name.endswith("-en.pdf")
    }
    assert ROOMS.compare({**files, "again": next(iter(files.values()))}) == ()
    other = lying(root)["print/leaflet-ar.pdf"]
    assert {finding.code for finding in ROOMS.compare({**files, "mirror": other})} == {"plates-differ"}
