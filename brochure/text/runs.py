"""A paragraph cut into runs: one face, script, language, level and piece each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from brochure.model.fonts import Face, FontList, Weight
from brochure.model.language import Direction, Language
from brochure.model.unit import Fact, Piece
from brochure.text.faces import open_face
from brochure.text.graphemes import find_graphemes
from brochure.text.scripts import LATIN, own_script, resolve_scripts, script_of

_Choice = tuple[Face, str, tuple[Face, ...]]
"""A face, the script it is set as, the faces tried."""


class PlainRun(Struct, frozen=True):
    """Characters ``start`` to ``end`` of the paragraph, not yet shaped. ``script``: as the font list names it.
    ``tried``: the faces of its fallback list, of which ``face`` is one.
    """

    start: int
    end: int
    face: Face
    script: str
    language: str
    level: int
    piece: int
    tried: tuple[Face, ...]

    @property
    def direction(self) -> Direction:
        return "rtl" if self.level % 2 else "ltr"


class Itemiser:
    """Cuts paragraphs by the declared font list. Remembers which face a grapheme took: a pure function of its key."""

    def __init__(self, fonts: FontList) -> None:
        self._fonts = fonts
        self._latin = frozenset(fonts.families[fonts.latin].values())
        self._choose = lru_cache(maxsize=4096)(self._choose_face)
        self._choose_plain = lru_cache(maxsize=4096)(self._choose_plainly)

    def cut(
        self, pieces: Sequence[Piece], levels: Sequence[int], language: Language, weight: Weight
    ) -> tuple[PlainRun, ...]:
        """The runs of a paragraph in logical order; ``levels``: one for each code point.

        :raises SurroundingsError: a font file is damaged.
        """
        runs: list[PlainRun] = []
        offset = 0
        for index, piece in enumerate(pieces):
            runs += self._cut_piece(index, piece, offset, levels, language, weight)
            offset += len(piece.text)
        return tuple(runs)

    def _cut_piece(
        self, index: int, piece: Piece, offset: int, levels: Sequence[int], language: Language, weight: Weight
    ) -> list[PlainRun]:
        places = find_graphemes(piece.text)
        graphemes = [piece.text[start:end] for start, end in places]
        of_graphemes = [levels[offset + start] for start, _ in places]
        latin_fact = isinstance(piece, Fact) and piece.kind.is_left_to_right
        default = LATIN if latin_fact else language.script
        of_words = (piece.language if isinstance(piece, Fact) else "") or language.tag
        single = self._single_choice(graphemes, of_graphemes, language.script, default, weight)
        if single:
            face, script, tried = single
            end = offset + len(piece.text)
            return [PlainRun(offset, end, face, script, of_words, of_graphemes[0], index, tried)]
        scripts = resolve_scripts(graphemes, of_graphemes, language.script, default)
        chosen = [
            self._choose(grapheme, script, default, weight)
            for grapheme, script in zip(graphemes, scripts, strict=True)
        ]
        runs = []
        members = zip(places, of_graphemes, chosen, strict=True)
        for (level, (face, script, tried)), group in groupby(members, key=lambda member: member[1:]):
            covered = [place for place, _, _ in group]
            start, end = offset + covered[0][0], offset + covered[-1][1]
            runs.append(PlainRun(start, end, face, script, of_words, level, index, tried))
        return runs

    def _single_choice(
        self,
        graphemes: Sequence[str],
        levels: Sequence[int],
        language_script: str,
        default: str,
        weight: Weight,
    ) -> _Choice | None:
        """That of all graphemes where they have one, as most texts do: then no neighbour need be looked at."""
        if len(set(levels)) != 1:
            return None
        single = None
        for grapheme in set(graphemes):
            choice = self._choose_plain(grapheme, language_script, default, weight)
            if choice is None or choice != (single or choice):
                return None
            single = choice
        return single

    def _choose_plainly(
        self, grapheme: str, language_script: str, default: str, weight: Weight
    ) -> _Choice | None:
        """The choice for a grapheme among others of the script ``default``; None where it is not of that script."""
        is_digit = grapheme[0].isascii() and grapheme[0].isdigit()
        if own_script(grapheme, language_script) not in ("", default) or (is_digit and default != LATIN):
            return None
        return self._choose(grapheme, default, default, weight)

    def _choose_face(self, grapheme: str, script: str, language_script: str, weight: Weight) -> _Choice:
        """The face of a whole grapheme, the script it is set as, and the faces tried.

        First one face for base and marks together, else the first that has the base. Common characters that only the
        Latin family has are set as Latin, in its size; not in a script that is set in that family itself.
        """
        tried, own = self._fonts.fallback(script, weight), self._fonts.scripts.get(script, ())
        if script != language_script:
            tried = tuple(dict.fromkeys((*tried, *self._fonts.fallback(language_script, weight))))
        face = _first_covering(tried, grapheme) or _first_covering(tried, grapheme[0]) or tried[0]
        if face in self._latin and not script_of(grapheme[0]) and self._fonts.latin not in own:
            script = LATIN
        return face, script, tried


def _first_covering(faces: Sequence[Face], text: str) -> Face | None:
    return next((face for face in faces if open_face(face).covers(text)), None)
