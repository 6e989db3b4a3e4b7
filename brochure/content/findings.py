"""Findings gathered while reading: reading goes on after a mistake, so that all are told at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from brochure.base.diagnostics import Finding, Severity, in_order
from brochure.base.spans import Span

_SHOWN = 60
"""Code points of a user's text repeated in a message."""


_MOST_SUGGESTIONS = 50

_MOST = 1000
"""Told of one file. Nobody reads so many, and a file of sixty thousand mistakes took seconds to tell."""


class Findings:
    """Gathers findings of one file. ``language`` and ``format`` go into each of them."""

    def __init__(self, language: str = "", format_id: str = "") -> None:
        self._language = language
        self._format = format_id
        self._found: list[Finding] = []
        self._suggested = 0
        self._told = 0

    def error(self, code: str, message: str, span: Span, help_: str = "") -> None:
        self._add(code, message, span, help_, Severity.ERROR)

    def warning(self, code: str, message: str, span: Span, help_: str = "") -> None:
        self._add(code, message, span, help_, Severity.WARNING)

    def take(self, findings: Iterable[Finding]) -> None:
        """Findings of somebody else, as they are."""
        self._found.extend(findings)

    def suggest(self, name: str, known: Iterable[str], known_are: str) -> str:
        """Help for an unknown name: the nearest, or all of them where they are few. After many, none: it takes time."""
        self._suggested += 1
        return did_you_mean(name, known, known_are) if self._suggested <= _MOST_SUGGESTIONS else ""

    def near(self, name: str, known: Iterable[str]) -> str:
        """The nearest of the known names, "" where none is near, and, as for :meth:`suggest`, after many."""
        return nearest(name, known) if self._suggested <= _MOST_SUGGESTIONS else ""

    @property
    def count(self) -> int:
        """How many were told here so far."""
        return self._told

    @property
    def all(self) -> tuple[Finding, ...]:
        return in_order(self._found)

    def _add(self, code: str, message: str, span: Span, help_: str, severity: Severity) -> None:
        self._told += 1
        if self._told > _MOST + 1:
            return
        if self._told > _MOST:
            code, severity = "more-findings", Severity.ERROR
            message, help_ = f"more than {_MOST:,} mistakes; the rest is not told", "Cure the others first."
        self._found.append(Finding(code, message, span, severity, help_, self._language, self._format))


def shown(text: str) -> str:
    """A text of the user for a message: clipped, controls and direction marks made visible, in quotes."""
    clipped = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return "'" + "".join(_visible(char) for char in clipped) + "'"


def _visible(char: str) -> str:
    hidden = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return f"\\u{ord(char):04X}" if hidden else char


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like ``name``, "" where none is near."""
    import difflib  # a build without mistakes has no use for it

    folded = {each.casefold(): each for each in known}
    near = difflib.get_close_matches(name[:_SHOWN].casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def did_you_mean(name: str, known: Iterable[str], known_are: str) -> str:
    """Help for an unknown name: those it begins (zh-Hans for zh), the nearest, or all where they are few."""
    names = sorted(set(known))
    near = nearest(name, names)
    longer = [each for each in names if each.casefold().startswith(f"{name.casefold()}-")]
    if near.casefold() != name.casefold() and 0 < len(longer) <= 12:
        return f"Did you mean {' or '.join(map(shown, longer))}?"
    if near:
        return f"Did you mean {shown(near)}?"
    if not names:
        return ""
    if len(names) <= 12:
        return f"{known_are}: {', '.join(names)}."
    return f"{known_are}: {', '.join(names[:12])} and {len(names) - 12} more."
