"""Schemas and modelines of the real project are those of today; every file passes the schema that it names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest
from content.schemas.core_yaml import load
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.findings import Findings
from brochure.content.schemas.files import (
    FOLDER,
    files_with_schema,
    modeline,
    read_schemas,
    schema_of,
    with_modeline,
)

HOW = "run: brochure schemas"


def test_the_schemas_are_those_of_today(project_root: Path) -> None:
    there = {path.name: path.read_bytes() for path in (project_root / FOLDER).iterdir()}
    now = read_schemas(project_root, Findings())
    assert sorted(there) == sorted(now), HOW
    assert [name for name in now if there[name] != now[name]] == [], HOW


def test_every_yaml_file_of_the_project_names_its_schema(project_root: Path) -> None:
    folders = ("content", "pictograms", "fonts")
    files = [
        path.relative_to(project_root).as_posix()
        for each in folders
        for path in project_root.glob(f"{each}/**/*.y*ml")
    ]
    assert sorted(files) == list(files_with_schema(project_root))
    texts = {file: (project_root / file).read_text(encoding="utf-8-sig") for file in files}
    assert [file for file, text in texts.items() if text.splitlines()[0] != modeline(file)] == [], HOW


def test_every_schema_is_draft_2020_12(schemas: Mapping[str, dict[str, Any]]) -> None:
    for schema in schemas.values():
        assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
        jsonschema.Draft202012Validator.check_schema(schema)


def test_every_real_file_passes_its_schema(real: Path, schemas: Mapping[str, dict[str, Any]]) -> None:
    wrong, used = [], set()
    for file in files_with_schema(real):
        used.add(schema_of(file))
        judge = jsonschema.Draft202012Validator(schemas[schema_of(file)])
        value = load((real / file).read_bytes())
        wrong += [f"{file}: {error.json_path}: {error.message[:200]}" for error in judge.iter_errors(value)]
    assert wrong == []
    assert used == set(schemas)


def test_a_schema_that_english_does_not_allow_is_not_made(real: Path) -> None:
    (real / "content/languages/en.yaml").write_text("cover: [", encoding="utf-8")
    findings = Findings()
    assert read_schemas(real, findings) == {}
    assert [each.code for each in findings.all] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("content/theme.yaml", "schemas/theme.json"),
        ("content/languages/en.yaml", "../schemas/source-language.json"),
        ("content/languages/pt-PT.yaml", "../schemas/language.json"),
        ("content/approvals/ar.yaml", "../schemas/approvals.json"),
        ("fonts/fonts.yaml", "../content/schemas/fonts.json"),
    ],
)
def test_the_modeline_leads_from_the_file_to_its_schema(file: str, path: str) -> None:
    assert modeline(file) == f"# yaml-language-server: $schema={path}"
    assert (PurePosixPath(file).parent / path).name == f"{schema_of(file)}.json"


@pytest.mark.parametrize(
    "file", ["README.md", "content/LICENSE", "content/other.yaml", "content/languages/x/en.yaml"]
)
def test_other_files_have_no_schema(file: str) -> None:
    assert schema_of(file) == ""


THEME = modeline("content/theme.yaml")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{THEME}\n"),
        ("a: 1", f"{THEME}\na: 1"),
        ("\ufeff# head\r\na: 1\r\n", f"\ufeff{THEME}\r\n# head\r\na: 1\r\n"),
        ("a: 1\rb: 2\r", f"{THEME}\ra: 1\rb: 2\r"),
        ("# yaml-language-server: $schema=old.json\na: 1\n", f"{THEME}\na: 1\n"),
        (
            "# head\n\n#yaml-language-server: $schema=old.json\n# more\na: 1\n",
            f"{THEME}\n# head\n\n# more\na: 1\n",
        ),
        ("a: |\n  # yaml-language-server: x\n", f"{THEME}\na: |\n  # yaml-language-server: x\n"),
    ],
)
def test_the_modeline_comes_first_and_alone(before: str, after: str) -> None:
    assert with_modeline(before, "content/theme.yaml") == after


LINES = st.lists(
    st.sampled_from(["# a comment", "", 'key: "ü\\u202F"', "  - x # y", THEME, "  # indented", "text: |"]),
    max_size=8,
)


@settings(derandomize=True, max_examples=200)
@given(lines=LINES, mark=st.sampled_from(["", "\ufeff"]), end=st.sampled_from(["\n", "\r\n", "\r"]))
def test_nothing_else_in_a_file_changes(lines: list[str], mark: str, end: str) -> None:
    before = mark + "".join(f"{line}{end}" for line in lines)
    after = with_modeline(before, "content/theme.yaml")
    assert with_modeline(after, "content/theme.yaml") == after
    head = next((at for at, line in enumerate(lines) if line.strip()[:1] not in ("#", "")), len(lines))
    kept = [line for at, line in enumerate(lines) if at >= head or line != THEME]
    first = end if lines else "\n"
    assert after == f"{mark}{THEME}{first}" + "".join(f"{line}{end}" for line in kept)
