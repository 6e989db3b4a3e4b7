"""Content that pages have in common, kept once; read one after the other the parts are the page."""

from __future__ import annotations

import tracemalloc
import zlib
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.finish.contents import LEAST, Pieces, content_objects
from brochure.finish.objects import Array, ObjectFile

PAGES = st.lists(st.lists(st.sampled_from([b"a", b"b", b"c"]), min_size=1, max_size=6).map(tuple), max_size=8)


def written(pages: Sequence[Pieces], shared: bool) -> tuple[list[list[bytes]], int]:
    """The streams of every page, and how many there are in all."""
    objects = ObjectFile()
    contents = content_objects(objects, pages, shared)
    streams = {
        reference.name: objects.idToObject[reference.name].content
        for each in contents
        for reference in (each.sequence if isinstance(each, Array) else [each])
    }
    plain = {name: zlib.decompress(content) for name, content in streams.items()}
    return [
        [plain[r.name] for r in (each.sequence if isinstance(each, Array) else [each])] for each in contents
    ], len(plain)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(PAGES, st.booleans())
def test_every_page_is_as_it_was(pages: list[Pieces], shared: bool) -> None:
    read, _ = written(pages, shared)
    assert [b"\n".join(streams) for streams in read] == [b"\n".join(page) for page in pages]
    assert all(len(streams) <= 3 for streams in read)


def test_what_pages_begin_and_end_with_is_kept_once() -> None:
    pages = [(b"stamp", b"%d" % number, b"bar") for number in range(LEAST)]
    read, count = written(pages, shared=True)
    assert read == [[b"stamp", b"%d" % number, b"bar"] for number in range(LEAST)]
    assert count == LEAST + 2


def test_two_pages_share_nothing() -> None:
    pages = [(b"stamp", b"%d" % number, b"bar") for number in range(LEAST - 1)]
    read, count = written(pages, shared=True)
    assert [len(streams) for streams in read] == [1] * (LEAST - 1)
    assert count == LEAST - 1


def test_nothing_is_shared_where_it_is_not_wanted() -> None:
    pages = [(b"stamp", b"%d" % number, b"bar") for number in range(LEAST)]
    assert [len(streams) for streams in written(pages, shared=False)[0]] == [1] * LEAST


def test_what_is_kept_grows_as_pages_do() -> None:
    pages = [
        tuple(b"%d" % (number if number != 9_999 else page) for number in range(20_000)) for page in range(3)
    ]
    tracemalloc.start()
    read, _ = written(pages, shared=True)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [len(streams) for streams in read] == [3, 3, 3]
    assert most < 50_000_000, "bytes; the square of the pieces would be 5 GB"
