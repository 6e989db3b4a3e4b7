"""What comes out of a project: plan, document, facts, inputs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.content.inputs import inputs_of
from brochure.content.plan import edition_names, read_plan
from brochure.content.project import read_document, read_project
from brochure.model.document import Call, Contact, Document, TearOff
from brochure.model.unit import Fact, FactKind, Words
from brochure.pipeline.rooms import ROOMS


def document(root: Path, tag: str, cache: Path) -> Document:
    reading = read_document(read_project(root, "luxembourg", cache), tag, "leaflet")
    assert reading.document is not None
    return reading.document


def add_edition(root: Path, name: str, *changes: tuple[str, str]) -> None:
    text = (root / "content/editions/luxembourg.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / f"content/editions/{name}.yaml").write_text(text, encoding="utf-8")


def spoil(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_editions_marked_as_examples_are_left_out(project: Path) -> None:
    add_edition(project, "atlantis", ("id: luxembourg", "id: atlantis\n  example: yes"))
    add_edition(project, "belgium", ("id: luxembourg", "id: belgium"))
    assert edition_names(project) == ("belgium", "luxembourg")


def test_an_unknown_edition_names_the_nearest(project: Path) -> None:
    with pytest.raises(ArgumentsError, match="luxemburg") as caught:
        read_plan(project, "luxemburg")
    assert "luxembourg" in caught.value.next_step


def test_a_folder_without_project_is_a_mistake_in_the_call(tmp_path: Path) -> None:
    with pytest.raises(ArgumentsError):
        edition_names(tmp_path)


def test_the_plan_is_what_the_edition_lists(project: Path) -> None:
    plan = read_plan(project, "luxembourg")
    assert (plan.code, plan.languages, plan.formats, plan.findings) == (
        "LU-A",
        ("en", "ar"),
        ("leaflet",),
        (),
    )


def test_the_plan_needs_no_cldr_and_no_phone_numbers(project: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from brochure.content.plan import read_plan;"
        f"read_plan(Path({str(project)!r}), 'luxembourg');"
        "print(sorted({'babel', 'phonenumbers', 'picosvg'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_numbers_to_call_are_typed_and_dialled(project: Path, sign_cache: Path) -> None:
    blocks = {block.slot: block for block in document(project, "ar", sign_cache).panels[0].blocks}
    call, danger, walk_in, tear_off = (blocks[slot] for slot in ("first", "danger", "walk_in", "tear_off"))
    assert isinstance(call, Call)
    assert isinstance(danger, Contact)
    assert isinstance(walk_in, Contact)
    assert isinstance(tear_off, TearOff)
    assert [(each.reference, each.text, each.uri) for each in call.numbers] == [
        ("infotraite.phone", "+352 27 36 56 46", "tel:+35227365646"),
        ("infotraite.phone.2", "+352 621 351 884", "tel:+352621351884"),
    ]
    assert (call.name.kind, call.name.language) == (FactKind.NAME, "fr")
    assert [(each.kind, each.text, each.uri) for each in danger.lines] == [
        (FactKind.SHORT_CODE, "113", "tel:113")
    ]
    assert [(each.kind, each.text) for each in walk_in.lines] == [
        (FactKind.ADDRESS, "3A Val Sainte-Croix"),
        (FactKind.ADDRESS, "Luxembourg"),
    ]
    assert tear_off.number == call.numbers[0]


def test_what_the_document_says_of_itself(project: Path, sign_cache: Path) -> None:
    read = document(project, "ar", sign_cache)
    assert (read.code, read.checked, read.prefix, read.draft) == ("LU-A", "2026-11-22", "+352", True)
    assert (read.language.script, read.language.direction) == ("Arab", "rtl")
    assert read.title.text == "مساعدة ومعلومات"


def test_durations_stand_between_words_with_their_own_spans(project: Path, sign_cache: Path) -> None:
    blocks = document(project, "ar", sign_cache).panels[0].blocks
    unit = blocks[1].rows[1].unit  # type: ignore[union-attr]
    words, fact, more = unit.pieces
    assert isinstance(words, Words)
    assert isinstance(fact, Fact)
    assert (words.text, str(words.span)) == ("وقت للتفكير: ", "content/languages/ar.yaml:6:19")
    assert (fact.kind, fact.text, fact.reference) == (FactKind.DURATION, "90 يومًا", "reflection_period")
    assert str(fact.span) == "content/editions/luxembourg.yaml:52:12"
    assert (more.text[:3], str(more.span)) == ("، إ", "content/languages/ar.yaml:6:51")


@pytest.mark.parametrize(
    ("placeholder", "kind", "text"),
    [
        ("edition.checked", FactKind.DATE, "22 نوفمبر 2026"),
        ("edition.code", FactKind.CODE, "LU-A"),
        ("publisher.name", FactKind.NAME, "N. N."),
        ("cnvv.hours", FactKind.HOURS, "الاثنين – الجمعة 08:00–16:00"),
        ("police.hours", FactKind.HOURS, "ليلًا ونهارًا"),
        ("cnvv.address", FactKind.ADDRESS, "3A Val Sainte-Croix, Luxembourg"),
        ("phrases.need_help", FactKind.PHRASE, "J’ai besoin d’aide. Je parle arabe."),
    ],
)
def test_facts_in_words(placeholder: str, kind: FactKind, text: str, project: Path, sign_cache: Path) -> None:
    for file in ("en", "ar"):
        spoil(project, f"content/languages/{file}.yaml", "{infotraite.name}", f"{{{placeholder}}}")
    reading = read_document(read_project(project, "luxembourg", sign_cache), "ar", "leaflet")
    assert reading.findings == ()
    assert reading.document is not None
    fact = reading.document.panels[0].blocks[3].units[0].facts[0]  # type: ignore[union-attr]
    assert (fact.kind, fact.text) == (kind, text)


def test_a_missing_unit_holds_back_its_language_and_format_alone(project: Path, sign_cache: Path) -> None:
    spoil(project, "content/languages/ar.yaml", '  doctor: "طبيب"\n', "")
    read = read_project(project, "luxembourg", sign_cache)
    assert read.findings == ()
    assert read_document(read, "en", "leaflet").findings == ()
    reading = read_document(read, "ar", "leaflet")
    assert [(each.code, each.language, each.format) for each in reading.findings] == [
        ("missing-unit", "ar", "leaflet")
    ]
    assert reading.document is not None
    assert reading.document.panels[0].blocks[1].rows[0].unit.text == "[help.doctor]"  # type: ignore[union-attr]


def test_a_mistake_in_an_english_unit_holds_back_english_alone(project: Path, sign_cache: Path) -> None:
    spoil(
        project,
        "content/languages/en.yaml",
        'room: short, formats: [leaflet], note: "Neutral."',
        "room: short, formats: [leaflet]",
    )
    read = read_project(project, "luxembourg", sign_cache)
    assert [(each.code, each.language) for each in read.findings] == [("missing-key", "en")]
    assert read_document(read, "ar", "leaflet").findings == ()


def test_a_duration_that_cldr_cannot_write_is_a_finding(project: Path, sign_cache: Path) -> None:
    (project / "content/languages/wo.yaml").write_text(
        (project / "content/languages/ar.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    reading = read_document(read_project(project, "luxembourg", sign_cache), "wo", "leaflet")
    assert [each.code for each in reading.findings] == ["no-duration"]
    assert str(reading.findings[0].span) == "content/languages/wo.yaml:6:32"


def test_two_files_by_letter_case(project: Path) -> None:
    twin = project / "content/languages/AR.yaml"
    if twin.exists():
        pytest.skip("this disk cannot keep both")
    twin.write_text("", encoding="utf-8")
    assert [each.code for each in read_project(project, "luxembourg").findings] == ["letter-case"]


def test_inputs_are_the_files_that_decide(project: Path) -> None:
    names = [
        path.relative_to(project).as_posix() for path in inputs_of(project, "luxembourg").of("ar", "leaflet")
    ]
    assert names == sorted(
        [
            "content/brochure.yaml",
            "content/editions/luxembourg.yaml",
            "content/formats/leaflet.yaml",
            "content/languages/ar.yaml",
            "content/languages/en.yaml",
            "content/theme.yaml",
            "fonts/fonts.yaml",
            "fonts/noto-sans/Face-Bold.ttf",
            "fonts/noto-sans/Face-Regular.ttf",
            "pictograms/catalogue.yaml",
            "pictograms/phone.svg",
        ]
    )


def test_rows_are_centred_on_their_tiles(project: Path) -> None:
    rows = read_project(project, "luxembourg").formats["leaflet"].sides[0].panels[0].slots["rows"]
    for tile, frame in zip(rows.tiles, rows.frames, strict=True):  # type: ignore[union-attr]
        assert frame.y + frame.height / 2 == pytest.approx(tile.y + tile.height / 2)
        assert frame.x > tile.x + tile.width


def add_guide(root: Path) -> None:
    """A guide of one sentence that exists in French alone; French and English are the worker languages."""
    spoil(
        root,
        "content/editions/luxembourg.yaml",
        "formats: [leaflet]\nphrases",
        "formats: [leaflet, guide]\nphrases",
    )
    spoil(
        root,
        "content/editions/luxembourg.yaml",
        "phrase_language: fr",
        "phrase_language: fr\n  worker_languages: [fr, en]",
    )
    spoil(root, "content/languages/en.yaml", "call:\n", GUIDE_WORDS + "call:\n")
    arabic = (root / "content/languages/ar.yaml").read_text(encoding="utf-8")
    (root / "content/languages/fr.yaml").write_text(arabic, encoding="utf-8")
    format_ = (root / "content/formats/leaflet.yaml").read_text(encoding="utf-8")
    head, slots = format_.split("        slots:\n")
    (foot,) = (line for line in slots.splitlines(keepends=True) if line.strip().startswith("foot:"))
    guide = head.replace("id: leaflet", "id: guide\nlanguages: workers") + "        slots:\n" + foot
    (root / "content/formats/guide.yaml").write_text(guide, encoding="utf-8")
    with (root / "content/brochure.yaml").open("a", encoding="utf-8") as brochure:
        brochure.write(GUIDE_STRUCTURE)


GUIDE_WORDS = """guide:
  alone: {text: "Speak alone.", room: line, formats: [guide], note: "Worker text."}
  heading: {text: "For workers", room: line, formats: [guide], note: "Worker text."}
