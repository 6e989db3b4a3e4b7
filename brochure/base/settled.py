"""When a file's size and time say enough of what is in it."""

from __future__ import annotations

import time

_SETTLED = 2_000_000_000
"""Nanoseconds. A file changed less than this ago may change again without a new time (FAT counts in 2 s)."""


def settled_until() -> int:
    """Nanoseconds of the clock: a file that was changed later, or in a time to come, may change again unseen."""
    return time.time_ns() - _SETTLED
