"""What the rules about words say: once of the edition, once of each language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from brochure.base.diagnostics import Finding
from brochure.check.words.rules import check_edition, check_words
from brochure.content.project import Project
from brochure.content.words import Wording
from brochure.model.language import Language


class WordsJudged:
    """Errors hold files back, so a build tells them too; warnings are for who edits, and ``check`` alone tells them."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._of_edition = check_edition(project)
        self._of_language: dict[str, tuple[Finding, ...]] = {}

    def judge(self, language: Language, words: Mapping[str, Wording | None]) -> None:
        """Look at the words of a language, printed or not."""
        if language.tag not in self._of_language:
            self._of_language[language.tag] = check_words(self._project, language, words)

    def forget(self, tag: str) -> None:
        """Judge the words of a language anew when they are read next."""
        self._of_language.pop(tag, None)

    def errors(self, tag: str) -> tuple[Finding, ...]:
        """Those of the edition, and of a language that was judged."""
        return tuple(finding for finding in self._of(tag) if finding.is_error)

    def warnings(self, tags: Iterable[str]) -> tuple[Finding, ...]:
        """Those of the edition, and of languages that were judged, each once."""
        found = dict.fromkeys(finding for tag in tags for finding in self._of(tag))
        return tuple(finding for finding in found if not finding.is_error)

    def _of(self, tag: str) -> tuple[Finding, ...]:
        return self._of_edition + self._of_language.get(tag, ())
