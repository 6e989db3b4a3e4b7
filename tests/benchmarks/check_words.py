"""How long ``brochure check`` takes over all languages, cold and warm, and the rules about words.

    python tests/benchmarks/check_words.py [--root .] [--rounds 3]

Cold: the command in a new program, the outlines of signs not kept anywhere. Warm: the same after a build has kept them.
The rules: in this program, for every language file. Prints seconds; no test, no limit.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from brochure.check.words.rules import RULES, check_words
from brochure.content.languages import read_language
from brochure.content.project import Project, read_document, read_project
from brochure.content.words import Wording, language_tags
from brochure.model.language import Language

TODAY = "2026-11-22"

Read = tuple[Language, dict[str, Wording | None]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).parents[2])
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = all_languages(asked.root, Path(folder))
        tags = language_tags(root)
        print(f"{len(tags)} languages, best of {asked.rounds}")
        print(f"check, cold           {best(asked.rounds, lambda: command(root, 'check')):7.2f} s")
        command(root, "build", "en", "--for", "screen")
        print(f"check, warm           {best(asked.rounds, lambda: command(root, 'check')):7.2f} s")
        tell_rules(root, tags, asked.rounds)


def all_languages(root: Path, folder: Path) -> Path:
    """A copy of the project whose edition lists every language that has a file."""
    for name in ("content", "fonts", "pictograms"):
        shutil.copytree(root / name, folder / name)
    edition = folder / "content/editions/luxembourg.yaml"
    lines = edition.read_text(encoding="utf-8").splitlines()
    listed = [
        f"languages: [{', '.join(language_tags(root))}]" if line.startswith("languages: [") else line
        for line in lines
    ]
    edition.write_text("\n".join([*listed, ""]), encoding="utf-8")
    return folder


def command(root: Path, *words: str) -> float:
    """Seconds of one command in a program of its own."""
    begun = time.perf_counter()
    where = ["--root", str(root), "--today", TODAY]
    subprocess.run([sys.executable, "-m", "brochure", *words, *where], capture_output=True, check=False)
    return time.perf_counter() - begun


def tell_rules(root: Path, tags: tuple[str, ...], rounds: int) -> None:
    project = read_project(root, "luxembourg")
    read = [each for tag in tags if (each := words_of(project, tag))]
    print(f"all rules about words {best(rounds, lambda: judged(project, read)):7.3f} s, {len(RULES)} rules")


def words_of(project: Project, tag: str) -> Read | None:
    language = read_language(tag, project.writing, "fr", {}, {})
    words = read_document(project, tag, "leaflet").words
    return (language, dict(words)) if language and words else None


def judged(project: Project, read: list[Read]) -> float:
    begun = time.perf_counter()
    for language, words in read:
        check_words(project, language, words)
    return time.perf_counter() - begun


def best(rounds: int, measured: Callable[[], float]) -> float:
    """The least of some rounds: what else the machine does only adds."""
    return min(measured() for _ in range(rounds))


if __name__ == "__main__":
    main()
