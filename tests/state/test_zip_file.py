"""A zip without a clock."""

from __future__ import annotations

import io
import zipfile

from brochure.state.zip_file import zipped


def test_the_same_files_give_the_same_bytes_in_any_order() -> None:
    assert zipped({"a/b.pdf": b"1", "a/c": b"2"}) == zipped({"a/c": b"2", "a/b.pdf": b"1"})


def test_what_goes_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"x/ä.pdf": b"\x00\xff", "x/e": b""}))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "x/ä.pdf": b"\x00\xff",
            "x/e": b"",
        }
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
