from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from brochure.text import graphemes as graphemes_module
from brochure.text.graphemes import code_point_offsets, find_graphemes

CONFORMANCE = Path(__file__).parent / "unicode" / "GraphemeBreakTest.txt.gz"


def graphemes(text):
    return [text[start:end] for start, end in find_graphemes(text)]


def test_unicodes_own_conformance_test():
    """All of GraphemeBreakTest.txt 17.0.0, the version of icu4py's ICU 78."""
    wrong, count = [], 0
    for row in gzip.decompress(CONFORMANCE.read_bytes()).decode().splitlines():
        rule, _, _ = row.partition("#")
        if rule.strip():
            expected = [
                "".join(chr(int(code, 16)) for code in part.split() if code != "×")
                for part in rule.split("÷")
            ]
            expected = [part for part in expected if part]
            count += 1
            if graphemes("".join(expected)) != expected:
                wrong.append(rule.strip())
    assert count == 766
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("e\u0301ẹ\u0301", ["e\u0301", "ẹ\u0301"]),
        ("क्षि", ["क्षि"]),
        ("नि\u200d", ["नि\u200d"]),
        ("กำ", ["กำ"]),
        ("👩\u200d👩\u200d👧a", ["👩\u200d👩\u200d👧", "a"]),
        ("a𞤀𞥄b", ["a", "𞤀𞥄", "b"]),
        ("🇱🇺🇫🇷", ["🇱🇺", "🇫🇷"]),
    ],
)
def test_graphemes_are_counted_in_code_points(text, expected):
    assert graphemes(text) == expected


@settings(derandomize=True, max_examples=100)
@given(st.text(alphabet="aé\u0301\r\n𞤀\U0001f600\u200dक्ि字", max_size=20))
def test_no_character_is_lost_or_cut(text):
    assert "".join(graphemes(text)) == text


def test_offsets_of_utf_16_become_code_points():
    assert code_point_offsets("a𞤀b", [0, 1, 3, 4]) == (0, 1, 2, 3)
    assert code_point_offsets("ab", [0, 2]) == (0, 2)
    assert code_point_offsets("", []) == ()


def test_what_is_never_asked_is_cut_as_icu_cuts_it():
    """Every character of the plain ranges before every kind of neighbour it has there."""
    plain = [chr(code) for code in range(0x20, 0x10000) if graphemes_module._ALONE.fullmatch(chr(code))]
    assert len(plain) > 20000
    for text in (
        "".join(plain),
        "".join(reversed(plain)),
        "".join(plain[::2] + plain[1::2]),
        "xא".join(plain),
    ):
        assert [end for _, end in CharacterBreaker(text, "root").segments()] == list(range(1, len(text) + 1))
