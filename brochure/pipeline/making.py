"""One document after the other, in this program or in several side by side, always in the same order."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.base.garbage import collect_less
from brochure.state.expiry import Expiry
from brochure.state.texts import Counts
from brochure.state.type_sizes import TypeSize


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one language in one format. ``files``: bytes by target. ``pages``: 0 where the content could not
    be read, then there are no files. ``fonts``: face id to version. ``reasons``: why it is a draft.
    ``sizes``: of the roles that may shrink. ``direction`` and ``endonym``: of the language, "" where there is no
    document, and then ``texts`` is None: how far its texts have come. ``remarks``: warnings that hold nothing back and
    that a check alone tells.
    """

    files: Mapping[str, bytes]
    pages: int
    fonts: Mapping[str, str]
    findings: tuple[Finding, ...]
    expiries: tuple[Expiry, ...]
    reasons: tuple[str, ...]
    sizes: tuple[TypeSize, ...] = ()
    direction: str = ""
    endonym: str = ""
    texts: Counts | None = None
    remarks: tuple[Finding, ...] = ()
    pictures: Mapping[str, tuple[bytes, ...]] = field(default_factory=dict)


MARKED = "print"
"""The target whose files can carry marks."""


@dataclass(frozen=True, slots=True)
class Job:
    """A language in a format, for targets (none: judged, not painted). ``overlay``: what is drawn over the pages, for
    the eye (:data:`brochure.layout.overlay.KINDS`). ``marks``: crop and fold marks, in print files. ``heard``: screen
    and office files are read again as a screen reader does, and judged by the standards that they claim; files for
    print are judged as a print shop does. ``discreet``:
    the variant that says even less about what the paper is for. ``shop``: the print shop whose demands a print file
    keeps. ``pictured``: with the pictures of pages that the format asks for, where nothing is wrong with the file.
    ``typed``: addresses with texts that stand in place of those in the language file, for a look before they are saved.
    """

    language: str
    format: str
    targets: tuple[str, ...]
    overlay: tuple[str, ...] = ()
    marks: bool = False
    heard: bool = False
    discreet: bool = False
    shop: str = ""
    pictured: bool = False
    typed: tuple[tuple[str, str], ...] = ()


Maker = Callable[[Job], Made]


@dataclass(frozen=True, slots=True)
class Place:
    """Where documents are made from. ``cache``: a folder for what takes long to make, None for no such thing."""

    root: Path
    edition: str
    cache: Path | None


Opener = Callable[[Place], Maker]
"""Opens the rooms. A function at the top of a module, so that another program can be told of it."""


Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


def unheard(_done: int, _of: int) -> None:
    """The progress that nobody follows."""


def make_all(
    jobs: Sequence[Job], place: Place, opener: Opener, side_by_side: int, progress: Progress = unheard
) -> Generator[Made, None, None]:
    """The documents of ``jobs``, in their order. One is done when the next is asked for.

    Raises SurroundingsError: a program that worked beside this one died.
    """
    if not jobs:
        return
    progress(0, len(jobs))
    alone = side_by_side <= 1 or len(jobs) == 1
    making = _make_alone if alone else _make_side_by_side
    with contextlib.closing(making(jobs, place, opener, side_by_side)) as documents:
        for done, made in enumerate(documents, 1):
            yield made
            progress(done, len(jobs))


def _make_alone(
    jobs: Sequence[Job], place: Place, opener: Opener, _side_by_side: int
) -> Generator[Made, None, None]:
    yield from map(opener(place), jobs)


def _make_side_by_side(
    jobs: Sequence[Job], place: Place, opener: Opener, side_by_side: int
) -> Generator[Made, None, None]:
    # 30 ms that a build with nothing to do has no use for.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # The same way of starting on every system; a forked copy of a half-open library is no safe start.
    pool = ProcessPoolExecutor(min(side_by_side, len(jobs)), get_context("spawn"), _open, (opener, place))
    try:
        with _ctrl_c_unheard():
            pending = [pool.submit(_make, job) for job in jobs]
        for job, answer in zip(jobs, pending, strict=True):
            try:
                yield answer.result()
            except BrokenProcessPool as error:
                raise SurroundingsError(
                    f"a program that worked on {job.format}-{job.language} or beside it ended without an answer",
                    "The memory may be full: build with a smaller --jobs, or without.",
                ) from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _ctrl_c_unheard() -> Iterator[None]:
    """For programs that start meanwhile: they take over what is ignored. The first one alone answers for Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


_told: tuple[Opener, Place] | None = None
_maker: Maker | None = None


def _open(opener: Opener, place: Place) -> None:
    global _told
    collect_less()
    # Windows hands nothing of it on, so once more here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _told = (opener, place)


def _make(job: Job) -> Made:
    global _maker
    if _maker is None:
        # Not in the initializer: what is raised there is lost on the way back.
        assert _told is not None
        opener, place = _told
        _maker = opener(place)
    return _maker(job)
