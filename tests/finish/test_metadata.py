from __future__ import annotations

import pytest
from finish.by_hand import leaflet
from lxml import etree
from msgspec.structs import replace

from brochure.finish.metadata import file_ids, info, subject_of, xmp
from brochure.finish.objects import ObjectFile
from brochure.layout.operations import PlacedDocument

DOCUMENT = leaflet("ar")
IDS = file_ids(DOCUMENT, "screen", b"content")


def packet(document: PlacedDocument, *standards: str) -> etree._Element:
    return etree.fromstring(xmp(document, standards, IDS).content)


def said(tree: etree._Element, name: str) -> list[str]:
    return ["".join(element.itertext()).strip() for element in tree.iter(f"{{*}}{name}")]


def test_titles_that_look_like_markup_stay_words() -> None:
    odd = replace(DOCUMENT, title='<b> & "x"', language='a"b')
    assert said(packet(odd), "title") == ['<b> & "x"<b> & "x"']


@pytest.mark.parametrize(
    ("draft", "subject", "expected"),
    [
        (True, "", "DRAFT"),
        (True, "Numbers", "DRAFT - Numbers"),
        (False, "Numbers", "Numbers"),
        (False, "", ""),
    ],
)
def test_a_draft_says_so(draft: bool, subject: str, expected: str) -> None:
    document = replace(DOCUMENT, draft=draft, subject=subject)
    assert subject_of(document) == expected
    assert said(packet(document), "description") == ([expected * 2] if expected else [])
    entries = info(document, ("pdfa", "pdfua")).dict
    assert ("Subject" in entries) is bool(expected)


def test_dates_are_those_of_the_content_everywhere() -> None:
    tree = packet(DOCUMENT)
    for name in ("CreateDate", "ModifyDate", "MetadataDate"):
        assert said(tree, name) == ["2026-01-31T00:00:00Z"]
    entries = info(DOCUMENT, ("pdfa", "pdfua")).dict
    assert entries["CreationDate"] == entries["ModDate"] == "(D:20260131000000Z)"


def test_standards_are_claimed_one_by_one() -> None:
    assert said(packet(DOCUMENT, "pdfa", "pdfua"), "GTS_PDFXVersion") == []
    assert said(packet(DOCUMENT, "pdfx"), "GTS_PDFXVersion") == ["PDF/X-4"]
    assert said(packet(DOCUMENT, "pdfx"), "Trapped") == ["False"]
    assert info(DOCUMENT, ("pdfx",)).format(ObjectFile()).count(b"/Trapped /False") == 1


def test_nobody_and_nothing_is_named() -> None:
    tree = packet(DOCUMENT, "pdfa", "pdfua")
    assert [said(tree, name) for name in ("creator", "Producer", "CreatorTool", "Author")] == [[]] * 4
    assert set(info(DOCUMENT, ("pdfx",)).dict) == {
        "Title",
        "CreationDate",
        "ModDate",
        "Subject",
        "Trapped",
    }


@pytest.mark.parametrize(
    "change",
    [{"title": "x"}, {"checked": "2026-02-01"}, {"draft": False}, {"subject": "s"}],
)
def test_the_instance_goes_with_what_is_said(change: dict[str, object]) -> None:
    other = file_ids(replace(DOCUMENT, **change), "screen", b"content")  # type: ignore[arg-type]
    assert other.document == IDS.document
    assert other.instance != IDS.instance


def test_the_document_goes_with_language_and_target() -> None:
    assert file_ids(DOCUMENT, "print", b"content").document != IDS.document
    assert file_ids(replace(DOCUMENT, language="en"), "screen", b"content").document != IDS.document
    assert file_ids(DOCUMENT, "screen", b"other").instance != IDS.instance


def test_ids_are_written_as_uuids() -> None:
    (document,) = said(packet(DOCUMENT), "DocumentID")
    assert document.startswith("uuid:")
    assert [len(part) for part in document[5:].split("-")] == [8, 4, 4, 4, 12]
    assert document[5:].split("-")[2][0] == "8"
