"""What is meant to harm, or looks like what it is not: each is refused by name, and nothing of it is followed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brochure.base.diagnostics import Finding

FindingsOf = Callable[[Path], tuple[Finding, ...]]

EDITION = "content/editions/luxembourg.yaml"
ARABIC = "content/languages/ar.yaml"


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(found: tuple[Finding, ...], file: str) -> set[str]:
    return {each.code for each in found if each.span.file == file and each.is_error}


NAME = 'name: "INFOTRAITE"'
PHONE = 'printed: "113"'
PHRASE = "J’ai besoin d’aide"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (NAME, 'name: "INFO\u202eTRAITE"', "direction-control"),
        (NAME, 'name: "INFOTRAITE\u200f"', "direction-control"),
        (NAME, 'name: "INFO\u200bTRAITE"', "invisible-character"),
        (NAME, 'name: "INFO\u3164TRAITE"', "invisible-character"),
        (NAME, 'name: "INFO\u00adTRAITE"', "invisible-character"),
        (NAME, 'name: "INFO\u200dTRAITE"', "invisible-character"),
        (NAME, 'name: "INFOTRАITE"', "mixed-script"),
        (NAME, 'name: "INFOTRAITE １１３"', "number-in-disguise"),
        (NAME, 'name: "INFOTRAITE 1l3"', "number-in-disguise"),
        (PHRASE, "J’ai besoin du ⅩⅡ", "number-in-disguise"),
        (PHRASE, "Appelez le 𝟏𝟏𝟑", "number-in-disguise"),
        (PHRASE, "Appelez le O52", "number-in-disguise"),
        (PHRASE, "J’ai \u2067besoin", "direction-control"),
        (PHONE, 'printed: "١١٣"', "wrong-phone"),
        (PHONE, 'printed: "११३"', "wrong-phone"),
        (PHONE, 'printed: "１１３"', "wrong-phone"),
        (PHONE, 'printed: "𝟏𝟏𝟑"', "wrong-phone"),
        (PHONE, 'printed: "ll3"', "wrong-phone"),
        (PHONE, 'printed: "1\u200b13"', "wrong-phone"),
        (PHONE, 'printed: "1\u00ad13"', "wrong-phone"),
        (PHONE, 'printed: "\u202a113"', "wrong-phone"),
        ('short_code: "113"', 'short_code: "１１３"', "wrong-phone"),
        ('e164: "+35227365646"', 'e164: "+3522736564б"', "wrong-phone"),
        ('e164: "+35227365646"', 'e164: "＋35227365646"', "wrong-phone"),
        ("www.stoptraite.lu", "www.stoрtraite.lu", "wrong-address"),
        ('code: "LU-A"', 'code: "LU-А"', "wrong-name"),
        ('code: "LU-A"', 'code: "../../x"', "wrong-name"),
        ('code: "LU-A"', 'code: "LU\u200bA"', "wrong-name"),
        ("formats: [leaflet]", "formats: [leaflet, ../../etc/passwd]", "unknown-format"),
        ("languages: [en, ar]", "languages: [en, ar, ../../../etc/passwd]", "unknown-language"),
        ("languages: [en, ar]", "languages: [en, аr]", "unknown-language"),
    ],
)
def test_a_fact_that_is_not_what_it_looks_like(
    old: str, new: str, code: str, project: Path, findings_of: FindingsOf
) -> None:
    assert code not in codes(findings_of(project), EDITION)
    change(project, EDITION, old, new)
    assert code in codes(findings_of(project), EDITION)


def test_a_name_in_persian_may_join_and_part_its_letters(project: Path, findings_of: FindingsOf) -> None:
    change(project, EDITION, NAME, 'name: "فارسی\u200cزبان"')
    assert "invisible-character" not in codes(findings_of(project), EDITION)


def test_notes_may_say_what_they_like_but_not_turn_the_line(project: Path, findings_of: FindingsOf) -> None:
    change(project, EDITION, NAME, f'{NAME}\n    checked_how: "l13, １, ½"')
    assert codes(findings_of(project), EDITION) == set()
    change(project, EDITION, "l13, １", "\u202el13")
    assert codes(findings_of(project), EDITION) == {"direction-control"}


FILES = (
    EDITION,
    ARABIC,
    "content/languages/en.yaml",
    "content/formats/leaflet.yaml",
    "content/brochure.yaml",
    "content/theme.yaml",
    "fonts/fonts.yaml",
    "fonts/noto-sans/Face-Bold.ttf",
    "pictograms/catalogue.yaml",
    "pictograms/phone.svg",
)


@pytest.mark.parametrize("file", FILES)
def test_a_link_out_of_the_project_is_not_followed(file: str, project: Path, findings_of: FindingsOf) -> None:
    outside = project.parent / "outside"
    (project / file).rename(outside)
    (project / file).symlink_to(outside)
    assert "link-outside" in codes(findings_of(project), file)


def test_nor_a_folder_that_is_one(project: Path, findings_of: FindingsOf) -> None:
    (project / "content" / "languages").rename(project.parent / "languages")
    (project / "content" / "languages").symlink_to(project.parent / "languages", target_is_directory=True)
    assert codes(findings_of(project), "content/languages/en.yaml") == {"link-outside"}


def test_a_link_inside_of_the_project_is_one_file_for_two_names(
    project: Path, findings_of: FindingsOf
) -> None:
    before = findings_of(project)
    (project / EDITION).rename(project / "facts.yaml")
    (project / EDITION).symlink_to(Path("..", "..", "facts.yaml"))
    link = project.parent / "another name"
    link.symlink_to(project, target_is_directory=True)
    assert findings_of(project) == findings_of(link) == before


BOMBS = {
    "aliases": "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(20)),
    "brackets": "a: " + "[" * 200_000,
    "braces": "{a: " * 100_000,
    "keys": "".join(f"k{n}: v\n" for n in range(20_000)),
    "too many keys": "".join(f"k{n}: v\n" for n in range(80_000)),
    "one key": "? " + "a" * 500_000 + "\n: b\n",
    "one word": "a: " + "b" * 900_000,
    "quotes": 'a: "' + "\\x41" * 200_000 + '"',
    "folded": "a: >\n" + "  word\n" * 100_000,
    "comments": "#\n" * 400_000,
    "documents": "---\n" * 200_000,
    "tags": "a: !!" + "x" * 100_000 + " b",
    "anchors": "a: &" + "x" * 100_000 + " b",
    "questions": "? " * 100_000,
    "dashes": "- " * 100_000,
    "digits": 'a: "' + "１" * 200_000 + '"',
    "braces in a text": 'a: "' + "{" * 400_000 + '"',
    "marks": 'a: "' + "e" + "\u0301" * 200_000 + '"',
}


@pytest.mark.parametrize("bomb", BOMBS)
@pytest.mark.parametrize("file", [ARABIC, EDITION])
def test_a_bomb_costs_no_time(bomb: str, file: str, project: Path, findings_of: FindingsOf) -> None:
    (project / file).write_text(BOMBS[bomb], encoding="utf-8")
    before = time.process_time()
    assert codes(findings_of(project), file)
    assert time.process_time() - before < 2
