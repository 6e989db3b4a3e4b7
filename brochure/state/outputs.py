"""The names of outputs, and which files in an output folder are ours to remove.

Names are neutral on purpose, a reader's phone shows them::

    <out>/<edition>/<target>[+SHOP][+discreet]/<format>-<lang>.pdf
    <out>/<edition>/<target>.../<format>-<lang>-<n>.png        the picture of a page, for chats
    <out>/<edition>/rejected/<target>.../<format>-<lang>.pdf   a file with an error finding, for the eye only
    <out>/<edition>/<target>...+debug/<format>-<lang>.pdf      a file with lines drawn over it, for the eye only
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

TARGETS = ("screen", "print", "office")
"""What a file is for; also what the names of the folders that a build may clear begin with."""

REJECTED = "rejected"

OVERLAY = "+debug"
"""At the end of the name of the folder of files that ``--debug-layout`` made."""

DISCREET = "+discreet"
"""In the name of the folder of files that say even less about what the paper is for."""

_FOLDER = re.compile(
    rf"(?P<target>{'|'.join(TARGETS)})(?:\+(?!discreet|debug)(?P<shop>[a-z0-9][a-z0-9-]*))?(?P<discreet>\{DISCREET})?"
)
_NAMED = r"(?P<format>[a-z]+)-(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)"
_NAME = re.compile(rf"{_NAMED}\.pdf")
_PICTURE = re.compile(rf"{_NAMED}-[1-9][0-9]*\.png")


class Output(Struct, frozen=True, order=True):
    """One PDF of an edition. ``shop``: the print shop whose demands it keeps, "" for those of print.md."""

    language: str
    format: str
    target: str
    shop: str = ""
    discreet: bool = False

    @property
    def folder(self) -> str:
        return f"{self.target}{'+' if self.shop else ''}{self.shop}{DISCREET if self.discreet else ''}"

    @property
    def name(self) -> str:
        """Its place under the edition's folder, forward slashes."""
        return f"{self.folder}/{self.format}-{self.language}.pdf"

    @property
    def rejected_name(self) -> str:
        return f"{REJECTED}/{self.name}"

    @property
    def overlay_name(self) -> str:
        return f"{self.folder}{OVERLAY}/{self.format}-{self.language}.pdf"

    def picture_name(self, page: int) -> str:
        """The place of the picture of a page, from 1."""
        return f"{self.folder}/{self.format}-{self.language}-{page}.png"

    @property
    def is_plain(self) -> bool:
        """Made for no shop, and not the discreet variant."""
        return not self.shop and not self.discreet


def output_of(name: str) -> Output | None:
    """The output that ``name`` (``print/leaflet-ar.pdf``) stands for, None for any other string.

    Whatever comes from a file passes here, so a path that leads out of the folder is never followed.
    """
    return _read(name, _NAME)


def pictured(name: str) -> Output | None:
    """The output of which ``name`` (``screen/phone-ar-7.png``) is the picture of a page, None for any other string."""
    return _read(name, _PICTURE)


def _read(name: str, pattern: re.Pattern[str]) -> Output | None:
    folder, _, file = name.partition("/")
    place, match = _FOLDER.fullmatch(folder), pattern.fullmatch(file)
    if place is None or match is None:
        return None
    return Output(
        match["language"], match["format"], place["target"], place["shop"] or "", bool(place["discreet"])
    )


def our_folders(folder: Path) -> tuple[Path, ...]:
    """Folders of outputs under the edition's ``folder`` that are there, sorted."""
    return tuple(
        path
        for base in (folder, folder / REJECTED)
        for path in sorted(base.iterdir() if base.is_dir() else ())
        if path.is_dir() and _FOLDER.fullmatch(path.name.removesuffix(OVERLAY))
    )


def gone(
    folder: Path, due: Collection[Output], known: Collection[str], formats: Collection[str]
) -> tuple[str, ...]:
    """Names of the files under the edition's ``folder`` that are ours and no longer due, sorted; pictures of pages too.

    Ours is what the manifest knows (``known``: names), and what is named like an output of one of ``formats``. Any
    other file belongs to the user.
    """
    keep = {output.name for output in due}
    found = set()
    for path in itertools.chain.from_iterable(map(_files, our_folders(folder))):
        name = f"{path.parent.name.removesuffix(OVERLAY)}/{path.name}"
        output = output_of(name) or pictured(name)
        ours = output is not None and (output.name in known or output.format in formats)
        if output is not None and ours and output.name not in keep:
            found.add(path.relative_to(folder).as_posix())
    return tuple(sorted(found))


def pictures_of(folder: Path, output: Output) -> tuple[str, ...]:
    """Names of the pictures of pages of ``output`` that lie under the edition's ``folder``, sorted."""
    place = folder / output.folder
    names = (f"{output.folder}/{path.name}" for path in (place.iterdir() if place.is_dir() else ()))
    return tuple(sorted(name for name in names if pictured(name) == output))


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.is_file()]
