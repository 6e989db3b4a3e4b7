"""Bare pages of 300 x 200 pt, for tests of what is painted on one."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name

Resources = Callable[[pikepdf.Pdf], Dictionary]

TRIM = (20.0, 20.0, 280.0, 180.0)


def page(content: bytes, resources: Resources | None = None) -> bytes:
    """A file of one page, cut at :data:`TRIM`, with overprint states ``Over`` and ``Knock``."""
    with pikepdf.new() as pdf:
        made = pdf.add_blank_page(page_size=(300, 200))
        made.obj.TrimBox = Array(list(TRIM))
        made.obj.BleedBox = Array([10, 10, 290, 190])
        made.obj.Resources = resources(pdf) if resources else Dictionary()
        made.obj.Resources.ExtGState = Dictionary(
            Over=Dictionary(OP=True, op=True, OPM=1), Knock=Dictionary(OP=False, op=False, OPM=1)
        )
        made.Contents = pdf.make_stream(content)
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def form(pdf: pikepdf.Pdf, content: bytes, box: tuple[float, ...], **entries: object) -> pikepdf.Stream:
    """A form XObject."""
    return pikepdf.Stream(
        pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(box)), **entries
    )
