"""What the page of a script shows: :mod:`brochure.layout.specimen`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brochure.base.spans import Span
from brochure.model.language import Language
from brochure.model.unit import Fact, Unit


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in a further language of the script."""

    language: Language
    unit: Unit


@dataclass(frozen=True, slots=True)
class Specimen:
    """The texts of one script. ``script``: ISO 15924, ``Aran`` for Nastaliq. ``language``: of all but ``also``.

    ``digits``: the script's own and European ones. ``marks``: its highest and deepest stacks. ``brackets``: those and
    quotation marks as the language uses them. ``number``: alone, as on paper. ``mixed``: Latin and a number inside.
    ``long_word``: what may not break. ``span``: where the script is named.
    """

    script: str
    language: Language
    sentence: Unit
    digits: Unit
    marks: Unit
    brackets: Unit
    number: Fact
    mixed: Unit
    long_word: Unit
    also: tuple[Sentence, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Specimens:
    """``by_script``: in the order of the file. ``checked``: ISO date on which somebody last looked at the texts."""

    by_script: Mapping[str, Specimen]
    checked: str
