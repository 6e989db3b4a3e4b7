"""Schema and reader are written apart, so each is held against the other: the same keys, the same mistakes refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from content.schemas.core_yaml import load

from brochure.content.approvals import read_approvals
from brochure.content.edition import read_edition
from brochure.content.fields import Fields
from brochure.content.findings import Findings
from brochure.content.fonts import read_fonts
from brochure.content.forbidden import read_forbidden
from brochure.content.formats import read_format
from brochure.content.inherited import read_words
from brochure.content.nodes import Mapping as Group
from brochure.content.nodes import Node, Scalar, Sequence, compose
from brochure.content.people import read_people
from brochure.content.printed import read_printed
from brochure.content.schemas.files import schema_of
from brochure.content.sign_catalogue import read_catalogue
from brochure.content.source import read_source
from brochure.content.specimens import read_specimens
from brochure.content.structure import read_structure
from brochure.content.theme import read_theme
from brochure.content.words import read_source_words

Shape = dict[str, Any]
EN, AR = "content/languages/en.yaml", "content/languages/ar.yaml"
EDITION, LEAFLET = "content/editions/luxembourg.yaml", "content/formats/leaflet.yaml"
THEME, FONTS, STRUCTURE = "content/theme.yaml", "fonts/fonts.yaml", "content/brochure.yaml"
CATALOGUE, PEOPLE = "pictograms/catalogue.yaml", "content/people.yaml"
APPROVALS, PRINTED = "content/approvals/ar.yaml", "content/printed/LU-A-ar-leaflet.yaml"
FORBIDDEN, SPECIMENS = "content/forbidden.yaml", "fonts/specimens.yaml"


def _format(root: Path, findings: Findings) -> None:
    look = read_theme(root, Findings())
    assert look is not None
    read_format(root, "leaflet", look.theme, findings)


def _words(root: Path, findings: Findings) -> None:
    english = read_source_words(root, (), Findings())
    assert english is not None
    read_words(root, "ar", english, findings)


def _specimens(root: Path, findings: Findings) -> None:
    read_specimens(root, {"Latn", "Hans"}, {"ur": "Aran"}, findings)


READERS: Mapping[str, Callable[[Path, Findings], object]] = {
    EN: lambda root, findings: read_source_words(root, (), findings),
    AR: _words,
    EDITION: lambda root, findings: read_edition(root, "luxembourg", findings),
    LEAFLET: _format,
    STRUCTURE: read_structure,
    THEME: read_theme,
    FONTS: read_fonts,
    CATALOGUE: read_catalogue,
    PEOPLE: read_people,
    FORBIDDEN: read_forbidden,
    APPROVALS: lambda root, findings: read_approvals(root, "ar", findings),
    PRINTED: read_printed,
    SPECIMENS: _specimens,
}


def refusals(root: Path, file: str, schemas: Mapping[str, Shape]) -> list[str]:
    """What the schema says against a file."""
    judge = jsonschema.Draft202012Validator(schemas[schema_of(file)])
    return [error.message for error in judge.iter_errors(load((root / file).read_bytes()))]


def codes(root: Path, file: str) -> set[str]:
    """What the reader says against it. The fonts themselves are not in the folder."""
    findings = Findings()
    READERS[file](root, findings)
    return {each.code for each in findings.all} - {"missing-font", "no-font"}


MUTATIONS = [
    (EN, "    room: short\n", "    room: short\n    roon: short\n", "unknown-key"),
    (EN, "    room: short\n", "    room: small\n", "unknown-value"),
    (EN, "    room: short\n", "", "missing-key"),
    (EN, "formats: [leaflet, booklet, card, phone]", "formats: [leaflets]", "unknown-format"),
    (EN, "formats: [leaflet, booklet, card, phone]", "formats: leaflet", "wrong-type"),
    (EN, "cover:\n", "cover:\n  plain: words\n", "wrong-type"),
    (EN, "\ncover:\n", "\nthe cover:\n", "wrong-name"),
    (AR, "cover:\n", "cover:\n  titel: words\n", "superfluous-unit"),
    (AR, "cover:\n", "covers: words\ncover:\n", "superfluous-unit"),
    (AR, "\n  title: ", "\n  title:\n    text: ", "wrong-type"),
    (AR, "\n  title: ", "\n  title: null # ", "empty-unit"),
    (EDITION, "    kind: assistance\n", "    kinds: assistance\n", "unknown-key"),
    (EDITION, "  id: luxembourg\n", "", "missing-key"),
    (EDITION, '{short_code: "113"', '{shortcode: "113"', "unknown-key"),
    (EDITION, '{short_code: "113"', '{short_code: "1 13"', "wrong-phone"),
    (EDITION, "days: [mon, ", "days: [montag, ", "unknown-value"),
    (EDITION, 'open: "08:00"', 'open: "8:00"', "wrong-type"),
    (EDITION, "hours: around_the_clock", "hours: always", "wrong-type"),
    (EDITION, 'expires: "2027-05-22"', 'expires: "22.5.2027"', "wrong-type"),
    (EDITION, "    unit: day\n", "    unit: fortnight\n", "unknown-value"),
    (EDITION, 'placeholder: "true"', 'placeholder: "maybe"', "unknown-value"),
    (EDITION, "languages: [fr, ", "languages: [french, ", "unknown-language"),
    (EDITION, "\npublisher:\n", "\npublishers: {}\npublisher:\n", "unknown-key"),
    (EDITION, "  infotraite:\n", "  Info-Traite:\n", "wrong-name"),
    (LEAFLET, "safe: 4\n", "safe: 4\nsave: 4\n", "unknown-key"),
    (LEAFLET, "safe: 4\n", "safe: -4\n", "wrong-type"),
    (LEAFLET, "targets: [screen", "targets: [web", "unknown-value"),
    (LEAFLET, "weight: bold, lines: 2", "weight: heavy, lines: 2", "unknown-value"),
    (LEAFLET, "{kind: heading, frame", "{kind: header, frame", "unknown-value"),
    (LEAFLET, "{kind: heading, frame", "{kind: heading, anchor: top, frame", "unknown-key"),
    (LEAFLET, "frame: [8, 10, 82, 16]", "frame: [8, 10, 82]", "wrong-type"),
    (LEAFLET, "tail: {side: start", "tail: {side: left", "unknown-value"),
    (LEAFLET, "            count: 5\n", "            count: 5.5\n", "wrong-type"),
    (STRUCTURE, "    title: cover.title\n", "    titel: cover.title\n", "unknown-key"),
    (STRUCTURE, "{slot: code, shows: code-line}", "{slot: code, shows: code}", "unknown-value"),
    (STRUCTURE, "{slot: code, shows: code-line}", "{slot: code, show: code-line}", "unknown-key"),
    (STRUCTURE, "text: [call.no_papers]", "text: call.no_papers", "wrong-type"),
    (THEME, "  black: {", "  black: {gloss: yes, ", "unknown-key"),
    (THEME, 'srgb: "#181715"', "srgb: black", "wrong-type"),
    (THEME, "cmyk: [0, 0, 0, 100]", "cmyk: [0, 0, 0, 101]", "wrong-type"),
    (THEME, "  Latn: {size: 1,", "  Latn: {size: big,", "wrong-type"),
    (THEME, "  Latn: {size: 1,", "  Latn: {scale: 1,", "unknown-key"),
    (FONTS, "    licence: OFL-1.1\n", "    licence: shareware\n", "unknown-value"),
    (FONTS, "    licence: OFL-1.1\n", "    license: OFL-1.1\n", "unknown-key"),
    (FONTS, "      regular:\n", "      medium:\n", "unknown-key"),
    (FONTS, "latin: noto-sans", "latin: [noto-sans]", "wrong-type"),
    (SPECIMENS, 'checked: "2026-11-22"', 'checked: "today"', "wrong-type"),
    (SPECIMENS, "    marks: ", "    stacks: ", "unknown-key"),
    (SPECIMENS, "    also:\n", "    also: none\n    more:\n", "wrong-type"),
    (CATALOGUE, "mirror: true", "mirror: perhaps", "unknown-value"),
    (CATALOGUE, "licence: CC0-1.0", "license: CC0-1.0", "unknown-key"),
    (CATALOGUE, "true, comprehension: untested", "true, comprehension: tested", "unknown-value"),
    (CATALOGUE, "true, comprehension: untested", "true, comprehension: [{date: today}]", "wrong-type"),
    (
        CATALOGUE,
        "true, comprehension: untested",
        'true, comprehension: [{date: "2026-11-22"}]',
        "missing-key",
    ),
    (PEOPLE, "may: [review]", "may: [sign]", "unknown-value"),
    (PEOPLE, "languages: all, ", "", "missing-key"),
    (PEOPLE, 'name: "Bo', 'names: "Bo', "unknown-key"),
    (PEOPLE, "  amal:", "  Amal:", "wrong-name"),
    (FORBIDDEN, '"victim"', '"v"', "wrong-type"),
    (APPROVALS, "state: reviewed", "state: read", "unknown-value"),
    (APPROVALS, "by: amal", "who: amal", "unknown-key"),
    (APPROVALS, 'source: "0123456789abcdef"', 'source: "xyz"', "wrong-type"),
    (PRINTED, "edition: ", "editions: ", "unknown-key"),
    (PRINTED, 'draft: "yes"', 'draft: "perhaps"', "unknown-value"),
]


@pytest.mark.parametrize("file", READERS)
def test_neither_refuses_what_is_right(file: str, real: Path, schemas: Mapping[str, Shape]) -> None:
    assert codes(real, file) == set()
    assert refusals(real, file, schemas) == []


@pytest.mark.parametrize(("file", "old", "new", "code"), MUTATIONS)
def test_both_refuse_a_mistake(
    file: str, old: str, new: str, code: str, real: Path, schemas: Mapping[str, Shape]
) -> None:
    text = (real / file).read_text(encoding="utf-8")
    assert old in text
    (real / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in codes(real, file)
    assert refusals(real, file, schemas) != []


class Asked:
    """Keys that the reader asked for or passed over, by the place of the group in its file."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.keys: dict[tuple[int, int], set[str]] = {}
        begin, done, places = Fields.__init__, Fields.done, self.keys

        def remembering(self: Fields, node: Node | None, *rest: Any) -> None:
            begin(self, node, *rest)
            self.judged_node = node  # type: ignore[attr-defined]

        def judging(self: Fields, ignored: tuple[str, ...] = ()) -> None:
            node = self.judged_node  # type: ignore[attr-defined]
            if isinstance(node, Group):
                place = (node.span.line, node.span.column)
                places.setdefault(place, set()).update(self._asked, ignored)
            done(self, ignored)

        monkeypatch.setattr(Fields, "__init__", remembering)
        monkeypatch.setattr(Fields, "done", judging)


