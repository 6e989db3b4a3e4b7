"""The page's own texts in the languages of its users: gettext catalogues, read as they are."""

from __future__ import annotations

from importlib.resources import files

from babel.messages.pofile import read_po

SOURCE = "en"
"""The language in which the page is written; it needs no catalogue."""


def languages() -> tuple[str, ...]:
    """Tags of the languages that the page can be had in, its own first."""
    names = (each.name for each in files("brochure.preview").joinpath("catalogues").iterdir())
    return (SOURCE, *sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


def texts(tag: str) -> dict[str, str]:
    """English to the language; empty for English. ``tag``: one of :func:`languages`."""
    if tag == SOURCE:
        return {}
    file = files("brochure.preview").joinpath("catalogues", f"{tag}.po")
    with file.open("rb") as opened:
        catalogue = read_po(opened, locale=tag)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
