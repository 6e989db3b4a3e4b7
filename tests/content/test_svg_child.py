"""The child process: what it does to a file that hangs, swells or crashes in it, and to those behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.content.svg_child import COMMAND, Limits, normalise

ROOT = Path(__file__).parent.parent.parent
SOUND = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path class="ink" d="M4 4h8v8z"/></svg>'

# A child whose drawing code is replaced by code that ends it in a given way, at the files that say so.
FATAL = """
import ctypes, time
from brochure.content import svg_child, svg_shapes
read_shapes = svg_shapes.read_shapes
def read(data):
    if b"<hang/>" in data: time.sleep(60)
    if b"<crash/>" in data: ctypes.string_at(0)
    if b"<swell/>" in data: bytearray(1 << 40)
    if b"<bug/>" in data: raise KeyError("door")
    return read_shapes(data)
svg_shapes.read_shapes = read
svg_child.main()
"""
COMMAND_WITH_FAULTS = (sys.executable, "-P", "-c", FATAL)


def fatal(kind: str) -> bytes:
    return SOUND.replace(b"<path", f"<{kind}/><path".encode())


def test_a_sound_file_comes_back_as_layers() -> None:
    (made,) = normalise([SOUND])
    assert made.refusals == ()
    (layer,) = made.layers
    assert (layer.role, layer.line, layer.verbs, layer.coordinates) == (
        "ink",
        1,
        "MLLZ",
        (4, 4, 12, 4, 12, 12),
    )


def test_refusals_of_one_file_come_back_with_their_lines() -> None:
    refused, made = normalise([SOUND.replace(b"<path", b"\n<text/><path"), SOUND])
    assert [(r.code, r.line, bool(r.help)) for r in refused.refusals] == [("sign-element", 2, True)]
    assert made.layers


def test_a_value_that_was_refused_does_not_reach_the_drawing_library() -> None:
    wrong = SOUND.replace(b"d=", b'stroke="#000" stroke-linejoin="rouMd" stroke-linecap="flat" d=')
    (refused,) = normalise([wrong])
    assert [r.code for r in refused.refusals] == ["sign-style", "sign-style"]


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        ("crash", "sign-too-heavy", "the drawing library broke on it"),
        ("swell", "sign-too-heavy", "more than 2048 MB"),
        ("hang", "sign-too-heavy", "longer than 0.5 seconds"),
        ("bug", "sign-not-normalised", "KeyError: 'door'"),
    ],
)
def test_a_file_that_ends_the_child_does_not_take_the_others_with_it(
    kind: str, code: str, words: str
) -> None:
    limits = Limits(seconds=0.5 if kind == "hang" else 20, memory=2 << 30)
    began = time.perf_counter()
    before, fault, behind = normalise([SOUND, fatal(kind), SOUND], limits, COMMAND_WITH_FAULTS)
    assert time.perf_counter() - began < 10
    assert before.layers == behind.layers != ()
    assert fault.layers == ()
    (refusal,) = fault.refusals
    assert refusal.code == code
    assert words in refusal.message


def test_a_child_that_cannot_load_its_libraries_is_no_fault_of_the_signs() -> None:
    broken = (sys.executable, "-P", "-c", "import no_such_library")
    with pytest.raises(SurroundingsError, match="No module named 'no_such_library'") as error:
        normalise([SOUND], command=broken)
    assert "picosvg" in error.value.next_step


def test_no_child_is_started_for_nothing() -> None:
    assert normalise([], command=("/no/such/program",)) == ()


def test_the_child_answers_nothing_but_its_lines() -> None:
    task = b'{"seconds": 9, "memory": 4294967296, "files": []}'
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(COMMAND, input=task, capture_output=True, env=surroundings, check=True)
    assert (done.stdout, done.stderr) == (b"ready\n", b"")
