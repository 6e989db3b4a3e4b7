"""Files of strangers are judged in a child process with limits: libraries can hang, swell or crash on one.

``judge_files`` and ``judge_together`` are the parent's side and import none of them; ``main`` is the child's. Over the
pipe: one JSON object in, one line a file out, in order. The line that is missing names the file that did it.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, to_builtins

from brochure.base.diagnostics import Severity, SurroundingsError
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.remark import Remark, unreadable

For = Literal["print", "screen"]

_READY = b"ready"
_START_SECONDS = 60.0
COMMAND = (sys.executable, "-P", "-m", "brochure.check.preflight.apart")
MISSING = 3
"""What the child ends with where there is no pikepdf."""


class Limits(Struct, frozen=True):
    """Wall-clock seconds for one file, bytes of address space for the child (where the system can hold it), bytes of
    a file.
    """

    seconds: float = 60.0
    memory: int = 2 << 30
    size: int = 200_000_000


class File(Struct, frozen=True):
    """A file to judge. ``name``: for the reader of a remark."""

    path: Path
    name: str
    demands: Demands


def judge_files(
    files: Sequence[File], purpose: For, limits: Limits = Limits(), command: Sequence[str] = COMMAND
) -> tuple[tuple[Remark, ...], ...]:
    """The remarks about each file. One that stops the child is refused, and a new child goes on with those behind it.

    Raises SurroundingsError: pikepdf is not installed, or the child cannot start.
    """
    done: list[tuple[Remark, ...]] = []
    while len(done) < len(files):
        rest = files[len(done) :]
        tasks = [_task(file, purpose) for file in rest]
        done += _one_child(tasks, limits, command)
        if len(done) < len(files):
            done.append((unreadable(files[len(done)].name, "too-heavy", _stopped(limits)),))
    return tuple(done)


def judge_together(
    files: Sequence[File], *, one_set: bool, limits: Limits = Limits(), command: Sequence[str] = COMMAND
) -> tuple[Remark, ...]:
    """What parts the plates of ``files``. Raises as :func:`judge_files`."""
    task = {"do": "set", "files": [[str(file.path), file.name] for file in files], "one_set": one_set}
    answers = _one_child([task], limits, command)
    return answers[0] if answers else (unreadable(files[0].name, "too-heavy", _stopped(limits)),)


def _stopped(limits: Limits) -> str:
    most = f"{limits.seconds:g} seconds or {limits.memory >> 20} MB of memory"
    return f"judging it was stopped: it took over {most}, or a library broke on it"


def _task(file: File, purpose: For) -> dict[str, Any]:
    return {"do": purpose, "path": str(file.path), "name": file.name, "demands": file.demands.as_json()}


def _one_child(
    tasks: Sequence[dict[str, Any]], limits: Limits, command: Sequence[str]
) -> list[tuple[Remark, ...]]:
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        # A group of its own, so that a Ghostscript the child leaves behind ends with it.
        start_new_session=os.name == "posix",
    ) as child:
        said = json.dumps({"tasks": tasks, "limits": to_builtins(limits)}).encode()
        try:
            out, complaint = child.communicate(said, limits.seconds * (len(tasks) + 1) + _START_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            out, complaint = child.communicate()
        finally:
            _end_group(child.pid)
    ready, *lines = out.split(b"\n")[:-1] or [b""]
    if child.returncode == MISSING:
        raise SurroundingsError(
            "not judged: pikepdf is not installed, so nobody can look into the file",
            "Install it with: pip install 'brochure[validate]'",
        )
    if ready.strip() != _READY:
        last = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise SurroundingsError(
            f"files cannot be judged: {' '.join(last) or 'the child process did not start'}"
        )
    return [tuple(_remark(each) for each in json.loads(line)) for line in lines]


def _end_group(pid: int) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)


def _remark(said: dict[str, Any]) -> Remark:
    place = tuple(said["place"]) if said["place"] else None
    return Remark(**(said | {"place": place, "severity": Severity(said["severity"])}))


def _answer(task: dict[str, Any], limits: dict[str, Any]) -> list[dict[str, Any]]:
    """One task, in the child."""
    from brochure.check.preflight.judge import judge_print
    from brochure.check.preflight.one_set import judge_set
    from brochure.check.preflight.screen import judge_screen

    try:
        if task["do"] == "set":
            data = {name: _read(path, limits["size"]) for path, name in task["files"]}
            whole = {name: each for name, each in data.items() if each is not None}
            return [to_builtins(each) for each in judge_set(whole, one_set=task["one_set"])]
        read, name = _read(task["path"], limits["size"]), task["name"]
        if read is None:
            found = f"the file is larger than {limits['size'] // 1_000_000} MB, or cannot be opened"
            return [to_builtins(unreadable(name, "too-heavy", found))]
        if task["do"] == "print":
            return [to_builtins(each) for each in judge_print(read, name, Demands.from_json(task["demands"]))]
        return [to_builtins(each) for each in judge_screen(read, name)]
    except (MemoryError, RecursionError):
        found = "judging it took more memory than there is"
        return [to_builtins(unreadable(task.get("name", "the set"), "too-heavy", found))]
    except Exception as error:
        # Our own mistake: it must not take the other files with it, nor pass for a sound file.
        found = f"a fault of the program, pass it on with the file: {type(error).__name__}: {error}"
        return [to_builtins(unreadable(task.get("name", "the set"), "not-judged", found))]


def _read(path: str, most: int) -> bytes | None:
    """None for one that is too large or cannot be opened."""
    try:
        if Path(path).stat().st_size > most:
            return None
        return Path(path).read_bytes()
    except OSError:
        return None


def _limit_memory(size: int) -> None:
    # Windows has no resource module, macOS refuses some limits; the parent's clock is left.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """The child: reads its task from standard input."""
    import faulthandler

    try:
        import brochure.check.preflight.judge
        import brochure.check.preflight.one_set
        import brochure.check.preflight.screen  # noqa: F401  # loaded before the clock runs
    except ModuleNotFoundError as error:
        sys.exit(MISSING if error.name == "pikepdf" else f"{error.name} is not installed")
    said = json.loads(sys.stdin.buffer.read())
    limits = said["limits"]
    _limit_memory(limits["memory"])
    sys.stdout.buffer.write(_READY + b"\n")
    sys.stdout.buffer.flush()
    for task in said["tasks"]:
        # A watchdog thread in C: it ends the child even from within a library that holds the interpreter's lock.
        faulthandler.dump_traceback_later(limits["seconds"], exit=True)
        answer = _answer(task, limits)
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
