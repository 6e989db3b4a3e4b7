"""The content of pages as streams; what several pages begin or end with is kept once (ISO 32000-1, 7.7.3.3, Contents).

A page of a phone ends with the same number as all others, and begins as others of its part do: every page by itself
would be deflated without knowing of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from brochure.finish.objects import Array, ObjectFile, Reference, Stream

Pieces = tuple[bytes, ...]

LEAST = 3
"""On so many pages must a part stand: a stream of its own costs what it saves on two."""


def content_objects(objects: ObjectFile, pages: Sequence[Pieces], shared: bool) -> list[Reference | Array]:
    """The Contents of every page. ``pages``: the pieces of each; read one after the other they are its content.

    ``shared``: parts that pages have in common become streams of their own.
    """
    kept: dict[Pieces, Reference] = {}
    contents: list[Reference | Array] = []
    for parts in _parted(pages) if shared else [[page] for page in pages]:
        streams = []
        for part in parts:
            if part not in kept:
                kept[part] = objects.add(Stream({}, b"\n".join(part)))
            streams.append(kept[part])
        contents.append(streams[0] if len(streams) == 1 else Array(streams))
    return contents


def _parted(pages: Sequence[Pieces]) -> list[list[Pieces]]:
    """Every page as the longest part that it begins with as others do, its own, and the longest that it ends with."""
    heads = _shared(pages)
    tails = _shared([page[::-1] for page in pages])
    parted = []
    for page, head, length in zip(pages, heads, tails, strict=True):
        tail = max(head, 1, len(page) - length)
        parts = (page[:head], page[head:tail], page[tail:])
        parted.append([part for part in parts if part])
    return parted


def _shared(pages: Sequence[Pieces]) -> list[int]:
    """With how many of its pieces each page begins as LEAST pages do, but never all of them. A beginning is known by
    the one before it and its last piece: time and memory grow as the pages do.
    """
    beginnings: dict[tuple[int, bytes], int] = {}
    paths: list[list[int]] = []
    for page in pages:
        path, at = [], 0
        for piece in page[:-1]:
            at = beginnings.setdefault((at, piece), len(beginnings) + 1)
            path.append(at)
        paths.append(path)
    counted = Counter(at for path in paths for at in path)
    return [sum(counted[at] >= LEAST for at in path) for path in paths]
