"""Drawings are normalised in a child process with limits: the libraries in it can hang, swell or crash on a file.

``normalise`` is the parent's side and imports none of them; ``main`` is the child's. Over the pipe: one JSON object
in, then one line a file out, in order. The line that is missing names the file that did it.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from brochure.base.diagnostics import SurroundingsError
from brochure.content.svg_contract import RefusalError

_READY = b"ready"
_START_SECONDS = 60.0
"""For the child to load its libraries, on a slow disk too."""

COMMAND = (sys.executable, "-P", "-m", "brochure.content.svg_child")


class Limits(Struct, frozen=True):
    """Wall-clock seconds for one file, bytes of address space for the child (where the system can hold it)."""

    seconds: float = 5.0
    memory: int = 1 << 30


class PlainLayer(Struct, frozen=True):
    """One outline: role, source line, one letter of M L C Z a segment, and all their coordinates in a row."""

    role: str
    line: int
    verbs: str
    coordinates: tuple[float, ...]


class Normalised(Struct, frozen=True):
    """Layers in painting order, or why there are none to be trusted."""

    layers: tuple[PlainLayer, ...]
    refusals: tuple[RefusalError, ...] = field(default=())


def normalise(
    files: Sequence[bytes], limits: Limits = Limits(), command: Sequence[str] = COMMAND
) -> tuple[Normalised, ...]:
    """Each file's outlines. One file that stops the child is refused, and a new child goes on with those behind it.

    Raises SurroundingsError when the child cannot load its libraries.
    """
    done: list[Normalised] = []
    while len(done) < len(files):
        answers, complaint = _one_child(files[len(done) :], limits, command)
        done.extend(answers)
        if len(done) < len(files):
            done.append(Normalised((), (_stopped(complaint, limits),)))
    return tuple(done)


def _one_child(
    files: Sequence[bytes], limits: Limits, command: Sequence[str]
) -> tuple[list[Normalised], bytes]:
    """What one child answered before it ended, and its standard error."""
    import subprocess  # most builds find every drawing normalised

    task = {
        "seconds": limits.seconds,
        "memory": limits.memory,
        "files": [base64.b64encode(data).decode() for data in files],
    }
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as child:
        try:
            # The child watches its own clock per file; this one is for a child that cannot.
            out, complaint = child.communicate(
                json.dumps(task).encode(), limits.seconds * (len(files) + 1) + _START_SECONDS
            )
        except subprocess.TimeoutExpired:
            child.kill()
            out, complaint = child.communicate()
            complaint += b"Timeout ("
    ready, *lines = out.split(b"\n")[:-1] or [b""]
    if ready.strip() != _READY:
        said = complaint.decode(errors="replace").strip().splitlines()[-1:]
        raise SurroundingsError(
            f"signs cannot be normalised: {' '.join(said) or 'the child process did not start'}",
            "Install the program again with its dependencies, among them picosvg and lxml.",
        )
    return [_from_line(line) for line in lines], complaint


def _stopped(complaint: bytes, limits: Limits) -> RefusalError:
    if b"Timeout (" in complaint:
        reason = f"it took longer than {limits.seconds:g} seconds"
    else:
        reason = f"it took more than {limits.memory >> 20} MB of memory, or the drawing library broke on it"
    cure = "Simplify and join the shapes in the drawing program (Path > Union, Path > Simplify), then save again."
    return RefusalError("sign-too-heavy", f"turning the drawing into outlines was stopped: {reason}", cure)


def _from_line(line: bytes) -> Normalised:
    answer = json.loads(line)
    layers = (PlainLayer(role, at, verbs, tuple(values)) for role, at, verbs, values in answer["layers"])
    return Normalised(tuple(layers), tuple(RefusalError(*refusal) for refusal in answer["refusals"]))


def _answer(data: bytes) -> str:
    """One file, in the child. Our own mistakes are told as such: they must not take the other files with them."""
    try:
        return _drawn(data)
    except MemoryError:
        raise
    except Exception as error:
        message = f"the drawing could not be turned into outlines: {type(error).__name__}: {error}"
        cure = "This is a fault of the program: report it, with the file."
        return json.dumps({"layers": [], "refusals": [("sign-not-normalised", message, cure, 0)]})


def _drawn(data: bytes) -> str:
    from brochure.content.svg_outlines import outlines
    from brochure.content.svg_shapes import read_shapes

    shapes, found = read_shapes(data)
    refusals = list(found)
    # A drawing that is refused already is still measured, so that all its faults are told at once.
    layers = [
        (
            layer.role,
            layer.line,
            "".join(verb for verb, _ in layer.commands),
            [v for _, vs in layer.commands for v in vs],
        )
        for layer in outlines(shapes, refusals)
    ]
    told = [(r.code, r.message, r.help, r.line) for r in refusals]
    return json.dumps({"layers": layers, "refusals": told}, allow_nan=False)


def _limit_memory(size: int) -> None:
    # Windows has no resource module, macOS refuses some limits; the parent's clock is left.
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """The child: reads its task from standard input."""
    import faulthandler

    import brochure.content.svg_outlines  # noqa: F401  # loaded before the clock runs

    task = json.loads(sys.stdin.buffer.read())
    _limit_memory(task["memory"])
    sys.stdout.buffer.write(_READY + b"\n")
    sys.stdout.buffer.flush()
    for encoded in task["files"]:
        # A watchdog thread in C: it ends the child even from within a library that holds the interpreter's lock.
        faulthandler.dump_traceback_later(task["seconds"], exit=True)
        answer = _answer(base64.b64decode(encoded))
        faulthandler.cancel_dump_traceback_later()
        sys.stdout.buffer.write(answer.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
