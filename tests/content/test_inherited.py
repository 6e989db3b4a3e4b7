"""A regional file and one in another script hold only what differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import is_inherited, parent_of, read_words
from brochure.content.inputs import inputs_of
from brochure.content.words import SourceWords, language_file, read_source_words


def english(root: Path) -> SourceWords:
    read = read_source_words(root, known_formats(root), Findings())
    assert read is not None
    return read


def write(root: Path, tag: str, text: str) -> None:
    (root / language_file(tag)).write_text(text, encoding="utf-8")


def texts(root: Path, tag: str, findings: Findings) -> dict[str, str]:
    read = read_words(root, tag, english(root), findings)
    assert read is not None
    return {address: wording.written for address, wording in read.items() if wording}


@pytest.fixture
def two() -> tuple[str, str]:
    """Two units of one group of the small project."""
    return "help.heading", "help.doctor"


def file_of(texts_of: dict[str, str], head: str = "") -> str:
    lines = [head] if head else []
    for address, text in texts_of.items():
        group, name = address.split(".", 1)
        lines += ([f"{group}:"] if f"{group}:" not in lines else []) + [f'  {name}: "{text}"']
    return "\n".join(lines) + "\n"


def test_what_differs_stands_in_the_file_the_rest_is_taken_over(project: Path, two: tuple[str, str]) -> None:
    one, other = two
    write(project, "pt-PT", file_of({one: "telemóvel", other: "ajuda"}))
    write(project, "pt-BR", file_of({one: "celular", other: ""}, "inherits: pt-PT"))
    findings = Findings()
    assert texts(project, "pt-BR", findings) == {one: "celular", other: "ajuda"}
    assert findings.all == ()
    read = read_words(project, "pt-BR", english(project), findings)
    assert read is not None
    assert {address: is_inherited(wording, "pt-BR") for address, wording in read.items() if wording} == {
        one: False,
        other: True,
    }
    assert [wording.span.file for wording in read.values() if wording] == [
        language_file("pt-BR"),
        language_file("pt-PT"),
    ]


def test_another_script_is_put_letter_by_letter(project: Path, two: tuple[str, str]) -> None:
    one, other = two
    write(project, "sr-Cyrl", file_of({one: "Њен пут", other: "Џеп {infotraite.name}"}))
    write(project, "sr-Latn", "inherits: sr-Cyrl\n")
    findings = Findings()
    assert texts(project, "sr-Latn", findings) == {one: "Njen put", other: "Džep {infotraite.name}"}
    assert findings.all == ()
    read = read_words(project, "sr-Latn", english(project), findings)
    assert read is not None
    for wording in read.values():
        assert wording is not None
        assert wording.scalar.value == wording.written


@pytest.mark.parametrize(
    ("tag", "head", "why"),
    [
        ("pt-BR", "inherits: pt-BR", "from itself"),
        ("pt-BR", "inherits: en", "English is what all others are made from"),
        ("pt-BR", "inherits: pt-PTT", "there is no content/languages/pt-PTT.yaml"),
        ("pt-BR", "inherits: ar", "is another language"),
        ("sr-Cyrl", "inherits: sr-Latn", "without guessing"),
        ("pt-AO", "inherits: pt-BR", "takes over texts itself"),
        ("pt-BR", "inherits: pt-ST", "cannot be read"),
    ],
)
def test_what_cannot_be_taken_over_is_told_and_own_texts_stay(
    tag: str, head: str, why: str, project: Path, two: tuple[str, str]
) -> None:
    one, other = two
    write(project, "pt-PT", file_of({one: "a"}))
    write(project, "pt-BR", file_of({one: "b"}, "inherits: pt-PT"))
    write(project, "pt-ST", "[\n")
    write(project, "sr-Latn", file_of({one: "b"}))
    write(project, tag, file_of({other: "own"}, head))
    findings = Findings(tag)
    assert texts(project, tag, findings) == {other: "own"}
    [finding] = findings.all
    assert finding.code == "cannot-inherit"
    assert why in finding.message
    assert finding.help
    assert (finding.span.line, finding.span.column) == (1, 11)


@pytest.mark.parametrize("head", ["inherits: [pt-PT]", "inherits:", "inherits: {pt: PT}"])
def test_a_parent_that_is_no_tag_is_told(head: str, project: Path, two: tuple[str, str]) -> None:
    write(project, "pt-BR", file_of({two[0]: "b"}, head))
    findings = Findings()
    assert texts(project, "pt-BR", findings) == {two[0]: "b"}
    assert [each.code for each in findings.all] == ["wrong-type"]


def test_a_text_of_the_parent_that_cannot_be_used_is_missing(project: Path, two: tuple[str, str]) -> None:
    one, other = two
    _, name = other.split(".", 1)
    write(project, "pt-PT", file_of({one: "a"}) + f"  {name}: [a list]\n")
    write(project, "pt-BR", "inherits: pt-PT\n")
    assert texts(project, "pt-BR", Findings()) == {one: "a"}


def test_the_file_of_the_parent_is_an_input(project: Path, two: tuple[str, str]) -> None:
    write(project, "pt-PT", file_of({two[0]: "a"}))
    write(project, "pt-BR", "inherits: 'pt-PT'\n")
    assert parent_of(project, "pt-BR") == "pt-PT"
    assert parent_of(project, "pt-PT") == parent_of(project, "xx") == ""
    assert project / language_file("pt-PT") in inputs_of(project, "luxembourg").of("pt-BR", "leaflet")
