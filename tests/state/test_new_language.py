"""A language file is begun and renewed; what a person must not lose is never at stake."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.content.findings import Findings
from brochure.content.inherited import read_words
from brochure.content.project import read_document, read_project
from brochure.content.schemas.files import modeline
from brochure.content.words import language_file, read_source_words
from brochure.state import new_language
from brochure.state.new_language import begin_language, renew_language

SMALL = Path(__file__).parents[1] / "content" / "project"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "project"))


def words(root: Path, tag: str, findings: Findings | None = None) -> dict[str, str]:
    """Texts of a file by address, blank ones left out."""
    english = read_source_words(root, (), Findings())
    assert english is not None
    read = read_words(root, tag, english, findings or Findings())
    assert read is not None
    return {address: wording.written for address, wording in read.items() if wording}


def test_a_new_file_asks_for_every_unit_and_says_that_it_is_a_draft(root: Path) -> None:
    made, findings = begin_language(root, "lt")
    assert findings == ()
    assert made is not None
    text = (root / made.file).read_text(encoding="utf-8")
    assert text.splitlines()[0] == modeline(made.file)
    assert "# Lithuanian (lt).\n" in text
    assert "# DRAFT." in text
    assert text.count(': ""\n') == made.blank == len(made.added) > 5
    english = read_source_words(root, (), Findings())
    assert english is not None
    asked = {address: unit for address, unit in english.units.items() if unit.formats != ("guide",)}
    assert list(made.added) == list(asked)
    for unit in asked.values():
        assert f'#. "{unit.wording.written}"\n' in text


def test_a_blank_file_is_read_without_a_finding_until_a_format_prints_it(root: Path, tmp_path: Path) -> None:
    begin_language(root, "lt")
    findings = Findings()
    assert words(root, "lt", findings) == {}
    assert findings.all == ()
    edition = root / "content/editions/luxembourg.yaml"
    text = edition.read_text(encoding="utf-8")
    assert "[en, ar]" in text
    edition.write_text(text.replace("[en, ar]", "[en, ar, lt]"), encoding="utf-8")
    said = read_document(read_project(root, "luxembourg", tmp_path / "signs"), "lt", "leaflet").findings
    assert {each.code for each in said} == {"missing-unit"}
    assert {each.format for each in said} == {"leaflet"}


def test_what_the_guide_alone_prints_is_asked_of_worker_languages(root: Path) -> None:
    edition = root / "content/editions/luxembourg.yaml"
    text = edition.read_text(encoding="utf-8").replace(
        "edition:\n", "edition:\n  worker_languages: [de]\n", 1
    )
    edition.write_text(text, encoding="utf-8")
    for tag, asked in (("de", True), ("lt", False)):
        made, _ = begin_language(root, tag)
        assert made is not None
        assert ("labels.day_and_night" in made.added) is asked


@pytest.mark.parametrize(
    ("tag", "message", "step"),
    [
        ("xx", "has no language 'xx'", "ar, pt-BR, zh-Hans"),
        ("../ar", "has no language", "ar, pt-BR, zh-Hans"),
        ("", "has no language", "ar, pt-BR, zh-Hans"),
        ("pt-pt", "'pt-pt' is written pt-PT", "brochure new-language pt-PT"),
        ("ZH-hans", "'ZH-hans' is written zh-Hans", "brochure new-language zh-Hans"),
        ("en", "English is the language", "en.yaml"),
    ],
)
@pytest.mark.parametrize("act", [begin_language, renew_language])
def test_tags_that_cannot_be(
    act: Callable[[Path, str], object], tag: str, message: str, step: str, root: Path
) -> None:
    before = sorted(root.glob("**/*"))
    with pytest.raises(ArgumentsError, match=message) as raised:
        act(root, tag)
    assert step in raised.value.next_step
    assert raised.value.exit_code == 2
    assert sorted(root.glob("**/*")) == before


def test_a_file_that_is_there_is_not_begun_again(root: Path) -> None:
    before = (root / language_file("ar")).read_bytes()
    with pytest.raises(ArgumentsError, match="there already") as raised:
        begin_language(root, "ar")
    assert "brochure new-language ar --update" in raised.value.next_step
    assert (root / language_file("ar")).read_bytes() == before


def test_a_file_that_is_not_there_is_not_renewed(root: Path) -> None:
    with pytest.raises(ArgumentsError, match=r"no content/languages/lt\.yaml") as raised:
        renew_language(root, "lt")
    assert raised.value.next_step == "brochure new-language lt begins it."


@pytest.mark.parametrize("act", [begin_language, renew_language])
def test_a_file_in_another_letter_case_is_named(act: Callable[[Path, str], object], root: Path) -> None:
    (root / "content/languages/PT-br.yaml").write_text("cover: {}\n", encoding="utf-8")
    with pytest.raises(ArgumentsError, match=r"PT-br\.yaml") as raised:
        act(root, "pt-BR")
    assert raised.value.next_step == "Rename it to pt-BR.yaml."


def test_a_folder_that_cannot_be_written_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(new_language, "write_whole", refuse)
    with pytest.raises(SurroundingsError, match=r"lt\.yaml cannot be written: Permission denied"):
        begin_language(root, "lt")


def test_english_with_a_mistake_begins_and_renews_nothing(root: Path) -> None:
    english = root / language_file("en")
    english.write_text(english.read_text(encoding="utf-8").replace("room: short", "room: small", 1), "utf-8")
    before = (root / language_file("ar")).read_bytes()
    for act, tag in ((begin_language, "lt"), (renew_language, "ar")):
        made, findings = act(root, tag)
        assert made is None
        assert [(each.code, each.language) for each in findings] == [("unknown-value", "en")]
    assert not (root / language_file("lt")).exists()
    assert (root / language_file("ar")).read_bytes() == before


def test_renewing_keeps_every_text_and_adds_what_is_missing(root: Path) -> None:
    file = root / language_file("ar")
    text = file.read_text(encoding="utf-8")
    doctor = next(line for line in text.splitlines(keepends=True) if line.startswith("  doctor:"))
    file.write_text("# my own head\n" + text.replace(doctor, "  # mine\n"), encoding="utf-8")
    before = words(root, "ar")
    made, findings = renew_language(root, "ar")
    assert findings == ()
    assert made is not None
    assert (made.added, made.blank, made.changed) == (("help.doctor",), 1, True)
    assert words(root, "ar") == before
    after = file.read_text(encoding="utf-8")
    assert (
        after.index("heading:")
        < after.index("doctor:")
        < after.index("  # mine\n")
        < after.index("time_to_think:")
    )
    assert after.splitlines()[0] == modeline(made.file)
    data = file.read_bytes()
    made, _ = renew_language(root, "ar")
    assert made is not None
    assert (made.added, made.blank, made.changed) == ((), 1, False)
    assert file.read_bytes() == data


def test_a_change_of_the_english_reaches_the_remarks(root: Path) -> None:
    renew_language(root, "ar")
    english = root / language_file("en")
    text = english.read_text(encoding="utf-8")
    assert '"A doctor"' in text
    english.write_text(text.replace('"A doctor"', '"A doctor or a nurse"'), encoding="utf-8")
    renew_language(root, "ar")
    after = (root / language_file("ar")).read_text(encoding="utf-8")
    assert '#. "A doctor or a nurse"\n' in after
    assert '#. "A doctor"\n' not in after


def test_carriage_returns_and_byte_order_mark_stay(root: Path) -> None:
    file = root / language_file("ar")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = words(root, "ar")
    renew_language(root, "ar")
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# yaml-language-server")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert words(root, "ar") == before
    renew_language(root, "ar")
    assert file.read_bytes() == data


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cover: {title: x}\n", "not-on-its-own-line"),
        ("cover:\n  title: [x]\n", "wrong-type"),
        ("cover:\n  title: x\n  title: y\n", "duplicate-key"),
        ("cover:\n  title: &a x\n", "yaml-reference"),
        ("cover:\n  title: 'x\n", "yaml-syntax"),
        ("# nothing\n", "empty-file"),
    ],
)
def test_a_file_whose_lines_are_not_clear_stays_as_it_is(text: str, code: str, root: Path) -> None:
    file = root / language_file("ar")
    file.write_text(text, encoding="utf-8")
    made, findings = renew_language(root, "ar")
    assert made is None
    assert code in codes(findings)
    assert file.read_text(encoding="utf-8") == text


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {each.code for each in findings}


def test_nothing_is_written_that_would_lose_a_text(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself."""
    before = (root / language_file("ar")).read_bytes()
    monkeypatch.setattr(new_language, "_renewed", lambda *_: "cover:\n  title: other\n")
    with pytest.raises(AssertionError, match=r"cover\.title"):
        renew_language(root, "ar")
    assert (root / language_file("ar")).read_bytes() == before


