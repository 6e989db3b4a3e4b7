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
    heads = Counter(page[:end] for page in pages for end in range(1, len(page)))
    tails = Counter(page[start:] for page in pages for start in range(1, len(page)))
    parted = []
    for page in pages:
        head = max((end for end in range(1, len(page)) if heads[page[:end]] >= LEAST), default=0)
        starts = range(max(head, 1), len(page))
        tail = min((start for start in starts if tails[page[start:]] >= LEAST), default=len(page))
        parts = (page[:head], page[head:tail], page[tail:])
        parted.append([part for part in parts if part])
    return parted
