"""What text asks for by its ink; and that the theme gives it, in text that nobody here wrote and in our own."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace
from text.declared import ROOT, UDHR, read_fonts, words

from brochure.content.findings import Findings
from brochure.content.theme import Look, read_theme
from brochure.model.fonts import Weight
from brochure.model.language import Language
from brochure.text.leading import CLEARANCE, InkReach, ink_reach, leading_of_pairs
from brochure.text.lines import Line
from brochure.text.typesetter import Typesetter

SIZE, MEASURE, ENDLESS = 10.0, 150.0, 1e6
WEIGHTS: tuple[Weight, Weight] = ("regular", "bold")
OF_SCRIPT = {
    **dict.fromkeys(("ar", "fa", "fa-AF", "ps", "ug"), "Arab"),
    **dict.fromkeys(("ru", "uk", "bg", "sr-Cyrl", "mk", "mn"), "Cyrl"),
    **{"ur": "Aran", "he": "Hebr", "hi": "Deva", "ne": "Deva", "bn": "Beng", "pa": "Guru", "ta": "Taml"},
    **{"si": "Sinh", "th": "Thai", "lo": "Laoo", "km": "Khmr", "my": "Mymr", "ti": "Ethi", "am": "Ethi"},
    **{"zh-Hans": "Hans", "zh-Hant": "Hant", "ka": "Geor", "hy": "Armn", "el": "Grek"},
}
NO_FONT = {"bo"}
TAGS = sorted({path.stem for path in UDHR.glob("*.txt")} - NO_FONT)
OURS = sorted(path.stem for path in (ROOT / "content" / "languages").glob("*.yaml"))
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
SLOPING = "Aran"
"""Nastaliq: whole words stand aslant, so their highest and lowest ink never share a column; pairs are asked alone."""


@cache
def look() -> Look:
    read = read_theme(ROOT, Findings())
    assert read is not None
    return read


def language(tag: str) -> Language:
    script = OF_SCRIPT.get(tag, "Latn")
    return Language(tag, script, "rtl" if script in {"Arab", "Aran", "Hebr"} else "ltr", tag, tag)


def em(tag: str) -> float:
    return SIZE * look().theme.style(language(tag)).size


@cache
def setter() -> Typesetter:
    return Typesetter(read_fonts(), look().theme.scripts)


def set_text(tag: str, weight: Weight, *paragraphs: str, measure: float = ENDLESS) -> list[tuple[Line, ...]]:
    of = language(tag)
    return [
        setter().set_lines(setter().prepare([words(text)], of, weight), SIZE, measure) for text in paragraphs
    ]


def reach(tag: str, weight: Weight, *paragraphs: str) -> InkReach:
    return ink_reach([line for lines in set_text(tag, weight, *paragraphs) for line in lines], em(tag))


def declaration(tag: str) -> list[str]:
    return (UDHR / f"{tag}.txt").read_text(encoding="utf-8").splitlines()


def every_word_once(paragraphs: list[str]) -> str:
    """Ink reaches as far in a word at its second time."""
    return " ".join(dict.fromkeys(word for text in paragraphs for word in text.split()))


def own_texts(path: Path) -> list[str]:
    """All strings of a language file; names in braces stand for facts, which are Latin.

    Without the vowel signs of Arabic: few words have them, and layout parts the lines where they meet.
    """
    found: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, dict):
            for value in node.values():
                walk(value)
        elif isinstance(node, str):
            found.append(re.sub(r"\{[^}]*\}", "113", node))

    walk(yaml.safe_load(path.read_text(encoding="utf-8")))
    return [_VOWEL_SIGNS.sub("", text) for text in found if text.strip()]


def test_reach_is_the_boxes_of_the_highest_and_the_deepest() -> None:
    found = reach("en", "regular", "axÅp.")
    assert (found.highest, found.deepest) == ("Å", "p")
    (line,) = set_text("en", "regular", "axÅp.")[0]
    assert found.top == pytest.approx(line.ink.top / SIZE, abs=0.002)
    assert found.bottom == pytest.approx(line.ink.bottom / SIZE, abs=0.002)
    assert found.leading == pytest.approx(found.top + found.bottom + CLEARANCE)


def test_the_body_of_latin_is_the_x_height_and_of_han_the_middle_of_its_square() -> None:
    assert reach("en", "regular", "x").body == pytest.approx(0.536, abs=0.002)
    assert reach("zh-Hans", "regular", *declaration("zh-Hans")).body == pytest.approx(0.76, abs=0.02)
    assert reach("en", "regular", "1234").body == 0, "digits are no letters"


def test_nothing_without_ink() -> None:
    assert ink_reach([], 10.0) == InkReach(0, 0, "", "", 0)
    assert leading_of_pairs([], 10.0, "ltr") == 0


def test_two_lines_at_the_leading_of_their_pair_keep_the_clearance_and_no_more() -> None:
    upper, lower = set_text("en", "regular", "jjjj", "ÅÅÅÅ")
    both = reach("en", "regular", "jjjj", "ÅÅÅÅ")
    assert leading_of_pairs([*upper, *lower], SIZE, "ltr") == pytest.approx(both.leading, abs=0.01)
    assert leading_of_pairs([*lower, *upper], SIZE, "ltr") < both.leading - 0.2


@pytest.mark.parametrize("tag", TAGS)
def test_lines_at_the_leading_of_the_theme_could_not_touch(tag: str) -> None:
    given = look().theme.style(language(tag)).leading
    # Bold reaches further wherever letters have accents; where they have marks it may not.
    for weight in WEIGHTS if tag in OF_SCRIPT else WEIGHTS[1:]:
        found = reach(tag, weight, every_word_once(declaration(tag)))
        if OF_SCRIPT.get(tag) == SLOPING:
            assert found.leading > given, "if the sum were enough, Nastaliq would need no measuring of pairs"
        else:
            assert found.leading <= given + 0.001, (weight, found)


@pytest.mark.parametrize("tag", OURS)
def test_our_own_text_could_not_touch_either(tag: str) -> None:
    given = look().theme.style(language(tag)).leading
    found = reach(tag, "bold", every_word_once(own_texts(ROOT / "content" / "languages" / f"{tag}.yaml")))
    assert OF_SCRIPT.get(tag) == SLOPING or found.leading <= given + 0.001, found


def test_most_lines_of_nastaliq_keep_apart_and_the_layout_parts_the_rest() -> None:
    lines = [
        line for lines in set_text("ur", "regular", *declaration("ur"), measure=MEASURE) for line in lines
    ]
    needs = [leading_of_pairs(pair, em("ur"), "rtl") for pair in pairwise(lines)]
    given = look().theme.style(language("ur")).leading
    assert sum(need <= given for need in needs) / len(needs) > 0.7


@pytest.mark.parametrize("tag", sorted({script: tag for tag, script in reversed(OF_SCRIPT.items())}.values()))
def test_the_body_in_the_theme_is_that_of_the_letters(tag: str) -> None:
    style = look().theme.style(language(tag))
    # A script that joins has no line its letters end at: half of the letters are teeth.
    near = 0.1 if style in (look().theme.scripts["Arab"], look().theme.scripts["Aran"]) else 0.03
    assert reach(tag, "regular", *declaration(tag)).body == pytest.approx(style.body, abs=near)


def test_a_theme_with_too_little_leading_would_be_found() -> None:
    style = replace(look().theme.scripts["Arab"], leading=1.42)
    assert reach("ps", "regular", *declaration("ps")).leading > style.leading
