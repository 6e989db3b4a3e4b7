"""What is kept is what would be shaped anew, and of another font, style, word or program nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from families import FAMILIES
from msgspec.structs import replace
from text.declared import LANGUAGES, ROOT, SCRIPTS, read_fonts, typesetter, udhr, words

from brochure.content.facts import Facts
from brochure.content.findings import Findings
from brochure.content.project import Project, read_document, read_project
from brochure.content.wording import Units
from brochure.model.fonts import FontList, Weight
from brochure.model.language import Language
from brochure.model.unit import Piece
from brochure.text import shape_cache
from brochure.text.prepared import Prepared
from brochure.text.shape_cache import KeepingTypesetter
from brochure.text.typesetter import Typesetter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "read"


@pytest.fixture
def shaped_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was not spared."""
    told: list[str] = []
    prepare = Typesetter.prepare

    def counted(self: Typesetter, pieces: tuple[Piece, ...], *rest: object) -> Prepared:
        told.append("".join(piece.text for piece in pieces))
        return prepare(self, pieces, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Typesetter, "prepare", counted)
    return told


def opened(folder: Path | None, **changes: object) -> KeepingTypesetter:
    return KeepingTypesetter(*{"fonts": read_fonts(), "scripts": SCRIPTS, **changes}.values(), folder)  # type: ignore[arg-type]


def values(prepared: Prepared) -> list[object]:
    """Prepared paragraphs are equal to themselves alone."""
    return [getattr(prepared, name) for name in Prepared.__struct_fields__]


@pytest.fixture(scope="module")
def project() -> Project:
    return read_project(ROOT, "luxembourg")


def texts(project: Project, tag: str) -> tuple[Language, list[tuple[Piece, ...]]]:
    """Every unit with its facts."""
    reading = read_document(project, tag, "leaflet")
    assert reading.document
    assert reading.words
    assert project.edition
    assert project.words
    language = reading.document.language
    facts = Facts(project.edition, language, "leaflet", "")
    units = Units(tag, reading.words, project.words, project.edition, facts, Findings(tag))
    return language, [units.unit(address).pieces for address in reading.words]


@pytest.mark.parametrize("tag", FAMILIES)
def test_every_text_comes_back_as_it_was_shaped(
    project: Project, folder: Path, tag: str, shaped_anew: list[str]
) -> None:
    language, every = texts(project, tag)
    first = opened(folder)
    expected = [values(first.prepare(each, language, "bold")) for each in every]
    first.keep()
    shaped_anew.clear()
    later = opened(folder)
    assert [values(later.prepare(each, language, "bold")) for each in every] == expected
    assert shaped_anew == []
    faces = {run.face for each in every for run in later.prepare(each, language, "bold").runs}
    assert all(face.path.is_file() for face in faces)


def test_a_text_is_shaped_once_in_a_run(shaped_anew: list[str]) -> None:
    setter = opened(None)
    first = setter.prepare([words("one text")], LANGUAGES["en"], "regular")
    assert setter.prepare([words("one text")], LANGUAGES["en"], "regular") is first
    setter.prepare([words("one text")], LANGUAGES["en"], "bold")
    setter.prepare([words("one "), words("text")], LANGUAGES["en"], "regular")
    assert len(shaped_anew) == 3
    setter.keep()


def test_pieces_are_told_apart_by_what_they_are(project: Project) -> None:
    language, every = texts(project, "ar")
    fact = next(piece for each in every for piece in each if hasattr(piece, "kind"))
    plain = typesetter()
    for pieces in ([fact], [words(fact.text)], [replace(fact, language="fr")]):
        asked = opened(None)
        asked.prepare([fact], language, "regular")
        assert values(asked.prepare(pieces, language, "regular")) == values(
            plain.prepare(pieces, language, "regular")
        )


