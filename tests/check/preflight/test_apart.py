"""Files that were made to break a reader: told in a sentence, within the limits, and the next file is judged."""

from __future__ import annotations

import io
import re
import struct
import sys
import time
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.base.diagnostics import SurroundingsError
from brochure.check.preflight.apart import MISSING, File, Limits, judge_files, judge_together
from brochure.check.preflight.demands import Demands
from brochure.check.preflight.judge import judge_print

FILES = Path(__file__).parent / "files"
SOUND = (FILES / "clean-typst.pdf").read_bytes()
LIMITS = Limits(seconds=6.0, memory=1 << 30)


def plain(objects: Mapping[int, bytes], root: int = 1, more: bytes = b"") -> bytes:
    """A file of these objects with a right table."""
    body, places = b"%PDF-1.6\n", {}
    for number, value in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    count = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(count)
    )
    return body + b"xref\n0 %d\n%strailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (
        count,
        table,
        count,
        root,
        more,
        len(body),
    )


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def zeros(megabytes: int) -> bytes:
    """A stream that inflates to so many megabytes of spaces, a kilobyte each."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * megabytes + b"\x03\x00" + struct.pack(">I", 1)


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<<>>>>"
ONE = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: PAGE}


def nested_forms() -> bytes:
    """Twelve forms, each of which shows the next one ten times."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(300, 200))
        form = pdf.make_stream(b"0 0 9 9 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        for _ in range(12):
            inside = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
            form = pdf.make_stream(
                b"/X Do " * 10, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9], Resources=inside
            )
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.Contents = pdf.make_stream(b"/X Do")
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


