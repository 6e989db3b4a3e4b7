import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from state.deliveries import AR, EN, OVERFLOW, PHONE, delivery

from brochure.base.diagnostics import SurroundingsError
from brochure.state.hashes import sha256_of
from brochure.state.shelf import Shelf

EDITION = "luxembourg"


def files(out: Path) -> dict[str, bytes]:
    """Every file of the edition but the manifest, by name."""
    folder = out / EDITION
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def rows(out: Path) -> dict[str, Any]:
    path = out / EDITION / "manifest.json"
    return dict(json.loads(path.read_bytes())["files"]) if path.exists() else {}


def is_honest(out: Path) -> bool:
    """Every row speaks of the file that lies there."""
    lying = files(out)
    return all(sha256_of(lying[name]) == row["sha256"] for name, row in rows(out).items())


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf with one good English leaflet."""
    shelf = Shelf(tmp_path, EDITION)
    assert shelf.put([delivery(EN)]) == ()
    return shelf


def test_a_delivery_lies_in_its_place(shelf: Shelf, tmp_path: Path) -> None:
    assert files(tmp_path) == {"screen/leaflet-en.pdf": b"%PDF good"}
    row = rows(tmp_path)["screen/leaflet-en.pdf"]
    assert (row["sha256"], row["content"], row["state"]) == (sha256_of(b"%PDF good"), "c1", "draft")
    assert shelf.holds(EN, "c1", EN.name)
    assert not shelf.holds(EN, "c2", EN.name)
    assert not shelf.holds(EN, "c1", EN.rejected_name)
    assert not shelf.holds(AR, "c1", AR.name)


def test_another_opening_knows_it(shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep_records()
    assert Shelf(tmp_path, EDITION).holds(EN, "c1", EN.name)


def test_an_error_moves_the_output_to_rejected_and_back(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put([delivery(EN, place=EN.rejected_name, data=b"bad", content="c2", findings=(OVERFLOW,))])
    assert files(tmp_path) == {"rejected/screen/leaflet-en.pdf": b"bad"}
    assert rows(tmp_path) == {}
    assert shelf.holds(EN, "c2", EN.rejected_name)
    shelf.put([delivery(EN, data=b"good again", content="c3")])
    assert files(tmp_path) == {"screen/leaflet-en.pdf": b"good again"}
    assert shelf.holds(EN, "c3", EN.name)


def test_the_older_good_file_goes_even_where_the_rejected_one_cannot_be_written(
    shelf: Shelf, tmp_path: Path
) -> None:
    (tmp_path / EDITION / EN.rejected_name).mkdir(parents=True)
    refused = shelf.put([delivery(EN, place=EN.rejected_name, data=b"bad")])
    assert [finding.code for finding in refused] == ["cannot-write"]
    assert files(tmp_path) == {}


def test_nothing_to_put_removes_what_was_there(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put([delivery(EN, place="", data=b"", pages=0)])
    assert files(tmp_path) == {}
    assert rows(tmp_path) == {}
    assert shelf.holds(EN, "c1", "")


@pytest.mark.parametrize(
    "meddle",
    [
        lambda folder: (folder / EN.name).unlink(),
        lambda folder: (folder / EN.name).write_bytes(b"%PDF evil"),
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text("{}"),
    ],
)
def test_what_was_meddled_with_is_not_held(meddle: Any, shelf: Shelf, tmp_path: Path) -> None:
    shelf.keep_records()
    meddle(tmp_path / EDITION)
    assert not Shelf(tmp_path, EDITION).holds(EN, "c1", EN.name)


def test_a_leftover_elsewhere_is_not_held(shelf: Shelf, tmp_path: Path) -> None:
    leftover = tmp_path / EDITION / EN.rejected_name
    leftover.parent.mkdir(parents=True)
    leftover.write_bytes(b"old")
    assert not shelf.holds(EN, "c1", EN.name)
    shelf.put([delivery(EN)])
    assert shelf.holds(EN, "c1", EN.name)


def test_a_row_without_file_goes_when_the_shelf_opens(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put([delivery(AR)])
    (tmp_path / EDITION / AR.name).unlink()
    Shelf(tmp_path, EDITION)
    assert list(rows(tmp_path)) == [EN.name]


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Asserts before and after every rename and removal that the manifest does not lie; gives the steps taken."""
    steps: list[str] = []

    def watch(name: str) -> None:
        real = getattr(os, name)

        def step(path: Any, *more: Any, **named: Any) -> None:
            assert is_honest(tmp_path)
            real(path, *more, **named)
            assert is_honest(tmp_path)
            steps.append(f"{name} {Path(more[0] if more else path).name}")

        monkeypatch.setattr(os, name, step)

    for name in ("replace", "unlink"):
        watch(name)
    yield steps
    monkeypatch.undo()


def test_the_manifest_is_honest_at_every_step(shelf: Shelf, watched: list[str]) -> None:
    shelf.put([delivery(EN, data=b"second", content="c2"), delivery(AR)])
    assert [step for step in watched if step.startswith("replace")] == [
        "replace manifest.json",
        "replace leaflet-en.pdf",
        "replace leaflet-ar.pdf",
        "replace manifest.json",
    ]
    shelf.put([delivery(EN, place=EN.rejected_name, data=b"bad", content="c3")])
    shelf.clear([], ["leaflet"])


