"""How often Python looks for circles of objects that nobody holds."""

from __future__ import annotations

import gc


def collect_less() -> None:
    """Once in 50 000 new objects, not in 700: a document has half a million that stay, none in a circle, and to look
    took an eighth of the time. For programs of ours, never on import: a library leaves its user's settings alone.
    """
    gc.set_threshold(50_000, 20, 100)
