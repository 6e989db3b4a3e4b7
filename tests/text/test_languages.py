"""The real languages of ``content/languages`` in the declared fonts."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pytest
from text.declared import LANGUAGES, ROOT, fact, prepare, set_lines, typesetter

from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.words import SOURCE_LANGUAGE, read_source_words
from brochure.model.unit import FactKind

FOLDER = ROOT / "content" / "languages"
TAGS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
_OPENING, _CLOSING = "（“‘《〈【「『", "，。？！：；、）”’》〉】」』…％·"


@cache
def units(tag):
    """All texts of a language without its facts, those that it takes over from another included."""
    words = {address: unit.wording for address, unit in english().units.items()}
    if tag != SOURCE_LANGUAGE:
        words = read_words(ROOT, tag, english(), Findings())
    return [re.sub(r"\{[a-z_.0-9]+\}", "", wording.written) for wording in words.values()]


@cache
def english():
    return read_source_words(ROOT, known_formats(ROOT), Findings())


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("tag", TAGS)
def test_every_character_of_every_unit_has_a_glyph(tag, weight):
    assert len(units(tag)) > 100
    missing = {found.character for text in units(tag) for found in prepare(tag, text, weight=weight).missing}
    assert missing == set()


def test_chinese_is_set_in_chinese_and_latin_in_latin():
    """Full-width punctuation is never a narrow Latin sign; digits and names are never those of the Chinese font."""
    for text in [*units("zh-Hans"), "“CNVV”—等90天……‘好’·12:30"]:
        for run in prepare("zh-Hans", text).runs:
            said = prepare("zh-Hans", text).text[run.start : run.end]
            ascii_only = said.strip().isascii() and bool(said.strip())
            assert run.face.family == ("noto-sans" if ascii_only else "noto-sans-sc")


@pytest.mark.parametrize("measure", [45, 62, 80])
def test_no_chinese_line_starts_or_ends_with_the_wrong_punctuation_or_is_one_sign(measure):
    for text in units("zh-Hans"):
        lines = set_lines("zh-Hans", text, size=10, measure=measure)
        assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
        for line in lines:
            assert line.text[0] not in _CLOSING
            assert line.text.rstrip()[-1] not in _OPENING
        letters = [char for char in lines[-1].text if unicodedata.category(char)[0] == "L"]
        assert len(lines) == 1 or len(letters) > 1


@pytest.mark.parametrize("sign", "?!:;»")
def test_a_narrow_no_break_space_of_french_has_a_glyph_and_never_breaks(sign):
    prepared = prepare("fr", f"Oui oui\u202f{sign} non")
    assert prepared.missing == ()
    assert {run.face.family for run in prepared.runs} == {"noto-sans"}
    assert 0 < prepared.pens[8] - prepared.pens[7] < prepared.pens[4] - prepared.pens[3]
    lines = typesetter().set_lines(prepared, 10, 1)
    assert [line.text.strip() for line in lines] == ["Oui", f"oui\u202f{sign}", "non"]


@pytest.mark.parametrize("tag", ["de", "sq", "fr"])
def test_quotation_marks_stay_with_what_they_quote(tag):
    lines = set_lines(tag, "a „b“ «\u00a0c\u00a0» “d” ë", size=10, measure=1)
    assert [line.text.strip() for line in lines] == ["a", "„b“", "«\u00a0c\u00a0»", "“d”", "ë"]


@pytest.mark.parametrize(
    ("tag", "name", "family", "script"),
    [
        ("ar", "العربية", "noto-naskh-arabic", "Arab"),
        ("zh-Hans", "简体中文", "noto-sans-sc", "Hans"),
        ("zh-Hans", "“（）”", "noto-sans-sc", "Hans"),
        ("sq", "shqip", "noto-sans", "Latn"),
        ("fr", "français", "noto-sans", "Latn"),
    ],
)
@pytest.mark.parametrize("kind", [kind for kind in FactKind if not kind.is_left_to_right])
def test_facts_in_the_readers_words_are_set_in_the_readers_script(tag, name, family, script, kind):
    (run,) = prepare(tag, fact(name, kind)).runs
    assert (run.face.family, run.script, run.language) == (family, script, tag)
    assert run.direction == LANGUAGES[tag].direction


@pytest.mark.parametrize("tag", ["ar", "zh-Hans", "sq"])
def test_digits_of_facts_in_the_readers_words_stay_latin(tag):
    prepared = prepare(tag, fact("2026-11-22", FactKind.DATE))
    assert [(run.face.family, run.script) for run in prepared.runs] == [("noto-sans", "Latn")]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (300, ["J’ai besoin d’aide. Je parle albanais."]),
        (110, ["J’ai besoin d’aide.", "Je parle albanais."]),
        (60, ["J’ai besoin", "d’aide.", "Je parle", "albanais."]),
    ],
)
@pytest.mark.parametrize("tag", ["ar", "zh-Hans", "en"])
def test_a_phrase_breaks_between_its_sentences_first(tag, measure, expected):
    phrase = fact("J’ai besoin d’aide. Je parle albanais.", FactKind.PHRASE, "fr")
    lines = set_lines(tag, phrase, size=10, measure=measure)
    assert [line.text.strip() for line in lines] == expected
    assert {run.face.family for line in lines for run in line.runs} == {"noto-sans"}
