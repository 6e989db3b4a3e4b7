"""Phone editions as a build makes them, for the tests that open them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Job, Made, Place

ROOT = Path(__file__).parents[2]


@cache
def desk() -> Desk:
    """The project read once in every worker."""
    return Desk(Place(ROOT, "luxembourg", None))


@cache
def made(language: str, format_id: str = "phone") -> Made:
    """The file of a language for the screen, in memory."""
    return desk().make(Job(language, format_id, ("screen",)))
