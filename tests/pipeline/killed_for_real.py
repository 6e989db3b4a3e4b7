"""The real command, killed: ``PYTHONPATH=tests python -m pipeline.killed_for_real [--times 100] [--seed 1]``.

A copy of the project is built in two states that differ by one sentence of English and one of Arabic. Then, again and
again: the other state is asked for, the command gets SIGKILL at a random moment, with all that it started; the folder
is looked at, and the next build has to give what an undisturbed one gives, to the byte. Nobody may change the program
meanwhile: its sources are part of what a file is made from.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.killed import everything, is_part, lies

ROOT = Path(__file__).parents[2]
SENTENCES = {
    "en": ("You want to stop or leave, but you cannot.", "You want to leave or stop, but you cannot."),
    "ar": ("DRAFT.", "Draft."),
}


@dataclass(frozen=True)
class Project:
    """``root``: a copy to write into. ``what``: the languages and formats that are built."""

    root: Path
    what: Sequence[str]
    jobs: int

    def say(self, state: int) -> None:
        """Put the sentences of a state into the files."""
        for tag, both in SENTENCES.items():
            path = self.root / "content" / "languages" / f"{tag}.yaml"
            text = path.read_text(encoding="utf-8")
            assert both[0] in text or both[1] in text
            path.write_text(text.replace(both[1 - state], both[state]), encoding="utf-8")

    def start(self, out: str = "build") -> subprocess.Popen[bytes]:
        where = ["--root", str(self.root), "--out", str(self.root / out), "--today", "2026-11-22"]
        command = [sys.executable, "-m", "brochure", "build", *self.what, "--jobs", str(self.jobs), *where]
        return subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )

    def build(self, out: str = "build") -> dict[str, bytes]:
        """Undisturbed."""
        assert self.start(out).wait() == 0
        return everything(self.root / out)


def opened(folder: Path, what: Sequence[str], jobs: int) -> Project:
    """A copy of the project; fonts are other names for the same files."""
    for name in ("content", "pictograms"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copytree(ROOT / "fonts", folder / "fonts", copy_function=os.link)
    return Project(folder, what, jobs)


def kill_again_and_again(project: Project, times: int, seed: int) -> tuple[int, list[str]]:
    """How many builds were killed before their end, and what was wrong after any of them."""
    states: list[Mapping[str, bytes]] = []
    for state in (0, 1):
        project.say(state)
        states.append(project.build(f"undisturbed-{state}"))
    project.build()
    project.say(0)
    began = time.monotonic()
    project.build()
    lasts = time.monotonic() - began
    moments = random.Random(seed)
    known = {data for each in states for data in each.values()}
    killed, wrong = 0, []
    for number in range(times):
        state = (number + 1) % 2
        project.say(state)
        running = project.start()
        time.sleep(moments.uniform(0.05, 0.95) * lasts)
        if running.poll() is None:
            killed += 1
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        left = everything(project.root / "build")
        whole = {name: data for name, data in left.items() if not is_part(name)}
        wrong += [
            f"{number}: {name} is not whole"
            for name, data in whole.items()
            if not _is_known(name, data, known)
        ]
        wrong += [f"{number}: {each}" for each in lies(left)]
        if project.build() != states[state] or list((project.root / "build").rglob("*.part")):
            wrong.append(f"{number}: the next build did not mend everything")
    return killed, wrong


def _is_known(name: str, data: bytes, known: set[bytes]) -> bool:
    return name.endswith("manifest.json") or data in known


def main() -> int:
    """Exit code 1 where something was wrong."""
    asked = argparse.ArgumentParser(prog="python -m pipeline.killed_for_real", description=__doc__)
    asked.add_argument("--times", type=int, default=100)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--jobs", type=int, default=1)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = opened(Path(folder) / "project", ("en", "--format", "leaflet,phone"), given.jobs)
        killed, wrong = kill_again_and_again(project, given.times, given.seed)
    print(*wrong, sep="\n")
    print(f"{given.times} builds, {killed} killed before their end, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
