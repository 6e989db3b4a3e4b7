"""The real project with two of its languages and the fonts of these: what a font changes is soon told there."""

import shutil
from pathlib import Path

import yaml

FAMILIES = ("noto-sans", "noto-sans-thai")


def english_and_thai(project_root: Path, root: Path) -> Path:
    """Made in ``root``, which is not there yet."""
    for folder in ("content", "pictograms"):
        shutil.copytree(project_root / folder, root / folder)
    for family in FAMILIES:
        shutil.copytree(project_root / "fonts" / family, root / "fonts" / family)
    declared = yaml.safe_load((project_root / "fonts" / "fonts.yaml").read_text(encoding="utf-8"))
    declared["families"] = {name: declared["families"][name] for name in FAMILIES}
    declared["scripts"] = {script: [f] for script, (f,) in declared["scripts"].items() if f in FAMILIES}
    (root / "fonts" / "fonts.yaml").write_text(yaml.safe_dump(declared, sort_keys=False), encoding="utf-8")
    edition = root / "content" / "editions" / "luxembourg.yaml"
    lines = edition.read_text(encoding="utf-8").splitlines(keepends=True)
    two = ["languages: [en, th]\n" if line.startswith("languages: [") else line for line in lines]
    edition.write_text("".join(two), encoding="utf-8")
    return root
