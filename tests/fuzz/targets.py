"""What is fuzzed: for each kind of file good ones, what edits put into them, and who reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fuzz import readers, seeds
from fuzz.readers import Opening, alone, command, in_project
from fuzz.slips import slips
from fuzz.strategies import Change, Input, patched, reassembled, repacked, spoiled
from fuzz.words import MARKUP, PDF, TEXTS
from hypothesis import strategies as st


@dataclass(frozen=True)
class Target:
    """``seeds``: good files. ``words``: what edits put into them. ``open``: see :mod:`fuzz.readers`. ``tries``: how
    many inputs fit into two seconds or so. ``change``: how a file is spoiled that is not text. ``by_slips``: one slip
    of a hand an input, in place of edits.
    """

    name: str
    seeds: Callable[[], Sequence[bytes]]
    words: Sequence[bytes]
    open: Opening
    tries: int
    change: Change | None = None
    by_slips: bool = False

    @property
    def inputs(self) -> st.SearchStrategy[bytes]:
        if self.by_slips:
            (seed,) = self.seeds()
            return st.sampled_from(slips(seed)).map(lambda slip: Input(slip.of(seed)))
        return spoiled(self.seeds(), self.words, self.change)


def _small(name: str, file: str, tries: int = 40) -> Target:
    """A file of the small project."""
    return Target(name, seeds.files(f"tests/content/project/{file}"), TEXTS, in_project(file), tries)


def _built(name: str, file: str) -> Target:
    """A file of the real project, through a build of one leaflet."""
    arguments = ("build", "ar", "--format", "leaflet", "--for", "screen", "--force")
    return Target(f"build-{name}", seeds.files(file), TEXTS, command(file, *arguments), 2)


def _slipped(file: str, *arguments: str) -> Target:
    """A file of the real project that a build of these documents rests on."""
    build = command(file, "build", *arguments, "--force", "--jobs", "1")
    name = f"slip-{file.rpartition('/')[2].removesuffix('.yaml')}"
    return Target(name, seeds.files(file), (), build, 2, by_slips=True)


TARGETS = (
    _small("english", "content/languages/en.yaml"),
    _small("language", "content/languages/ar.yaml"),
    _small("edition", "content/editions/luxembourg.yaml"),
    _small("format", "content/formats/leaflet.yaml"),
    _small("structure", "content/brochure.yaml"),
    _small("theme", "content/theme.yaml"),
    _small("fonts", "fonts/fonts.yaml"),
    _small("catalogue", "pictograms/catalogue.yaml"),
    Target("people", lambda: [seeds.PEOPLE], TEXTS, in_project("content/people.yaml"), 40),
    Target("approvals", lambda: [seeds.APPROVALS], TEXTS, in_project("content/approvals/ar.yaml"), 40),
    Target(
        "forbidden", seeds.files("content/forbidden.yaml"), TEXTS, in_project("content/forbidden.yaml"), 40
    ),
    Target(
        "shop",
        seeds.files("content/shops/*.yaml"),
        TEXTS,
        alone("content/shops/corner.yaml", readers.shop),
        200,
    ),
    Target(
        "printed", lambda: [seeds.PRINTED], TEXTS, alone("content/printed/LU-A.yaml", readers.printed), 200
    ),
    Target("results", lambda: [seeds.RESULTS], TEXTS, alone("results.csv", readers.results), 200),
    Target("kept", seeds.kept, TEXTS, alone("kept.json", readers.kept), 200),
    Target(
        "drawing",
        seeds.files("tests/content/saved/*/*.svg", "pictograms/p*.svg"),
        MARKUP,
        readers.drawing,
        100,
    ),
    Target("sign", seeds.files("tests/content/saved/*/*.svg", "pictograms/p*.svg"), MARKUP, readers.sign, 4),
    Target("font-bytes", seeds.small_fonts, (), readers.font, 200, patched),
    Target("font-tables", seeds.small_fonts, (), readers.set_in_font, 100, reassembled),
    Target("xliff", seeds.sent("xliff", "xliff-1.2"), MARKUP, readers.returned, 60),
    Target("po", seeds.sent("po"), MARKUP, readers.returned, 60),
    Target("xlsx", seeds.sent("xlsx"), MARKUP, readers.returned, 40, repacked(MARKUP)),
    Target("pdf", seeds.files("tests/check/preflight/files/[b-f]*.pdf"), PDF, readers.pdf, 15),
    _built("language", "content/languages/ar.yaml"),
    _built("edition", "content/editions/luxembourg.yaml"),
    _built("format", "content/formats/leaflet.yaml"),
    _built("theme", "content/theme.yaml"),
    _built("structure", "content/brochure.yaml"),
    _slipped("content/formats/leaflet.yaml", "ar", "--format", "leaflet"),
    _slipped("content/formats/booklet.yaml", "fr", "--format", "booklet", "--for", "office"),
    _slipped("content/formats/card.yaml", "th", "--format", "card"),
    _slipped("content/formats/poster.yaml", "ur", "--format", "poster"),
    _slipped("content/formats/phone.yaml", "zh-Hans", "--format", "phone"),
    _slipped("content/formats/guide.yaml", "fr", "--format", "guide"),
    _slipped("content/formats/sheet.yaml", "mul", "--format", "sheet", "--for", "screen"),
    _slipped("content/brochure.yaml", "am", "--format", "leaflet", "--for", "screen"),
    _slipped("content/editions/luxembourg.yaml", "hi", "--format", "leaflet", "--for", "screen"),
    _slipped("content/theme.yaml", "ur", "--format", "card", "--for", "screen"),
)
