"""``brochure/docs/library.md`` as the docstrings give it."""

from __future__ import annotations

import inspect
import textwrap
from enum import StrEnum

from msgspec import Struct

import brochure

HEAD = """\
# The library use

For a program in Python that builds or checks brochures: two functions with frozen, typed results, and nothing else is
promised. This page is made from the docstrings: `UPDATE_GOLDENS=1 python -m pytest -n0 tests/pipeline/test_library.py`.

```python
import brochure

if __name__ == "__main__":
    done = brochure.build("my project", ["ar", "en"], formats=["leaflet"], jobs=2)
    for finding in done.findings:
        print(finding)
    for file in done.files:
        print(file.path, file.pages, file.state)
    if not done.fine:
        raise SystemExit(1)
```

Results and findings are frozen `msgspec.Struct` types; apart from that package, a library is loaded when a function
needs it. Findings are those of [findings.md](findings.md). A call takes the lock of its output folder, as the command
does.
"""

FUNCTIONS = ("build", "check")
RESULTS = ("Built", "Checked", "File")
FINDINGS = ("Finding", "Severity", "Span")
ERRORS = ("BrochureError", "ArgumentsError", "SurroundingsError")


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, names in (
        ("Functions", FUNCTIONS),
        ("Results", RESULTS),
        ("Findings", FINDINGS),
        ("Errors", ERRORS),
    ):
        parts.append(f"## {title}\n")
        parts += [_told(name) for name in names]
    return "\n".join(parts)


def _told(name: str) -> str:
    found = getattr(brochure, name)
    text = inspect.cleandoc(found.__doc__ or "").replace("``", "`")
    return f"### `{name}`\n\n```python\n{signature(name)}\n```\n\n{_plain(text)}\n"


def _plain(text: str) -> str:
    return text.replace(":func:`build`", "`build`")


def signature(name: str) -> str:
    """As it is written, one argument a line where there are many."""
    found = getattr(brochure, name)
    if inspect.isclass(found) and issubclass(found, BaseException):
        parent = found.__bases__[0].__name__
        return f"class {name}({parent}):\n    exit_code = {found.exit_code}\n    message: str\n    next_step: str"
    if inspect.isclass(found) and issubclass(found, StrEnum):
        return f"class {name}(StrEnum):\n" + "\n".join(f'    {each.name} = "{each.value}"' for each in found)
    if inspect.isclass(found):
        return _class(found)
    made = inspect.signature(found)
    lines = []
    keyword_only = False
    for each in made.parameters.values():
        if each.kind is each.KEYWORD_ONLY and not keyword_only:
            lines.append("*,")
            keyword_only = True
        default = "" if each.default is each.empty else f" = {each.default!r}".replace("'", '"')
        lines.append(f"{each.name}: {each.annotation}{default},")
    inside = textwrap.indent("\n".join(lines), "    ")
    return f"{name}(\n{inside}\n) -> {made.return_annotation}"


def _class(found: type) -> str:
    parents = [each.__name__ for each in found.__bases__ if each not in (object, Struct)]
    head = f"class {found.__name__}({', '.join(parents)}):" if parents else f"class {found.__name__}:"
    own = [f"    {name}: {kind}" for name, kind in inspect.get_annotations(found).items()]
    properties = [
        f"    {name}: {inspect.signature(each.fget).return_annotation}  # computed"
        for name, each in vars(found).items()
        if isinstance(each, property) and each.fget
    ]
    return "\n".join([head, *own, *properties])