def _resolved(shape: Shape, node: Node, defs: Mapping[str, Shape]) -> Shape:
    """The one shape that is meant for a node, behind references and alternatives."""
    if "$ref" in shape:
        return _resolved(defs[shape["$ref"].removeprefix("#/$defs/")], node, defs)
    if "if" in shape:
        names = {entry.key.text for entry in node.entries} if isinstance(node, Group) else set()
        return _resolved(shape["else" if "text" in names else "then"], node, defs)
    for each in shape.get("anyOf", ()):
        one = _resolved(each, node, defs)
        kind = one.get("properties", {}).get("kind", {}).get("enum")
        if isinstance(node, Group) and one.get("type") == "object" and (not kind or kind == [_kind(node)]):
            return one
        if isinstance(node, Sequence) and one.get("type") == "array":
            return one
    return shape


def _kind(group: Group) -> str:
    values = [entry.value for entry in group.entries if entry.key.text == "kind"]
    return values[0].text if values and isinstance(values[0], Scalar) else ""


def _compare(
    node: Node,
    shape: Shape,
    defs: Mapping[str, Shape],
    asked: Asked,
    met: dict[str, tuple[set[str], set[str]]],
    path: str,
) -> None:
    """Gathers in ``met``, by path, the keys of the schema and those that were asked for."""
    shape = _resolved(shape, node, defs)
    if isinstance(node, Sequence):
        for item in node.items:
            _compare(item, shape.get("items", {}), defs, asked, met, f"{path}[]")
    if not isinstance(node, Group):
        return
    path += f"({_kind(node)})" if "kind" in shape.get("properties", {}) else ""
    keys = asked.keys.get((node.span.line, node.span.column))
    if keys is not None and "properties" in shape:  # else its keys are names of the user
        met.setdefault(path, (set(shape["properties"]), set()))[1].update(keys)
    for entry in node.entries:
        name = entry.key.text
        named = name in shape.get("properties", {})
        inside = shape["properties"][name] if named else shape.get("additionalProperties", {})
        _compare(entry.value, inside or {}, defs, asked, met, f"{path}.{name if named else '*'}")


@pytest.mark.parametrize("file", [file for file in READERS if file not in (AR, FORBIDDEN, EN)])
def test_the_reader_asks_for_the_keys_of_the_schema(
    file: str, real: Path, schemas: Mapping[str, Shape], monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = schemas[schema_of(file)]
    source = read_source(real, file, Findings())
    assert source is not None
    tree = compose(source, Findings())
    asked = Asked(monkeypatch)
    if file == LEAFLET:
        read_format(real, "leaflet", _theme(real, asked), Findings())
    else:
        READERS[file](real, Findings())
    assert tree is not None
    met: dict[str, tuple[set[str], set[str]]] = {}
    _compare(tree, schema, schema.get("$defs", {}), asked, met, "")
    assert len(met) > (file in (EDITION, LEAFLET, STRUCTURE, THEME, FONTS, SPECIMENS))
    assert {path: found for path, (keys, found) in met.items() if keys != found} == {}


def _theme(root: Path, asked: Asked) -> Any:
    look = read_theme(root, Findings())
    assert look is not None
    asked.keys.clear()  # places of another file
    return look.theme
