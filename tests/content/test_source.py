"""Files that are no plain UTF-8: each is named for what it is, at the place where it goes wrong."""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brochure.base.diagnostics import Finding
from brochure.content.findings import Findings
from brochure.content.nodes import compose
from brochure.content.project import read_document, read_project
from brochure.content.source import MAX_BYTES, Source, decode

AR = "content/languages/ar.yaml"
Read = Callable[[Path], tuple[Finding, ...]]


def arabic(project: Path) -> str:
    return (project / AR).read_text(encoding="utf-8")


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, findings
    return findings[0]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str, project: Path, findings_of: Read) -> None:
    (project / AR).write_bytes(("# العربية\n" if encoding == "utf-16" else "cover: x\n").encode(encoding))
    finding = only(findings_of(project))
    assert (finding.code, str(finding.span)) == ("wrong-encoding", AR)
    assert "UTF-16" in finding.message


def test_windows_1252_is_named_with_the_letter_it_would_be(project: Path, findings_of: Read) -> None:
    (project / AR).write_bytes('help:\n  doctor: "m\u00e9decin"\n'.encode("cp1252"))
    finding = only(findings_of(project))
    assert str(finding).splitlines()[0] == (
        f"{AR}:2:13: error[wrong-encoding]: byte 0xE9 is not UTF-8; as Windows-1252 it is 'é'"
    )


def test_half_a_character_is_damage_and_not_another_encoding(project: Path, findings_of: Read) -> None:
    data = arabic(project).encode()
    at = data.index("طبيب".encode()) + 1
    (project / AR).write_bytes(data[:at] + data[at + 1 :])
    finding = only(findings_of(project))
    assert (finding.code, str(finding.span)) == ("damaged-encoding", f"{AR}:5:12")


def test_a_file_cut_inside_a_character_is_damage(project: Path, findings_of: Read) -> None:
    (project / AR).write_bytes('a: "é\nb: €'.encode()[:-1])
    finding = only(findings_of(project))
    assert (finding.code, str(finding.span)) == ("damaged-encoding", f"{AR}:2:4")


def test_byte_order_mark_and_windows_line_ends_are_accepted(project: Path, findings_of: Read) -> None:
    text = arabic(project).replace('"طبيب"', '"طبيب 7"')
    (project / AR).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    finding = only(findings_of(project))
    assert str(finding.span) == f"{AR}:5:17"


def test_decomposed_text_is_read_as_composed(project: Path, sign_cache: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "آمنة é")
    (project / AR).write_text(arabic(project).replace("مساعدة ومعلومات", decomposed), encoding="utf-8")
    reading = read_document(read_project(project, "luxembourg", sign_cache), "ar", "leaflet")
    assert reading.document is not None
    assert reading.document.title.text == "آمنة é"
    assert decomposed != reading.document.title.text


@pytest.mark.parametrize("char", ["\x07", "\x85", "\u2028", "\x00"])
def test_control_characters_are_shown(char: str, project: Path, findings_of: Read) -> None:
    (project / AR).write_text(arabic(project).replace("طبيب", f"ط{char}بيب"), encoding="utf-8")
    finding = only(findings_of(project))
    assert (finding.code, str(finding.span)) == ("control-character", f"{AR}:5:13")
    assert f"U+{ord(char):04X}" in finding.message


