"""The real leaflet, stage by stage; what the dumps look like is held where they are made."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from brochure.base.diagnostics import ArgumentsError
from brochure.pipeline.show import Look, Stage, picture, show


def look(root: Path, stage: Stage, *addresses: str, language: str = "ar", **more: str) -> str:
    names = {"edition": "", "format": "", **more}
    text, findings = show(Look(root, language, names["edition"], names["format"]), stage, addresses)
    assert findings == ()
    return text


@pytest.mark.parametrize(
    ("stage", "seen"),
    [
        ("bidi", "paragraph rtl"),
        ("runs", "NotoNaskhArabic-Bold"),  # a heading of the page, so in its weight
        ("glyphs", "uni0647.init"),
        ("lines", "line 1"),
    ],
)
def test_a_unit(stage: Stage, seen: str, project_root: Path) -> None:
    text = look(project_root, stage, "situations.heading")
    assert text.startswith("ar:situations.heading\n")
    assert seen in text
    assert "help.heading" not in text


@pytest.mark.parametrize(("stage", "first"), [("ops", "LU-A ar leaflet rtl DRAFT\n"), ("tags", "ar rtl ")])
def test_a_document(stage: Stage, first: str, project_root: Path) -> None:
    assert look(project_root, stage, edition="luxembourg", format="leaflet").startswith(first)


def test_no_address_is_every_painted_unit_once(project_root: Path) -> None:
    text = look(project_root, "lines", language="en")
    shown = re.findall(r"^en:(.*)$", text, re.MULTILINE)
    assert {"situations.heading", "help.condition", "call.no_papers"} <= set(shown)
    assert "alt.phone" not in shown
    assert len(shown) == len(set(shown))


def test_an_alternative_text_has_levels_and_no_lines(project_root: Path) -> None:
    assert "paragraph rtl" in look(project_root, "bidi", "alt.phone")
    assert look(project_root, "lines", "alt.phone").split() == ["ar:alt.phone"]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ({"language": "zz"}, "no language zz"),
        ({"format": "leaf"}, "no format leaf"),
        ({"edition": "nowhere"}, "no edition"),
        ({"address": "help.doc"}, "no unit help.doc"),
    ],
)
def test_what_is_not_there(names: dict[str, str], message: str, project_root: Path) -> None:
    asked = {"language": "ar", "edition": "", "format": "", "address": "help.doctor", **names}
    where = Look(project_root, asked["language"], asked["edition"], asked["format"])
    with pytest.raises(ArgumentsError, match=message) as told:
        show(where, "bidi", (asked["address"],))
    assert told.value.next_step


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "content" / "editions").mkdir(parents=True)
    (tmp_path / "content" / "editions" / "here.yaml").write_text("languages: [", encoding="utf-8")
    where = Look(tmp_path, "ar", "", "")
    for shown, findings in (show(where, "tags", ()), picture(where, 20)):
        assert not shown
        assert [finding.span.file for finding in findings] == ["content/editions/here.yaml"]


def test_a_picture_of_all_pages(project_root: Path) -> None:
    png, findings = picture(Look(project_root, "ar", "", ""), 20)
    assert not [finding for finding in findings if finding.is_error]
    with Image.open(BytesIO(png)) as image:
        page = (round(297 / 25.4 * 20), round(210 / 25.4 * 20))
        assert abs(image.width - page[0] - 24) <= 1
        assert abs(image.height - 2 * page[1] - 36) <= 2


def test_the_discreet_variant(project_root: Path) -> None:
    of_both = {
        each: show(Look(project_root, "en", "", "leaflet", each), "tags", ())[0] for each in (False, True)
    }
    assert of_both[True].startswith('en ltr "Useful numbers"')
    assert of_both[False].startswith('en ltr "Help and information"')
