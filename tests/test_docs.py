"""The pages for editors, designers and print shops promise no command and no option that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from brochure.cli.main import brochure

PAGES = (
    "README.md",
    *(f"brochure/docs/{role}.md" for role in ("editor", "preview", "designer", "new-format", "fonts")),
    *(
        f"brochure/docs/{role}.md"
        for role in ("print-shop", "web", "preflight", "library", "speed", "findings")
    ),
)
"""Under the project's folder."""


def commands(text: str) -> list[list[str]]:
    """Of lines that begin with four spaces, and of what stands between backticks."""
    found = re.findall(r"(?:^    |`)brochure ([a-z-][^`\n]*)", text, re.MULTILINE)
    return [re.split(r"\s{2,}", each)[0].split() for each in found]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_is_there_with_its_options(page: str, project_root: Path) -> None:
    promised = commands((project_root / page).read_text(encoding="utf-8"))
    unknown = []
    for name, *words in promised:
        if name.startswith("--"):
            continue
        command = brochure.get_command(click.Context(brochure), name)
        if isinstance(command, click.Group):
            command = command.commands.get(words[0] if words else "")
        options = {option for each in command.params for option in each.opts} if command else set()
        asked = {word for word in words if word.startswith("--")} - {"--help"}
        if command is None or not asked <= options:
            unknown.append(" ".join((name, *words)))
    assert unknown == []
    assert promised or page.endswith("findings.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str, project_root: Path) -> None:
    place = project_root / page
    links = re.findall(r"\]\(([^)#:]+)\)", place.read_text(encoding="utf-8"))
    assert [link for link in links if not (place.parent / link).exists()] == []


def test_the_picture_is_small(project_root: Path) -> None:
    pictures = list((project_root / "brochure" / "docs" / "pictures").iterdir())
    assert 0 < sum(picture.stat().st_size for picture in pictures) < 200_000