def quickly(read: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
    start = time.perf_counter()
    findings = read()
    assert time.perf_counter() - start < 5
    return findings


def test_a_file_of_two_megabytes_is_refused_unread(project: Path, findings_of: Read) -> None:
    (project / AR).write_text('help:\n  doctor: "' + "ط" * 1_000_000 + '"\n', encoding="utf-8")
    finding = only(quickly(lambda: findings_of(project)))
    assert (finding.code, str(finding.span)) == ("too-large", AR)


def test_a_text_as_long_as_a_file_may_be_is_refused(project: Path, findings_of: Read) -> None:
    long = "7" * (MAX_BYTES - 5000)
    (project / AR).write_text(arabic(project).replace("طبيب", long), encoding="utf-8")
    finding = only(quickly(lambda: findings_of(project)))
    assert (finding.code, str(finding.span)) == ("too-large", f"{AR}:5:11")


@pytest.mark.parametrize("bracket", ["[", "{a: ", "- "])
def test_three_thousand_brackets_are_a_finding(bracket: str, project: Path, findings_of: Read) -> None:
    (project / AR).write_text("a: \n  " + bracket * 3000, encoding="utf-8")
    finding = only(quickly(lambda: findings_of(project)))
    assert finding.code == "too-deep"
    assert finding.span.line == 2


def test_a_folder_in_place_of_a_file_is_a_finding(project: Path, findings_of: Read) -> None:
    (project / AR).unlink()
    (project / AR).mkdir()
    assert only(findings_of(project)).code == "unreadable-file"


def test_a_path_with_spaces_and_arabic(project: Path, findings_of: Read) -> None:
    moved = project.rename(project.parent / "ملف جديد here")
    assert findings_of(moved) == ()
    (moved / AR).write_text(arabic(moved).replace("  heading", "\theading"), encoding="utf-8")
    assert str(only(findings_of(moved)).span) == f"{AR}:4:1"


TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="ab:- \n\t\"'[]{}&*!|>#%@`?,\\1x", max_size=60),
    st.binary(max_size=60),
)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(TEXTS)
def test_no_file_makes_the_reader_fall(text: str | bytes) -> None:
    findings = Findings()
    data = text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogatepass")
    source = decode(data, "x.yaml", findings)
    tree = compose(source, findings) if source else None
    assert tree is not None or [each for each in findings.all if each.is_error]


@settings(
    derandomize=True,
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.one_of(st.text(max_size=80), st.text(alphabet="{}infotraite.phone 19٣\u202e", max_size=80)))
def test_no_text_makes_a_document_fall(text: str, project: Path, findings_of: Read) -> None:
    words = arabic(project)
    line = next(each for each in words.splitlines() if each.startswith("  doctor"))
    try:
        spoilt = words.replace(line, "  doctor: " + json.dumps(text, ensure_ascii=False))
        (project / AR).write_text(spoilt, encoding="utf-8")
        for finding in findings_of(project):
            assert finding.span.file == AR
            assert finding.span.line in (0, 5) or finding.code.endswith("syntax")
    finally:
        (project / AR).write_text(words, encoding="utf-8")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(st.from_regex(r"[a-zé𝒳]{1,6}", fullmatch=True), min_size=1, max_size=6, unique=True))
def test_spans_point_at_the_keys(keys: list[str]) -> None:
    text = (
        "".join(f"{'  ' * depth}{key}:\n" for depth, key in enumerate(keys)) + "  " * len(keys) + "end: 1\n"
    )
    source = Source("x.yaml", text)
    node = compose(source, Findings())
    lines = text.splitlines()
    while node is not None and hasattr(node, "entries"):
        entry = node.entries[0]
        span = entry.key.span
        assert lines[span.line - 1][span.column - 1 :].startswith(entry.key.value)
        node = entry.value


def test_a_text_that_is_fine_is_composed_once() -> None:
    source, findings = Source("a.yaml", "one: two\n"), Findings()
    first = compose(source, findings)
    assert compose(Source("a.yaml", "one: two\n"), findings) is first
    assert compose(Source("b.yaml", "one: two\n"), findings) is not first
    assert compose(Source("a.yaml", "one: other\n"), findings) != first


def test_what_is_wrong_is_told_each_time() -> None:
    for _ in range(2):
        findings = Findings("ar")
        compose(Source("a.yaml", "one: two\none: three\n"), findings)
        assert [(finding.code, finding.language) for finding in findings.all] == [("duplicate-key", "ar")]
