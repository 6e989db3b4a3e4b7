"""PO: gettext's own judge, states, and what an editor for PO may do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from exchange.samples import made_up, parcel_of, read_back

from brochure.content.findings import Findings
from brochure.content.words import SOURCE_LANGUAGE, language_tags
from brochure.exchange.parcel import Standing
from brochure.exchange.po import read_po, write_po

ROOT = Path(__file__).parents[2]
needs_msgfmt = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="msgfmt of gettext is not installed")


def msgfmt(data: bytes, folder: Path) -> tuple[int, str]:
    file = folder / "made.po"
    file.write_bytes(data)
    made = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", str(file)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return made.returncode, made.stderr


@needs_msgfmt
def test_gettext_has_nothing_to_say_of_any_language(tmp_path: Path) -> None:
    tags = [tag for tag in language_tags(ROOT) if tag != SOURCE_LANGUAGE]
    told = {tag: msgfmt(write_po(parcel_of(ROOT, tag)), tmp_path) for tag in tags}
    assert told == dict.fromkeys(tags, (0, ""))


@needs_msgfmt
def test_gettext_compares_the_facts(tmp_path: Path) -> None:
    data = write_po(made_up(("Call {infotraite.phone} now", "Jetzt {infotraite.phone}")))
    assert msgfmt(data, tmp_path) == (0, "")
    code, said = msgfmt(
        data.replace(b'msgstr "Jetzt {infotraite.phone}"', b'msgstr "Jetzt {police.phone}"'), tmp_path
    )
    assert code == 1
    assert "infotraite" in said


def test_facts_that_gettext_cannot_name_are_not_compared() -> None:
    assert b"python-brace-format" not in write_po(made_up(("Call {infotraite.phone.2}", "")))


@pytest.mark.parametrize("standing", Standing)
def test_a_state_comes_back_as_far_as_po_knows_it(standing: Standing, tmp_path: Path) -> None:
    data = write_po(made_up(("A doctor", "" if standing is Standing.NEW else "طبيب"), standing=standing))
    assert (b"#, fuzzy" in data) == (standing is Standing.STALE)
    assert f"#. state: {standing}\n".encode() in data
    (item,) = read_back(data, tmp_path).items
    assert item.standing.is_done == standing.is_done


def test_an_editor_may_wrap_and_end_lines_its_own_way(tmp_path: Path) -> None:
    data = write_po(made_up(("A doctor and a nurse", "Arzt und Pflegerin")))
    wrapped = data.replace(b'msgstr "Arzt und Pflegerin"', b'msgstr ""\n"Arzt und "\n"Pfleger"').replace(
        b"\n", b"\r\n"
    )
    (item,) = read_back(b"\xef\xbb\xbf" + wrapped, tmp_path).items
    assert item.text == "Arzt und Pfleger"


def test_entries_that_are_struck_out_are_passed_over(tmp_path: Path) -> None:
    data = write_po(made_up(("A", "B"))) + b'\n#~ msgctxt "x"\n#~ msgid "Old"\n#~ msgstr "Alt"\n'
    assert [item.address for item in read_back(data, tmp_path).items] == ["made.up1"]


def test_a_file_whose_text_is_a_name_of_a_file_is_not_opened(tmp_path: Path) -> None:
    other = tmp_path / "msgid.po"
    other.write_bytes(write_po(made_up(("A", "B"))))
    found = Findings()
    assert read_po(str(other).encode(), "x.po", found) is None
    assert [each.code for each in found.all] == ["exchange-damaged"]
