"""Words that the outside may not say, and how they are found in what it says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

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
) -> tuple[ForbiddenWord, ...]:
    """What the outside of a file in ``language`` may not say: its own list, the lists in Latin letters of the edition's
    other languages, and what the edition's services are called.
    """
    own = lists.get(language.tag) or lists.get(language.tag.split("-")[0]) or ()
    others = (
        lists.get(tag, ())
        for tag in edition.languages
        if tag != language.tag and _is_latin(lists.get(tag, ()))
    )
    words = (*words_of(own, language.script), *(word for each in others for word in words_of(each, "Latn")))
    return (*dict.fromkeys(words), *_names(edition, words))


def _is_latin(entries: Sequence[str]) -> bool:
    letters = {char for entry in entries for char in entry if char.isalpha()}
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)


def _names(edition: Edition, words: Sequence[ForbiddenWord]) -> Iterator[ForbiddenWord]:
    """A name that a word of the back says already, as the police's, may stand there too; one of digits says nothing,
    and a publisher's stands on the paper by the will of who publishes.
    """
    on_back = [word for word in words if word.on_back]
    for service in edition.services.values():
        for name in (service.name, service.web):
            if any(char.isalpha() for char in name) and name != edition.publisher.name:
                yield ForbiddenWord(name, False, bool(list(found_in(name, on_back))), True)


def found_in(
    text: str, words: Iterable[ForbiddenWord], *, back: bool = False, spaces: bool = True
) -> Iterator[Found]:
    """Every word that ``text`` says, each once, where it says it first; of words that begin at one place the first of
    ``words``: languages have many in common. ``back``: it stands on a panel of the back.

    ``spaces`` False: none is seen, because lines may end inside of words.
    """
    folded, places = _folded(text, spaces=spaces)
    told: set[int] = set()
    for word in words:
        wanted = _wanted(word.text, spaces)
        if wanted not in folded or (back and word.on_back):
            continue
        at = _index(word, wanted, folded)
        if at >= 0 and at not in told:
            told.add(at)
            yield Found(word, places[at])


@lru_cache(maxsize=8192)
def _wanted(text: str, spaces: bool) -> str:
    """What is looked for: the same words are looked for in every text of every file."""
    return _folded(text, spaces=spaces)[0]


def _index(word: ForbiddenWord, wanted: str, text: str) -> int:
    at = text.find(wanted)
    while at > 0 and not word.anywhere and unicodedata.category(text[at - 1])[0] in "LM":
        at = text.find(wanted, at + 1)
    return at


def _folded(text: str, *, spaces: bool) -> tuple[str, list[int]]:
    """Small letters without vowel marks of Arabic and without invisible characters, one space for several, and where
    each came from.
    """
    folded: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        if ord(char) in _ARABIC_MARKS or unicodedata.category(char) == "Cf":
            continue
        if char.isspace() and (not spaces or folded[-1:] == [" "]):
            continue
        small = " " if char.isspace() else char.casefold().replace("\u0307", "").replace("ı", "i")
        folded.append(small)
        places += [at] * len(small)
    return "".join(folded), places


def runs_on(language: Language) -> bool:
    """Whether a line of the language may end inside of a word, as in scripts without spaces."""
    return language.script in _WITHOUT_SPACES


def told(address: str, word: ForbiddenWord) -> str:
    """The message about a unit or a fact that says ``word`` where others see it."""
    named = "a service by its name, " if word.is_name else ""
    return f"'{address}' stands on the outside and says {named}'{word.text}'"
