"""The declared fonts, those for tests, and languages, for the tests of the text room."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from brochure.base.spans import Span
from brochure.model.fonts import Face, FontList
from brochure.model.language import Language
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Fact, FactKind, Words
from brochure.text.lines import Line
from brochure.text.prepared import Prepared
from brochure.text.typesetter import Typesetter

ROOT = Path(__file__).parents[2]
UDHR = Path(__file__).parent / "udhr"
SPAN = Span("content/languages/xx.yaml", 7, 12)
SCRIPTS = {
    "Latn": ScriptStyle(1.0, 1.25, 0.54),
    "Arab": ScriptStyle(1.14, 1.42, 0.5),
    "Aran": ScriptStyle(0.92, 1.92, 0.7),
    "Hans": ScriptStyle(1.02, 1.42, 0.76),
}
_LATIN = (
    *("lb", "pt-BR", "it", "pl", "nl", "sr-Latn", "bs", "hr", "cs", "sk", "lt", "lv", "et"),
    *("kmr", "so", "fil", "id", "pcm", "yo", "sw"),
)
LANGUAGES = {
    tag: Language(tag, script, direction, tag, tag)
    for tag, script, direction in (
        ("en", "Latn", "ltr"),
        ("de", "Latn", "ltr"),
        ("fr", "Latn", "ltr"),
        ("sq", "Latn", "ltr"),
        ("pt-PT", "Latn", "ltr"),
        ("ro", "Latn", "ltr"),
        ("es", "Latn", "ltr"),
        ("vi", "Latn", "ltr"),
        ("tr", "Latn", "ltr"),
        ("hu", "Latn", "ltr"),
        ("ru", "Cyrl", "ltr"),
        ("uk", "Cyrl", "ltr"),
        ("bg", "Cyrl", "ltr"),
        ("sr", "Cyrl", "ltr"),
        ("mk", "Cyrl", "ltr"),
        ("ar", "Arab", "rtl"),
        ("fa", "Arab", "rtl"),
        ("ckb", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("ur", "Aran", "rtl"),
        ("hi", "Deva", "ltr"),
        ("ne", "Deva", "ltr"),
        ("pa", "Guru", "ltr"),
        ("bn", "Beng", "ltr"),
        ("ti", "Ethi", "ltr"),
        ("am", "Ethi", "ltr"),
        ("th", "Thai", "ltr"),
        ("my", "Mymr", "ltr"),
        ("zh-Hans", "Hans", "ltr"),
        ("zh-Hant", "Hant", "ltr"),
        *((tag, "Latn", "ltr") for tag in _LATIN),
        *((tag, "Arab", "rtl") for tag in ("fa-AF", "ps")),
        ("sr-Cyrl", "Cyrl", "ltr"),
        ("el", "Grek", "ltr"),
        ("ka", "Geor", "ltr"),
        ("hy", "Armn", "ltr"),
        ("ta", "Taml", "ltr"),
        ("si", "Sinh", "ltr"),
        ("lo", "Laoo", "ltr"),
        ("km", "Khmr", "ltr"),
    )
}


@cache
def read_fonts() -> FontList:
    """``fonts/fonts.yaml`` and ``tests/fonts/fonts.yaml`` together; a missing bold is the regular face."""
    families, scripts = {}, {}
    for folder in (ROOT / "fonts", ROOT / "tests" / "fonts"):
        declared = yaml.safe_load((folder / "fonts.yaml").read_text(encoding="utf-8"))
        for name, family in declared["families"].items():
            faces = {
                weight: Face(Path(file["file"]).stem, name, weight, folder / file["file"], file["sha256"])
                for weight, file in family["faces"].items()
            }
            families[name] = {"bold": faces["regular"], **faces}
        scripts |= {script: tuple(names) for script, names in declared["scripts"].items()}
    return FontList(families, scripts, "noto-sans")


def only(family: str) -> FontList:
    """One family for everything."""
    return FontList({family: read_fonts().families[family]}, {}, family)


@cache
def typesetter() -> Typesetter:
    return Typesetter(read_fonts(), SCRIPTS)


def words(text: str) -> Words:
    return Words(text, SPAN)


def fact(text: str, kind: FactKind = FactKind.PHONE, language: str = "") -> Fact:
    return Fact("service.field", kind, text, Span("content/editions/x.yaml", 3, 4), language)


def prepare(language: str, *pieces: Words | Fact | str, weight: str = "regular") -> Prepared:
    said = [words(piece) if isinstance(piece, str) else piece for piece in pieces]
    return typesetter().prepare(said, LANGUAGES[language], weight)


def set_lines(
    language: str, *pieces: Words | Fact | str, size: float = 10, measure: float = 200
) -> tuple[Line, ...]:
    return typesetter().set_lines(prepare(language, *pieces), size, measure)


def udhr(tag: str) -> list[str]:
    return (UDHR / f"{tag}.txt").read_text(encoding="utf-8").splitlines()


def visual(line: Line) -> str:
    """The characters of a line from left to right, each cluster's own in logical order."""
    clusters = [cluster for run in line.runs for cluster in run.clusters]
    return "".join(cluster.text for cluster in sorted(clusters, key=lambda cluster: cluster.x))
