"""What the last build found, so that a build that has nothing to do still says all of it.

Lives in ``<out>/.cache/records-<edition>.json``. A lost or unreadable file only costs time: everything is made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.json import decode, encode

from brochure.base.diagnostics import Finding
from brochure.state.expiry import Expiry
from brochure.state.hashes import sha256_of
from brochure.state.type_sizes import TypeSize
from brochure.state.whole_file import write_whole

SHAPE = 5


class Lying(Struct, frozen=True, forbid_unknown_fields=True):
    """A file as it was put away. ``name``: under the edition's folder. ``size`` in bytes."""

    name: str
    size: int
    mtime_ns: int
    sha256: str

    def still_in(self, folder: Path) -> bool:
        """Whether it is there, unchanged."""
        path = folder / self.name
        try:
            status = path.stat()
            if (status.st_size, status.st_mtime_ns) == (self.size, self.mtime_ns):
                return True
            return sha256_of(path.read_bytes()) == self.sha256
        except OSError:
            return False


def lying(folder: Path, name: str, data: bytes) -> Lying:
    """The file ``name`` in which ``data`` was just put. Raises OSError."""
    status = (folder / name).stat()
    return Lying(name, status.st_size, status.st_mtime_ns, sha256_of(data))


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """What came of one output.

    ``content``: hash of all it was made from. ``file``: where it was put, None for nowhere. ``pages``: 0 where the
    content could not be read. ``findings``: those that do not depend on the day. ``expiries``: of the facts it prints.
    ``reasons``: why it is a draft. ``sizes``: of the roles that may shrink. ``pictures``: of its pages.
    """

    content: str
    file: Lying | None
    pages: int
    findings: tuple[Finding, ...]
    expiries: tuple[Expiry, ...]
    reasons: tuple[str, ...]
    sizes: tuple[TypeSize, ...]
    pictures: tuple[Lying, ...]

    @property
    def place(self) -> str:
        """Under the edition's folder, "" for nowhere."""
        return self.file.name if self.file else ""

    @property
    def size(self) -> int:
        """Bytes of the file, without its pictures."""
        return self.file.size if self.file else 0

    @property
    def sha256(self) -> str:
        """Of the file, "" where there is none."""
        return self.file.sha256 if self.file else ""

    def still_lies_in(self, folder: Path) -> bool:
        """Whether the files of this record are there, unchanged. True where there was nothing to put."""
        files = (*([self.file] if self.file else []), *self.pictures)
        return all(each.still_in(folder) for each in files)


class _Stored(Struct, frozen=True, forbid_unknown_fields=True):
    records: int
    outputs: dict[str, Record]


def write_records(path: Path, records: Mapping[str, Record]) -> None:
    """Raises OSError."""
    try:
        data = encode(_Stored(SHAPE, dict(records)), order="deterministic")
    except UnicodeEncodeError:
        # A file's name that is no text, in a finding: all is made again the next time.
        data = encode(_Stored(SHAPE, {}))
    write_whole(path, data)


def read_records(path: Path) -> dict[str, Record]:
    """Records by output name; empty where the file is missing or not as this version writes it."""
    try:
        stored = decode(path.read_bytes(), type=_Stored)
    except (OSError, ValueError, RecursionError):
        return {}
    return stored.outputs if stored.records == SHAPE else {}
