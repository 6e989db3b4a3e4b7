"""Specimens through all rooms to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.check.conformance import judge
from brochure.pipeline.specimen import SpecimenRoom, dump, files, open_room


@pytest.fixture(scope="module")
def room(project_root: Path) -> SpecimenRoom:
    opened, findings = open_room(project_root)
    assert findings == ()
    assert opened is not None
    return opened


def test_the_same_page_has_the_same_bytes_in_a_room_opened_anew(
    room: SpecimenRoom, project_root: Path
) -> None:
    again, _ = open_room(project_root)
    assert again is not None
    pages = [each.pdf(each.laid_out(("Aran", "Khmr"))) for each in (room, again)]
    assert pages[0] == pages[1]
    assert b"/work/" not in pages[0]


def test_a_page_conforms_to_what_it_claims(room: SpecimenRoom) -> None:
    made, findings = files(room, "Hebr", Path("he.PDF"), 72)
    assert findings == ()
    (data,) = made.values()
    assert str(judge(data, ("2a", "ua1"))) == "conforms to PDF/A-2a, PDF/UA-1"


def test_one_file_of_all_pages_or_a_picture_of_each(room: SpecimenRoom) -> None:
    text, findings = dump(room, "all")
    assert findings == ()
    scripts = tuple(room.specimens.by_script)
    assert text.count("# DRAFT · specimen of ") == len(scripts)
    alone = SpecimenRoom(
        room.root,
        type(room.specimens)({"Grek": room.specimens.by_script["Grek"]}, room.specimens.checked),
        room.look,
        room.fonts,
        room.setter,
    )
    made, _ = files(alone, "all", Path("pages"), 20)
    assert list(made) == [Path("pages/specimen-Grek.png")]
    assert made[Path("pages/specimen-Grek.png")].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("script", "out", "message"),
    [
        ("Zzzz", "a.pdf", "no specimen of the script Zzzz"),
        ("deva", "a.pdf", "no specimen"),
        ("Deva", "a.gif", "neither"),
    ],
)
def test_what_cannot_be_shown(script: str, out: str, message: str, room: SpecimenRoom) -> None:
    with pytest.raises(ArgumentsError, match=message) as told:
        files(room, script, Path(out), 72)
    assert told.value.next_step


def test_an_unknown_script_names_all_there_are(room: SpecimenRoom) -> None:
    with pytest.raises(ArgumentsError) as told:
        dump(room, "Tibt")
    assert all(script in told.value.next_step for script in (*room.specimens.by_script, "all"))


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    room, findings = open_room(tmp_path)
    assert room is None
    assert {finding.span.file for finding in findings} == {"fonts/fonts.yaml", "content/theme.yaml"}
