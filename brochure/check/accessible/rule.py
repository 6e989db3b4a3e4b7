"""What a rule about a finished file is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.check.accessible.due import Matched
from brochure.check.accessible.told import Told

OUR_FAULT = "This is a fault of the program, not of the words: pass it on."


class Fault(Struct, frozen=True):
    """One place where a rule is broken. ``span``: of the words it is about, None for the file. ``help``: what to do."""

    message: str
    span: Span | None = None
    help: str = OUR_FAULT


class Rule(Struct, frozen=True):
    """``id``: the code of its findings. ``reason``: the clause behind it. ``of_file``: what it finds in any
    tagged file; ``of_document``: what it finds where the document is known that the file was made of.
    """

    id: str
    reason: str
    of_file: Callable[[Told], Iterator[Fault]] | None = None
    of_document: Callable[[Matched], Iterator[Fault]] | None = None

    def finding(self, fault: Fault, file: Span) -> Finding:
        """The fault as an error; ``file``: where it is seen."""
        return Finding(self.id, fault.message, fault.span or file, help=fault.help)
