"""Words that the outside may not say, and how they are found in what it says."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from brochure.content.forbidden import FILE
from brochure.model.edition import Edition
from brochure.model.language import Language

_INSIDE = "-"
"""Begins an entry of the list that is looked for inside of words too."""
_ON_BACK = "*"
"""Ends an entry that may stand on the back."""
_WITHOUT_SPACES = ("Hans", "Hant", "Thai", "Laoo", "Khmr", "Mymr")
_ARABIC_MARKS = range(0x064B, 0x0660)

HELP = f"Take another word: whoever finds the paper must not learn what it is about. The list is {FILE}."


class ForbiddenWord(Struct, frozen=True):
    """An entry of a list. ``anywhere``: found inside of words too. ``on_back``: it may stand on a panel of the back.

    ``is_name``: the name of a service, or its web address, where a list forbids nothing of it.
    """

    text: str
    anywhere: bool
    on_back: bool = False
    is_name: bool = False


_Beginnings = Mapping[str, Sequence[int]]
"""By what words begin with: their numbers in their list."""


class ForbiddenWords(tuple[ForbiddenWord, ...]):
    """A list of words, made ready to be looked for: of a thousand words, a text holds the beginnings of a handful."""

    @cached_property
    def beginnings(self) -> _Beginnings:
        """For texts with spaces."""
        return _by_beginning(self, spaces=True)

    @cached_property
    def beginnings_without_spaces(self) -> _Beginnings:
        """For texts in which none is seen."""
        return _by_beginning(self, spaces=False)


class Found(Struct, frozen=True):
    """A forbidden word at an index of a text."""

    word: ForbiddenWord
    at: int


def words_of(entries: Iterable[str], script: str) -> tuple[ForbiddenWord, ...]:
    """A list as it is written in ``content/forbidden.yaml``. ``script``: ISO 15924, of its language."""
    return tuple(
        ForbiddenWord(
            entry.removeprefix(_INSIDE).removesuffix(_ON_BACK),
            script in _WITHOUT_SPACES or entry.startswith(_INSIDE),
            entry.endswith(_ON_BACK),
        )
        for entry in entries
    )


def forbidden_outside(
    language: Language, lists: Mapping[str, Sequence[str]], edition: Edition
) -> ForbiddenWords:
    """What the outside of a file in ``language`` may not say: its own list, the lists in Latin letters of the edition's
    other languages, and what the edition's services are called.
    """
    own = lists.get(language.tag) or lists.get(language.tag.split("-")[0]) or ()
    others = (_in_latin(tuple(lists.get(tag, ()))) for tag in edition.languages if tag != language.tag)
    words = (*words_of(own, language.script), *(word for each in others for word in each))
    return ForbiddenWords((*dict.fromkeys(words), *_names(edition, words)))


@lru_cache(maxsize=1024)
def _in_latin(entries: tuple[str, ...]) -> tuple[ForbiddenWord, ...]:
    """A list as it is looked for in every language; nothing of one in other letters."""
    letters = {char for entry in entries for char in entry if char.isalpha()}
    is_latin = all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
    return words_of(entries, "Latn") if is_latin else ()


def _names(edition: Edition, words: Sequence[ForbiddenWord]) -> Iterator[ForbiddenWord]:
    """A name that a word of the back says already, as the police's, may stand there too; one of digits says nothing,
    and a publisher's stands on the paper by the will of who publishes.
    """
    on_back = ForbiddenWords(word for word in words if word.on_back)
    for service in edition.services.values():
        for name in (service.name, service.web):
            if any(char.isalpha() for char in name) and name != edition.publisher.name:
                yield ForbiddenWord(name, False, any(found_in(name, on_back)), True)


def found_in(
    text: str, words: Iterable[ForbiddenWord], *, back: bool = False, spaces: bool = True
) -> Iterator[Found]:
    """Every word that ``text`` says, each once, where it says it first; of words that begin at one place the first of
    ``words``: languages have many in common. ``back``: it stands on a panel of the back.

    ``spaces`` False: none is seen, because lines may end inside of words.
    """
    folded = _folded(text, spaces=spaces)
    told: set[int] = set()
    for word, wanted in _that_begin_in(folded, words, spaces=spaces):
        if back and word.on_back:
            continue
        at = _index(word, wanted, folded)
        if at >= 0 and at not in told:
            told.add(at)
            yield Found(word, _place(text, at, spaces=spaces))


def _that_begin_in(
    folded: str, words: Iterable[ForbiddenWord], *, spaces: bool
) -> Iterator[tuple[ForbiddenWord, str]]:
    """Words of which a text holds the beginning, in their order, each with what is looked for."""
    sought = words if isinstance(words, ForbiddenWords) else ForbiddenWords(words)
    beginnings = sought.beginnings if spaces else sought.beginnings_without_spaces
    here = {_SHORT, *(folded[at : at + _BEGINNING] for at in range(len(folded)))}
    for number in sorted(number for each in beginnings.keys() & here for number in beginnings[each]):
        yield sought[number], _wanted(sought[number].text, spaces)


_BEGINNING = 3
"""Characters of a word that have to be met before the whole of it is looked for."""
_SHORT = ""
"""Stands for the beginning of words that have no more than that: all of them are looked for."""


def _by_beginning(words: Iterable[ForbiddenWord], *, spaces: bool) -> _Beginnings:
    beginnings = defaultdict(list)
    for number, word in enumerate(words):
        wanted = _wanted(word.text, spaces)
        beginnings[wanted[:_BEGINNING] if len(wanted) > _BEGINNING else _SHORT].append(number)
    return beginnings


@lru_cache(maxsize=8192)
def _wanted(text: str, spaces: bool) -> str:
    """What is looked for: languages have many words in common, and what their services are called."""
    return _folded(text, spaces=spaces)


def _index(word: ForbiddenWord, wanted: str, text: str) -> int:
    at = text.find(wanted)
    while at > 0 and not word.anywhere and unicodedata.category(text[at - 1])[0] in "LM":
        at = text.find(wanted, at + 1)
    return at


class _Small(dict[int, str]):
    """What stands for a character, by its number: small letters, nothing for vowel marks of Arabic and for invisible
    characters, one kind of space.
    """

    def __missing__(self, number: int) -> str:
        char = chr(number)
        if number in _ARABIC_MARKS or unicodedata.category(char) == "Cf":
            small = ""
        else:
            small = " " if char.isspace() else char.casefold().replace("\u0307", "").replace("ı", "i")
        self[number] = small
        return small


_SMALL = _Small()
_SPACES = re.compile(" {2,}")


def _folded(text: str, *, spaces: bool) -> str:
    """What is compared: :class:`_Small` characters, one space for several."""
    small = text.translate(_SMALL)
    return _SPACES.sub(" ", small) if spaces else small.replace(" ", "")


def _place(text: str, at: int, *, spaces: bool) -> int:
    """The index in ``text`` of the character that an index of what is compared came from."""
    return bisect_right(range(len(text)), at, key=lambda end: len(_folded(text[: end + 1], spaces=spaces)))


def runs_on(language: Language) -> bool:
    """Whether a line of the language may end inside of a word, as in scripts without spaces."""
    return language.script in _WITHOUT_SPACES


def told(address: str, word: ForbiddenWord) -> str:
    """The message about a unit or a fact that says ``word`` where others see it."""
    named = "a service by its name, " if word.is_name else ""
    return f"'{address}' stands on the outside and says {named}'{word.text}'"
