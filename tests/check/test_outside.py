"""The outside of real leaflets is neutral; one word in one place of one file is caught."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from msgspec.structs import replace

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.check.forbidden import ForbiddenWord, forbidden_outside, words_of
from brochure.check.outside import check_finished_outside, check_outside
from brochure.content.project import Project, read_document, read_project
from brochure.finish.pdf import write_pdf
from brochure.layout.document import lay_out
from brochure.model.document import Document, Text
from brochure.model.unit import Fact, FactKind, Unit, Words
from brochure.pipeline.profiles import PROFILES, profile
from brochure.text.typesetter import Typesetter

if TYPE_CHECKING:
    from conftest import Leaflet

Damage = Callable[[pikepdf.Pdf], None]
HERE = Span("content/languages/en.yaml", 3, 7)


@pytest.fixture(scope="module")
def project(project_root: Path) -> Project:
    return read_project(project_root, "luxembourg")


def forbidden(project: Project, document: Document) -> tuple[ForbiddenWord, ...]:
    assert project.edition is not None
    return forbidden_outside(document.language, project.forbidden, project.edition)


def places(findings: tuple[Finding, ...]) -> list[str]:
    """Where it was found, from the messages; every finding is an error of one code."""
    assert all(each.code == "told-outside" and each.is_error for each in findings)
    return sorted(each.message.rpartition(": ")[2] for each in findings)


@pytest.mark.parametrize("tag", ["en", "ar", "ur", "zh-Hans", "th", "hu"])
def test_both_variants_of_the_leaflet_are_neutral(tag: str, project: Project) -> None:
    for discreet in (False, True):
        document = read_document(project, tag, "leaflet", discreet=discreet).document
        assert document is not None
        assert check_outside(document, forbidden(project, document)) == ()


@pytest.mark.parametrize(
    ("panel", "text", "told"),
    [
        ("back", "Help for victims", True),
        ("back", "Aide contre la traite", True),
        ("back", "Police, day and night", False),
        ("cover", "Police, day and night", True),
        ("help", "Help for victims", False),
    ],
)
def test_a_word_on_a_panel(
    panel: str, text: str, told: bool, project: Project, leaflet: Callable[[str], Leaflet]
) -> None:
    document = written_on(panel, text, leaflet("en").document)
    found = check_outside(document, forbidden(project, document))
    assert {(each.code, each.span, each.language, each.format) for each in found} == (
        {("told-outside", HERE, "en", "leaflet")} if told else set()
    )


def written_on(panel: str, text: str, document: Document) -> Document:
    """With one more sentence in the imprint, or in a text of another panel."""
    more = Text("imprint", (Unit("back.more", (Words(text, HERE),), HERE),))
    panels = tuple(
        replace(each, blocks=(*each.blocks, more)) if each.id == panel else each for each in document.panels
    )
    return replace(document, panels=panels)


def test_the_name_of_a_publisher_is_told_where_the_edition_says_it(
    project: Project, leaflet: Callable[[str], Leaflet]
) -> None:
    document = leaflet("en").document
    name = Fact("publisher.name", FactKind.NAME, "Stop Trafficking", HERE)
    more = Text("imprint", (Unit("back.more", (Words("By ", Span("x")), name), Span("x")),))
    back = next(each for each in document.panels if each.id == "back")
    document = replace(document, panels=(replace(back, blocks=(more,)),))
    (found,) = check_outside(document, forbidden(project, document))
    assert (found.span, found.message) == (
        HERE,
        "'publisher.name' stands on the outside and says 'traffick'",
    )


def test_title_and_subject(leaflet: Callable[[str], Leaflet]) -> None:
    document = leaflet("en").document
    wrong = Unit("cover.line", (Words("Stop slavery", HERE),), HERE)
    words = words_of(("slave",), "Latn")
    assert document.subject is not None
    assert check_outside(document, words) == ()
    for each in (replace(document, title=wrong), replace(document, subject=wrong)):
        assert len(check_outside(each, words)) == 1


@pytest.fixture
def in_file(
    built: Path, project: Project, leaflet: Callable[[str], Leaflet]
) -> Callable[[str, Damage], list[str]]:
    """The places found in a built file after something was done to it."""

    def find(target: str, damage: Damage) -> list[str]:
        damaged = io.BytesIO()
        with pikepdf.open(built / f"luxembourg/{target}/leaflet-en.pdf") as file:
            damage(file)
            file.save(damaged)
        real = leaflet("en")
        words = forbidden(project, real.document)
        return places(
            check_finished_outside(real.document, real.placed, "x/leaflet-en.pdf", damaged.getvalue(), words)
        )

    return find


def retitled(file: pikepdf.Pdf) -> None:
    file.docinfo["/Title"] = "Against trafficking"


def named_author(file: pikepdf.Pdf) -> None:
    file.docinfo["/Author"] = "Opferhilfe e. V."


def described(file: pikepdf.Pdf) -> None:
    file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(b"Help and", b"Rescue and"))


def bookmarked(file: pikepdf.Pdf) -> None:
    file.Root.Outlines.First.Title = "Opferhilfe"


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda _file: None, []),
        (retitled, ["'Title' of its metadata"]),
        (named_author, ["'Author' of its metadata"]),
        (described, ["its XMP"]),
        (bookmarked, ["its outline"]),
    ],
)
def test_what_a_file_says_of_itself(
    damage: Damage, found: list[str], in_file: Callable[[str, Damage], list[str]]
) -> None:
    assert in_file("screen", damage) == found


@pytest.mark.parametrize("target", ["screen", "print", "office"])
def test_the_ink_of_the_outer_panels(target: str, built: Path, leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("en")
    pdf = (built / f"luxembourg/{target}/leaflet-en.pdf").read_bytes()

    def found(word: str) -> list[str]:
        return places(check_finished_outside(real.document, real.placed, "x", pdf, words_of((word,), "Latn")))

    assert found("people who live") == ["'Subject' of its metadata", "its XMP", "the panel 'cover'"]
    assert "the panel 'cover'" in found("help and information")  # two lines below the language's own name
    assert found("can change") == ["the panel 'back'"]
    assert found("can change*") == []
    assert found("passport") == []


def test_a_right_to_left_panel_is_read_in_order(built: Path, leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("ar")
    pdf = (built / "luxembourg/screen/leaflet-ar.pdf").read_bytes()
    words = words_of(("-مساعدة ومعلومات",), "Arab")
    assert "the panel 'cover'" in places(check_finished_outside(real.document, real.placed, "x", pdf, words))


def test_a_file_that_says_more_than_its_document(
    project: Project, project_root: Path, leaflet: Callable[[str], Leaflet]
) -> None:
    real = leaflet("en").document
    assert project.fonts is not None
    wrong = lay_out(
        written_on("back", "Help for victims", real), Typesetter(project.fonts, real.theme.scripts)
    )
    pdf = write_pdf(wrong.document, "screen", profile(project_root / PROFILES["screen"]))
    words = forbidden(project, real)
    assert places(check_finished_outside(real, wrong.document, "x", pdf, words)) == ["the panel 'back'"]


def test_the_name_of_a_file(built: Path, project: Project, leaflet: Callable[[str], Leaflet]) -> None:
    real = leaflet("en")
    pdf = (built / "luxembourg/screen/leaflet-en.pdf").read_bytes()
    name = "trafficking/screen/leaflet-en.pdf"
    found = check_finished_outside(real.document, real.placed, name, pdf, forbidden(project, real.document))
    assert places(found) == ["its name"]
    assert {each.span for each in found} == {Span(name)}
