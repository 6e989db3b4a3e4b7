"""How far the texts of each language have come: words and records read, each file once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure.base.diagnostics import Finding
from brochure.content.approvals import read_approvals
from brochure.content.findings import Findings
from brochure.content.inherited import is_inherited
from brochure.content.people import read_people
from brochure.content.words import SOURCE_LANGUAGE, SourceWords, Wording, language_file
from brochure.state.fingerprints import pairs_of
from brochure.state.texts import Language, Texts, TextState, judge_texts, tell_texts


class TextsOfLanguages:
    """``english``: None where it cannot be read, then nothing is known of any text."""

    def __init__(self, root: Path, english: SourceWords | None) -> None:
        self._root = root
        self._english = english
        found = Findings()
        self._people = read_people(root, found)
        self._of_people = found.all
        self._read: dict[str, tuple[Texts, tuple[Finding, ...]]] = {}
        self._states_of_english: Mapping[str, TextState] | None = None

    def read(self, tag: str, words: Mapping[str, Wording | None]) -> tuple[Finding, ...]:
        """Judge the texts of a language; what its records say against them."""
        if self._english is None:
            return ()
        if tag not in self._read:
            self._read[tag] = self._judge(tag, words, self._english)
        return self._read[tag][1]

    def of(self, tag: str) -> Texts:
        """What was judged; nothing known of a language that was not read."""
        return self._read[tag][0] if tag in self._read else Texts()

    def forget(self, tag: str) -> None:
        """Judge the texts of a language anew when they are read next."""
        self._read.pop(tag, None)

    def _judge(
        self, tag: str, words: Mapping[str, Wording | None], english: SourceWords
    ) -> tuple[Texts, tuple[Finding, ...]]:
        found = Findings(tag)
        records = read_approvals(self._root, tag, found)
        pairs = pairs_of(words, english)
        states = judge_texts(pairs, records, self._people, tag)
        inherited = frozenset(
            address for address, wording in words.items() if wording and is_inherited(wording, tag)
        )
        texts = Texts(states, states if tag == SOURCE_LANGUAGE else self._english_states(english), inherited)
        # Records that cannot be read are told, and that one has to be mended first.
        if records is not None or not found.all:
            spans = {address: wording.span for address, wording in words.items() if wording is not None}
            language = Language(tag, pairs, spans, language_file(tag), english.taken)
            found.take(tell_texts(language, records, self._people))
        return texts, self._of_people + found.all

    def _english_states(self, english: SourceWords) -> Mapping[str, TextState]:
        """Judged once for all languages; what is wrong in its records is told where English is read."""
        if self._states_of_english is None:
            unheard = Findings()
            records = read_approvals(self._root, SOURCE_LANGUAGE, unheard)
            wordings = {address: unit.wording for address, unit in english.units.items()}
            self._states_of_english = judge_texts(
                pairs_of(wordings, english), records, self._people, SOURCE_LANGUAGE
            )
        return self._states_of_english
