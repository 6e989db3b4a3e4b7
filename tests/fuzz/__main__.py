"""``PYTHONPATH=tests python -m fuzz --minutes 30 [--seed N] [TARGET ...]``: spoiled files for as long as wanted.

One child process after the other, each with some inputs of one target; one that hangs or crashes costs its round and is
told. Every input that is a fault of ours is put into ``--found``, with the traceback; figures come at the end.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

from fuzz.limits import Cost, within_limits
from fuzz.targets import TARGETS, Target
from hypothesis import HealthCheck, Phase, given, seed, settings

ROUND = 240.0
"""Seconds after which a round is ended from outside."""
HANG = 20.0
"""Seconds after which one input is taken for one that hangs."""


class Round:
    """Some inputs of one target, in a child process. Faults are kept by where they come from, the shortest of each."""

    def __init__(self, target: Target, number: int, found: Path) -> None:
        self.target, self.number, self.found = target, number, found
        self.cost = Cost()
        self.faults: dict[str, int] = {}

    def run(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            read = self.target.open(Path(folder))
            within_limits(read, self.target.seeds()[0], self.cost)
            last = Path(folder) / "last"

            @seed(self.number)
            @settings(
                max_examples=max(8, self.target.tries * 2),
                database=None,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=(Phase.generate,),
            )
            @given(self.target.inputs)
            def spoil(data: bytes) -> None:
                last.write_bytes(data)
                faulthandler.dump_traceback_later(HANG, exit=True)
                try:
                    within_limits(read, data, self.cost)
                except Exception as error:
                    self.keep(data, error)
                finally:
                    faulthandler.cancel_dump_traceback_later()

            spoil()

    def keep(self, data: bytes, error: Exception) -> None:
        """The input and how it came to it."""
        steps = traceback.extract_tb(error.__traceback__)
        ours = [step for step in steps if "/brochure/" in step.filename] or steps
        where = f"{type(error).__name__} in {Path(ours[-1].filename).stem}.{ours[-1].name}"
        name = f"{self.target.name}-{where.replace(' ', '-')}"
        self.faults[where] = self.faults.get(where, 0) + 1
        kept = self.found / name
        if not kept.exists() or kept.stat().st_size > len(data):
            kept.write_bytes(data)
            kept.with_name(f"{name}.txt").write_text(
                "".join(traceback.format_exception(error)), encoding="utf-8"
            )


def _child(target: Target, number: int, found: Path) -> None:
    done = Round(target, number, found)
    done.run()
    cost = done.cost
    print(json.dumps([cost.inputs, cost.seconds, cost.memory, done.faults]))


def _one_round(target: Target, number: int, found: Path) -> tuple[int, float, int, dict[str, int]]:
    command = [
        sys.executable,
        "-m",
        "fuzz",
        "--child",
        "--seed",
        str(number),
        "--found",
        str(found),
        target.name,
    ]
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=ROUND, check=False)
    except subprocess.TimeoutExpired:
        return 0, ROUND, 0, {"a round that hung": 1}
    if ended.returncode != 0:
        (found / f"{target.name}-{number}-crash.txt").write_text(ended.stderr, encoding="utf-8")
        return 0, 0.0, 0, {f"a crash ({ended.returncode}) in round {number}": 1}
    inputs, seconds, memory, faults = json.loads(ended.stdout.splitlines()[-1])
    return inputs, seconds, memory, faults


def _by_hand(targets: list[Target], minutes: float, first: int, found: Path) -> int:
    until, number = time.monotonic() + minutes * 60, first
    sums = {target.name: [0, 0.0, 0] for target in targets}
    faults: dict[str, int] = {}
    while time.monotonic() < until:
        for target in targets:
            inputs, seconds, memory, told = _one_round(target, number, found)
            sums[target.name][0] += inputs
            sums[target.name][1] = max(sums[target.name][1], seconds)
            sums[target.name][2] = max(sums[target.name][2], memory)
            for where, count in told.items():
                where = f"{target.name}: {where}"
                if where not in faults:
                    print(f"FAULT {where}", flush=True)
                faults[where] = faults.get(where, 0) + count
            if time.monotonic() > until:
                break
        number += 1
    print(f"{'target':<16} {'inputs':>8} {'slowest s':>9} {'memory MB':>9}")
    for name, (inputs, seconds, memory) in sums.items():
        print(f"{name:<16} {inputs:>8} {seconds:>9.2f} {memory >> 20:>9}")
    print(f"{sum(each[0] for each in sums.values())} inputs, {len(faults)} kinds of faults")
    return 1 if faults else 0


def main() -> int:
    """Exit code 1 where there was a fault."""
    asked = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    asked.add_argument("target", nargs="*", metavar="TARGET", help=", ".join(each.name for each in TARGETS))
    asked.add_argument("--minutes", type=float, default=60.0)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--found", type=Path, default=Path("build") / "fuzz")
    asked.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    given_ = asked.parse_args()
    targets = [each for each in TARGETS if not given_.target or each.name in given_.target]
    given_.found.mkdir(parents=True, exist_ok=True)
    if given_.child:
        _child(targets[0], given_.seed, given_.found)
        return 0
    return _by_hand(targets, given_.minutes, given_.seed, given_.found)


if __name__ == "__main__":
    sys.exit(main())
