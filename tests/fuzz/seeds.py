"""Good files to begin with that lie nowhere in the project, or are too large there."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]

PEOPLE = """people:
  amal: {name: "أمل", languages: [ar, fr], may: [review, approve]}
  ben-2: {name: "Ben", languages: all, may: [review]}
""".encode()

APPROVALS = b"""# Who has read which text of ar.
help.heading: {source: "5e7947582f5fcaa1", text: "d398ec13fe98f186", state: translated}
help.doctor: {source: "29e91fcef71c5459", text: "1d3e8a64b42ff6ff", state: approved, by: amal, on: "2026-11-22"}
call.what: {source: "29e91fcef71c5459", text: "1d3e8a64b42ff6ff", state: reviewed, by: "ben-2", on: "2026-11-22"}
"""

PRINTED = """code: "LU-A · ar · leaflet · 2026-11 · 7K3F"
edition: luxembourg
language: ar
format: leaflet
on: "2026-11-22"
draft: yes
said:
  help.doctor: "طبيب"
  infotraite.phone: "+352 27 36 56 46"
""".encode()

RESULTS = b"""number,sign,meaning,date,group,n,correct,opposite
1,phone,"A phone, to call",2026-11-20,nurses,20,18,0
2;door;A door;2026-11-20;nurses;20;18;0
3\tdoor\tA door\t2026-11-20\tnurses\t20\t18\t0
"""


def files(*patterns: str) -> Callable[[], Sequence[bytes]]:
    """Of the project, by patterns under its folder."""
    return lambda: [path.read_bytes() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


def kept() -> Sequence[bytes]:
    """The three files that a build keeps."""
    from pipeline.made_up import project, request, rooms

    from brochure.pipeline.build import build

    with tempfile.TemporaryDirectory() as folder:
        root = project(Path(folder) / "p", ar="overflow until:2027-01-01", en="words small")
        build(request(root), rooms())
        out = root / "build"
        return [
            (out / "here" / "manifest.json").read_bytes(),
            (out / ".cache" / "records-here.json").read_bytes(),
            b'{"content/theme.yaml": [2433, 1700000000000000000, "5e79"], "a": [1, 2, "b"]}',
        ]


@cache
def small_fonts() -> Sequence[bytes]:
    """A few letters of two of our fonts: some kilobytes, so that an edit meets something that is read."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    made = []
    for name, text in (
        ("noto-sans/NotoSans-Regular", "Call 113 ffi é"),
        ("noto-naskh-arabic/NotoNaskhArabic-Regular", "مساعدة لا 12"),
    ):
        with TTFont(ROOT / "fonts" / f"{name}.ttf") as font:
            subsetter = subset.Subsetter(options)
            subsetter.populate(text=text)
            subsetter.subset(font)
            data = io.BytesIO()
            font.save(data)
            made.append(data.getvalue())
    return made


def sent(*kinds: str) -> Callable[[], Sequence[bytes]]:
    """Files for translators as we write them."""

    def made() -> Sequence[bytes]:
        from exchange.samples import KINDS, made_up

        from brochure.pipeline.exports import write

        parcel = made_up(
            ("A doctor", "طبيب"), ("Call {infotraite.phone}", "{infotraite.phone}"), ("Open", "")
        )
        return [write(parcel, kind) for kind in KINDS if kind in kinds]

    return made
