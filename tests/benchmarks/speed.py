"""The leaflet beside Typst and WeasyPrint: time, memory and size, in one run.

    python -m pip install -e '.[bench]'
    python tests/benchmarks/speed.py [--root .] [--rounds 5] [--write]

The same texts, fonts, panels and signs. Ours is ``brochure build`` with all that it always does (overflow, glyphs that
are missing, every number read again in the finished file); it reads YAML, theirs a file with the texts alone, which is
written before the clock starts. The templates of the others are in ``peers/``. Every measure is a program of its own,
started in an empty folder; only the outlines of our signs are there already, as they are after the first build of a
project. ``bare``: the same texts through HarfBuzz alone, no page and no file.

Medians of the rounds, which take turns. ``--write`` puts table and plot into ``brochure/docs``. No test, no limit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import metadata
from pathlib import Path
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from again import Again
from families import FAMILIES
from peers.plot import plot

HERE = Path(__file__).parent / "peers"
EDITION, FORMAT = "luxembourg", "leaflet"
ORDER = "languages"
"""The file that lists the languages, in the edition's order."""

ALONE = ("en", "ar", "zh-Hans", "hi")
MANY = (1, 5, 10, 25, 50)
TARGETS = ("screen", "print")
PEERS = ("typst", "weasyprint")
SLOW = ("weasyprint",)
"""Measured in the first round alone, in one program, and with no more than SLOW_MOST languages of those that grow."""
SLOW_MOST = 10

ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Programs are compiled once, as where they are installed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the wall and of processors, MB of the largest program, bytes of all files and how many there are."""

    wall: float
    processor: float
    memory: float
    size: int
    files: int


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="write brochure/docs/speed.md and its picture")
    parser.add_argument(
        "--child", nargs=4, metavar=("PEER", "TEXTS", "OUT", "TARGETS"), help=argparse.SUPPRESS
    )
    asked = parser.parse_args()
    root = asked.root.resolve()
    if asked.child:
        peer, texts, out, targets = asked.child
        CHILDREN[peer](root, Path(texts), Path(out), targets.split(","))
        return
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(root, Path(place))
        rounds = [bench.measured(number) for number in range(asked.rounds)]
    costs = {name: _median([each[name] for each in rounds if name in each]) for name in rounds[0]}
    page = told(costs, bench.tags, asked.rounds)
    print(page)
    if asked.write:
        docs = root / "brochure" / "docs"
        (docs / "speed.md").write_text(page, encoding="utf-8")
        lines = {
            who: [
                (each, costs[f"{who} {each}"].processor) for each in bench.steps if f"{who} {each}" in costs
            ]
            for who in ("brochure", *PEERS)
        }
        (docs / "pictures" / "speed.svg").write_text(plot(lines), encoding="utf-8")


class Bench:
    """The measures. ``tags``: languages that have a leaflet. ``steps``: how many of them are made together."""

    def __init__(self, root: Path, place: Path) -> None:
        self.root, self.place = root, place
        self.texts, self.signs = place / "texts", place / "signs"
        self.texts.mkdir()
        # In another program: what this one weighs is taken for a part of those that it starts.
        child = ["--child", "texts", str(self.texts), str(self.signs), "-"]
        subprocess.run([sys.executable, __file__, "--root", str(root), *child], check=True, env=ENVIRONMENT)
        self.tags = json.loads((place / "texts" / ORDER).read_bytes())
        self.steps = [number for number in MANY if number <= len(self.tags)]
        self.again = Again(root, place, ALONE, self._ran)

    def measured(self, number: int) -> dict[str, Cost]:
        """Every measure once, by name; in round 0 the slow ones too."""
        found: dict[str, Cost] = dict(self.again.measured(number))
        peers = [peer for peer in PEERS if number == 0 or peer not in SLOW]
        for tag in ALONE:
            found[f"brochure {tag}"] = self._ours([tag], ("screen",), 1)
            found |= {f"{peer} {tag}": self._theirs(peer, [[tag]], ("screen",)) for peer in peers}
        found["imports"] = self._ran([[sys.executable, "-c", f"import {', '.join(LIBRARIES)}"]])
        for programs in (1, 2):
            found[f"brochure all {programs}"] = self._ours(self.tags, TARGETS, programs)
            shares = [self.tags[start::programs] for start in range(programs)]
            for peer in peers if programs == 1 else ["typst"]:
                found[f"{peer} all {programs}"] = self._theirs(peer, shares, TARGETS)
        found["bare all 1"] = self._theirs("bare", [self.tags], TARGETS)
        for many in self.steps:
            found[f"brochure {many}"] = self._ours(self.tags[:many], TARGETS, 1)
            for peer in peers:
                if peer not in SLOW or many <= SLOW_MOST:
                    found[f"{peer} {many}"] = self._theirs(peer, [self.tags[:many]], TARGETS)
        return found

    def _ours(self, tags: Sequence[str], targets: Sequence[str], programs: int) -> Cost:
        out = self.place / "ours"
        shutil.copytree(self.signs, out / ".cache" / "read")
        command = [
            sys.executable,
            "-m",
            "brochure",
            "build",
            *tags,
            "--root",
            str(self.root),
            "--out",
            str(out),
        ]
        options = ["--format", FORMAT, "--for", ",".join(targets), "--jobs", str(programs)]
        return self._ran([[*command, *options]], out)

    def _theirs(self, peer: str, shares: Sequence[Sequence[str]], targets: Sequence[str]) -> Cost:
        out = self.place / "theirs"
        out.mkdir()
        commands = []
        for number, tags in enumerate(shares):
            texts = self.place / f"texts-{number}"
            texts.mkdir()
            for tag in tags:
                shutil.copy(self.texts / f"{tag}.json", texts)
            child = ["--child", peer, str(texts), str(out), ",".join(targets)]
            commands.append([sys.executable, __file__, "--root", str(self.root), *child])
        cost = self._ran(commands, out)
        for number in range(len(shares)):
            shutil.rmtree(self.place / f"texts-{number}")
        return cost

    def _ran(self, commands: Sequence[Sequence[str]], out: Path | None = None) -> Cost:
        """Side by side. Findings of ours are warnings: an exit code of 1 would be an error."""
        begun = time.perf_counter()
        running = [
            subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
            for command in commands
        ]
        ends = [os.wait4(each.pid, 0) for each in running]
        wall = time.perf_counter() - begun
        if any(status for _, status, _ in ends):
            raise SystemExit(f"failed: {' '.join(commands[0])}")
        files = list(out.rglob("*.pdf")) if out else []
        cost = Cost(
            wall,
            sum(used.ru_utime + used.ru_stime for _, _, used in ends),
            max(used.ru_maxrss for _, _, used in ends) / 1024,
            sum(file.stat().st_size for file in files),
            len(files),
        )
        if out:
            shutil.rmtree(out)
        return cost


LIBRARIES = ("click", "yaml", "babel.core", "uharfbuzz", "bidi", "icu4py.breakers", "pypdfium2.raw")
LIBRARIES += ("reportlab.pdfbase.pdfdoc", "phonenumbers", "pypdfium2")
"""What a leaflet cannot be made without."""


def typst_child(root: Path, texts: Path, out: Path, targets: Sequence[str]) -> None:
    import typst

    # One compiler for all: it reads fonts and signs once. Its root is where its files may lie.
    shutil.copy(HERE / "leaflet.typ", texts)
    (texts / "pictograms").symlink_to(root / "pictograms")
    compiler = typst.Compiler(
        texts / "leaflet.typ", root=texts, font_paths=[root / "fonts"], ignore_system_fonts=True
    )
    for file in sorted(texts.glob("*.json")):
        for target in targets:
            bleed = json.loads(file.read_bytes())["bleed"] if target == "print" else 0
            compiler.compile(
                output=out / f"{target}-{file.stem}.pdf",
                sys_inputs={"leaflet": file.name, "bleed": str(bleed)},
                pdf_tags=target == "screen",
            )


def weasyprint_child(root: Path, texts: Path, out: Path, targets: Sequence[str]) -> None:
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    template = string.Template((HERE / "leaflet.html").read_text(encoding="utf-8"))
    for file in sorted(texts.glob("*.json")):
        said = json.loads(file.read_bytes())
        for target in targets:
            bleed = said["bleed"] if target == "print" else 0
            page = template.substitute(
                said,
                title=escape(said["title"]),
                bleed=bleed,
                faces="\n".join(_face(family) for family in said["fonts"]),
                fonts=", ".join(f"'{family['name']}'" for family in said["fonts"]),
                pages="\n".join(_article(side) for side in said["sides"]),
            )
            HTML(string=page, base_url=root.as_uri() + "/").write_pdf(
                out / f"{target}-{file.stem}.pdf",
                font_config=FontConfiguration(),
                pdf_tags=target == "screen",
            )


def _face(family: Mapping[str, str]) -> str:
    return "\n".join(
        f"@font-face {{ font-family: '{family['name']}'; font-weight: {weight};"
        f" src: url({Path(family[weight.replace('normal', 'regular')]).as_uri()}) }}"
        for weight in ("normal", "bold")
    )


def _article(side: Sequence[Mapping[str, Any]]) -> str:
    return f"<article>{''.join(map(_section, side))}</article>"


def _section(panel: Mapping[str, Any]) -> str:
    place = f"left: {panel['x']:.2f}pt; width: {panel['width']:.2f}pt"
    return f'<section style="{place}">{"".join(map(_row, panel["rows"]))}</section>'


def _row(row: Mapping[str, Any]) -> str:
    sign = f'<img src="{row["sign"][1:]}" alt="{escape(row["alternative"])}">' if row["sign"] else ""
    weight = "bold" if row["bold"] else "normal"
    return (
        f'<p style="font: {weight} {row["size"]}pt/1.3 inherit">{sign}<span>{escape(row["text"])}</span></p>'
    )


def bare_child(_root: Path, texts: Path, _out: Path, targets: Sequence[str]) -> None:
    import uharfbuzz as hb

    for file in sorted(texts.glob("*.json")):
        said = json.loads(file.read_bytes())
        for _ in targets:
            font = hb.Font(hb.Face(hb.Blob.from_file_path(said["fonts"][0]["regular"])))
            for row in (row for side in said["sides"] for panel in side for row in panel["rows"]):
                buffer = hb.Buffer()
                buffer.add_str(row["text"])
                buffer.guess_segment_properties()
                hb.shape(font, buffer)


def texts_child(root: Path, texts: Path, signs: Path, _targets: Sequence[str]) -> None:
    """Write down what every language says, and the outlines of the signs."""
    from peers.texts import write_texts

    from brochure.content.plan import read_plan
    from brochure.content.project import read_project

    project = read_project(root, EDITION, signs)
    tags = read_plan(root, EDITION).languages
    written = [tag for tag in tags if write_texts(project, tag, texts / f"{tag}.json")]
    (texts / ORDER).write_text(json.dumps(written), encoding="utf-8")


CHILDREN: Mapping[str, Callable[[Path, Path, Path, Sequence[str]], None]] = {
    "texts": texts_child,
    "typst": typst_child,
    "weasyprint": weasyprint_child,
    "bare": bare_child,
}


def _median(costs: Sequence[Cost]) -> Cost:
    first = costs[0]
    return Cost(
        median(each.wall for each in costs),
        median(each.processor for each in costs),
        median(each.memory for each in costs),
        first.size,
        first.files,
    )


def told(costs: Mapping[str, Cost], tags: Sequence[str], rounds: int) -> str:
    """The page: tables in Markdown."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in PEERS)
    head = (HERE / "speed.md").read_text(encoding="utf-8")
    said = string.Template(head).substitute(
        languages=len(tags),
        rounds="one round" if rounds == 1 else f"medians of {rounds} rounds",
        versions=versions,
        machine=f"{len(os.sched_getaffinity(0))} cores, {platform.machine()}, Python {platform.python_version()}",
        alone="\n".join(_alone(costs, tag) for tag in ALONE),
        imports=f"{costs['imports'].processor:.2f}",
        batch="\n".join(_batch(costs, programs) for programs in (1, 2)),
        again="\n".join(
            _again(costs, name) for name in (*(f"sentence {tag}" for tag in ALONE), "forced", "nothing")
        ),
        families=len(FAMILIES),
        bare=f"{1000 * costs['bare all 1'].processor / (2 * len(tags)):.1f}",
        steps="\n".join(_step(costs, number) for number in MANY if f"brochure {number}" in costs),
    )
    return said.rstrip() + "\n"