def test_a_file_that_cannot_be_replaced_is_a_finding_and_the_others_go_on(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if Path(target).name == "leaflet-en.pdf":
            raise PermissionError(13, "The file is open in another program")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    findings = shelf.put([delivery(EN, data=b"second", content="c2"), delivery(AR)])
    assert [str(finding) for finding in findings] == [
        f"{tmp_path.as_posix()}/luxembourg/screen/leaflet-en.pdf: error[cannot-write]: "
        "the file cannot be written: The file is open in another program\n"
        "    Close the program that has it open, or give write permission, then build again."
    ]
    assert files(tmp_path) == {EN.name: b"%PDF good", AR.name: b"%PDF good"}
    assert list(rows(tmp_path)) == [AR.name]
    assert not shelf.holds(EN, "c1", EN.name)
    assert shelf.holds(AR, "c1", AR.name)


def test_a_folder_in_the_place_of_a_file_is_a_finding(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / EDITION / AR.name).mkdir()
    assert [finding.code for finding in shelf.put([delivery(AR)])] == ["cannot-write"]


def test_a_good_file_that_cannot_be_removed_is_a_finding_and_unlisted(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlink(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "open elsewhere")

    monkeypatch.setattr(os, "unlink", unlink)
    findings = shelf.put([delivery(EN, place=EN.rejected_name, data=b"bad", content="c2")])
    assert [(finding.code, finding.message) for finding in findings] == [
        ("cannot-write", "the file cannot be removed: open elsewhere")
    ]
    assert rows(tmp_path) == {}


def test_a_manifest_that_cannot_be_written_stops_before_any_file(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(SurroundingsError, match=r"manifest.json cannot be written"):
        shelf.put([delivery(EN, data=b"second")])
    assert is_honest(tmp_path)
    assert files(tmp_path) == {EN.name: b"%PDF good"}


def test_what_is_no_longer_due_goes(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put([delivery(AR, place=AR.rejected_name, data=b"bad")])
    foreign = tmp_path / EDITION / "screen" / "my notes.pdf"
    foreign.write_bytes(b"mine")
    assert shelf.clear([], ["leaflet"]) == ()
    assert files(tmp_path) == {"screen/my notes.pdf": b"mine"}
    assert rows(tmp_path) == {}
    assert shelf.record(EN) is None


def test_what_is_due_stays(shelf: Shelf, tmp_path: Path) -> None:
    shelf.clear([EN], ["leaflet"])
    assert list(files(tmp_path)) == list(rows(tmp_path)) == [EN.name]


def test_a_format_that_is_gone_is_known_from_the_manifest(shelf: Shelf, tmp_path: Path) -> None:
    shelf.clear([], ["card"])
    assert files(tmp_path) == {}


@pytest.mark.usefixtures("shelf")
def test_parts_of_a_killed_build_are_swept(tmp_path: Path) -> None:
    parts = [
        ".manifest.json.7.part",
        "screen/.leaflet-en.pdf.7.part",
        "rejected/print/.leaflet-en.pdf.7.part",
    ]
    for name in parts:
        (tmp_path / EDITION / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / EDITION / name).write_bytes(b"half")
    cached = tmp_path / ".cache" / ".hashes.json.7.part"
    cached.parent.mkdir()
    cached.write_bytes(b"half")
    Shelf(tmp_path, EDITION)
    assert list(files(tmp_path)) == [EN.name]
    assert not cached.exists()


def test_pictures_lie_beside_their_file_and_go_with_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, EDITION)
    shelf.put([delivery(PHONE, pictures=(b"one", b"two", b"three"))])
    pictures = {f"screen/phone-en-{n}.png": data for n, data in ((1, b"one"), (2, b"two"), (3, b"three"))}
    assert files(tmp_path) == {PHONE.name: b"%PDF good", **pictures}
    assert rows(tmp_path)[PHONE.name]["pictures"] == {
        name: sha256_of(data) for name, data in pictures.items()
    }
    assert shelf.holds(PHONE, "c1", PHONE.name)

    shelf.put([delivery(PHONE, pictures=(b"uno",), content="c2")])
    assert files(tmp_path) == {PHONE.name: b"%PDF good", "screen/phone-en-1.png": b"uno"}

    shelf.put([delivery(PHONE, place=PHONE.rejected_name, data=b"bad", content="c3", pictures=(b"no",))])
    assert files(tmp_path) == {PHONE.rejected_name: b"bad"}
    assert rows(tmp_path) == {}


@pytest.mark.parametrize("meddle", [Path.unlink, lambda path: path.write_bytes(b"other")])
def test_a_picture_that_is_gone_or_changed_is_made_again(meddle: Any, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, EDITION)
    shelf.put([delivery(PHONE, pictures=(b"one", b"two"))])
    shelf.keep_records()
    meddle(tmp_path / EDITION / PHONE.picture_name(2))
    assert not Shelf(tmp_path, EDITION).holds(PHONE, "c1", PHONE.name)


def test_pictures_of_what_is_no_longer_due_go(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, EDITION)
    shelf.put([delivery(PHONE, pictures=(b"one",)), delivery(EN)])
    assert shelf.clear([EN], {"leaflet"}) == ()
    assert files(tmp_path) == {EN.name: b"%PDF good"}
