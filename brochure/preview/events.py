"""What the page is told without asking, as server-sent events; and the work that is done while nobody waits for it.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
from collections.abc import AsyncIterator, Callable

from starlette.responses import StreamingResponse

from brochure.base.diagnostics import BrochureError
from brochure.pipeline.live import Subject
from brochure.pipeline.status import standing_of
from brochure.preview import answers
from brochure.preview.asked import Asked
from brochure.preview.judging import Judge
from brochure.preview.session import Session

LOG = logging.getLogger(__name__)
"""For faults of the program alone; what is wrong with the files is a finding."""

QUIET = 0.3
"""Seconds without a request before anything more is judged: on a machine with one core, who writes comes first."""

_BEAT = 0.25
"""Seconds between two looks at what there is to be done, and at whether the server is to end."""

_MOST_WAITING = 1000
"""Events that a browser that has gone to sleep may be behind."""


class Events:
    """``is_ending``: whether the server is about to stop."""

    def __init__(self, session: Session, judge: Judge, is_ending: Callable[[], bool]) -> None:
        self._session, self._judge, self._is_ending = session, judge, is_ending
        self._looked: Asked | None = None
        self._standings: dict[Subject, int] = {}
        self._failed: dict[Subject, int] = {}

    def tell(self, event: dict[str, object]) -> None:
        """To every open page."""
        for queue in self._session.events:
            if queue.qsize() < _MOST_WAITING:
                queue.put_nowait(event)

    def look(self, asked: Asked) -> None:
        """What is looked at is judged before anything else."""
        self._looked = asked

    def stream(self) -> StreamingResponse:
        """One page that listens."""
        return StreamingResponse(self._lines(), media_type="text/event-stream")

    async def _lines(self) -> AsyncIterator[str]:
        queue: asyncio.Queue[dict[str, object]] = asyncio.Queue()
        self._session.events.add(queue)
        # Who comes late, or again, hears how far the others are.
        for subject in list(self._standings):
            if (known := self._standing(subject)) is not None:
                queue.put_nowait(known)
        try:
            yield f"data: {json.dumps({'event': 'hello', 'revision': self._session.revision})}\n\n"
            while not self._is_ending():
                with contextlib.suppress(TimeoutError):
                    yield f"data: {json.dumps(await asyncio.wait_for(queue.get(), _BEAT))}\n\n"
        finally:
            self._session.events.discard(queue)

    async def work(self) -> None:
        """Judge what is looked at, then how far each language has come, one document at a time, while it is quiet."""
        while not self._is_ending():
            await asyncio.sleep(_BEAT)
            while self._session.events and self._session.bench.is_quiet(QUIET) and await self._one():
                pass

    async def _one(self) -> bool:
        """Whether there was anything to be judged."""
        looked = self._looked
        if looked is None:
            return False
        session, target = self._session, looked.look.target
        if self._is_due(looked.subject, target):
            await self._ask(looked.subject, (target,))
            self.tell(
                {"event": "judged", "language": looked.subject.language, "format": looked.subject.format}
            )
            return True
        for tag in session.offer.formats[looked.subject.format].languages:
            subject = Subject(tag, looked.subject.format)
            if self._is_due(subject):
                await self._ask(subject, ())
                return True
        return False

    def _is_due(self, subject: Subject, *targets: str) -> bool:
        """What could not be judged is tried again when something has changed."""
        session = self._session
        return session.judged(subject, *targets) is None and self._failed.get(subject) != session.revision

    async def _ask(self, subject: Subject, targets: tuple[str, ...]) -> None:
        session = self._session
        question = await session.bench.do_late(lambda: session.question(subject, targets))
        try:
            judged = await self._judge.ask(question)
        except BrochureError as error:
            session.trouble = error
            self._failed[subject] = question.revision
            return
        except Exception:
            LOG.exception("%s in %s cannot be judged", subject.format, subject.language)
            self._failed[subject] = question.revision
            return
        await session.bench.do_late(lambda: session.learn(question, judged))
        self._standings[subject] = question.revision
        if not subject.discreet and (known := self._standing(subject)) is not None:
            self.tell(known)

    def _standing(self, subject: Subject) -> dict[str, object] | None:
        judged = self._session.judged(subject)
        if judged is None:
            return None
        return {"event": "standing", **answers.standing(standing_of(judged, self._session.root))}
