"""What the page of a script shows: :mod:`brochure.layout.specimen`."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from brochure.base.spans import Span
from brochure.model.language import Language
from brochure.model.unit import Fact, Unit


class Sentence(Struct, frozen=True):
    """A sentence in a further language of the script."""

    language: Language
    unit: Unit


class Specimen(Struct, frozen=True):
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


class Specimens(Struct, frozen=True):
    """``by_script``: in the order of the file. ``checked``: ISO date on which somebody last looked at the texts."""

    by_script: Mapping[str, Specimen]
    checked: str
