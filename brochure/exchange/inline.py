"""Facts inside a text, as codes that a translator moves and does not type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_FACT = re.compile(r"\{([^\s{}]+)\}")


class Stretch(Struct, frozen=True):
    """Words, or the name of a fact with its ``number``: the same for the same name in English and in the text, so that
    a tool that knows codes sees which is which. 0 for words.
    """

    text: str
    number: int


def facts_in(text: str) -> tuple[str, ...]:
    """Names of the facts of a text, in its order, repeated ones too."""
    return tuple(match[1] for match in _FACT.finditer(text))


def stretches(text: str, english: str) -> Iterator[Stretch]:
    """``text`` cut at its facts, which are numbered from 1 in the order of ``english``; those that it lacks go on."""
    free: dict[str, list[int]] = {}
    for number, name in enumerate(facts_in(english), 1):
        free.setdefault(name, []).append(number)
    beyond = len(facts_in(english))
    done = 0
    for match in _FACT.finditer(text):
        if match.start() > done:
            yield Stretch(text[done : match.start()], 0)
        numbers = free.get(match[1], [])
        beyond += 0 if numbers else 1
        yield Stretch(match[1], numbers.pop(0) if numbers else beyond)
        done = match.end()
    if done < len(text):
        yield Stretch(text[done:], 0)
