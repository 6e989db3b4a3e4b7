"""Every code that the rooms state and pipeline can say is documented."""

import ast
from pathlib import Path


def test_every_code_is_documented(project_root: Path) -> None:
    package = project_root / "brochure"
    documented = (package / "docs" / "findings.md").read_text(encoding="utf-8")
    said = {
        node.args[0].value
        for room in ("state", "pipeline")
        for path in (package / room).glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Finding"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert said == {
        "approval-unit-gone",
        "approval-void",
        "cannot-write",
        "draft-package",
        "fact-expired",
        "file-changed",
        "manifest-rebuilt",
        "no-quick-exit",
        "not-conforming",
        "not-judged",
        "not-recorded",
        "not-releasable",
        "nothing-listed",
        "stale",
        "stranger-font",
        "unknown-person",
    }
    assert [code for code in said if f"`{code}`" not in documented] == []
