"""A real language on its way out: rooms in millimetres, and pictures of the panels that are named."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from brochure.base.diagnostics import ArgumentsError
from brochure.exchange.parcel import Standing
from brochure.pipeline.exports import Asked, export

NOTE = "{urn:oasis:names:tc:xliff:document:2.0}note"


def test_texts_go_out_with_their_rooms_and_pictures(built_once: Path) -> None:
    made = export(Asked(built_once, "ar", "xliff", pictures="ar-pictures"))
    assert made.findings == ()
    assert set(made.counts) == {Standing.TRANSLATED}
    told: dict[str, list[str]] = {}
    for note in etree.fromstring(made.data).iter(NOTE):
        told.setdefault(note.get("category"), []).append(note.text)
    assert len(told["room"]) == sum(made.counts.values())
    assert len(told["measure"]) > 40
    assert all(" mm wide, " in each for each in told["measure"])
    named = {name for each in told["pictures"] for name in each.split(", ")}
    assert named <= {f"ar-pictures/{name}" for name in made.pictures}
    assert "ar-pictures/leaflet-help.png" in named
    panel = Image.open(io.BytesIO(made.pictures["leaflet-help.png"]))
    assert panel.height > panel.width > 200
    assert len(panel.convert("RGB").getcolors(10**6) or ()) > 5
    assert export(Asked(built_once, "ar", "xliff", pictures="ar-pictures")) == made


def test_english_is_the_source(built_once: Path) -> None:
    with pytest.raises(ArgumentsError, match="en is the source"):
        export(Asked(built_once, "en", "po"))
