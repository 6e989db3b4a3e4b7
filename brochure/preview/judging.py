"""What a build would say of each document, found out by a program of its own: who writes is not kept waiting.

It has the project open once more, takes in the same changes, and works where nobody else wants to.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import multiprocessing
import os
import signal
import traceback
from collections.abc import Mapping
from multiprocessing.connection import Connection

from msgspec import Struct

from brochure.base.diagnostics import BrochureError, SurroundingsError
from brochure.base.garbage import collect_less
from brochure.pipeline.check import Judged
from brochure.pipeline.live import LiveDesk, Subject
from brochure.pipeline.making import Place, ctrl_c_unheard

LOWEST = 19
"""Of the priorities of Unix."""


class Question(Struct, frozen=True):
    """``targets``: of the files to be judged. ``typed``: texts of the language that are in no file. ``changed``: files
    that changed since the question before, relative to the root. ``revision``: the asker's; the answer is as new.
    """

    subject: Subject
    targets: tuple[str, ...]
    typed: Mapping[str, str]
    changed: frozenset[str]
    revision: int


class Judge:
    """Answers one question at a time, as long as the server runs. ``today``: what has expired is told."""

    def __init__(self, place: Place, today: datetime.date) -> None:
        self._place, self._today = place, today
        self._start()

    def _start(self) -> None:
        """A program that waits for its first question before it opens the project."""
        # The same way of starting on every system; a copy of a program with open threads is no safe start.
        context = multiprocessing.get_context("spawn")
        self._asking, asked = context.Pipe()
        self._program = context.Process(
            target=_answer, args=(asked, self._place, self._today), name="judge", daemon=True
        )
        with ctrl_c_unheard():
            self._program.start()
        asked.close()

    async def ask(self, question: Question) -> Judged:
        """Of one document. Raises as the making does; SurroundingsError also where the program ended before it was
        done, and it is started again for the next question.
        """
        if not self._program.is_alive():
            self._asking.close()
            self._start()
        answer = await asyncio.to_thread(self._exchanged, question)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _exchanged(self, question: Question) -> Judged | Exception:
        try:
            self._asking.send(question)
            answer: Judged | Exception = self._asking.recv()
        except (EOFError, OSError):
            self._program.join()
            name = f"{question.subject.format}-{question.subject.language}"
            return SurroundingsError(
                f"the program that judged {name} ended without an answer",
                "The memory may be full: close other programs.",
            )
        return answer

    def close(self) -> None:
        """At once: nobody waits for what is being judged."""
        self._program.terminate()
        self._program.join()
        self._asking.close()


class JudgeError(Exception):
    """A mistake of the program's own, with where it was made."""


def _answer(asked: Connection, place: Place, today: datetime.date) -> None:
    """The program: until nobody asks any more."""
    # Windows hands nothing of it on, so once more here.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LOWEST)
    collect_less()
    desk = _Desk(place, today)
    with contextlib.suppress(EOFError, OSError):
        while True:
            question: Question = asked.recv()
            asked.send(desk.judged(question))


class _Desk:
    """Files that could not be taken in are tried again with the next ones."""

    def __init__(self, place: Place, today: datetime.date) -> None:
        self._place, self._today = place, today
        self._live: LiveDesk | None = None
        self._changed: set[str] = set()

    def judged(self, question: Question) -> Judged | Exception:
        self._changed |= question.changed
        try:
            if self._live is None:
                self._live = LiveDesk(self._place.root, self._place.edition, self._place.cache)
            elif self._changed:
                self._live.changed(self._changed)
            self._changed.clear()
            return self._live.judged(question.subject, question.targets, question.typed, self._today)
        except BrochureError as error:
            return error
        except Exception:
            return JudgeError(traceback.format_exc())
