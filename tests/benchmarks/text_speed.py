"""What the text room costs beside bare HarfBuzz, language by language.

    python tests/benchmarks/text_speed.py [--root .] [--rounds 5]

The same strings, in the same run: all units of the leaflet, each once in a program, so nothing is known of a text
beforehand. Fonts are open and every face has shaped one letter. Three columns of milliseconds of processor time:

shaped  bare HarfBuzz: a buffer made, filled, shaped with script, language and direction said
read    the same, and what Python needs of it: glyph, cluster, advance and offsets of every glyph
set     the text room: levels, runs, shaping, breaks, facts, and the lines of a row beside a sign

The medians of the rounds, and what the last is of the first two. Prints a table in Markdown; no test, no limit.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

import uharfbuzz as hb

from brochure.base.lengths import mm
from brochure.content.project import Project, read_document, read_project
from brochure.content.words import language_tags
from brochure.model.document import Document
from brochure.model.fonts import Face
from brochure.model.unit import Unit
from brochure.state.draft import units_in
from brochure.text.faces import open_face
from brochure.text.scripts import shaping_script
from brochure.text.typesetter import Typesetter

FORMAT = "leaflet"
SIZE = 10.5
MEASURE = mm(62)
"""Of a row beside a sign."""

Times = tuple[str, float, float, float]
"""Direction, and milliseconds of the three ways."""


Way = Callable[[Project, Document, Sequence[Unit]], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--once", action="store_true", help="one round, as JSON")
    asked = parser.parse_args()
    if asked.once:
        print(json.dumps(one_round(asked.root)))
        return
    command = [sys.executable, __file__, "--once", "--root", str(asked.root)]
    rounds = [
        json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        for _ in range(asked.rounds)
    ]
    tell(rounds)


def one_round(root: Path) -> dict[str, Times]:
    """By language."""
    project = read_project(root, "luxembourg")
    documents = [read_document(project, tag, FORMAT).document for tag in language_tags(root)]
    read = [document for document in documents if document]
    for document in read:
        warm(project, document)
    gc.collect()
    gc.freeze()  # What the documents of all other languages weigh is not this one's cost.
    return {
        document.language.tag: (
            document.language.direction,
            clocked(shaped, project, document),
            clocked(shaped_and_read, project, document),
            clocked(set_in_lines, project, document),
        )
        for document in read
    }


def warm(project: Project, document: Document) -> None:
    assert project.fonts is not None
    for face in project.fonts.fallback(document.language.script, "regular"):
        shape(face, document, "a")
    Typesetter(project.fonts, document.theme.scripts).prepare((), document.language, "regular")


def clocked(way: Way, project: Project, document: Document) -> float:
    units = tuple(units_in(document))
    begun = time.process_time()
    way(project, document, units)
    return (time.process_time() - begun) * 1000


def shape(face: Face, document: Document, text: str) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.script = shaping_script(document.language.script)
    buffer.language = document.language.tag
    buffer.direction = document.language.direction
    hb.shape(open_face(face).font, buffer)
    return buffer


def shaped(project: Project, document: Document, units: Sequence[Unit]) -> None:
    face = own_face(project, document)
    for unit in units:
        shape(face, document, unit.text)


def shaped_and_read(project: Project, document: Document, units: Sequence[Unit]) -> None:
    face = own_face(project, document)
    for unit in units:
        buffer = shape(face, document, unit.text)
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        [(info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset) for info, at in glyphs]


def set_in_lines(project: Project, document: Document, units: Sequence[Unit]) -> None:
    assert project.fonts is not None
    typesetter = Typesetter(project.fonts, document.theme.scripts)
    for unit in units:
        typesetter.set_lines(typesetter.prepare(unit.pieces, document.language, "regular"), SIZE, MEASURE)


def own_face(project: Project, document: Document) -> Face:
    assert project.fonts is not None
    return project.fonts.fallback(document.language.script, "regular")[0]


def tell(rounds: Sequence[Mapping[str, Times]]) -> None:
    print(f"milliseconds of processor time, medians of {len(rounds)} rounds\n")
    print(
        "| language | shaped | read | set | of shaped | of read |\n| --- | ---: | ---: | ---: | ---: | ---: |"
    )
    sums: dict[str, tuple[float, float, float]] = {}
    for tag, (direction, *_) in rounds[0].items():
        times = [each[tag] for each in rounds]
        bare = median(each[1] for each in times)
        read = median(each[2] for each in times)
        ours = median(each[3] for each in times)
        tell_row(tag, bare, read, ours)
        before = sums.get(direction, (0.0, 0.0, 0.0))
        sums[direction] = before[0] + bare, before[1] + read, before[2] + ours
    for direction, columns in sums.items():
        tell_row(f"all {direction}", *columns)


def tell_row(name: str, bare: float, read: float, ours: float) -> None:
    print(f"| {name} | {bare:.2f} | {read:.2f} | {ours:.1f} | {ours / bare:.1f} | {ours / read:.1f} |")


if __name__ == "__main__":
    main()
