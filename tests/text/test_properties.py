"""What holds of every paragraph: over text nobody here wrote, and over mixtures no reader would write."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.declared import UDHR, fact, read_fonts, typesetter, udhr, words

from brochure.content.languages import read_language
from brochure.model.language import Language
from brochure.model.unit import FactKind
from brochure.text.lines import Line
from brochure.text.prepared import Prepared
from brochure.text.reorder import reset_levels, visual_order
from brochure.text.white import SPACES, is_white

TAGS = sorted(path.stem for path in UDHR.glob("*.txt"))
WITHOUT_FONT = ("bo",)
SET_TAGS = [tag for tag in TAGS if tag not in WITHOUT_FONT]
SIZE = 10.5
FOREIGN = {"zh-Hant": {"\u75e9"}}
"""The Japanese form of a sign, which no font for traditional Chinese has: told, and truly so."""
MEASURES = (34.0, 170.0, 400.0)
"""pt: narrower than many words, a row beside a sign, a panel across."""
_SPACES = "".join(SPACES)
# Letters, marks, digits, brackets, signs of every direction and joining, and what is never seen.
_MIXTURE = (
    "aZé\u0323\u0301 .,:;!?()[]«»“”12٣۴%+-/—'’ßъљЪΩאבגםـابيۇ\u064b\u0651\u0670ېڑक\u094dषि\u093eनে\u09cdকਗੁ\u0a4dத"
    "ை\u0dcaර\u200dසිกำ\u0e49เ\u0e2aາກ\u0ec8\u1780\u17d2\u1781ោ\u1000\u1039\u1001ေက်አ፡።ქართՀ։中文「」，。·字😀\U0001f1e6\u200b\u200c\u200d"
    "\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u00ad\u00a0\u202f\u3000\n\t"
)
PIECES = st.lists(
    st.one_of(
        st.text(alphabet=_MIXTURE, max_size=30).map(words),
        st.sampled_from(list(FactKind)).map(lambda kind: fact("+352 1 (2)", kind)),
        st.just(fact("ساعات 5", FactKind.HOURS)),
        st.just(fact("J’ai peur. Aidez-moi.", FactKind.PHRASE, "fr")),
    ),
    max_size=4,
)


@cache
def language(tag: str) -> Language:
    """From CLDR as the program reads it; what CLDR does not know is written in Latin letters."""
    return read_language(tag, {"ur": "Aran"}, "fr", {}, {}) or Language(tag, "Latn", "ltr", tag, tag)


@cache
def paragraphs(tag: str) -> tuple[Prepared, ...]:
    return tuple(typesetter().prepare([words(text)], language(tag), "regular") for text in udhr(tag))


def check_lines(prepared: Prepared, lines: tuple[Line, ...], measure: float) -> None:
    at = 0
    breaks = {place.offset for place in prepared.opportunities}
    for line in lines:
        start = prepared.text.index(line.text, at)
        assert is_white(prepared.text[at:start])
        at = start + len(line.text)
        check_places(line, prepared.direction == "rtl")
        if line.width > measure + 1e-6:
            assert not breaks & set(range(start + 1, start + len(line.text.rstrip(_SPACES))))
    assert is_white(prepared.text[at:])


def check_places(line: Line, right_to_left: bool) -> None:
    """Each cluster stands at one place of its own, all side by side; white space at the end hangs, in no width."""
    clusters = [cluster for run in line.runs for cluster in run.clusters]
    hanging = [count for count, cluster in enumerate(reversed(clusters)) if not is_white(cluster.text)]
    kept = clusters[: len(clusters) - (hanging[0] if hanging else len(clusters))]
    assert sum(cluster.advance for cluster in kept) == pytest.approx(line.width)
    hung = sum(cluster.advance for cluster in clusters[len(kept) :])
    pen = -hung if right_to_left else 0.0
    for cluster in sorted(clusters, key=lambda cluster: (cluster.x, cluster.x + cluster.advance)):
        assert cluster.x == pytest.approx(pen)
        pen += cluster.advance
    assert pen == pytest.approx(line.width + (0.0 if right_to_left else hung))


def check_clusters(prepared: Prepared) -> None:
    """Clusters follow one another over the whole text."""
    ends = [cluster.end for run in prepared.runs for cluster in run.clusters]
    starts = [cluster.start for run in prepared.runs for cluster in run.clusters]
    assert [*starts, len(prepared.text)] == [0, *ends]
    advances = sum(cluster.advance * run.scale for run in prepared.runs for cluster in run.clusters)
    assert prepared.pens[-1] == pytest.approx(advances + sum(prepared.gaps.values()))


def check_order(prepared: Prepared) -> None:
    levels = reset_levels(prepared.text, prepared.levels, prepared.base_level)
    assert len(levels) == len(prepared.text)
    assert sorted(visual_order(levels)) == list(range(len(levels)))


def test_the_text_covers_every_script_of_the_fonts():
    assert len(SET_TAGS) > 70
    assert {language(tag).script for tag in SET_TAGS} == set(read_fonts().scripts)
    assert all(len(udhr(tag)) == 20 for tag in TAGS)


@pytest.mark.parametrize("tag", SET_TAGS)
def test_real_text_of_every_language_is_set_whole_within_its_measure(tag):
    for prepared in paragraphs(tag):
        check_clusters(prepared)
        check_order(prepared)
        for measure in MEASURES:
            lines = typesetter().set_lines(prepared, SIZE, measure)
            check_lines(prepared, lines, measure)
            assert "".join(line.text for line in lines) == prepared.text.strip(_SPACES)


@pytest.mark.parametrize("tag", SET_TAGS)
def test_nothing_is_found_in_real_text(tag):
    """No letter without a glyph, no line too wide for a panel, no mark parted from its letter."""
    for prepared in paragraphs(tag):
        assert {missing.character for missing in prepared.missing} <= FOREIGN.get(tag, set())
        starts = [prepared.text[cluster.start] for run in prepared.runs for cluster in run.clusters]
        assert not [letter for letter in starts if unicodedata.category(letter) == "Mn"]
        sentences = typesetter().set_sentences(prepared, SIZE, MEASURES[-1])
        assert all(line.width <= MEASURES[-1] for lines in sentences for line in lines)


@pytest.mark.parametrize("tag", SET_TAGS)
def test_the_bold_face_has_every_letter_of_real_text_too(tag):
    letters = sorted(set("".join(udhr(tag))) - FOREIGN.get(tag, set()))
    assert typesetter().prepare([words(" ".join(letters))], language(tag), "bold").missing == ()


@pytest.mark.parametrize("tag", WITHOUT_FONT)
def test_a_script_without_a_font_tells_each_letter_and_is_set_whole(tag):
    for prepared in paragraphs(tag):
        letters = [letter for letter in prepared.text if unicodedata.category(letter)[0] in "LM"]
        told = [missing.character for missing in prepared.missing]
        assert [letter for letter in told if unicodedata.category(letter)[0] in "LM"] == letters
        check_lines(prepared, typesetter().set_lines(prepared, SIZE, 170), 170)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(PIECES, st.sampled_from(SET_TAGS), st.floats(1, 160), st.booleans())
def test_mixtures_of_scripts_are_set_whole_within_their_measure(pieces, tag, measure, sentences):
    prepared = typesetter().prepare(pieces, language(tag), "regular")
    check_clusters(prepared)
    check_order(prepared)
    lines = typesetter().set_lines(prepared, SIZE, measure)
    if sentences:
        lines = tuple(chain.from_iterable(typesetter().set_sentences(prepared, SIZE, measure)))
    check_lines(prepared, lines, measure)
    assert _bare("".join(line.text for line in lines)) == _bare(prepared.text)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 6), max_size=30))
def test_reordering_is_a_permutation(levels):
    assert sorted(visual_order(levels)) == list(range(len(levels)))


def _bare(text: str) -> list[str]:
    return [letter for letter in text if letter not in SPACES]
