from __future__ import annotations

from pathlib import Path

import pytest
from text.declared import fact, prepare, typesetter

from brochure.model.unit import FactKind
from brochure.text.dump import dump_glyphs, dump_levels, dump_lines, dump_runs

GOLDENS = Path(__file__).parents[1] / "goldens"
SENTENCES = {
    "en": [
        "Talk (now) to ",
        fact("CNVV", FactKind.NAME, "fr"),
        " or call ",
        fact("113", FactKind.SHORT_CODE),
        ".",
    ],
    "ar": [
        "تكلّم (الآن) مع ",
        fact("CNVV", FactKind.NAME, "fr"),
        " أو اتصل: ",
        fact("113", FactKind.SHORT_CODE),
        ".",
    ],
    "zh-Hans": [
        "这90天，您（现在）可以问CNVV，也可以打：",
        fact("113", FactKind.SHORT_CODE),
        "。“再说‘不’”……不用怕！",
    ],
    "zh-Hans-phrase": [
        "请说：",
        fact("J’ai peur. Aidez-moi, s’il vous plaît.", FactKind.PHRASE, "fr"),
        "谢谢。",
    ],
    "ar-number": ["اتصل الآن: ", fact("+352 8002 5000"), ". لا تخف 24:00\u200f."],
}


@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_dumps_are_the_accepted_ones(name):
    """To accept new ones, write what ``dump_sentence`` answers into the golden file and read the difference."""
    golden = GOLDENS / f"text-{name}.txt"
    assert dump_sentence(name) == golden.read_text(encoding="utf-8")


def dump_sentence(name: str) -> str:
    prepared = prepare("zh-Hans" if name.startswith("zh-Hans") else name[:2], *SENTENCES[name])
    lines = typesetter().set_lines(prepared, 10, 90)
    stages = {
        "levels": dump_levels(prepared),
        "runs": dump_runs(prepared),
        "glyphs": dump_glyphs(prepared),
        "lines": dump_lines(lines),
    }
    return "\n".join(f"== {stage}\n{dump}" for stage, dump in stages.items())


def test_what_is_never_seen_is_written_as_an_escape():
    assert '"\\u200f"' in dump_levels(prepare("ar", "ا\u200f"))
    assert dump_runs(prepare("en", "a\u00a0b")).endswith('"a\\u00a0b"\n')


def test_a_cluster_without_glyphs_shows_a_dash():
    assert dump_glyphs(prepare("en", "\u200f")).splitlines()[1].split() == ["0-1", "0", "-", '"\\u200f"']


def test_nothing_is_dumped_as_an_empty_line():
    assert dump_lines(()) == "\n"
    assert dump_levels(prepare("en", "")) == "paragraph ltr\n"


def test_each_kind_of_break_has_its_mark():
    rows = dump_levels(prepare("fr", "24 jours, porte-monnaie")).splitlines()
    marked = {row.split()[0]: row.split()[1] for row in rows[1:] if row.split()[1] in "|!:~"}
    assert marked == {"3": "~", "10": "|", "16": ":"}