@pytest.mark.parametrize(
    "change",
    [
        lambda: {"scripts": {**SCRIPTS, "Latn": replace(SCRIPTS["Latn"], size=2.0)}},
        lambda: {"fonts": replace(read_fonts(), scripts={})},
        lambda: {"fonts": _other_version()},
        lambda: {"fonts": _weights_exchanged()},
    ],
    ids=["style", "lists", "font", "weights"],
)
def test_another_style_or_font_is_shaped_anew(
    folder: Path, change: Callable[[], dict[str, object]], shaped_anew: list[str]
) -> None:
    for changes in ({}, {}, change()):
        setter = opened(folder, **changes)
        setter.prepare([words("text")], LANGUAGES["en"], "regular")
        setter.keep()
    assert len(shaped_anew) == 2


def _other_version() -> FontList:
    fonts = read_fonts()
    families = {
        name: {weight: replace(face, sha256="0" * 64) for weight, face in each.items()}
        if name != fonts.latin
        else each
        for name, each in fonts.families.items()
    }
    return replace(fonts, families=families)


def _weights_exchanged() -> FontList:
    """As the list is mended in which somebody had taken one weight of a family for the other."""
    fonts = read_fonts()
    of_latin = fonts.families[fonts.latin]
    regular, bold = of_latin["regular"], of_latin["bold"]
    exchanged = {"regular": replace(bold, weight="regular"), "bold": replace(regular, weight="bold")}
    return replace(fonts, families={**fonts.families, fonts.latin: exchanged})


def _one_file_for_both_weights() -> FontList:
    """As a family is declared that has no bold."""
    fonts = read_fonts()
    regular = fonts.families[fonts.latin]["regular"]
    same = {"regular": regular, "bold": replace(regular, weight="bold")}
    return replace(fonts, families={**fonts.families, fonts.latin: same})


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_a_file_that_stands_for_two_faces_comes_back_as_the_one_that_was_asked_for(
    folder: Path, weight: Weight
) -> None:
    fonts = _one_file_for_both_weights()
    for _ in range(2):
        setter = opened(folder, fonts=fonts)
        (run,) = setter.prepare([words("text")], LANGUAGES["en"], weight).runs
        assert run.face is fonts.families[fonts.latin][weight]
        setter.keep()


def test_a_text_with_a_letter_that_no_font_has_is_told_of_each_time(folder: Path) -> None:
    for _ in range(2):
        setter = opened(folder)
        assert setter.prepare([words("\U0001f600")], LANGUAGES["en"], "regular").missing
        assert setter.prepare([words(" \u0301")], LANGUAGES["en"], "regular").lone
        setter.keep()
    assert not folder.exists()


def test_a_few_new_texts_are_not_worth_a_file(folder: Path, shaped_anew: list[str]) -> None:
    lines = [words(line) for line in udhr("en")[:20]]
    setter = opened(folder)
    for line in lines:
        setter.prepare([line], LANGUAGES["en"], "regular")
    setter.keep()
    (file,) = folder.iterdir()
    stamp = file.stat().st_mtime_ns
    setter.prepare([words("a new one")], LANGUAGES["en"], "regular")
    setter.keep()
    assert file.stat().st_mtime_ns == stamp
    for number in range(3):
        setter.prepare([words(f"number {number}")], LANGUAGES["en"], "regular")
    setter.keep()
    shaped_anew.clear()
    opened(folder).prepare([words("number 1")], LANGUAGES["en"], "regular")
    assert shaped_anew == []


def test_texts_without_end_are_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shape_cache, "_MOST_PARAGRAPHS", 3)
    setter = opened(folder)
    for number in range(5):
        setter.prepare([words(str(number))], LANGUAGES["en"], "regular")
        setter.keep()
    (file,) = folder.iterdir()
    assert file.stat().st_size < 5000


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda _: b"", lambda data: data[::-1]])
def test_a_damaged_file_is_no_matter(folder: Path, spoil: Callable[[bytes], bytes]) -> None:
    plain = values(typesetter().prepare([words("text")], LANGUAGES["ar"], "regular"))
    for _ in range(3):
        setter = opened(folder)
        assert values(setter.prepare([words("text")], LANGUAGES["ar"], "regular")) == plain
        setter.keep()
        (file,) = folder.iterdir()
        file.write_bytes(spoil(file.read_bytes()))
