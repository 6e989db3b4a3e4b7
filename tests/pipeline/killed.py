"""A build that dies at any step it takes on the disk: ``PYTHONPATH=tests python -m pipeline.killed FOLDER [N]``.

A made-up project is built, changed so that files are new, replaced, rejected and gone, and built again by a child that
ends itself, unasked and untidied (SIGKILL), before or after the n-th step; then the folder is looked at, and a third
build has to mend everything. One line a death that left something wrong; the last line counts. ``N``: so many steps,
drawn by a fixed seed, in place of all.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from pipeline.made_up import open_maker, project, request, rooms

import brochure.pipeline.build as build_module
from brochure.pipeline.build import Rooms, build
from brochure.pipeline.making import Job, Made, Maker, Place
from brochure.pipeline.outcome import Outcome

STEPS = ("replace", "unlink", "fsync", "mkdir")
"""Of ``os``: what write_whole, the shelf and the caches do to the disk."""


def with_pictures(place: Place) -> Maker:
    """As the made-up one, and two pictures of pages for each file for the screen."""
    make = open_maker(place)

    def made(job: Job) -> Made:
        plain = make(job)
        data = plain.files.get("screen", b"")
        return replace(plain, pictures={"screen": (data + b" 1", data + b" 2")} if data else {})

    return made


def pictured_rooms() -> Rooms:
    plain = rooms()
    return Rooms(plain.offers, plain.inputs, plain.require_shop, with_pictures, plain.compare)


BEFORE = {"ar": "كلمات", "en": "words", "fr": "mots overflow", "de": "Worte"}
AFTER = {"ar": "كلمات أخرى", "en": "words overflow", "fr": "mots", "it": "parole"}
"""Replaced, rejected, good again, new; and German is gone."""


def said(root: Path, texts: Mapping[str, str]) -> None:
    """The project's words, and no other languages."""
    for path in root.glob("*.txt"):
        path.unlink()
    project(root, **texts)


def everything(out: Path) -> dict[str, bytes]:
    """Every file of the output folder but what only spares time."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file() and ".cache" not in path.relative_to(out).parts
    }


def is_part(name: str) -> bool:
    return name.endswith(".part")


def lies(files: Mapping[str, bytes]) -> Iterator[str]:
    """Rows of manifests that speak of another file than the one that lies there, and files that are not whole JSON."""
    for name, data in files.items():
        if not name.endswith("manifest.json"):
            continue
        folder = name.removesuffix("manifest.json")
        for output, row in json.loads(data)["files"].items():
            for each, digest in {output: row["sha256"], **row["pictures"]}.items():
                there = files.get(folder + each)
                if there is None or hashlib.sha256(there).hexdigest() != digest:
                    yield f"the row of {each} lies"


def unlisted(files: Mapping[str, bytes]) -> set[str]:
    """Good PDFs without a row, by output name."""
    found = set()
    for name, data in files.items():
        if name.endswith("manifest.json"):
            folder, rows = name.removesuffix("manifest.json"), json.loads(data)["files"]
            pdfs = {
                each.removeprefix(folder)
                for each in files
                if each.startswith(folder) and each.endswith(".pdf")
            }
            found |= {each for each in pdfs if not each.startswith("rejected/") and each not in rows}
    return found


@dataclass
class Death:
    """Ends this program at the step of the number ``at``, counted from 1; ``steps`` counts on."""

    at: int
    steps: int = 0

    def step(self, half: Callable[[], None] = lambda: None) -> None:
        self.steps += 1
        if self.steps == self.at:
            half()
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, name: str) -> None:
        real = getattr(os, name)

        def watched(*given: Any, **named: Any) -> Any:
            # A file may be half written when its program dies: what fsync gets is cut.
            self.step((lambda: os.ftruncate(given[0], 3)) if name == "fsync" else lambda: None)
            answer = real(*given, **named)
            self.step()
            return answer

        setattr(os, name, watched)


def dying_build(root: Path, at: int) -> int:
    """How many steps a build takes, in a child; 0 where it was killed at the step ``at``."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        death = Death(at)
        for name in STEPS:
            death.watch(name)
        build(request(root), pictured_rooms())
        os.write(writing, str(death.steps).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        steps = told.read()
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0, "the build ended in another way"
    return int(steps or 0)


def made(outcome: Outcome) -> set[str]:
    return {line.output.name for line in outcome.lines if line.made}


def wrong_after(root: Path, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """What a death left that is wrong, and what the next build did not mend. ``new``: a build that nobody disturbed."""
    left = everything(root / "build")
    known = {*old.values(), *new.values()}
    for name, data in left.items():
        if not is_part(name) and not name.endswith("manifest.json") and data not in known:
            yield f"{name} is not whole"
    yield from lies(left)
    lonely = unlisted(left) & {name.removeprefix("here/") for name in new}
    mended = build(request(root), pictured_rooms())
    if not lonely <= made(mended):
        yield f"{sorted(lonely - made(mended))} have no row and were not made again"
    if everything(root / "build") != new:
        yield "the next build did not mend everything"
    if list((root / "build").rglob("*.part")):
        yield "parts are left"
    again = build(request(root), pictured_rooms())
    if made(again) or again.findings != mended.findings:
        yield "a build without changes makes or says something else"


def main(folder: Path, most: int | None = None) -> int:
    """Gives how many deaths left something wrong."""
    root = project(folder / "project")
    build_module.sources = lambda _: ()  # the same all along, and 300 files to read for each death
    said(root, BEFORE)
    build(request(root), pictured_rooms())
    shutil.copytree(root, folder / "before")
    old = everything(root / "build")
    said(root, AFTER)
    steps = dying_build(root, 0)
    new = everything(root / "build")
    wrong = 0
    chosen = range(1, steps + 1)
    deaths = list(chosen) if most is None else sorted(random.Random(7).sample(chosen, most))
    for at in deaths:
        shutil.rmtree(root)
        shutil.copytree(folder / "before", root)
        said(root, AFTER)
        assert dying_build(root, at) == 0
        for each in wrong_after(root, old, new):
            wrong += 1
            print(f"killed at step {at}: {each}")
    print(f"{len(deaths)} deaths, {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *map(int, sys.argv[2:])) > 0)
