import json
from pathlib import Path
from typing import Any

import pytest

from brochure.state.manifest import Manifest, Row, read_manifest, write_manifest

ROW = Row(
    "ar",
    "leaflet",
    "print",
    "",
    False,
    1,
    "s1",
    "c1",
    "draft",
    {"brochure": "0"},
    {"NotoNaskhArabic-Regular": "f1"},
    {"print/leaflet-ar-1.png": "p1"},
)


def shape(**fields: Any) -> str:
    return json.dumps({"manifest": 3, "edition": "luxembourg", "files": {}} | fields)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    manifest = Manifest("luxembourg", {}).with_rows([ROW])
    write_manifest(tmp_path / "m.json", manifest)
    assert read_manifest(tmp_path / "m.json", "luxembourg", "m.json") == (manifest, ())
    assert manifest.without(["print/leaflet-ar.pdf"]).rows == {}


def test_the_file_is_the_contract(tmp_path: Path) -> None:
    write_manifest(tmp_path / "m.json", Manifest("luxembourg", {}).with_rows([ROW]))
    assert (tmp_path / "m.json").read_text(encoding="utf-8") == (
        "{\n"
        ' "edition": "luxembourg",\n'
        ' "files": {\n'
        '  "print/leaflet-ar.pdf": {\n'
        '   "content": "c1",\n'
        '   "discreet": false,\n'
        '   "fonts": {\n    "NotoNaskhArabic-Regular": "f1"\n   },\n'
        '   "format": "leaflet",\n'
        '   "language": "ar",\n'
        '   "pages": 1,\n'
        '   "pictures": {\n    "print/leaflet-ar-1.png": "p1"\n   },\n'
        '   "sha256": "s1",\n'
        '   "shop": "",\n'
        '   "state": "draft",\n'
        '   "target": "print",\n'
        '   "tools": {\n    "brochure": "0"\n   }\n'
        "  }\n"
        " },\n"
        ' "manifest": 3\n'
        "}\n"
    )


def test_the_order_of_rows_does_not_show(tmp_path: Path) -> None:
    other = Row("en", "leaflet", "print", "", False, 1, "s2", "c2", "draft", {}, {}, {})
    for name, rows in (("a", [ROW, other]), ("b", [other, ROW])):
        write_manifest(tmp_path / name, Manifest("luxembourg", {}).with_rows(rows))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_no_manifest_is_no_finding(tmp_path: Path) -> None:
    assert read_manifest(tmp_path / "none", "luxembourg", "none") == (Manifest("luxembourg", {}), ())


def row(name: str = "print/leaflet-ar.pdf", **changes: Any) -> str:
    fields = {field: getattr(ROW, field) for field in ROW.__slots__}
    return shape(files={name: fields | changes})


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"3",
        b'{"files": {}}',
        shape(manifest=2).encode(),
        shape(edition="other").encode(),
        shape(files=[]).encode(),
        shape(files={"print/leaflet-ar.pdf": {}}).encode(),
        shape(files={"print/leaflet-ar.pdf": None}).encode(),
        row("../../home/leaflet-ar.pdf").encode(),
        row("print/leaflet-en.pdf").encode(),
        row(language="../x").encode(),
        row(pages="1").encode(),
        row(state="final").encode(),
        row(sha256=None).encode(),
        row(pictures={"print/leaflet-en-1.png": "p1"}).encode(),
        row(pictures={"../leaflet-ar-1.png": "p1"}).encode(),
        row(pictures={"print/leaflet-ar.pdf": "p1"}).encode(),
        row(fonts=[]).encode(),
        row(more=1).encode(),
        b"[" * 100_000,
    ],
)
def test_a_manifest_that_is_not_ours_is_made_again_with_a_warning(stored: bytes, tmp_path: Path) -> None:
    (tmp_path / "m.json").write_bytes(stored)
    manifest, findings = read_manifest(tmp_path / "m.json", "luxembourg", "build/luxembourg/manifest.json")
    assert manifest.rows == {}
    assert [str(finding.span) for finding in findings] == ["build/luxembourg/manifest.json"]
    assert [finding.code for finding in findings] == ["manifest-rebuilt"]
    assert not findings[0].is_error
