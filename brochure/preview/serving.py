"""The server: a port of this machine, the application behind its door, and what goes on beside it."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import errno
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import anyio
import uvicorn
from msgspec import Struct
from starlette.applications import Starlette

from brochure.base.diagnostics import SurroundingsError
from brochure.pipeline.making import Place
from brochure.preview.door import HOST, Door, Keys
from brochure.preview.events import LOG, Events
from brochure.preview.judging import Judge
from brochure.preview.routes import Routes
from brochure.preview.session import Session
from brochure.preview.watching import changes

PORT = 8737
"""Tried first where no port is named; a browser then keeps what it remembers of the page."""

_TURN = 0.0005
"""Seconds after which the thread that works gives way to the one that answers; a tenth of what Python gives."""

_TO_END = 2
"""Seconds that answers under way have when the program is stopped."""


class Wish(Struct, frozen=True):
    """How to serve. ``edition``: "" for the first that is no example. ``port``: None for any that is free, 0 likewise
    without trying ours first.
    """

    root: Path
    edition: str
    port: int | None
    read_only: bool
    today: datetime.date


def serve(wish: Wish, tell: Callable[[str], None]) -> None:
    """Serve until the program is stopped. ``tell``: called once with the address, when the page can be opened.

    Raises ArgumentsError: no project, no such edition; SurroundingsError: the port is taken, a font is in the way.
    """
    with contextlib.closing(_bound(wish.port)) as bound, tempfile.TemporaryDirectory() as spare:
        port = bound.getsockname()[1]
        cache = wish.root / "build" / ".cache"
        signs = cache / "read" if cache.is_dir() else Path(spare)
        session = Session(wish.root, wish.edition, signs, read_only=wish.read_only)
        judge = Judge(Place(wish.root, session.offer.edition, signs), wish.today)
        keys = Keys()
        server: uvicorn.Server

        def is_ending() -> bool:
            return server.should_exit

        app = application(session, judge, keys, port, wish.today, is_ending)
        server = uvicorn.Server(_config(app))
        sys.setswitchinterval(_TURN)
        bound.listen()
        tell(f"http://{HOST}:{port}/#{keys.token}")
        try:
            server.run(sockets=[bound])
        finally:
            judge.close()
            session.bench.close()


def application(
    session: Session, judge: Judge, keys: Keys, port: int, today: datetime.date, is_ending: Callable[[], bool]
) -> Door:
    """All of it as one ASGI application."""
    events = Events(session, judge, is_ending)

    @contextlib.asynccontextmanager
    async def beside(_app: Starlette) -> AsyncIterator[None]:
        stop = anyio.Event()
        tasks = [asyncio.create_task(events.work()), asyncio.create_task(_watch(session, events, stop))]
        try:
            yield
        finally:
            stop.set()
            judge.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    routes = Routes(session, events, keys, port, today).all()
    return Door(Starlette(routes=routes, lifespan=beside), port, keys)


async def _watch(session: Session, events: Events, stop: anyio.Event) -> None:
    async for files in changes(session.root, stop):
        try:
            news = await session.bench.do(lambda files=files: session.changed(files))  # type: ignore[misc]
        except Exception:
            LOG.exception("a change of %s cannot be taken in", ", ".join(sorted(files)))
            continue
        if news is not None:
            events.tell(news)


def _config(app: Door) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="none",
        http="h11",
        timeout_graceful_shutdown=_TO_END,
    )


def _bound(port: int | None) -> socket.socket:
    """A port of this machine alone, and of no other program."""
    for candidate in (PORT, 0) if port is None else (port,):
        found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # On Windows this option would let two programs have one port; elsewhere it frees one that was just given up.
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            found.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((HOST, candidate))
        except OSError as error:
            found.close()
            if port is not None:
                taken = error.errno == errno.EADDRINUSE
                why = "is taken by another program" if taken else f"cannot be had: {error.strerror or error}"
                raise SurroundingsError(
                    f"port {candidate} {why}", "Name another one with --port, or leave it out."
                ) from error
        else:
            return found
    raise SurroundingsError("no port of this machine is free", "Close other programs.")
