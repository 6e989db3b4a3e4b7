import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from brochure.base.diagnostics import ArgumentsError, BrochureError, SurroundingsError
from brochure.cli import main
from brochure.cli.pictograms import pictograms

ROOT = Path(__file__).parents[2]

HEAVY = (
    "rich", "yaml", "babel", "phonenumbers", "lxml", "picosvg", "uharfbuzz", "bidi", "icu4py", "arabic_reshaper",
    "reportlab", "pypdfium2", "PIL", "pikepdf", "page", "json", "multiprocessing", "importlib.metadata",
    "starlette", "uvicorn", "watchfiles", "anyio",
)  # fmt: skip

COMMANDS = (
    "build",
    "check",
    "status",
    "translated",
    "approve",
    "new-language",
    "export",
    "import",
    "schemas",
    "code",
    "show",
    "pictograms",
    "package",
    "preflight",
    "preview",
    "fonts",
    "doctor",
)


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_help_loads_nothing_heavy() -> None:
    code = "import sys\nfrom brochure.cli.main import run\ncode = run(['--help'])\nprint(code, *sys.modules)"
    *text, last = python("-c", code).stdout.splitlines()
    exit_code, *loaded = last.split()
    assert exit_code == "0"
    assert set(loaded).isdisjoint(HEAVY)
    assert "Example:" in "\n".join(text)


@pytest.mark.parametrize("command", [*COMMANDS, *(f"pictograms {name}" for name in pictograms.commands)])
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([*command.split(), "--help"]) == 0
    text = capsys.readouterr().out
    assert "Example:\n    brochure " in text
    assert f"\n    brochure {command}" in text
    assert "--root DIR" in text or command == pictograms.name


def test_the_commands_are_these() -> None:
    context = click.Context(main.brochure)
    assert main.brochure.list_commands(context) == sorted(COMMANDS)
    assert [main.brochure.get_command(context, name).name for name in COMMANDS] == list(COMMANDS)


def test_a_command_loads_no_other() -> None:
    code = "import sys\nfrom brochure.cli.main import run\nrun(['build', '--help'])\nprint(*sys.modules)"
    loaded = set(python("-c", code).stdout.splitlines()[-1].split())
    assert "brochure.cli.build" in loaded
    assert loaded.isdisjoint(
        f"brochure.cli.{name}" for name in ("approve", "check", "pictograms", "preview", "show")
    )


def test_a_command_that_is_none_is_told_beside_one_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["biuld"]) == 2
    assert "build" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild"],
        ["build", "--fast"],
        ["build", "--today", "22.5.2027"],
        ["build", "--jobs", "0"],
        ["build", "--for", "screen,,print"],
        ["build", "--root", "not there"],
        ["show", "everything", "ar"],
        ["show", "ops", "ar", "help.doctor"],
        ["show", "bidi"],
        ["show", "picture", "ar"],
        ["show", "ops", "ar", "--out", "x.png"],
        ["build", "--debug-layout", "boxes,circles"],
        ["build", "--debug-layout", "boxes", "--release"],
        ["build", "--edition", "luxembourg", "--edition", "example"],
        ["build", "ar", "--out=one", "--out", "other"],
        ["pictograms", "sheet", "--out", "one.pdf", "--out", "other.pdf"],
    ],
)
def test_arguments_that_are_off_are_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Usage: brochure" in shown.err


@pytest.fixture
def failure(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Raised by a command of its own, ``fail``."""
    failures: list[BaseException] = []

    @click.command
    def fail() -> None:
        raise failures[0]

    monkeypatch.setitem(main.brochure.commands, "fail", fail)
    return failures


@pytest.mark.parametrize(("error", "code"), [(ArgumentsError, 2), (SurroundingsError, 3), (BrochureError, 4)])
def test_a_failure_says_the_next_step_and_gives_its_code(
    error: type[BrochureError], code: int, failure: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failure.append(error("it is broken", "Mend it.\nThen again."))
    assert main.run(["fail"]) == code
    assert capsys.readouterr() == ("", "brochure: it is broken\n    Mend it.\n    Then again.\n")


def test_a_bug_is_4_and_tells_what_to_do_with_its_lines(
    failure: list[BaseException], capsys: pytest.CaptureFixture[str]
) -> None:
    failure.append(ZeroDivisionError("of ours"))
    assert main.run(["fail"]) == 4
    told = capsys.readouterr().err
    assert told.startswith(
        "brochure: a fault of the program, not of your files.\n    Please pass on the lines below"
    )
    assert told.rstrip().endswith("ZeroDivisionError: of ours")


def test_ctrl_c_is_130(failure: list[BaseException], capsys: pytest.CaptureFixture[str]) -> None:
    failure.append(KeyboardInterrupt())
    assert main.run(["fail"]) == 130
    assert capsys.readouterr().err.strip() == "stopped; finished files are whole"


WAIT = """
import time, click
from brochure.cli import main
from brochure.cli.pictograms import pictograms

@click.command
def wait():
    print("waiting", flush=True)
    time.sleep(60)

main.brochure.add_command(wait)
raise SystemExit(main.run(["wait"]))
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGINT for another program")
def test_the_real_ctrl_c() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAIT], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "waiting\n"
        program.send_signal(signal.SIGINT)
        _, told = program.communicate(timeout=30)
    assert program.returncode == 130
    assert told.strip() == "stopped; finished files are whole"


def test_python_m_brochure() -> None:
    done = python("-m", "brochure", "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("brochure, version 0.")


def test_a_pipe_that_has_no_arabic_does_not_break() -> None:
    code = (
        "import sys, click\nfrom brochure.cli import main\n"
        "@click.command\ndef say():\n    click.echo('رقم')\n"
        "main.brochure.add_command(say)\nraise SystemExit(main.run(['say']))"
    )
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, env=environment, timeout=60, check=False
    )
    assert done.returncode == 0
    assert done.stdout.decode("ascii").strip() == r"\u0631\u0642\u0645"


def test_every_overlay_can_be_asked_for() -> None:
    from brochure.cli.build import KINDS
    from brochure.layout import overlay

    assert KINDS == overlay.KINDS


def test_a_list_that_is_given_twice_is_all_that_was_given() -> None:
    from brochure.cli.build import build

    given = ["--format", "leaflet", "--for", "screen,print", "--format", "card,leaflet", "--for=office"]
    asked = build.make_context("build", given).params
    assert asked["formats"] == ("leaflet", "card")
    assert asked["targets"] == ("screen", "print", "office")
    assert asked["overlay"] == ()


def test_help_is_given_whatever_else_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["build", "--help", "--out", "a", "--out", "b"]) == 0
    assert "Usage: brochure build" in capsys.readouterr().out


def test_a_shell_that_completes_is_refused_nothing() -> None:
    asked = {"_BROCHURE_COMPLETE": "bash_complete", "COMP_WORDS": "brochure build --out ", "COMP_CWORD": "3"}
    done = subprocess.run(
        [sys.executable, "-c", "from brochure.cli.main import main; main()"],
        env={**os.environ, **asked},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("dir,")
