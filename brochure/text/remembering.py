"""A typesetter that remembers what it set: for who changes one text and looks at all of them again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar, cast

from brochure.model.fonts import FontList, Weight
from brochure.model.language import Language
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Piece
from brochure.text.lines import Line
from brochure.text.prepared import Prepared
from brochure.text.typesetter import Typesetter

_MOST = 20_000
"""Answers; a leaflet has some 500. All are forgotten at once: what is needed is soon there again."""

T = TypeVar("T")


class RememberingTypesetter(Typesetter):
    """The same answers, the second time at once. Not for several threads."""

    def __init__(self, fonts: FontList, scripts: Mapping[str, ScriptStyle]) -> None:
        super().__init__(fonts, scripts)
        self._known: dict[Hashable, object] = {}

    def prepare(self, pieces: Sequence[Piece], language: Language, weight: Weight) -> Prepared:
        """As :meth:`Typesetter.prepare`."""
        whole = tuple(pieces)
        return self._once(
            (whole, language, weight),
            lambda: super(RememberingTypesetter, self).prepare(whole, language, weight),
        )

    def set_lines(self, prepared: Prepared, size: float, measure: float) -> tuple[Line, ...]:
        """As :meth:`Typesetter.set_lines`. ``prepared`` is told by what it is, not by what is in it."""
        anew = super().set_lines
        _, lines = self._once(
            ("lines", id(prepared), size, measure), lambda: (prepared, anew(prepared, size, measure))
        )
        return lines

    def set_sentences(self, prepared: Prepared, size: float, measure: float) -> tuple[tuple[Line, ...], ...]:
        """As :meth:`Typesetter.set_sentences`."""
        anew = super().set_sentences
        _, sentences = self._once(
            ("sentences", id(prepared), size, measure), lambda: (prepared, anew(prepared, size, measure))
        )
        return sentences

    def _once(self, key: Hashable, make: Callable[[], T]) -> T:
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = make()
        return cast("T", self._known[key])
