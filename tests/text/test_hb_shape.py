"""Every glyph, advance and offset against HarfBuzz's own program, an older release, over all real content.

What we shaped run by run, with its neighbours as context, the program shapes with the same script, language and
direction said. One process for each face, script, language and direction.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import defaultdict
from functools import cache
from itertools import pairwise

import pytest
from text.declared import ROOT, UDHR, typesetter, udhr, words

from brochure.content.facts import Facts
from brochure.content.findings import Findings
from brochure.content.project import read_document, read_project
from brochure.content.wording import Units
from brochure.model.language import Language
from brochure.text.lines import ClusterGlyph
from brochure.text.scripts import script_of, shaping_script

pytestmark = pytest.mark.skipif(shutil.which("hb-shape") is None, reason="hb-shape is not installed")
CONTENT = sorted(path.stem for path in (ROOT / "content" / "languages").glob("*.yaml"))
OTHERS = sorted({path.stem for path in UDHR.glob("*.txt")} - set(CONTENT))
# Releases after 6.0 place a mark of these elsewhere, by less than a twentieth of an em; all glyphs are the same.
MOVED_SINCE = frozenset({"လွှ", "ခွဲ"})
OF_SCRIPT = {"ur": "Aran", "zh-Hant": "Hant"}


@cache
def project():
    return read_project(ROOT, "luxembourg")


@pytest.mark.parametrize("tag", CONTENT)
def test_every_unit_of_the_content_in_both_weights(tag):
    """With its facts where they stand; a unit that no format prints too."""
    reading = read_document(project(), tag, "leaflet")
    language, edition = reading.document.language, project().edition
    facts = Facts(edition, language, "leaflet", "")
    units = Units(tag, reading.words, project().words, edition, facts, Findings(tag))
    pieces = [units.unit(address).pieces for address in reading.words]
    assert len(pieces) > 150
    ours = [shaped(each, language, weight) for each in pieces for weight in ("regular", "bold")]
    assert compare(ours) > 3000


@pytest.mark.parametrize("tag", OTHERS)
def test_text_that_nobody_here_wrote(tag):
    script = OF_SCRIPT.get(tag) or next(filter(None, map(script_of, udhr(tag)[0])))
    language = Language(tag, script, "rtl" if script in ("Arab", "Hebr") else "ltr", tag, tag)
    assert compare([shaped([words(line)], language, "regular") for line in udhr(tag)]) > 700


def shaped(pieces, language, weight):
    """Each run of a paragraph: what to ask the program, the text, and our clusters."""
    prepared = typesetter().prepare(pieces, language, weight)
    return [
        (
            (run.face, run.script, run.language, run.direction),
            prepared.text[run.start : run.end],
            tuple((part.start - run.start, part.advance, part.glyphs) for part in run.clusters),
        )
        for run in prepared.runs
    ]


def compare(paragraphs):
    """How many glyphs were the same; the first run that is not fails."""
    asked = defaultdict(set)
    for run in (run for runs in paragraphs for run in runs):
        asked[run[0]].add(run[1:])
    count = 0
    for how, runs in asked.items():
        ours = sorted(runs)
        for (text, clusters), theirs in zip(ours, ask(how, [text for text, _ in ours]), strict=True):
            starts = [start for start, _, _ in clusters]
            of_text = {start: text[start:end] for start, end in pairwise([*starts, len(text)])}
            mine = [(start, advance, flat(of_text[start], glyphs)) for start, advance, glyphs in clusters]
            other = [
                (start, advance, flat(of_text[start], [ClusterGlyph(*glyph) for glyph in glyphs]))
                for start, advance, glyphs in theirs
            ]
            assert mine == other, (how, text)
            count += sum(len(glyphs) for _, _, glyphs in clusters)
    return count


def flat(text, glyphs):
    """Ids and offsets; ids alone where a later release is known to move a mark."""
    return [glyph.gid if text in MOVED_SINCE else (glyph.gid, glyph.dx, glyph.dy) for glyph in glyphs]


def ask(how, texts):
    """The clusters of each text as the program shapes it, in logical order."""
    face, script, language, direction = how
    command = ["hb-shape", "--output-format=json", "--no-glyph-names", "--remove-default-ignorables"]
    command += [f"--script={shaping_script(script)}", f"--language={language}", f"--direction={direction}"]
    if script == "Latn" and language in ("tr", "az"):
        command.append("--features=-liga")
    command += ["--text-file=/dev/stdin", str(face.path)]
    answer = subprocess.run(
        command, input="\n".join(texts), capture_output=True, encoding="utf-8", check=True
    ).stdout
    for row in answer.splitlines():
        pens, glyphs = defaultdict(int), defaultdict(list)
        for glyph in json.loads(row):
            start = glyph["cl"]
            glyphs[start].append((glyph["g"], pens[start] + glyph["dx"], glyph["dy"]))
            pens[start] += glyph["ax"]
        yield [(start, pens[start], glyphs[start]) for start in sorted(glyphs)]
