"""How often Python looks for circles of objects that nobody holds."""

from __future__ import annotations

import gc


def collect_less() -> None:
    """Once in 200 000 new objects, not in 700: a document has half a million that stay, none in a circle, and to look
    took an eighth of the time. For programs of ours, never on import: a library leaves its user's settings alone.
    """
    gc.set_threshold(200_000, 20, 100)


def leave_to_system() -> None:
    """At the end of a program, whose memory the system takes back as a whole: to look through it once more before took
    a tenth of the time of a leaflet.
    """
    gc.freeze()
