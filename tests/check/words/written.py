"""Units as a translator types them, for rules to look at."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from brochure.check.words.rule import Given, Text
from brochure.content.edition import read_edition
from brochure.content.findings import Findings
from brochure.content.languages import locale_of, script_of
from brochure.content.nodes import Scalar, compose
from brochure.content.placeholders import cut
from brochure.content.source import Source
from brochure.content.words import SourceUnit, Wording
from brochure.model.edition import Edition

FILE = "content/languages/x.yaml"
ROOT = Path(__file__).parents[3]


@cache
def edition() -> Edition:
    """The first edition."""
    found = read_edition(ROOT, "luxembourg", Findings())
    assert found is not None
    return found


def wording(text: str, address: str = "help.doctor", quote: str = '"') -> Wording:
    """A unit that is the only one of its file, in double quotes: its first character stands in column 7."""
    unheard = Findings()
    tree = compose(Source(FILE, f"one: {quote}{text}{quote}\n"), unheard)
    assert tree is not None, unheard.all
    (entry,) = tree.entries
    assert isinstance(entry.value, Scalar)
    read = cut(entry.value, unheard)
    return Wording(address, read.pieces, read.numbers, entry.value)


def given(
    tag: str,
    text: str,
    english: str = "One. Two.",
    address: str = "help.doctor",
    forbidden: tuple[str, ...] | None = (),
    quote: str = '"',
) -> Given:
    """One unit of a language and the English it was translated from."""
    locale = locale_of(tag)
    assert locale is not None
    source = SourceUnit(wording(english, address), ("leaflet",), wording(english).span, "line", "A note.")
    script = "Aran" if tag == "ur" else script_of(tag, locale)
    return Given(
        tag=tag,
        script=script,
        texts=(Text.of(wording(text, address, quote)),),
        english={address: Text.of(source.wording)},
        units={address: source},
        edition=edition(),
        forbidden=forbidden,
    )
