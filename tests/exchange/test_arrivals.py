"""What kind of file came back is seen by what is in it; damaged ones end in a finding, never in an exception."""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import pytest
from exchange.samples import KINDS, made_up, read_back
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.diagnostics import ArgumentsError
from brochure.content.findings import Findings
from brochure.exchange.arrivals import read_returned
from brochure.exchange.zipped import judge_zip
from brochure.pipeline.exports import Kind, write

PARCEL = made_up(("A doctor", "طبيب"), ("Call {infotraite.phone}", "{infotraite.phone}"), ("Open", ""))
JUNK = (
    b"<",
    b">",
    b'"',
    b"&",
    b"\0",
    b"\xff",
    b"{",
    b"9",
    b"\n",
    b"<ph/>",
    b"</target>",
    b"&#1;",
    b"\\",
    b"nan",
)


@cache
def sent(kind: Kind) -> bytes:
    return write(PARCEL, kind)


def codes(data: bytes) -> list[str]:
    """Of the findings; a file that is read has none."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "back"
        file.write_bytes(data)
        found = Findings()
        returned = read_returned(file, found)
    assert (returned is None) == any(each.is_error for each in found.all)
    return [each.code for each in found.all]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArgumentsError, match="cannot be read"):
        read_returned(tmp_path / "no.po", Findings())
    with pytest.raises(ArgumentsError, match="cannot be read"):
        read_returned(tmp_path, Findings())


@pytest.mark.parametrize("kind", ["xliff", "xliff-1.2"])
def test_utf_16_is_xml_too(kind: Kind, tmp_path: Path) -> None:
    text = sent(kind).decode().replace("encoding='UTF-8'", "encoding='UTF-16'")
    items = read_back(text.encode("utf-16"), tmp_path).items
    assert [item.text for item in items] == [item.text for item in PARCEL.items]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "exchange-unknown-kind"),
        (b" \n", "exchange-unknown-kind"),
        ("a;b;ü".encode("cp1252"), "exchange-unknown-kind"),
        (b"%PDF-1.7", "exchange-unknown-kind"),
        (b"<html/>", "exchange-unknown-kind"),
        (b"<xliff/>", "exchange-unknown-kind"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "exchange-other-project"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "exchange-other-project"),
        (b"<" * 100_000, "exchange-damaged"),
        (b"<a>" * 100_000, "exchange-damaged"),
        (b"PK\x03\x04", "exchange-damaged"),
        (b"PK\x03\x04" + bytes(10_000), "exchange-damaged"),
        (b'msgid ""', "exchange-other-project"),
        (b'msgid "\xe9l\xe8ve"', "wrong-encoding"),
    ],
)
def test_what_is_none_of_ours(data: bytes, code: str) -> None:
    assert codes(data) == [code]


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return stream.getvalue()


TYPES = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}

MUCH = 20_000_000
LYING = zipped({**TYPES, "xl/b.xml": bytes(MUCH)}).replace(MUCH.to_bytes(4, "little"), b"\5\0\0\0")
"""The directory says 5 bytes, the part has more: no more than 5 are unpacked."""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({"a.txt": b"x"}), "exchange-damaged"),
        (zipped(TYPES), ""),
        (zipped({**TYPES, "xl/b.xml": bytes(8_000_001)}), "too-large"),
        (zipped({**TYPES, **{f"xl/{number}.xml": b"" for number in range(300)}}), "too-large"),
        (zipped({**TYPES, "[Content_Types].xml": b"sheet.macroEnabled.main+xml"}), "exchange-unsafe"),
        (zipped({**TYPES, "xl/a.xml": "<!DOCTYPE a>".encode("utf-16")}), "exchange-unsafe"),
        (LYING, "exchange-damaged"),
    ],
    ids=["no-workbook", "fine", "bomb", "many-parts", "macros", "doctype", "lying-sizes"],
)
def test_zip_files_are_judged_before_they_are_unpacked(data: bytes, code: str) -> None:
    found = Findings()
    assert judge_zip(data, "x.xlsx", found) == (not code)
    assert [each.code for each in found.all] == ([code] if code else [])


def spoiled(data: bytes, seed: int) -> bytes:
    """A few places cut, doubled or overwritten."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 4)):
        at, other = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
        data = chance.choice(
            (
                data[:at] + chance.choice(JUNK) + data[at + chance.randint(0, 8) :],
                data[:at] + data[at + chance.randint(1, 200) :],
                data[:at] + data[other : other + 200] + data[at:],
                data[: max(at, 1)],
            )
        )
    return data


@pytest.mark.parametrize("kind", KINDS)
@settings(derandomize=True, max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_files_end_in_a_finding(kind: Kind, seed: int) -> None:
    codes(spoiled(sent(kind), seed))


@settings(derandomize=True, max_examples=40, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_workbooks_with_a_damaged_part_end_in_a_finding(seed: int) -> None:
    with zipfile.ZipFile(io.BytesIO(sent("xlsx"))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = sorted(parts)[seed % len(parts)]
    codes(zipped({**parts, name: spoiled(parts[name], seed)}))
