"""What an input may cost: two seconds of the processor and 500 MB, children included. Linux can hold the memory."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SECONDS = 2.0
MEMORY = 500 << 20

WARM = 6.0
"""Seconds more for the first input: libraries are loaded for it, signs are made plain."""


@dataclass
class Cost:
    """Of the dearest input so far. ``seconds`` of the processor; ``memory``: bytes that all of them together added to
    the most that the program ever held."""

    inputs: int = 0
    seconds: float = 0.0
    memory: int = 0


def _processor() -> float:
    import resource

    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + child.ru_utime + child.ru_stime


def _most_held() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


@contextlib.contextmanager
def _memory_held() -> Iterator[None]:
    """The address space cannot grow by more than MEMORY meanwhile."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def within_limits(read: Callable[[bytes], object], data: bytes, cost: Cost) -> None:
    """Read one input. Raises what the reader raises, MemoryError, and AssertionError for one that took too long."""
    if sys.platform != "linux":
        read(data)
        cost.inputs += 1
        return
    before, held = _processor(), _most_held()
    with _memory_held():
        read(data)
    took = _processor() - before
    assert took < SECONDS + (0 if cost.inputs else WARM), f"it took {took:.1f} s of the processor"
    cost.seconds = max(cost.seconds, took if cost.inputs else 0)
    cost.memory += _most_held() - held
    cost.inputs += 1
