"""One document after the other, in this program or in several side by side, always in the same order."""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from brochure.base.diagnostics import Finding
from brochure.base.garbage import collect_less
from brochure.base.spans import Span
from brochure.content.formats import PROOF

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from brochure.state.expiry import Expiry
    from brochure.state.texts import Counts
    from brochure.state.type_sizes import TypeSize


class Made(Struct, frozen=True):
    """What came of one language in one format. ``files``: bytes by target. ``pages``: 0 where the content could not
    be read, then there are no files. ``fonts``: face id to version. ``reasons``: why it is a draft.
    ``sizes``: of the roles that may shrink. ``direction`` and ``endonym``: of the language, "" where there is no
    document, and then ``texts`` is None: how far its texts have come. ``remarks``: warnings that hold nothing back and
    that a check alone tells. ``is_over``: the program that made it ended before it was done.
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
    is_over: bool = False


ENDED = "program-ended"

ENOUGH = 4
"""Documents that are worth a program of their own."""

MARKED = "print"
"""The target whose files can carry marks."""


class Job(Struct, frozen=True):
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


class Place(Struct, frozen=True):
    """Where documents are made from. ``cache``: a folder for what takes long to make, None for no such thing.
    ``formats``: no others are asked for; () for any.
    """

    root: Path
    edition: str
    cache: Path | None
    formats: tuple[str, ...] = ()


Opener = Callable[[Place], Maker]
"""Opens the rooms. A function at the top of a module, so that another program can be told of it."""


Progress = Callable[[int, int], None]
"""Told how many of how many documents are done."""


def unheard(_done: int, _of: int) -> None:
    """The progress that nobody follows."""


def formats_of(jobs: Iterable[Job]) -> tuple[str, ...]:
    """What a place for ``jobs`` is asked for; a proof shows the panels of all formats."""
    formats = tuple(dict.fromkeys(job.format for job in jobs))
    return () if PROOF in formats else formats


def programs_for(jobs: Sequence[Job], asked: int) -> int:
    """How many programs work side by side. ``asked``: 0 for as many as there are cores, where there is enough to do:
    another one takes as long to start as a few documents take to make.
    """
    if asked:
        return min(asked, len(jobs))
    return max(1, min(cores(), len(jobs) // ENOUGH))


def cores() -> int:
    """Those that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def make_all(
    jobs: Sequence[Job], place: Place, opener: Opener, side_by_side: int, progress: Progress = unheard
) -> Generator[Made, None, None]:
    """The documents of ``jobs``, in their order. One is done when the next is asked for. ``side_by_side``: programs,
    0 for as many as there is work for.

    Where a program that worked beside this one died, its document has the error ``program-ended`` and no file; the
    others are made all the same.
    """
    if not jobs:
        return
    progress(0, len(jobs))
    programs = programs_for(jobs, side_by_side)
    making = (
        _make_alone(jobs, place, opener) if programs <= 1 else _side_by_side(jobs, place, opener, programs)
    )
    with contextlib.closing(making) as documents:
        for done, made in enumerate(documents, 1):
            yield made
            progress(done, len(jobs))


def _make_alone(jobs: Sequence[Job], place: Place, opener: Opener) -> Generator[Made, None, None]:
    yield from map(opener(place), jobs)


def _side_by_side(
    jobs: Sequence[Job], place: Place, opener: Opener, programs: int
) -> Generator[Made, None, None]:
    """Shared out by language, whose words are read and shaped once. Where a program dies, all that is left is made
    document by document, one at a time, which tells the document that it dies of.
    """
    done = 0
    for made in _shared_out(shares(jobs, programs), place, opener, programs):
        yield made
        done += 1
    while done < len(jobs):
        for made in _shared_out([[job] for job in jobs[done:]], place, opener, 1):
            yield made
            done += 1
        if done < len(jobs):
            yield _ended(jobs[done])
            done += 1


def shares(jobs: Sequence[Job], programs: int) -> list[list[Job]]:
    """What is given to a program at once: a language, or, where there are few of them, a document."""
    by_language = [list(group) for _, group in itertools.groupby(jobs, key=lambda job: job.language)]
    return by_language if len(by_language) >= 2 * programs else [[job] for job in jobs]


def _shared_out(
    shares: Sequence[Sequence[Job]], place: Place, opener: Opener, programs: int
) -> Generator[Made, None, None]:
    """The documents up to the first of a share that a program died of."""
    # 30 ms that a build with nothing to do has no use for.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # The same way of starting on every system; a forked copy of a half-open library is no safe start.
    context = get_context("spawn")
    stopped = context.Event()
    pool = ProcessPoolExecutor(programs, context, _open, (opener, place, stopped))
    try:
        with ctrl_c_unheard():
            pending = deque(pool.submit(_make, share) for share in shares)
        with contextlib.suppress(BrokenProcessPool):
            while pending:
                # Let go of what is put away: all files of all languages together are hundreds of megabytes.
                yield from pending.popleft().result()
    finally:
        # Who works on a language ends after the document at hand.
        stopped.set()
        pool.shutdown(cancel_futures=True)


def _ended(job: Job) -> Made:
    return Made({}, 0, {}, (_program_ended(job),), (), (), is_over=True)


def _program_ended(job: Job) -> Finding:
    return Finding(
        ENDED,
        f"the program that worked on {job.format}-{job.language} ended without an answer; nothing was written for it",
        Span(f"content/languages/{job.language}.yaml"),
        help="The memory may be full: close other programs, or build with --jobs 1. What was finished is whole.",
        language=job.language,
        format=job.format,
    )


@contextlib.contextmanager
def ctrl_c_unheard() -> Iterator[None]:
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
_stopped: Event | None = None


def _open(opener: Opener, place: Place, stopped: Event) -> None:
    global _told, _stopped
    collect_less()
    # Windows hands nothing of it on, so once more here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _told, _stopped = (opener, place), stopped


def _make(share: Sequence[Job]) -> list[Made]:
    global _maker
    if _maker is None:
        # Not in the initializer: what is raised there is lost on the way back.
        assert _told is not None
        opener, place = _told
        _maker = opener(place)
    return [_maker(job) for job in share if not (_stopped and _stopped.is_set())]
