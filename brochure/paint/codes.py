"""One character code for each cluster: what makes the words come back from a finished file.

A code stands for a cluster's glyphs *and* its text. Two clusters that look alike but say different things (a medial yeh
and a medial alef maksura) get two codes, so ToUnicode can always answer with the words of the content.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.fonts import Face
from brochure.text.lines import Cluster, ClusterGlyph, Run


class CodeKey(Struct, frozen=True, gc=False):
    """What a code stands for. ``glyphs``: offsets in font units from the cluster's origin; may be empty.

    ``tenths``: its advance, to a tenth of an em: a code has one width, and where the next stands farther off, readers
    see a space.
    """

    text: str
    glyphs: tuple[ClusterGlyph, ...]
    tenths: int


class FaceCodes(Struct, frozen=True):
    """All codes of one face in one document. The key at index ``i`` has code ``i + 1``; 0 stays ``.notdef``.

    ``advances``: in em, the middle one of all that were seen with this key, since kerning changes single ones.
    ``right_to_left``: some of them are shown in right-to-left words.
    """

    face: Face
    keys: tuple[CodeKey, ...]
    advances: tuple[float, ...]
    numbers: Mapping[CodeKey, int]
    right_to_left: bool


def key_of(cluster: Cluster, size: float) -> CodeKey:
    """The key of a cluster set at ``size`` pt: its place is no part of it."""
    return CodeKey(cluster.text, cluster.glyphs, round(cluster.advance / size * 10))


def keys_of(run: Run) -> list[CodeKey]:
    """The keys of all clusters of a run."""
    return [key_of(each, run.size) for each in run.clusters]


def _lower_median(values: list[float]) -> float:
    """As ``statistics.median_low``, which loads fractions and random numbers with it."""
    return sorted(values)[(len(values) - 1) // 2]


def collect_codes(document: PlacedDocument) -> tuple[FaceCodes, ...]:
    """The codes of every face, both in the order of their first use on the pages."""
    seen: dict[Face, dict[CodeKey, list[float]]] = {}
    backwards: set[Face] = set()
    for run in _runs(document):
        keys, size = seen.setdefault(run.face, {}), run.size
        if run.direction == "rtl":
            backwards.add(run.face)
        for key, cluster in zip(keys_of(run), run.clusters, strict=True):
            advance = cluster.advance / size
            advances = keys.get(key)
            if advances is None:
                keys[key] = [advance]
            else:
                advances.append(advance)
    return tuple(
        FaceCodes(
            face,
            tuple(keys),
            tuple(_lower_median(advances) for advances in keys.values()),
            {key: code for code, key in enumerate(keys, start=1)},
            face in backwards,
        )
        for face, keys in seen.items()
    )


def _runs(document: PlacedDocument) -> Iterator[Run]:
    for page in document.pages:
        for operation in (*page.operations, *page.marks):
            if isinstance(operation, TextLine):
                yield from operation.line.runs
