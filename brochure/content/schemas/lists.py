"""Schemas of the files that are lists: inks and scripts, fonts, signs, people, forbidden words, records."""

from __future__ import annotations

from brochure.content.fonts import LICENCES_WE_MAY_SHIP, WEIGHTS
from brochure.content.schemas.shapes import (
    DAY,
    FLAG,
    Shape,
    choice,
    group,
    many,
    maybe,
    named,
    number,
    numbers,
    text,
)
from brochure.content.shops import NOTES, STANDARDS
from brochure.content.theme import LARGEST_BODY, LARGEST_FACTOR, LARGEST_LEADING
from brochure.model.approval import LEVELS
from brochure.model.comprehension import Verdict


def of_theme() -> Shape:
    """``content/theme.yaml``."""
    leading = number(0.8, LARGEST_LEADING)
    role = group({"leading": leading}, {"floor": number(1)})
    style = group(
        {"size": number(0.5, LARGEST_FACTOR), "leading": leading, "body": number(0.1, LARGEST_BODY)},
        {
            **dict.fromkeys(("short", "tall"), FLAG),
            **dict.fromkeys(("reach", "lower"), number(0)),
            **dict.fromkeys(("row", "heading"), role),
        },
    )
    ink = group({"cmyk": _percent(), "srgb": text('As in "#146C7A".', pattern="^#[0-9A-Fa-f]{6}$")})
    return group(
        {"inks": named(ink), "scripts": named(style)},
        {"writing": named(text("A script of scripts.")), "leadings": named(leading)},
    )


def _percent() -> Shape:
    return {**numbers(4), "items": {"type": "number", "minimum": 0, "maximum": 100}}


def of_fonts() -> Shape:
    """``fonts/fonts.yaml``."""
    face = group({"file": text(), "sha256": text("'sha256sum FILE' prints it.", pattern="^[0-9a-f]{64}$")})
    family = group(
        {
            "licence": choice(LICENCES_WE_MAY_SHIP),
            "licence_file": text(),
            "source": text(),
            "version": text(),
            "faces": group(dict.fromkeys(WEIGHTS, face)),
        }
    )
    families = many(text("A family of families."))
    return group(
        {"families": named(family), "scripts": named(maybe(families)), "latin": text("A family of families.")}
    )


def of_specimens() -> Shape:
    """``fonts/specimens.yaml``."""
    facts = group(
        {
            "phone": group({"printed": text()}, {"e164": text(), "short_code": text()}),
            "code": text("Of two to six digits: {code} in a sentence."),
            "name": group({"language": text("A tag, as in fr."), "text": text("{name} in a sentence.")}),
        }
    )
    specimen = group(
        dict.fromkeys(("language", "sentence", "marks", "brackets", "mixed", "long_word"), text()),
        {"digits": text("The script's own; the page adds 0 to 9."), "also": named(text())},
    )
    return group({"checked": DAY, "facts": facts, "scripts": named(specimen)})


def of_catalogue() -> Shape:
    """``pictograms/catalogue.yaml``."""
    percent = {**number(0), "maximum": 100}
    trial = group({"date": DAY, "group": text(), "n": number(1), "correct": percent, "opposite": percent})
    sign = group(
        {**dict.fromkeys(("meaning", "author", "licence"), text()), "mirror": FLAG},
        {"comprehension": {"anyOf": [choice([Verdict.UNTESTED.value]), many(trial)]}},
        notes=("tags", "source"),
    )
    return named(sign)


def of_sign_guide() -> Shape:
    """``pictograms/kit/guide.yaml``."""
    part = group({"draw": text(), "says": text()})
    pair = group({"dont": text(), "says": text()}, {"do": text(), "sign": text("In place of do.")})
    section = group(
        {"heading": text()}, {"sign": text(), "notes": many(text()), "parts": many(part), "pairs": many(pair)}
    )
    return group({"sections": many(section)})


def of_people() -> Shape:
    """``content/people.yaml``."""
    languages = {"anyOf": [choice(["all"]), many(text())]}
    person = group({"name": text(), "languages": languages, "may": many(choice(["review", "approve"]))})
    return group({}, {"people": named(person, pattern="^[a-z][a-z0-9_-]*$")})


def of_shop() -> Shape:
    """``content/shops/<name>.yaml``."""
    return group(
        {
            **dict.fromkeys(("name", "profile", "condition", "condition_name"), text()),
            **dict.fromkeys(("bleed", "safe", "least_line"), number(0)),
            "standard": choice(STANDARDS),
            "ink_limit": number(100),
        },
        {"bleeds": named(number(0)), **dict.fromkeys(("marks", "outlined"), FLAG)},
        notes=NOTES,
    )


def of_forbidden() -> Shape:
    """``content/forbidden.yaml``: words by language."""
    return named({"type": "array", "items": {"type": "string", "minLength": 2}})


def of_approvals() -> Shape:
    """``content/approvals/<tag>.yaml``: records by address."""
    fingerprint = text(pattern="^[0-9a-f]{16}$")
    record = group(
        {"source": fingerprint, "text": fingerprint, "state": choice(LEVELS)}, {"by": text(), "on": DAY}
    )
    return named(record)


def of_printed() -> Shape:
    """``content/printed/<code>.yaml``."""
    head = dict.fromkeys(("code", "edition", "language", "format", "on"), text())
    return group({**head, "said": named(text())}, {"draft": FLAG})
