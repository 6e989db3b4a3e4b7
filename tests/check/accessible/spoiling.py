"""Ways to break a good file, one at a time."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf

Damage = Callable[[pikepdf.Pdf], None]


def spoiled(pdf: bytes, damage: Damage) -> bytes:
    """The file with one damage done. Without object streams: qpdf ends some of them as PDF/A does not allow."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        damage(file)
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def elements(file: pikepdf.Pdf, *roles: str) -> list[pikepdf.Object]:
    """Structure elements in reading order, of the roles named."""
    found: list[pikepdf.Object] = []

    def walk(element: pikepdf.Object) -> None:
        if not roles or str(element.S)[1:] in roles:
            found.append(element)
        for kid in kids(element):
            if "/S" in kid:
                walk(kid)

    walk(file.Root.StructTreeRoot.K)
    return found


def kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """What an element holds."""
    return list(element.get("/K", []))


def hold(element: pikepdf.Object, held: list[pikepdf.Object]) -> None:
    """Give an element other children, and tell them."""
    element.K = pikepdf.Array(held)
    for kid in held:
        if "/S" in kid:
            kid.P = element


def painted_otherwise(pattern: bytes, instead: bytes) -> Damage:
    """The first match in the first page's content that has one."""

    def damage(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            content, times = re.subn(pattern, instead, page.Contents.read_bytes(), count=1, flags=re.DOTALL)
            if times:
                page.Contents = file.make_stream(content)
                return
        raise AssertionError(f"no {pattern!r}")

    return damage


def link_on(file: pikepdf.Pdf, words: str) -> pikepdf.Object:
    """The first annotation of which that is said."""
    return next(annotation for annotation in links(file) if annotation.Contents == words)


def links(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The annotations of all pages, in order."""
    return [annotation for page in file.pages for annotation in page.get("/Annots", [])]
