"""The house holds: the import table of design.md 4, and the rules a reader of the code may lean on.

Nothing of the package is imported here: every rule reads the source through ``ast``. Each rule is a function from the
package's folder to complaints; each is shown a bad tree once, so that it is known to bark.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "brochure"

ROOMS = (
    *("base", "model", "content", "state", "text", "layout", "impose", "paint", "finish"),
    *("raster", "check", "exchange", "pipeline", "preview", "cli"),
)
"""A module imports only from its own room and the rooms before it."""

CLOSED = {room: {"content", "state"} for room in ("text", "layout", "impose", "paint", "finish")}
"""Rooms that a room may not enter although they come before it: the typesetter gets the model handed in."""

TYPES_ALONE = {
    "check": {
        **{room: set[str]() for room in ("impose", "paint", "finish")},
        "text": {"brochure.text.lines"},
        "layout": {"brochure.layout.operations"},
    }
}
"""What the checker may know of the writer: its types, none of its deeds."""

OUTSIDE = {
    "content": {"yaml", "babel", "phonenumbers", "picosvg", "lxml"},
    "state": {"ruamel"},
    "text": {"uharfbuzz", "bidi", "icu4py", "arabic_reshaper"},
    "layout": {"segno"},
    "paint": {"reportlab"},
    "finish": {"reportlab", "uharfbuzz"},
    "raster": {"pypdfium2", "PIL"},
    "check": {"pikepdf", "page", "pypdfium2"},
    "exchange": {"lxml", "polib", "openpyxl"},
    "preview": {"starlette", "uvicorn", "watchfiles", "anyio", "babel"},
    "cli": {"click", "rich"},
}
"""Outside packages by room, by import name; a room that is not here has the standard library and ``EVERYWHERE``."""

EVERYWHERE = {"msgspec"}
"""What the frozen types between the rooms are made of."""

LINES_OF_A_MODULE = 400
LINES_OF_A_FUNCTION = 40
EMPTY_NAMES = re.compile(r"utils?|helpers?|common|managers?|process(es|ing|or)?|misc", re.IGNORECASE)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, ast.ClassDef)


@dataclass(frozen=True, slots=True)
class Module:
    """One source file. ``name``: dotted, without ``__init__``. ``room``: "" for the package itself."""

    name: str
    room: str
    is_package: bool
    lines: int
    tree: ast.Module

    @property
    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and dotted name of all that is imported, at whatever depth; ``from a import b`` gives ``a.b``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((node.lineno, f"{self._base(node)}.{alias.name}") for alias in node.names)

    def _base(self, node: ast.ImportFrom) -> str:
        if node.level == 0:
            return node.module or ""
        parts = self.name.split(".")
        parts = parts[: len(parts) - node.level + self.is_package]
        return ".".join([*parts, *([node.module] if node.module else [])])


@cache
def modules(package: Path) -> list[Module]:
    """Every source file below a package's folder."""
    found = []
    for path in sorted(package.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        parts = path.relative_to(package.parent).with_suffix("").parts
        is_package = parts[-1] == "__init__"
        dotted = parts[:-1] if is_package else parts
        room = parts[1] if len(parts) > 2 else ""
        tree = ast.parse(source, str(path))
        found.append(Module(".".join(dotted), room, is_package, len(source.splitlines()), tree))
    return found


def room_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if parts[0] == "brochure" and len(parts) > 1 else ""


def unknown_rooms(package: Path) -> Iterator[str]:
    """Folders that have no place in the table."""
    for module in modules(package):
        if module.room and module.room not in ROOMS:
            yield f"{module.name}: no room {module.room} in the import table"


def imports_of_later_rooms(package: Path) -> Iterator[str]:
    """Imports against the order of rooms, or into a room that is closed."""
    for module in modules(package):
        for line, name in module.imports:
            room = room_of(name)
            if room not in ROOMS or module.room not in ROOMS:
                continue
            if ROOMS.index(room) > ROOMS.index(module.room) or room in CLOSED.get(module.room, ()):
                yield f"{module.name}:{line}: {module.room} may not import {name}"


def deeds_of_the_writer(package: Path) -> Iterator[str]:
    """More than types that the checker takes from the writer."""
    for module in modules(package):
        allowed = TYPES_ALONE.get(module.room, {})
        for line, name in module.imports:
            room = room_of(name)
            if room in allowed and not any(f"{name}.".startswith(f"{known}.") for known in allowed[room]):
                yield f"{module.name}:{line}: {module.room} may only know types, not {name}"


def packages_of_other_rooms(package: Path) -> Iterator[str]:
    """Outside packages in a room that may not know them."""
    for module in modules(package):
        for line, name in module.imports:
            top = name.partition(".")[0]
            if top not in {"brochure", *sys.stdlib_module_names, *EVERYWHERE, *OUTSIDE.get(module.room, ())}:
                yield f"{module.name}:{line}: {module.room or 'the package'} may not import {top}"


def hidden_imports(package: Path) -> Iterator[str]:
    """Imports that the rules above cannot read."""
    for module in modules(package):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and last_word(node.func) in {"__import__", "import_module"}:
                yield f"{module.name}:{node.lineno}: import statements only"


def cycles(package: Path) -> Iterator[str]:
    """Modules that import each other, late imports included."""
    found = modules(package)
    names = {module.name for module in found}
    graph: dict[str, set[str]] = {}
    for module in found:
        imported = {name if name in names else name.rpartition(".")[0] for _, name in module.imports}
        graph[module.name] = (imported & names) - ({module.name} if module.is_package else set())
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield f"import cycle: {' -> '.join(error.args[1])}"


def long_modules(package: Path) -> Iterator[str]:
    """Modules of more than one idea."""
    for module in modules(package):
        if module.lines > LINES_OF_A_MODULE:
            yield f"{module.name}: {module.lines} lines"


def long_functions(package: Path) -> Iterator[str]:
    """Functions over the limit; decorators and the docstring are not counted, they are there to be read."""
    for module in modules(package):
        for node in ast.walk(module.tree):
            if not isinstance(node, FUNCTIONS):
                continue
            first = node.body[0]
            documented = ast.get_docstring(node) is not None
            spared = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            lines = (node.end_lineno or 0) - node.lineno + 1 - spared
            if lines > LINES_OF_A_FUNCTION:
                yield f"{module.name}:{node.lineno}: {node.name} has {lines} lines"


def empty_names(package: Path) -> Iterator[str]:
    """Names that say nothing of what is inside."""
    for module in modules(package):
        defined = [(1, module.name.rpartition(".")[2])]
        defined += [(n.lineno, n.name) for n in ast.walk(module.tree) if isinstance(n, DEFINITIONS)]
        for line, name in defined:
            words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
            if any(EMPTY_NAMES.fullmatch(word) for word in words):
                yield f"{module.name}:{line}: the name {name} says nothing"


def undocumented(package: Path) -> Iterator[str]:
    """Public modules, classes and functions without a docstring."""
    for module in modules(package):
        if ast.get_docstring(module.tree) is None:
            yield f"{module.name}: no docstring"
        for node in module.tree.body:
            if not isinstance(node, DEFINITIONS) or node.name.startswith("_"):
                continue
            if ast.get_docstring(node) is None:
                yield f"{module.name}:{node.lineno}: {node.name} has no docstring"


def prints(package: Path) -> Iterator[str]:
    """Words for the user outside ``cli``. Bytes for a parent process (``sys.stdout.buffer``) are none."""
    for module in modules(package):
        for node in ast.walk(module.tree):
            if module.room == "cli" or not isinstance(node, ast.Call | ast.Attribute):
                continue
            called = isinstance(node, ast.Call) and last_word(node.func) in {"print", "echo", "secho"}
            if called or ast.unparse(node) in {"sys.stdout.write", "sys.stderr.write"}:
                yield f"{module.name}:{node.lineno}: only cli prints"


def last_word(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


Rule = Callable[[Path], Iterator[str]]

BAD: list[tuple[Rule, dict[str, str], str]] = [
    (unknown_rooms, {"attic/box.py": ""}, "brochure.attic.box: no room attic in the import table"),
    (
        imports_of_later_rooms,
        {"text/lines.py": "def f():\n    from brochure.layout.pages import x\n"},
        "brochure.text.lines:2: text may not import brochure.layout.pages.x",
    ),
    (
        imports_of_later_rooms,
        {"text/lines.py": "from ..paint import colours\n"},
        "brochure.text.lines:1: text may not import brochure.paint.colours",
    ),
    (
        imports_of_later_rooms,
        {"model/__init__.py": "from ..cli import main\n"},
        "brochure.model:1: model may not import brochure.cli.main",
    ),
    (
        imports_of_later_rooms,
        {"layout/pages.py": "import brochure.content.words\n"},
        "brochure.layout.pages:1: layout may not import brochure.content.words",
    ),
    (
        deeds_of_the_writer,
        {
            "check/ink.py": "from brochure.layout.operations import Fill\nfrom brochure.text.shape import shape\n"
        },
        "brochure.check.ink:2: check may only know types, not brochure.text.shape.shape",
    ),
    (
        deeds_of_the_writer,
        {"check/ink.py": "from brochure.finish import file\n"},
        "brochure.check.ink:1: check may only know types, not brochure.finish.file",
    ),
    (
        packages_of_other_rooms,
        {"model/unit.py": "import json\nif True:\n    import yaml.nodes\n"},
        "brochure.model.unit:3: model may not import yaml",
    ),
    (
        packages_of_other_rooms,
        {"box.py": "import click\n"},
        "brochure.box:1: the package may not import click",
    ),
    (
        hidden_imports,
        {"text/lines.py": "import importlib\nimportlib.import_module('yaml')\n"},
        "brochure.text.lines:2: import statements only",
    ),
    (
        cycles,
        {"text/a.py": "from brochure.text import b\n", "text/b.py": "def f():\n    from .a import x\n"},
        "import cycle: brochure.text.a -> brochure.text.b -> brochure.text.a",
    ),
    (long_modules, {"base/long.py": "x = 1\n" * 401}, "brochure.base.long: 401 lines"),
    (
        long_functions,
        {"base/long.py": "class A:\n    def f(self):\n        '''What it does.'''\n" + 40 * "        self\n"},
        "brochure.base.long:2: f has 41 lines",
    ),
    (empty_names, {"base/text_utils.py": ""}, "brochure.base.text_utils:1: the name text_utils says nothing"),
    (
        empty_names,
        {"base/a.py": "class FontManager:\n    pass\n"},
        "brochure.base.a:1: the name FontManager says nothing",
    ),
    (undocumented, {"base/a.py": "x = 1\n"}, "brochure.base.a: no docstring"),
    (
        undocumented,
        {"base/a.py": "'''A.'''\n\ndef _f(): ...\n\ndef f(): ...\n"},
        "brochure.base.a:5: f has no docstring",
    ),
    (prints, {"text/a.py": "print(1)\n"}, "brochure.text.a:1: only cli prints"),
    (prints, {"text/a.py": "import sys\nsys.stderr.write('')\n"}, "brochure.text.a:2: only cli prints"),
]

RULES = list(dict.fromkeys(rule for rule, _, _ in BAD))

GOOD = {
    "__init__.py": "'''The package.'''\n",
    "base/__init__.py": "'''A room.'''\n",
    "base/spans.py": "'''Spans.'''\n\nimport re\n\n\nclass Preprocess:\n    '''Not one of the names.'''\n",
    "text/__init__.py": "'''A room.'''\n",
    "text/lines.py": "'''Lines.'''\n\nfrom brochure.base.spans import Preprocess\nfrom . import runs\n",
    "text/runs.py": "'''Runs.'''\n\nimport uharfbuzz\n",
    "check/__init__.py": "'''A room.'''\n",
    "check/numbers.py": "'''Numbers.'''\n\nfrom brochure.text.lines import Line\n",
    "cli/__init__.py": "'''A room.'''\n",
    "cli/main.py": "'''Main.'''\n\nimport click\n\nprint(click)\n",
}


def write_tree(folder: Path, files: dict[str, str]) -> Path:
    package = folder / "brochure"
    for name, source in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return package


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    complaints = "\n".join(rule(PACKAGE))
    assert not complaints, f"\n{complaints}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_good_tree_has_no_complaint(rule: Rule, tmp_path: Path) -> None:
    assert list(rule(write_tree(tmp_path, GOOD))) == []


@pytest.mark.parametrize(("rule", "files", "complaint"), BAD)
def test_a_bad_tree_is_named(rule: Rule, files: dict[str, str], complaint: str, tmp_path: Path) -> None:
    assert complaint in list(rule(write_tree(tmp_path, files)))


def test_the_package_is_read_at_all() -> None:
    """An empty folder would keep every rule."""
    assert {module.room for module in modules(PACKAGE)} >= {"base", "model", "check"}