def _alone(costs: Mapping[str, Cost], tag: str) -> str:
    ours = costs[f"brochure {tag}"]
    theirs = [costs[f"{peer} {tag}"] for peer in PEERS]
    times = " | ".join(f"{each.processor:.2f}" for each in (ours, *theirs))
    sizes = " | ".join(f"{each.size / 1000:.0f}" for each in (ours, *theirs))
    return f"| {tag} | {times} | {ours.processor / theirs[0].processor:.1f} | {sizes} |"


def _again(costs: Mapping[str, Cost], name: str) -> str:
    said = {"forced": "everything made again", "nothing": "nothing changed"}
    what = said.get(name) or name.replace("sentence", "one sentence changed,")
    return f"| {what} | {costs[name].wall:.2f} | {costs[name].processor:.2f} | {costs[name].memory:.0f} |"


def _batch(costs: Mapping[str, Cost], programs: int) -> str:
    rows = []
    reference = costs[f"typst all {programs}"]
    for who in ("brochure", *PEERS):
        cost = costs.get(f"{who} all {programs}")
        if cost is None:
            continue
        ratio = f"{cost.wall / reference.wall:.2f} | {cost.processor / reference.processor:.2f}"
        each = f"{1000 * cost.processor / cost.files:.0f}"
        rows.append(
            f"| {who} | {programs} | {cost.wall:.1f} | {cost.processor:.1f} | {each} | {ratio} |"
            f" {cost.memory:.0f} | {cost.size / cost.files / 1000:.0f} |"
        )
    return "\n".join(rows)


def _step(costs: Mapping[str, Cost], number: int) -> str:
    rows = [costs.get(f"{who} {number}") for who in ("brochure", *PEERS)]
    times = " | ".join(f"{row.processor:.1f}" if row else "-" for row in rows)
    each = " | ".join(f"{1000 * row.processor / row.files:.0f}" if row else "-" for row in rows)
    return f"| {number} | {times} | {each} |"


if __name__ == "__main__":
    main()
