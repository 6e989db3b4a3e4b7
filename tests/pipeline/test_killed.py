"""Kill -9 at any moment: only whole files, a list that does not lie, and a next build that mends everything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pipeline.killed_for_real import kill_again_and_again, opened

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")


def test_killed_at_forty_steps_on_the_disk(tmp_path: Path) -> None:
    tests = Path(__file__).parents[1]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join((str(tests.parent), str(tests)))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "pipeline.killed", str(tmp_path), "40"],
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "40 deaths, 0 wrong\n"), done.stderr


def test_the_real_command_killed(tmp_path: Path) -> None:
    project = opened(tmp_path / "project", ("en", "--format", "leaflet", "--for", "screen,print"), 1)
    killed, wrong = kill_again_and_again(project, 6, seed=3)
    assert wrong == []
    assert killed >= 3
