import datetime
import os
import pickle
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec import Struct

from brochure.base import kept
from brochure.base.diagnostics import Severity
from brochure.base.kept import LinkError, files_below, keep, recalled, recipe
from brochure.base.spans import Span

VALUES = (
    Span("a.yaml", 3, 4),
    (Severity.ERROR, datetime.date(2026, 11, 22), Path("fonts")),
    {("regular", "سلام"): (1.5, frozenset({3}), None)},
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """In a folder that is not there yet."""
    return tmp_path / "read" / "thing-1.bin"


def put(file: Path, data: bytes) -> None:
    """Data whose checksum holds."""
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(sha256(data).digest() + data)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_what_is_kept_comes_back(file: Path, value: object) -> None:
    keep(file, value, "thing-*.bin", 3)
    assert recalled(file, type(value)) == value
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_not_whole_says_nothing(file: Path) -> None:
    keep(file, VALUES[2], "thing-*.bin", 3)
    data = file.read_bytes()
    for at in range(len(data)):
        file.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        assert recalled(file, dict) is None
        file.write_bytes(data[:at])
        assert recalled(file, dict) is None
    file.write_bytes(data)
    assert recalled(file, dict) == VALUES[2]


def test_a_file_that_is_not_there_or_of_another_kind_says_nothing(file: Path) -> None:
    assert recalled(file, dict) is None
    keep(file, ("a", "b"), "thing-*.bin", 3)
    assert recalled(file, dict) is None
    assert recalled(file.parent, dict) is None


class Foreign(Struct, frozen=True):
    """Not one of the program's own types."""

    text: str


class Harm:
    """Makes a file where it is unpacked carelessly."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.file,))


class Call:
    """Calls whatever stands in a module of ours."""

    def __reduce__(self) -> tuple[object, ...]:
        return (keep, (Path("harm"), 1, "*", 0))


def test_nothing_is_started(file: Path, tmp_path: Path) -> None:
    harm = tmp_path / "harm"
    data = pickle.dumps(Harm(harm))
    pickle.loads(data)
    assert harm.exists()
    harm.unlink()
    put(file, data)
    assert recalled(file, object) is None
    assert not harm.exists()


@pytest.mark.parametrize("value", [Call(), Foreign("text"), os.getcwd, kept], ids=lambda each: str(each)[:20])
def test_what_is_not_a_type_of_ours_says_nothing(file: Path, value: object) -> None:
    try:
        data = pickle.dumps(value)
    except TypeError:
        data = b"cbrochure.base\nkept\n."
    put(file, data)
    assert recalled(file, object) is None


CHANGES = {
    "a class": b"cbrochure.base.spans\nSpan\n",
    "a member of an enumeration": b"cbrochure.base.diagnostics\nSeverity\n(X\x05\x00\x00\x00errortR",
    "a class of another": b"cbrochure.base.kept\nStruct\n",
    "what makes paths": b"cpathlib\nPosixPath\n",
}
"""What pickle's BUILD would change: classes and members of enumerations stay when the file has been read."""


@pytest.mark.parametrize("target", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("state", [b"}X\x04\x00\x00\x00evilK\x07s", b"N}X\x04\x00\x00\x00evilK\x07s\x86"])
def test_no_file_changes_the_program(file: Path, target: bytes, state: bytes) -> None:
    put(file, b"\x80\x02" + target + state + b"b0}.")
    recalled(file, dict)
    assert not any(hasattr(each, "evil") for each in (Span, Severity, Severity.ERROR, Struct, Path()))


@pytest.mark.parametrize("data", [b"", b".", b"\x80\x05", b"(" * 100_000, b"cos\nsystem\n(S'true'\ntR."])
def test_odd_bytes_say_nothing(file: Path, data: bytes) -> None:
    put(file, data)
    assert recalled(file, object) is None


def test_the_youngest_stay_and_other_families_too(file: Path) -> None:
    for number in range(6):
        each = file.with_name(f"thing-{number}.bin")
        keep(each, number, "thing-*.bin", 9)
        os.utime(each, ns=(number, number))
    keep(file.with_name("other-1.bin"), 1, "other-*.bin", 1)
    keep(file.with_name("thing-9.bin"), 9, "thing-*.bin", 2)
    assert sorted(each.name for each in file.parent.iterdir()) == [
        "other-1.bin",
        "thing-5.bin",
        "thing-9.bin",
    ]


def test_a_folder_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "read").write_text("a file")
    keep(tmp_path / "read" / "thing-1.bin", 1, "thing-*.bin", 1)
    keep(tmp_path / "none" / "read" / "thing-1.bin", 1, "thing-*.bin", 1)
    assert [each.name for each in tmp_path.iterdir()] == ["read"]


def test_the_recipe_is_of_rooms_and_libraries() -> None:
    every = {recipe(rooms, libraries) for rooms in (("base",), ("text",)) for libraries in ((), ("yaml",))}
    assert len(every) == 4
    assert recipe(("base",), ()) == recipe(("base",), ())


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "file").touch()
    assert [each.name for each in files_below(tmp_path)] == ["file"]
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(LinkError):
        list(files_below(tmp_path))


def test_what_a_killed_program_left_goes_and_what_another_writes_stays(file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    old, new = file.with_name(".0123.part"), file.with_name(".4567.part")
    for part in (old, new):
        part.touch()
    os.utime(old, (1, 1))
    keep(file, Span("a", 1, 1), file.name, 1)
    assert (old.exists(), new.exists(), file.exists()) == (False, True, True)
