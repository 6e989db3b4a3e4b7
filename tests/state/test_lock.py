import subprocess
import sys
from pathlib import Path

import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.state.lock import locked

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from pathlib import Path
from brochure.state.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "out"):
            pass


def test_a_second_build_is_refused_until_the_first_one_dies(tmp_path: Path) -> None:
    out = tmp_path / "مجلد ثان"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(out)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(SurroundingsError) as refused, locked(out):
            pytest.fail("two builds at once")
        assert (
            refused.value.message == f"another build (process {holder.pid}) is writing into {out.as_posix()}"
        )
        assert refused.value.exit_code == 3
        # Killed, not asked: nothing of its own tidies up.
        holder.kill()
        holder.wait()
        with locked(out):
            pass


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with (
        pytest.raises(SurroundingsError, match="cannot be written: Permission denied") as refused,
        locked(tmp_path),
    ):
        pytest.fail("locked all the same")
    assert "--out" in refused.value.next_step


def test_a_file_in_place_of_the_folder_is_said(tmp_path: Path) -> None:
    out = tmp_path / "build"
    out.write_text("")
    with pytest.raises(SurroundingsError, match="cannot be written"), locked(out):
        pytest.fail("locked all the same")
