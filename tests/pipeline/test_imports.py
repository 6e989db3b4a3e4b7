"""A whole language written by translators: from an empty file to all texts, and nothing else changed."""

from __future__ import annotations

import datetime
from pathlib import Path

import polib
import pytest

from brochure.base.diagnostics import SurroundingsError
from brochure.content.findings import Findings
from brochure.content.formats import known_formats
from brochure.content.inherited import read_words
from brochure.content.words import read_source_words
from brochure.exchange.comparison import Fate
from brochure.pipeline.approve import approve
from brochure.pipeline.exports import Asked, export
from brochure.pipeline.imports import compare, take_in
from brochure.state.new_language import begin_language
from brochure.state.signing import Said

DAY = datetime.date(2026, 11, 22)
ALBANIAN = Path("content/languages/sq.yaml")


def texts(root: Path) -> dict[str, str]:
    english = read_source_words(root, known_formats(root), Findings())
    assert english is not None
    words = read_words(root, "sq", english, Findings())
    assert words is not None
    return {address: wording.written for address, wording in words.items() if wording is not None}


def test_a_language_is_written_by_translators(root: Path, tmp_path: Path) -> None:
    there = texts(root)
    (root / ALBANIAN).unlink()
    (root / "content/approvals/sq.yaml").unlink()
    begin_language(root, "sq")
    begun = (root / ALBANIAN).read_text(encoding="utf-8")
    sent = tmp_path / "sq.po"
    sent.write_bytes(export(Asked(root, "sq", "po", "missing")).data)
    file = polib.pofile(str(sent))
    # Albanian has a few texts that only the guide prints, and nobody reads the guide in Albanian.
    wanted = {entry.msgctxt: there[entry.msgctxt] for entry in file}
    assert len(wanted) > 150
    for entry in file:
        entry.msgstr = wanted[entry.msgctxt]
    file.save(str(sent))
    arrival = compare(root, sent)
    assert [each for each in arrival.findings if each.is_error] == []
    assert {each.fate for each in arrival.differences} == {Fate.NEW}
    signed = take_in(root, arrival, "", DAY)
    assert signed is not None
    assert signed.signing is not None
    assert set(signed.signing.recorded) == wanted.keys()
    assert texts(root) == wanted
    after = (root / ALBANIAN).read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if '"' not in line or line.lstrip().startswith("#")] == [
        line for line in begun.splitlines() if '"' not in line or line.lstrip().startswith("#")
    ]
    assert compare(root, sent).differences == ()
    assert export(Asked(root, "sq", "po", "missing")).data == b""


def test_a_file_that_is_saved_meanwhile_is_not_written_over(root: Path, tmp_path: Path) -> None:
    sent = tmp_path / "sq.po"
    data = export(Asked(root, "sq", "po")).data.decode()
    text = texts(root)["help.doctor"]
    sent.write_text(data.replace(f'msgstr "{text}"', 'msgstr "Mjek"'), encoding="utf-8")
    arrival = compare(root, sent)
    assert [each.address for each in arrival.written] == ["help.doctor"]
    other = (root / ALBANIAN).read_bytes() + b"# mine\n"
    (root / ALBANIAN).write_bytes(other)
    with pytest.raises(SurroundingsError, match="saved by another program"):
        take_in(root, arrival, "", DAY)
    assert (root / ALBANIAN).read_bytes() == other


def test_what_is_taken_over_goes_out_and_only_what_differs_comes_back(root: Path, tmp_path: Path) -> None:
    brazil = root / "content/languages/pt-BR.yaml"
    brazil.write_text("# Brazil.\ninherits: pt-PT\n", encoding="utf-8")
    sent = tmp_path / "pt-BR.po"
    sent.write_bytes(export(Asked(root, "pt-BR", "po")).data)
    file = polib.pofile(str(sent))
    approve(root, "pt-BR", Said("translated"), ())
    [phone] = [entry for entry in file if entry.msgctxt == "alt.delete-call"]
    assert "Taken over from content/languages/pt-PT.yaml" in phone.comment
    assert compare(root, sent).differences == ()
    phone.msgstr = "Um celular e uma lixeira"
    file.save(str(sent))
    arrival = compare(root, sent)
    assert [(each.address, each.fate) for each in arrival.differences] == [("alt.delete-call", Fate.CHANGED)]
    take_in(root, arrival, "", DAY)
    after = brazil.read_text(encoding="utf-8")
    assert after.startswith("# Brazil.\ninherits: pt-PT\n")
    assert [line for line in after.splitlines() if line.endswith('"') and "#." not in line] == [
        '  delete-call: "Um celular e uma lixeira"'
    ]
    assert compare(root, sent).differences == ()
