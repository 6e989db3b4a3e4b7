"""The page on new formats, followed to the letter."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.copied import TODAY, change

from brochure.pipeline.build import build
from brochure.pipeline.request import Request
from brochure.pipeline.rooms import ROOMS

PAGE = "brochure/docs/new-format.md"


def boxes(project_root: Path) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", (project_root / PAGE).read_text(encoding="utf-8"), re.DOTALL)


def marked(text: str, after: str) -> str:
    """The first list of formats behind ``after`` names the slip too."""
    start = text.index(after)
    return text[:start] + text[start:].replace(" formats: [", " formats: [slip, ", 1)


def test_who_copies_the_boxes_has_a_format(project_root: Path, root: Path) -> None:
    places, blocks = boxes(project_root)
    (root / "content" / "formats" / "slip.yaml").write_text(places, encoding="utf-8")
    with (root / "content" / "brochure.yaml").open("a", encoding="utf-8") as structure:
        structure.write(blocks)
    english = root / "content" / "languages" / "en.yaml"
    for unit in ("  title:\n", "    no_name:\n"):
        english.write_text(marked(english.read_text(encoding="utf-8"), unit), encoding="utf-8")
    edition = "content/editions/luxembourg.yaml"
    change(root, edition, "formats: [leaflet]", "formats: [leaflet, slip]")
    facts = root / edition
    facts.write_text(marked(facts.read_text(encoding="utf-8"), "  infotraite:\n"), encoding="utf-8")
    languages = ("en", "ar", "ur", "de", "th", "zh-Hans")
    asked = Request(root, root / "build", TODAY, languages, formats=("slip",))
    outcome = build(asked, ROOMS)
    assert [str(finding) for finding in outcome.findings] == []
    assert {line.output.name for line in outcome.lines} == {
        f"{target}/slip-{tag}.pdf" for target in ("screen", "print") for tag in languages
    }
    assert (
        ROOMS.compare(
            {
                tag: (root / f"build/luxembourg/print/slip-{tag}.pdf").read_bytes()
                for tag in ("en", "de", "th")
            }
        )
        == ()
    )
