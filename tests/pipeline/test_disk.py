"""What stands in the way of writing: each its message and exit code, never a traceback, and the next build mends it."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import TODAY
from pipeline.copied import change
from pipeline.killed import everything, lies

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits and signals of POSIX")

ROOT = Path(__file__).parents[2]
WHAT = ("en", "--format", "leaflet", "--for", "screen,print")


def started(
    root: Path, out: Path, *more: str, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    where = ["--root", str(root), "--out", str(out), "--today", TODAY]
    return subprocess.Popen(
        [sys.executable, "-m", "brochure", "build", *where, *(more or WHAT)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=before,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )


def ended(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code, and what it said on stderr."""
    with running:
        _, told = running.communicate(timeout=120)
    assert "Traceback" not in told
    return running.returncode, told


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a build gives that nothing disturbs."""
    out = tmp_path_factory.mktemp("sound")
    assert ended(started(ROOT, out))[0] == 0
    return pdfs(out)


def pdfs(out: Path) -> dict[str, bytes]:
    return {name: data for name, data in everything(out).items() if name.endswith(".pdf")}


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of one megabyte."""
    with tempfile.TemporaryDirectory() as folder:
        mount = shutil.which("mount")
        done = mount and subprocess.run(
            [mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
        )
        if not done or done.returncode != 0:
            pytest.skip("nobody here may mount a disk")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("free", [0, 120])
def test_a_full_disk(free: int, small_disk: Path, sound: dict[str, bytes]) -> None:
    filler = small_disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        for _ in range(1024 - free):
            file.write(bytes(1024))
    out = small_disk / "out"
    code, told = ended(started(ROOT, out))
    assert code == 3
    assert "No space left on device" in told
    assert "Make room on the disk" in told
    assert list(lies(everything(out))) == []
    filler.unlink()
    assert ended(started(ROOT, out))[0] == 0
    assert pdfs(out) == sound


def test_a_disk_that_takes_no_large_files(tmp_path: Path, sound: dict[str, bytes]) -> None:
    most = 60_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    code, told = ended(started(ROOT, tmp_path, before=limit))
    assert code == 3
    assert "error[cannot-write]: the file cannot be written: File too large" in told
    left = everything(tmp_path)
    assert all(data == sound[name] for name, data in pdfs(tmp_path).items())
    assert list(lies(left)) == []
    assert ended(started(ROOT, tmp_path))[0] == 0
    assert pdfs(tmp_path) == sound


def test_a_disk_that_can_only_be_read(small_disk: Path, sound: dict[str, bytes]) -> None:
    out = small_disk / "out"
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert ended(started(ROOT, out)) == (
        3,
        f"brochure: the output folder {out} cannot be written: Read-only file system\n"
        "    The disk can only be read: name a folder on another one.\n",
    )
    # A build that is whole is not lost when nothing more can be written.
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    assert ended(started(ROOT, out))[0] == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert ended(started(ROOT, out, *WHAT, "--force"))[0] == 3
    assert pdfs(out) == sound


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    code, told = ended(started(ROOT, tmp_path / "out"))
    assert code == 3
    assert "cannot be written: Permission denied\n    Give the folder write permission" in told


def test_two_builds_at_once(tmp_path: Path, sound: dict[str, bytes]) -> None:
    first = started(ROOT, tmp_path)
    lock = tmp_path / ".cache" / "lock"
    while not (lock.exists() and lock.read_bytes()):
        time.sleep(0.005)
    code, told = ended(started(ROOT, tmp_path))
    assert (code, told) == (
        3,
        f"brochure: another build (process {first.pid}) is writing into {tmp_path.as_posix()}\n"
        "    Wait until it has ended, or name another folder with --out.\n",
    )
    assert ended(first)[0] == 0
    assert pdfs(tmp_path) == sound


SOME = ("en", "fr", "de", "es", "it", "nl", "pl", "ro", "hu", "tr", "sq", "vi")
"""Languages: more than are made while a signal is on its way."""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c(jobs: str, tmp_path: Path) -> None:
    """As a terminal does it: to the program and to all that it started."""
    running = started(
        ROOT,
        tmp_path,
        *SOME,
        "--format",
        "leaflet",
        "--for",
        "screen",
        "--jobs",
        jobs,
        before=os.setsid,
    )
    while not list(tmp_path.glob("luxembourg/screen/*.pdf")):
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    code, told = ended(running)
    assert code == 130
    assert told.strip().splitlines()[-1] == "stopped; finished files are whole"
    left = everything(tmp_path)
    assert list(lies(left)) == []
    assert 1 <= sum(name.endswith(".pdf") for name in left) < len(SOME)


@pytest.mark.parametrize("moved", [-86_400, +86_400], ids=["set back", "set forward"])
def test_a_clock_that_was_set(moved: int, root: Path) -> None:
    """An edit of equal size is seen whatever the clock says of it, and says so again when nothing changed."""
    out = root / "build"
    assert ended(started(root, out))[0] == 0
    before = pdfs(out)
    file = "content/languages/en.yaml"
    change(root, file, "You want to stop or leave", "You want to leave or stop")
    at = time.time() + moved
    os.utime(root / file, (at, at))
    assert ended(started(root, out))[0] == 0
    after = pdfs(out)
    assert before["luxembourg/print/leaflet-en.pdf"] != after["luxembourg/print/leaflet-en.pdf"]
    running = started(root, out)
    listed = running.communicate(timeout=120)[0]
    assert re.findall("unchanged", listed) == ["unchanged"] * 2
    change(root, file, "You want to leave or stop", "You want to stop or leave")
    os.utime(root / file, (at, at))
    if moved > 0:  # its time lies ahead, so it is read, and the same size and time are no proof
        assert ended(started(root, out))[0] == 0
        assert pdfs(out) == before
