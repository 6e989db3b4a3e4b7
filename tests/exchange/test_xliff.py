"""Both versions of XLIFF against OASIS's schemas, on all content and on made-up texts; what a tool may do to them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from exchange.samples import made_up, parcel_of, read_back
from lxml import etree

from brochure.content.words import SOURCE_LANGUAGE, language_tags
from brochure.exchange.parcel import Parcel, Standing
from brochure.exchange.xliff1 import write_xliff1
from brochure.exchange.xliff2 import write_xliff2

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
WRITERS = {"xliff-core-2.0.xsd": write_xliff2, "xliff-core-1.2-strict.xsd": write_xliff1}
IMPORTS = ("http://www.w3.org/2001/xml.xsd", "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd")


@cache
def schema(name: str) -> etree.XMLSchema:
    """With its import from the folder, so that no test asks the net."""
    text = (SCHEMAS / name).read_text(encoding="utf-8")
    for place in IMPORTS:
        text = text.replace(f'schemaLocation="{place}"', 'schemaLocation="xml.xsd"')
    return etree.XMLSchema(etree.fromstring(text.encode(), base_url=str(SCHEMAS / name)))


def faults(name: str, data: bytes) -> list[str]:
    judge = schema(name)
    judge.validate(etree.fromstring(data))
    return [str(error) for error in judge.error_log]


MADE_UP = [
    made_up(("A {a.b} and {c}", "{c} {a.b} <&>"), ("=1", "")),
    made_up(("A", "B"), standing=Standing.STALE),
]


@pytest.mark.parametrize("name", WRITERS)
def test_every_language_is_as_the_schema_says(name: str) -> None:
    parcels: list[Parcel] = [parcel_of(ROOT, tag) for tag in language_tags(ROOT) if tag != SOURCE_LANGUAGE]
    assert [faults(name, WRITERS[name](parcel)) for parcel in [*parcels, *MADE_UP]] == [[]] * (
        len(parcels) + 2
    )


@pytest.mark.parametrize("name", WRITERS)
def test_the_schema_sees_what_is_wrong(name: str) -> None:
    assert faults(
        name, WRITERS[name](MADE_UP[0]).replace(b"<source>", b"<sauce>").replace(b"</source>", b"</sauce>")
    )


def test_a_unit_of_2_1() -> None:
    text = write_xliff2(made_up(("Call {a.phone} now", "{a.phone}!"))).decode()
    assert '<data id="d1">{a.phone}</data>' in text
    code = '<ph id="1" dataRef="d1" equiv="{a.phone}" disp="{a.phone}" canDelete="no" canCopy="no"/>'
    assert f"<source>Call {code} now</source>" in text
    assert f"<target>{code}!</target>" in text
    for category, told in (
        ("note", "What it means."),
        ("room", "at most 55 characters"),
        ("measure", "76 mm wide, at most 2 lines"),
        ("where", "leaflet: cover"),
        ("pictures", "ar-pictures/leaflet-cover.png"),
    ):
        assert f'<note category="{category}">{told}</note>' in text


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("standing", Standing)
def test_a_state_comes_back(name: str, standing: Standing, tmp_path: Path) -> None:
    parcel = made_up(("A doctor", "" if standing is Standing.NEW else "طبيب"), standing=standing)
    (item,) = read_back(WRITERS[name](parcel), tmp_path).items
    assert item.standing is standing


def test_a_tool_may_cut_mark_and_reorder(tmp_path: Path) -> None:
    data = write_xliff2(made_up(("One. {a} and {b}.", "Eins. {a} und {b}."))).decode()
    start, end = data.index("<segment"), data.index("</unit>")
    data = (
        data[:start]
        + '<segment state="final"><source>One.</source><target>Eins.</target></segment>'
        + "<ignorable><source> </source><target> </target></ignorable>"
        + '<segment state="translated"><source><ph id="1" dataRef="d1"/> and <ph id="2" dataRef="d2"/>.</source>'
        + '<target><mrk id="m1" type="comment"><ph id="2" dataRef="d2"/></mrk> <pc id="p1">und</pc> '
        + '<ph id="1" dataRef="d1"/><cp hex="0021"/></target></segment>'
        + data[end:]
    )
    (item,) = read_back(data.encode(), tmp_path).items
    assert (item.english, item.text) == ("One. {a} and {b}.", "Eins. {b} und {a}!")
    assert item.standing is Standing.TRANSLATED


def test_segments_of_1_2_are_put_together(tmp_path: Path) -> None:
    data = write_xliff1(made_up(("Ask {a}.", "Fragt {a}."))).decode()
    start, end = data.index("<target"), data.index("</target>")
    data = (
        data[:start]
        + '<target state="signed-off"><mrk mtype="seg" mid="0">Fragen Sie <x id="1" equiv-text="{a}"/></mrk>.'
        + data[end:]
    )
    (item,) = read_back(data.encode(), tmp_path).items
    assert (item.text, item.standing) == ("Fragen Sie {a}.", Standing.REVIEWED)


def test_marks_that_a_tool_has_thrown_away_are_not_there(tmp_path: Path) -> None:
    data = write_xliff1(made_up(("A", "B"))).decode()
    start, end = data.index("<context-group"), data.index("</context-group>") + len("</context-group>")
    (item,) = read_back((data[:start] + data[end:]).encode(), tmp_path).items
    assert (item.english_mark, item.text_mark) == ("", None)


def test_an_address_that_xml_cannot_name_comes_back(tmp_path: Path) -> None:
    from msgspec.structs import replace

    parcel = made_up(("A", "B"))
    parcel = replace(parcel, items=(replace(parcel.items[0], address="größe.'x'"),))
    assert faults("xliff-core-2.0.xsd", write_xliff2(parcel)) == []
    (item,) = read_back(write_xliff2(parcel), tmp_path).items
    assert item.address == "größe.'x'"
