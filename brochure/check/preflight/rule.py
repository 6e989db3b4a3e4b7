"""What a rule of the preflight is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from brochure.base.diagnostics import Severity
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Box, Examined
from brochure.model.shop import Standard

BOTH: tuple[Standard, ...] = ("X-4", "X-1a")


class Fault(Struct, frozen=True):
    """One breach, as a rule sees it. ``page`` counts from 1, 0 for the file. ``box``: what it is about, pt in the
    page's own space. ``wanted``: "" for what the rule says in general.
    """

    found: str
    page: int = 0
    box: Box | None = None
    wanted: str = ""
    severity: Severity = Severity.ERROR


class Rule(Struct, frozen=True):
    """``id``: kebab-case, does not change. ``wanted``: how a file has to be. ``why``: who asks for it, and where.
    ``standards``: under which it holds.
    """

    id: str
    wanted: str
    why: str
    judge: Callable[[Examined, Demands], Iterator[Fault]]
    standards: tuple[Standard, ...] = BOTH
