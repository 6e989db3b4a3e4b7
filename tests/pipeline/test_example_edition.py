"""A second country is one more file: the same words, other facts."""

from __future__ import annotations

import json
from pathlib import Path

import phonenumbers
import pytest

from brochure.cli.main import run
from brochure.content.plan import edition_names
from brochure.content.project import read_project


def test_it_is_built_only_when_it_is_asked_for(project_root: Path) -> None:
    assert edition_names(project_root) == ("luxembourg",)


def test_it_builds_from_the_same_words(
    project_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["build", "en", "--edition", "example", "--for", "screen", "--today", "2026-11-22"]
    assert run([*command, "--json", "--root", str(project_root), "--out", str(tmp_path)]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert (tmp_path / "example" / "screen" / "leaflet-en.pdf").is_file()


def test_nobody_answers_its_numbers(project_root: Path) -> None:
    """Only numbers that the regulator keeps for films, and short codes of noughts and ones that are in use nowhere."""
    edition = read_project(project_root, "example").edition
    assert edition is not None
    for service in edition.services.values():
        for phone in service.phones:
            if phone.is_short_code:
                assert phone.dialled.startswith("000")
            else:
                assert phone.dialled.startswith("+3319900")
                assert phonenumbers.is_valid_number(phonenumbers.parse(phone.dialled))
