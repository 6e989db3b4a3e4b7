from __future__ import annotations

from collections.abc import Callable

import pikepdf

from brochure.base.diagnostics import Finding

Found = Callable[..., tuple[Finding, ...]]


def another_title(file: pikepdf.Pdf) -> None:
    """In both places, so that the validator sees one title."""
    packet = file.Root.Metadata.read_bytes().replace("مساعدة ومعلومات".encode(), "مساعدة للضحايا".encode())
    file.Root.Metadata = file.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    file.docinfo.Title = pikepdf.String("مساعدة للضحايا")


def two_titles(file: pikepdf.Pdf) -> None:
    file.docinfo.Title = pikepdf.String("leaflet-ar")


def the_name_of_the_file(file: pikepdf.Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


def test_another_title_is_told(found: Found) -> None:
    (finding,) = found(another_title)
    assert (finding.code, finding.message) == (
        "title",
        "the title is “مساعدة للضحايا” and not “مساعدة ومعلومات”",
    )
    assert finding.span.file == "content/languages/ar.yaml"


def test_two_titles_are_told(found: Found) -> None:
    (finding,) = found(two_titles)
    assert (finding.code, finding.message) == (
        "title",
        "the file has two titles: “مساعدة ومعلومات” and “leaflet-ar”",
    )


def test_a_title_that_is_not_shown_is_told_here_too(found: Found) -> None:
    (finding,) = found(the_name_of_the_file, unseen=False)
    assert finding.message == "a viewer shows the file's name and not its title (DisplayDocTitle)"


def test_no_title_is_told_here_too(found: Found) -> None:
    def untitled(file: pikepdf.Pdf) -> None:
        with file.open_metadata() as metadata:
            del metadata["dc:title"]

    assert "the file has no title (dc:title)" in [each.message for each in found(untitled, unseen=False)]