"""
GUIDE_STRUCTURE = """  guide:
    title: guide.heading
    panels:
      help: [{slot: foot, text: [guide.alone, labels.day_and_night]}]
"""


def test_the_guide_is_missed_in_worker_languages_alone(project: Path, sign_cache: Path) -> None:
    add_guide(project)
    read = read_project(project, "luxembourg", sign_cache)
    assert read.findings == ()
    readings = {tag: read_document(read, tag, "guide") for tag in ("en", "fr")}
    assert readings["en"].findings == ()
    assert [each.message for each in readings["fr"].findings] == [
        "the unit 'guide.alone' is missing",
        "the unit 'guide.heading' is missing",
    ]
    assert read.formats["guide"].languages == "workers"
    ((offer,), _) = ROOMS.offers(project, "luxembourg")
    assert (offer.formats["guide"].languages, "ar" in offer.languages) == (("fr", "en"), True)


def test_the_guide_is_not_superfluous_anywhere(project: Path, sign_cache: Path) -> None:
    add_guide(project)
    spoil(project, "content/languages/ar.yaml", "call:\n", "guide:\n  alone: 'على انفراد'\ncall:\n")
    read = read_project(project, "luxembourg", sign_cache)
    for tag in ("fr", "ar"):
        assert read_document(read, tag, "leaflet").findings == ()


def test_signs_are_read_once_for_all_languages(
    project: Path, sign_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = read_project(project, "luxembourg", sign_cache)
    monkeypatch.setattr("brochure.content.project.read_signs", None)
    for tag in ("en", "ar"):
        reading = read_document(read, tag, "leaflet")
        assert reading.findings == ()
        assert reading.document is not None
    assert list(read.drawings["leaflet"]) == ["phone"]
