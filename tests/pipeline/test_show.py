"""The real leaflet, stage by stage; what the dumps look like is held where they are made."""

import re
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.pipeline.show import Look, Stage, show


def look(root: Path, stage: Stage, *addresses: str, language: str = "ar", **more: str) -> str:
    names = {"edition": "", "format": "", **more}
    text, findings = show(Look(root, stage, language, names["edition"], names["format"], addresses))
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
    with pytest.raises(ArgumentsError, match=message) as told:
        show(
            Look(
                project_root,
                "bidi",
                asked["language"],
                asked["edition"],
                asked["format"],
                (asked["address"],),
            )
        )
    assert told.value.next_step


def test_what_stands_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "content" / "editions").mkdir(parents=True)
    (tmp_path / "content" / "editions" / "here.yaml").write_text("languages: [", encoding="utf-8")
    text, findings = show(Look(tmp_path, "tags", "ar", "", "", ()))
    assert text == ""
    assert [finding.span.file for finding in findings] == ["content/editions/here.yaml"]
