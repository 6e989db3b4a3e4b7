"""One piece of work at a time: fonts, layout and PDFium are not made for several threads, and one page is shown."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Bench:
    """A thread that works while the server goes on answering. Work is done in the order in which it is asked for."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "bench")
        self._waiting = 0
        self._touched = time.monotonic()

    async def do(self, work: Callable[[], T]) -> T:
        """What ``work`` gives; raises what it raises."""
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work)
        finally:
            self._waiting -= 1
            self._touched = time.monotonic()

    async def do_late(self, work: Callable[[], T]) -> T:
        """The same for work that nobody waits for: it does not count as something that somebody asked for."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    def is_quiet(self, seconds: float) -> bool:
        """Whether nobody has asked for anything in that time."""
        return not self._waiting and time.monotonic() - self._touched >= seconds

    def close(self) -> None:
        """Work that is under way is finished, what waits is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)
