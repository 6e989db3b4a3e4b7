"""Every code of this room is explained."""

from __future__ import annotations

import re
from pathlib import Path


def test_every_code_is_explained(project_root: Path) -> None:
    package = project_root / "brochure"
    sources = [*(package / "exchange").glob("*.py"), package / "pipeline" / "exports.py"]
    codes = {
        code for path in sources for code in re.findall(r'"(exchange-[a-z-]+)"', path.read_text("utf-8"))
    }
    explained = (package / "docs" / "findings.md").read_text(encoding="utf-8")
    assert len(codes) > 10
    assert {code for code in codes if f"\n| `{code}` |" not in explained} == set()
    told = set(re.findall(r"\n\| `(exchange-[a-z-]+)` \|", explained))
    assert told == codes
