"""A made-up project for the tests of the pipeline: one text file a document, rooms that need no library.

``<root>/<language>.txt`` holds what is printed. Words with a meaning: ``overflow``, ``missing-unit`` and
``missing-glyph`` are error findings, ``tight`` a warning, ``small`` shrinks two roles, ``approved`` makes it no draft,
``until:DATE`` is a fact's expiry, ``unreadable`` cannot be read, ``die`` ends the program, ``stop`` is Ctrl-C, ``bug``
is an exception of ours, ``coloured`` puts words on other plates than black,
``stale`` is one text that is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from brochure.base.diagnostics import ArgumentsError, Finding, Severity
from brochure.base.spans import Span
from brochure.content.inputs import Inputs
from brochure.pipeline.build import Rooms
from brochure.pipeline.making import Job, Made, Maker, Place
from brochure.pipeline.request import Offer, Offered, Request
from brochure.state.expiry import Expiry
from brochure.state.texts import Counts
from brochure.state.type_sizes import TypeSize

TODAY = date(2026, 11, 22)
EDITION = "here"


def project(root: Path, **texts: str) -> Path:
    """A project with a text for each language."""
    root.mkdir(parents=True, exist_ok=True)
    for language, text in texts.items():
        (root / f"{language}.txt").write_text(text, encoding="utf-8")
    return root


def request(root: Path, **changes: Any) -> Request:
    """All of the project into its own ``build``."""
    return Request(**{"root": root, "out": root / "build", "today": TODAY, **changes})


def rooms(
    *,
    formats: tuple[str, ...] = ("leaflet",),
    targets: tuple[str, ...] = ("screen", "print"),
    opened: Callable[[], None] = lambda: None,
    findings: tuple[Finding, ...] = (),
    discreet: bool = True,
) -> Rooms:
    """``opened`` is called whenever the heavy rooms are entered."""

    def offers(root: Path, *_: object) -> tuple[tuple[Offer, ...], tuple[Finding, ...]]:
        languages = tuple(sorted(path.stem for path in root.glob("*.txt")))
        return (Offer(EDITION, dict.fromkeys(formats, Offered(targets, languages, discreet))),), findings

    def opener(place: Place) -> Maker:
        opened()
        return open_maker(place)

    return Rooms(offers, inputs, require_shop, opener, compare)


def require_shop(_: Path, name: str) -> None:
    """There is one."""
    if name != "corner":
        raise ArgumentsError(f"there is no shop {name}", "There is: corner.")


def compare(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Files differ where one has the word ``coloured``."""
    return tuple(
        Finding("plates-differ", "among " + ", ".join(files), Span(name))
        for name, data in files.items()
        if b"coloured" in data
    )


def inputs(root: Path, _: str) -> Inputs:
    """The one file of a language."""
    return Inputs((), lambda language, _: (root / f"{language}.txt",))


def open_maker(place: Place) -> Maker:
    """At the top of the module, so that a program beside this one can be told of it."""

    def make(job: Job) -> Made:
        words = (place.root / f"{job.language}.txt").read_text(encoding="utf-8").split()
        if "stop" in words:
            raise KeyboardInterrupt
        if "die" in words:
            os._exit(9)
        if "bug" in words:
            raise ZeroDivisionError
        return _made(job, words)

    return make


def _made(job: Job, words: list[str]) -> Made:
    file = f"{job.language}.txt"
    wrong = ("overflow", "unreadable", "missing-unit", "missing-glyph")
    severities = {**dict.fromkeys(wrong, Severity.ERROR), "tight": Severity.WARNING}
    findings = tuple(
        Finding(word, f"it is {word}", Span(file, 1, column), severities[word], "", job.language, job.format)
        for column, word in enumerate(words, 1)
        if word in severities
    )
    ends = [word.removeprefix("until:") for word in words if word.startswith("until:")]
    readable = "unreadable" not in words
    shrunk = TypeSize("row", 11.0 if "small" in words else 11.5, 11.5, 9.5)
    sizes = (TypeSize("body", 10.25, 10.5, 9.0), shrunk) if "small" in words else (shrunk,)
    return Made(
        files={
            target: " ".join((target, *words, *job.overlay)).encode() for target in job.targets if readable
        },
        pages=1 if readable else 0,
        fonts={"NotoSans-Regular": "f1"},
        findings=findings,
        expiries=tuple(Expiry("infotraite", end, Span("edition.yaml", 2, 3)) for end in ends),
        reasons=() if "approved" in words else ("1 text not approved",),
        sizes=sizes if readable else (),
        direction="rtl" if job.language == "ar" else "ltr",
        endonym=f"name of {job.language}",
        texts=Counts(stale=words.count("stale"), draft=2, reviewed=0, approved=0, inherited=3)
        if readable
        else None,
    )