HOSTILE: Mapping[str, tuple[Callable[[], bytes], set[str]]] = {
    "nothing": (lambda: b"", {"file-damaged"}),
    "spaces": (lambda: b" " * 5000, {"file-damaged"}),
    "a head alone": (lambda: b"%PDF-1.6\n", {"file-damaged"}),
    "cut after the head": (lambda: SOUND[:200], {"file-damaged"}),
    "page tree in a circle": (
        lambda: plain(ONE | {2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", 4: stream(b"")}),
        {"file-damaged"},
    ),
    "a page that is its parent": (
        lambda: plain(ONE | {2: b"<</Type/Pages/Kids[1 0 R]/Count 1>>"}),
        {"file-damaged"},
    ),
    "no page": (lambda: plain(ONE | {2: b"<</Type/Pages/Kids[]/Count 0>>"}), {"file-damaged"}),
    "tables in a circle": (
        lambda: (made := plain(ONE | {4: stream(b"")}, more=b"/Prev 0000")).replace(
            b"/Prev 0000", b"/Prev %04d" % made.rindex(b"xref\n0")
        ),
        {"file-damaged", "empty-page"},
    ),
    "brackets in brackets": (
        lambda: plain(ONE | {4: stream(b"[" * 50_000 + b"]" * 50_000)}),
        {"file-damaged"},
    ),
    "an object in brackets": (lambda: plain(ONE | {4: b"[" * 100_000 + b"]" * 100_000}), {"empty-page"}),
    "content that swells": (
        lambda: plain(ONE | {4: stream(zeros(3000), b"/Filter/FlateDecode")}),
        {"too-heavy"},
    ),
    "objects that swell": (
        lambda: plain(
            ONE | {4: stream(b""), 5: stream(zeros(3000), b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode")},
        ),
        {"empty-page"},
    ),
    "forms in forms": (nested_forms, {"too-heavy"}),
    "many pages": (
        lambda: plain(ONE | {2: b"<</Type/Pages/Kids[%s]/Count 500>>" % (b"3 0 R " * 500), 4: stream(b"")}),
        {"too-heavy", "file-damaged"},
    ),
    "boxes that are none": (
        lambda: plain(
            ONE | {3: PAGE.replace(b"[0 0 300 200]", b"[1e38 /a (b)]"), 4: stream(b"0 0 9 9 re f")}
        ),
        {"file-damaged"},
    ),
    "lengths without end": (
        lambda: plain(ONE | {4: stream(b"1e300 0 0 1e300 0 0 cm 0 0 9 9 re f")}),
        {"content-broken"},
    ),
}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """All in one call, the sound file last: the rules each is told by."""
    folder = tmp_path_factory.mktemp("hostile")
    files = []
    for name, (make, _) in HOSTILE.items():
        path = folder / f"{len(files)}.pdf"
        path.write_bytes(make())
        files.append(File(path, name, Demands()))
    files.append(File(FILES / "clean-typst.pdf", "sound", Demands()))
    start = time.monotonic()
    remarks = judge_files(files, "print", LIMITS)
    assert time.monotonic() - start < 120
    return {file.name: {each.rule for each in told} for file, told in zip(files, remarks, strict=True)}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_told(name: str, judged: Mapping[str, set[str]]) -> None:
    assert judged[name] & HOSTILE[name][1]


def test_the_next_file_is_judged_all_the_same(judged: Mapping[str, set[str]]) -> None:
    assert judged["sound"] == set()


@settings(derandomize=True, max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_no_damage_is_a_fault_of_ours(changes: list[tuple[int, int]]) -> None:
    """Whatever bytes are changed, remarks come back."""
    data = bytearray(SOUND)
    for at, byte in changes:
        data[at] = byte
    for each in judge_print(bytes(data), "x.pdf", Demands()):
        assert re.fullmatch("[a-z0-9-]+", each.rule)


@settings(derandomize=True, max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            b"q Q cm re m l c h f S B n W W* k K g rg cs scn CS SCN gs Do sh BT ET Tf Tj TJ Td Tm Tr ' d w BI "
            b"1 0 0.5 -7 /Kover /f0 /All /DeviceRGB /Pattern /Missing (a) [(a)3] <0001> [1]".split()
        ),
        max_size=30,
    )
)
def test_no_content_is_a_fault_of_ours(words: list[bytes]) -> None:
    """Operators with operands that do not fit."""
    with pikepdf.open(io.BytesIO(SOUND)) as pdf:
        pdf.pages[0].Contents = pdf.make_stream(b" ".join(words))
        made = io.BytesIO()
        pdf.save(made, fix_metadata_version=False)
    assert "pdfx-version" not in {each.rule for each in judge_print(made.getvalue(), "x.pdf", Demands())}


def test_a_large_file_is_not_read() -> None:
    file = File(FILES / "clean-typst.pdf", "x.pdf", Demands())
    ((remark,),) = judge_files([file], "print", Limits(size=1000))
    assert (remark.rule, remark.found) == ("too-heavy", "the file is larger than 0 MB, or cannot be opened")


def test_the_clock_stops_what_takes_too_long() -> None:
    files = [File(FILES / f"{name}.pdf", name, Demands()) for name in ("endless-form", "clean-typst")]
    remarks = judge_files(files, "print", Limits(seconds=0.001))
    assert [[each.rule for each in told] for told in remarks] == [["too-heavy"], ["too-heavy"]]
    assert (
        "0.001 seconds" in remarks[1][0].found
    )  # the other may be refused by its depth before the clock is looked at
    many = [
        File(FILES / "clean-typst.pdf", f"{number}.pdf", Demands()) for number in range(50)
    ]  # a set that a millisecond cannot be enough for
    assert [each.rule for each in judge_together(many, one_set=True, limits=Limits(seconds=0.001))] == [
        "too-heavy"
    ]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    ((remark,),) = judge_files([File(tmp_path / "gone.pdf", "gone.pdf", Demands())], "screen", LIMITS)
    assert remark.rule == "too-heavy"


def test_without_its_reader_nothing_is_judged() -> None:
    command = (sys.executable, "-c", f"import sys; sys.stdin.read(); sys.exit({MISSING})")
    with pytest.raises(SurroundingsError, match="not judged: pikepdf is not installed"):
        judge_files([File(FILES / "empty.pdf", "x.pdf", Demands())], "print", LIMITS, command)


def test_a_child_that_does_not_start_is_told() -> None:
    command = (sys.executable, "-c", "import sys; sys.stdin.read(); sys.exit('no such library')")
    with pytest.raises(SurroundingsError, match="no such library"):
        judge_files([File(FILES / "empty.pdf", "x.pdf", Demands())], "print", LIMITS, command)


def test_sets_are_judged_in_a_child_too() -> None:
    files = [File(FILES / f"{name}.pdf", name, Demands()) for name in ("clean-typst", "set-other-colours")]
    assert [each.rule for each in judge_together(files, one_set=False, limits=LIMITS)] == ["plates-differ"]
