"""Who reads an input: from a folder to write into, to a function of its bytes.

It says all that is wrong by findings, or by the program's own errors, which carry the next step. Any other exception is
a fault of ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from brochure.content.findings import Findings

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "content" / "project"
"""A project that is read in 20 ms."""

TODAY = date(2026, 11, 22)

Reader = Callable[[bytes], object]
Opening = Callable[[Path], Reader]


def _small(folder: Path, file: str) -> tuple[Path, Path]:
    root = Path(shutil.copytree(SMALL, folder / "project", dirs_exist_ok=True))
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    return root, path


def in_project(file: str) -> Opening:
    """The small project with the input in the place of ``file``, read and judged in English and Arabic."""

    def open_(folder: Path) -> Reader:
        from brochure.pipeline.desk import Desk
        from brochure.pipeline.making import Place
        from brochure.pipeline.rooms import offers

        root, path = _small(folder, file)
        place = Place(root, "luxembourg", folder / "signs")
        Desk(place)  # reads the signs, once: they have readers of their own

        def read(data: bytes) -> None:
            path.write_bytes(data)
            offers(root, "")
            desk = Desk(place)
            for tag in ("en", "ar"):
                desk.read(tag, "leaflet")

        return read

    return open_


def alone(file: str, read: Callable[[Path], object]) -> Opening:
    """A file that has a reader of its own: ``read`` gets the project's folder."""

    def open_(folder: Path) -> Reader:
        root, path = _small(folder, file)

        def one(data: bytes) -> None:
            path.write_bytes(data)
            read(root)

        return one

    return open_


def shop(root: Path) -> None:
    from brochure.content.shops import read_shop

    read_shop(root, "corner", Findings())


def printed(root: Path) -> None:
    from brochure.content.printed import read_printed

    read_printed(root, Findings())


def results(root: Path) -> None:
    from brochure.content.sign_results import read_results

    read_results(root / "results.csv", ["phone", "door"], TODAY, Findings())


def kept(root: Path) -> None:
    """What a build kept, damaged: it is to be made again."""
    from brochure.state.hashes import FileHashes
    from brochure.state.manifest import read_manifest
    from brochure.state.records import read_records

    file = root / "kept.json"
    read_manifest(file, "here", "manifest.json")
    for record in read_records(file).values():
        assert record.still_lies_in(root) in (True, False)
    FileHashes(file).of(file, "content/theme.yaml")


def drawing(_: Path) -> Reader:
    """A sign as the child process reads it first, without the child."""
    from brochure.content.svg_contract import RefusalError
    from brochure.content.svg_source import read_drawing

    def read(data: bytes) -> None:
        with contextlib.suppress(RefusalError):
            read_drawing(data, [])

    return read


def sign(folder: Path) -> Reader:
    """A sign through its child process, and judged."""
    from brochure.pipeline.pictograms import check_files

    path = folder / "sign.svg"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        told = check_files([path])
        assert not [each for each in told if each.code == "sign-not-normalised"], told

    return read


def font(folder: Path) -> Reader:
    """A font file that somebody names."""
    from brochure.text.font_file import read_font_file

    path = folder / "font.ttf"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        read_font_file(path)

    return read


def set_in_font(folder: Path) -> Reader:
    """A font that passed for sound and was then declared."""
    from brochure.base.diagnostics import SurroundingsError
    from brochure.text.font_file import Refused, read_font_file

    path = folder / "font.ttf"

    def read(data: bytes) -> None:
        path.unlink(missing_ok=True)  # the one before is still mapped
        path.write_bytes(data)
        if not isinstance(read_font_file(path), Refused):
            with contextlib.suppress(SurroundingsError):
                take_out_letters(path)

    return read


def take_out_letters(path: Path) -> int:
    """Lines set in a font of its hash, drawn, and its letters put together for a file; how many fonts that makes.

    Raises SurroundingsError.
    """
    from brochure.base.spans import Span
    from brochure.finish.fonts import embed
    from brochure.model.fonts import Face, FontList
    from brochure.model.language import Language
    from brochure.model.unit import Words
    from brochure.paint.codes import FaceCodes, key_of
    from brochure.text.faces import open_face
    from brochure.text.ink import ink_glyphs
    from brochure.text.typesetter import Typesetter

    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    face = Face("Fuzz-Regular", "fuzz", "regular", path, digest)
    setter = Typesetter(FontList({"fuzz": {"regular": face, "bold": face}}, {}, "fuzz"), {})
    made = 0
    for language, text in (
        (Language("en", "Latn", "ltr", "English", "anglais"), "Call 113 ffi é"),
        (Language("ar", "Arab", "rtl", "العربية", "arabe"), "مساعدة لا 12"),
    ):
        prepared = setter.prepare([Words(text, Span("x"))], language, "regular")
        for line in setter.set_lines(prepared, 11.5, 60.0):
            ink_glyphs(line, 0.0, 0.0)
            keys = tuple(key_of(each, run.size) for run in line.runs for each in run.clusters)
            numbers = {key: number for number, key in enumerate(keys, 1)}
            embed(
                FaceCodes(face, keys, (0.5,) * len(keys), numbers, right_to_left=language.direction == "rtl")
            )
        made += 1
    open_face.cache_clear()
    return made


def returned(folder: Path) -> Reader:
    """A translator's file, read and compared with the project's words."""
    from brochure.base.diagnostics import ArgumentsError
    from brochure.pipeline.imports import compare

    root = Path(shutil.copytree(SMALL, folder / "project", dirs_exist_ok=True))
    path = folder / "back"

    def read(data: bytes) -> None:
        path.write_bytes(data)
        with contextlib.suppress(ArgumentsError):
            compare(root, path)

    return read


def pdf(_: Path) -> Reader:
    """A PDF as the child process judges it, without the child: as a print shop does, and as a screen reader does."""
    from brochure.check.preflight.demands import Demands
    from brochure.check.preflight.judge import judge_print
    from brochure.check.preflight.screen import judge_screen

    def read(data: bytes) -> None:
        judge_print(data, "fuzz.pdf", Demands())
        judge_screen(data, "fuzz.pdf")

    return read


def command(file: str, *arguments: str) -> Opening:
    """The real project with the input in the place of ``file``, by the command line: never a traceback, never 4."""

    def open_(folder: Path) -> Reader:
        from brochure.cli.main import run

        root = folder / "real"
        for name in ("content", "pictograms", "fonts"):
            shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True, copy_function=_copied)
        path, where = root / file, ["--root", str(root), "--today", TODAY.isoformat()]

        def read(data: bytes) -> None:
            path.write_bytes(data)
            told = (folder / "told").open("w", encoding="utf-8")
            with told, contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
                code = run([*arguments, *where])
            assert code in (0, 1, 2, 3), (folder / "told").read_text(encoding="utf-8")

        return read

    return open_


def _copied(source: str, target: str) -> None:
    """Another name for a font; of all else a copy, which is written into."""
    if source.endswith(".ttf"):
        Path(target).unlink(missing_ok=True)
        Path(target).hardlink_to(source)
    else:
        shutil.copy2(source, target)
