import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.state.hashes import ABSENT, FileHashes, content_hash, named, sources

LONG_AGO = 1_700_000_000_000_000_000


def old_file(path: Path, text: str, time: int = LONG_AGO) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(time, time))
    return path


def test_a_settled_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, cache = old_file(tmp_path / "a", "one"), tmp_path / "hashes.json"
    first = FileHashes(cache)
    digest = first.of(file, "a")
    first.keep()
    again = FileHashes(cache)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert again.of(file, "a") == digest


@pytest.mark.parametrize(("text", "time"), [("two!", LONG_AGO), ("two", LONG_AGO + 1)])
def test_another_size_or_time_is_read(text: str, time: int, tmp_path: Path) -> None:
    file, cache = old_file(tmp_path / "a", "one"), tmp_path / "hashes.json"
    first = FileHashes(cache)
    digest = first.of(file, "a")
    first.keep()
    old_file(file, text, time)
    assert FileHashes(cache).of(file, "a") != digest


def test_a_file_changed_this_moment_is_not_trusted_to_the_cache(tmp_path: Path) -> None:
    file, cache = tmp_path / "a", tmp_path / "hashes.json"
    file.write_text("one")
    status = file.stat()
    first = FileHashes(cache)
    digest = first.of(file, "a")
    first.keep()
    file.write_text("two")
    os.utime(file, ns=(status.st_mtime_ns, status.st_mtime_ns))
    assert FileHashes(cache).of(file, "a") != digest


def test_without_a_cache_every_file_is_read(tmp_path: Path) -> None:
    file, cache = old_file(tmp_path / "a", "one"), tmp_path / "hashes.json"
    first = FileHashes(cache)
    digest = first.of(file, "a")
    first.keep()
    old_file(file, "two")  # same size, same time
    assert FileHashes(cache).of(file, "a") == digest
    assert FileHashes(None).of(file, "a") != digest


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "{",
        '{"a": 1}',
        "[" * 100_000,
        '{"a": [1e999, 2, "z"]}',
        '{"a": [1, 2]}',
        '{"a": ["x", "y", "z"]}',
        "\ud800",
    ],
)
def test_a_damaged_cache_is_empty(stored: str, tmp_path: Path) -> None:
    cache = tmp_path / "hashes.json"
    cache.write_bytes(stored.encode("utf-8", "surrogatepass"))
    file = old_file(tmp_path / "a", "one")
    assert FileHashes(cache).of(file, "a") == FileHashes(None).of(file, "a")


def test_what_is_not_there_has_a_hash_of_its_own(tmp_path: Path) -> None:
    hashes = FileHashes(None)
    assert hashes.of(tmp_path / "none", "none") == ABSENT
    assert hashes.of(tmp_path, "a folder") == ABSENT


def test_the_content_hash_knows_names_presence_and_options(tmp_path: Path) -> None:
    a, b = old_file(tmp_path / "a", "one"), old_file(tmp_path / "b", "one")

    def of(*paths: Path, **options: str) -> str:
        return content_hash(named(paths, tmp_path), options, FileHashes(None))

    different = [
        of(a),
        of(b),
        of(a, b),
        of(a, tmp_path / "c"),
        of(a, target="screen"),
        of(a, target="print"),
        of(),
    ]
    assert len(set(different)) == len(different)
    assert of(a, b) == of(b, a) == of(a, b, a)


def test_names_do_not_hold_the_place_of_the_project(tmp_path: Path) -> None:
    for place in ("here", "مكان آخر"):
        old_file(tmp_path / place / "content" / "a.yaml", "one")
    hashes = [
        content_hash(named([tmp_path / place / "content" / "a.yaml"], tmp_path / place), {}, FileHashes(None))
        for place in ("here", "مكان آخر")
    ]
    assert hashes[0] == hashes[1]


@settings(derandomize=True, max_examples=25)
@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), st.text(max_size=8), max_size=5))
def test_options_count_in_any_order(options: dict[str, str]) -> None:
    turned = dict(reversed(options.items()))
    assert content_hash((), options, FileHashes(None)) == content_hash((), turned, FileHashes(None))


def test_sources_are_the_program(tmp_path: Path) -> None:
    old_file(tmp_path / "room" / "a.py", "")
    old_file(tmp_path / "notes.md", "")
    assert [name for _, name in sources(tmp_path)] == ["program/room/a.py"]


def test_a_name_that_is_no_text_costs_no_other_file_its_entry(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, cache = old_file(tmp_path / "a", "one"), tmp_path / "hashes.json"
    first = FileHashes(cache)
    digest = first.of(file, "a")
    first.of(file, "\udcff")
    first.keep()
    again = FileHashes(cache)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert again.of(file, "a") == digest


def test_a_name_that_is_no_text_is_hashed_too(tmp_path: Path) -> None:
    file = old_file(tmp_path / "a", "one")
    hashes = FileHashes(None)
    assert content_hash([(file, "\udcff")], {}, hashes) != content_hash([(file, "\udcfe")], {}, hashes)
