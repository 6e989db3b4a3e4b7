from datetime import date
from pathlib import Path

import pytest
from pipeline.made_up import compare, inputs, open_maker, project, request, require_shop, rooms

from brochure.base.diagnostics import ArgumentsError, Finding
from brochure.base.spans import Span
from brochure.pipeline.build import Rooms
from brochure.pipeline.check import check


def test_all_findings_at_once_sorted_and_nothing_written(tmp_path: Path) -> None:
    root = project(tmp_path, ar="overflow until:2026-12-01", en="tight", fr="fine")
    own = Finding("unknown-key", "no such key", Span("content/theme.yaml", 4, 1))
    found = check(request(root), rooms(findings=(own,)))
    assert [(str(f.span), f.code, f.language) for f in found] == [
        ("ar.txt:1:1", "overflow", "ar"),
        ("content/theme.yaml:4:1", "unknown-key", ""),
        ("edition.yaml:2:3", "fact-expired", "ar"),
        ("en.txt:1:1", "tight", "en"),
    ]
    assert sorted(path.name for path in root.iterdir()) == ["ar.txt", "en.txt", "fr.txt"]


def test_today_decides_about_expiry_alone(tmp_path: Path) -> None:
    root = project(tmp_path, en="until:2026-12-01")
    found = [check(request(root, today=date(2026, month, 22)), rooms()) for month in (10, 11, 12)]
    assert [[f.is_error for f in findings] for findings in found] == [[], [False], [True]]


def test_a_selection(tmp_path: Path) -> None:
    root = project(tmp_path, ar="overflow", en="tight")
    assert [f.language for f in check(request(root, languages=("en",)), rooms())] == ["en"]
    with pytest.raises(ArgumentsError):
        check(request(root, languages=("xx",)), rooms())


def test_an_edition_that_cannot_be_read_is_told_before_its_languages_are_asked_for(tmp_path: Path) -> None:
    broken = Finding("syntax", "no YAML", Span("content/editions/here.yaml", 1, 1))
    unread = Rooms(lambda *_: ((), (broken,)), inputs, require_shop, open_maker, compare)
    assert check(request(tmp_path, languages=("en",)), unread) == (broken,)


def test_plates_are_compared_in_one_format_and_direction(tmp_path: Path) -> None:
    root = project(tmp_path, ar="coloured", de="fine", en="coloured", fr="unreadable")
    found = [f for f in check(request(root), rooms(formats=("card", "leaflet"))) if f.code == "plates-differ"]
    assert [(f.span.file, f.message) for f in found] == [
        ("here/print/card-ar.pdf", "among here/print/card-ar.pdf"),
        ("here/print/card-en.pdf", "among here/print/card-de.pdf, here/print/card-en.pdf"),
        ("here/print/leaflet-ar.pdf", "among here/print/leaflet-ar.pdf"),
        ("here/print/leaflet-en.pdf", "among here/print/leaflet-de.pdf, here/print/leaflet-en.pdf"),
    ]


def test_without_files_for_print_there_are_no_plates(tmp_path: Path) -> None:
    root = project(tmp_path, en="coloured")
    assert check(request(root), rooms(targets=("screen",))) == ()
