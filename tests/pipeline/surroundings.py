"""Bytes in other surroundings: ``PYTHONPATH=tests python -m pipeline.surroundings [COMMAND WORD ...]``.

The same project is built again and again: other hash seeds, time zones, locales and encodings, another folder of
another name with files of other times, one program and two, SOURCE_DATE_EPOCH; two fresh clones of the repository.
Every file of every build has to be the same, the manifest too. Without words everything is built. Nobody may change
the program or the content meanwhile.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.killed import everything

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Surroundings:
    """``variables``: of the environment. ``moved``: from a copy whose folder has another name. ``cloned``: from a fresh
    clone of the repository, program and all.
    """

    name: str
    variables: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 1
    moved: bool = False
    cloned: bool = False


PLAIN = Surroundings("as it is", {"PYTHONHASHSEED": "0"})
OTHERS = (
    Surroundings(
        "far away",
        {
            "PYTHONHASHSEED": "4711",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "ar_EG.UTF-8",
            "SOURCE_DATE_EPOCH": "1",
            "HOME": "/nowhere",
        },
        jobs=2,
        moved=True,
    ),
    Surroundings(
        "in C", {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ),
)
CLONES = (
    Surroundings("a clone", {"PYTHONHASHSEED": "1"}, cloned=True),
    Surroundings("another clone", {"PYTHONHASHSEED": "2", "TZ": "Asia/Kathmandu"}, jobs=2, cloned=True),
)


def turkish(folder: Path) -> dict[str, str]:
    """The locale in which I and i are letters of their own, made where there is none; {} where nobody can."""
    localedef = shutil.which("localedef")
    made = localedef and subprocess.run(
        [localedef, "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")],
        capture_output=True,
        check=False,
    )
    return {"LOCPATH": str(folder)} if made and (folder / "tr_TR.UTF-8").is_dir() else {}


def built(
    surroundings: Surroundings, words: Sequence[str], folder: Path, root: Path = ROOT
) -> dict[str, bytes]:
    """Every file of a build."""
    program = ROOT
    if surroundings.cloned:
        program = root = folder / "clone"
        subprocess.run(["git", "clone", "-q", str(ROOT), str(root)], check=True)
    if surroundings.moved:
        moved = folder / "مشروع 2 ü"
        for name in ("content", "pictograms", "fonts"):
            shutil.copytree(root / name, moved / name, copy_function=shutil.copy)
        root = moved
    where = [
        "--root",
        str(root),
        "--out",
        str(folder / "out"),
        "--today",
        "2026-11-22",
        "--jobs",
        str(surroundings.jobs),
    ]
    done = subprocess.run(
        [sys.executable, "-m", "brochure", "build", *words, *where],
        cwd=folder,
        env={**os.environ, **turkish(folder), "PYTHONPATH": str(program), **surroundings.variables},
        capture_output=True,
        check=False,
    )
    # Files with an error in their content are compared, too.
    assert done.returncode in (0, 1), done.stderr.decode(errors="replace")
    return everything(folder / "out")


def differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Names of files that are not the same, or only in one."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def main(words: Sequence[str]) -> int:
    """Exit code 1 where a byte differs."""
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        first: dict[str, bytes] = {}
        for number, each in enumerate((PLAIN, *OTHERS, *CLONES)):
            place = Path(folder) / str(number)
            place.mkdir()
            files = built(each, words, place)
            first = first or files
            unlike = differences(first, files)
            wrong += bool(unlike)
            total = hashlib.sha256(
                b"".join(name.encode() + data for name, data in sorted(files.items()))
            ).hexdigest()
            print(
                f"{each.name}: {len(files)} files, sha256 {total[:16]}, {len(unlike)} unlike {unlike[:5]}",
                flush=True,
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
