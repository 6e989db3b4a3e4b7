"""Findings, and the exceptions that carry an exit code and the next step."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from brochure.base.spans import Span


class Severity(StrEnum):
    """``ERROR`` keeps a file out of the hand-over folder; ``WARNING`` fails only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Struct, frozen=True):
    """What is wrong, where, and what to do.

    ``code`` is kebab-case, stable and documented in ``brochure/docs/findings.md``. ``help`` says what to do next,
    one sentence a line. ``language`` and ``format`` name the file that is held back, "" where it is every file.
    """

    code: str
    message: str
    span: Span
    severity: Severity = Severity.ERROR
    help: str = ""
    language: str = ""
    format: str = ""

    def __str__(self) -> str:
        head = f"{self.span}: {self.severity}[{self.code}]: {self.message}"
        return "\n".join([head, *(f"    {line}" for line in self.help.splitlines())])

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings by file, line, column, code and message, each once."""
    return tuple(
        sorted(
            set(findings), key=lambda f: (f.span, f.code, f.message, f.severity, f.help, f.language, f.format)
        )
    )


class BrochureError(Exception):
    """A failure that is not a finding about content. ``next_step`` is said to the user below the message."""

    exit_code = 4

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step


class ArgumentsError(BrochureError):
    """The call itself is off: an unknown language, format or edition."""

    exit_code = 2


class SurroundingsError(BrochureError):
    """The machine is in the way: a folder that cannot be written, a damaged font, a library that changed."""

    exit_code = 3
