from __future__ import annotations

import io

import pikepdf
import pytest

from brochure.finish.objects import Array, Dictionary, Name, ObjectFile, Stream, text_string, write_file


def small_file(*, packed: bool) -> bytes:
    objects = ObjectFile()
    page_tree = objects.add(Dictionary({"Type": Name("Pages"), "Kids": Array([]), "Count": 0}))
    stream = objects.add(Stream({"Note": text_string("يد")}, b"words " * 50))
    root = objects.add(Dictionary({"Type": Name("Catalog"), "Pages": page_tree, "Extra": stream}))
    return write_file(objects, objects.bodies(), "1.7", {"Root": root}, packed=packed)


@pytest.mark.parametrize("packed", [True, False])
def test_another_library_reads_the_objects(packed: bool) -> None:
    data = small_file(packed=packed)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.Extra.read_bytes() == b"words " * 50
        assert str(pdf.Root.Extra.Note) == "يد"
    assert (b"/ObjStm" in data) is packed
    assert (b"\nxref\n" in data) is not packed


def test_nothing_says_which_library_wrote_it() -> None:
    assert b"reportlab" not in (small_file(packed=False) + small_file(packed=True)).lower()


def test_the_length_leaves_the_line_end_before_endstream_out() -> None:
    """Content that ends with a carriage return was once taken for a line end by a validator."""
    stream = Stream({}, b"data\r", plain=True)
    assert stream.format(ObjectFile()).endswith(b"/Length 5\n>>\nstream\ndata\r\r\nendstream")


def test_the_machine_s_reportlab_settings_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab import rl_config

    before = small_file(packed=False)
    for name, value in (
        ("pdfMultiLine", 1),
        ("pdfComments", 1),
        ("invariant", 0),
        ("useA85", 1),
        ("pageCompression", 0),
    ):
        monkeypatch.setattr(rl_config, name, value)
    assert small_file(packed=False) == before