def test_the_real_files_hold_the_present_english(project_root: Path, tmp_path: Path) -> None:
    """And renewing them loses nothing. ``brochure new-language TAG ... --update`` mends the first."""
    shutil.copytree(project_root / "content", tmp_path / "content")
    old = []
    for path in sorted((tmp_path / "content/languages").glob("*.yaml")):
        if path.stem == "en":
            continue
        before = words(tmp_path, path.stem)
        made, findings = renew_language(tmp_path, path.stem)
        assert (codes(findings), made is None) == (set(), False)
        assert words(tmp_path, path.stem) == before
        old += [path.stem] if made and made.changed else []
    assert old == []


def test_a_file_that_takes_over_has_places_only_for_what_the_other_lacks(root: Path) -> None:
    file = root / language_file("pt-PT")
    file.write_text('help:\n  doctor: "Um médico"\n', encoding="utf-8")
    made, findings = begin_language(root, "pt-BR", "pt-PT")
    assert findings == ()
    assert made is not None
    begun = (root / made.file).read_text(encoding="utf-8")
    assert "\ninherits: pt-PT\n" in begun
    assert "doctor" not in begun
    assert "help.heading" in made.added
    assert words(root, "pt-BR") == {"help.doctor": "Um médico"}
    file.write_text('help:\n  heading: "Pode pedir ajuda"\n', encoding="utf-8")
    renewed, findings = renew_language(root, "pt-BR")
    assert findings == ()
    assert renewed is not None
    assert renewed.added == ("help.doctor",)
    assert renewed.blank == made.blank  # one place more, and the one for the heading is no longer asked for
    after = (root / made.file).read_text(encoding="utf-8")
    assert after.index("inherits: pt-PT") < after.index("doctor:")


def test_a_language_that_is_not_there_cannot_be_taken_over(root: Path) -> None:
    with pytest.raises(ArgumentsError, match=r"no content/languages/pt-PT\.yaml"):
        begin_language(root, "pt-BR", "pt-PT")
    assert not (root / language_file("pt-BR")).exists()
