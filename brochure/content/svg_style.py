"""Style rules of an SVG file: ``<style>`` with simple selectors, and ``style`` attributes.

Source: CSS 2.1, chapters 4.1 and 6.4. The normaliser refuses ``<style>``, so the cascade is settled here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from brochure.content.findings import shown
from brochure.content.svg_contract import RefusalError, check_property

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"[.#]?[A-Za-z_][A-Za-z0-9_-]*")
_DECLARATION = re.compile(r"([-a-zA-Z]+)\s*:\s*(\S.*)", re.DOTALL)
_NOT_BLANK = re.compile(r"\S")
_PLAIN = "Write plain rules such as .ink { fill: #000 } with one class, element or id, or attributes on the shapes."


class StyleSheet(Struct, frozen=True):
    """Properties by selector (``path``, ``.ink``, ``#door``), each with the number of its rule."""

    rules: Mapping[str, tuple[tuple[int, str, str], ...]]

    def of(self, tag: str, classes: Iterable[str], id: str) -> dict[str, str]:
        """What the rules say about an element: an id beats a class, a class an element, then the later rule."""
        by_class = [entry for name in dict.fromkeys(classes) for entry in self.rules.get(f".{name}", ())]
        by_class.sort(key=lambda entry: entry[0])
        levels = (self.rules.get(tag, ()), by_class, self.rules.get(f"#{id}", ()))
        return {name: value for level in levels for _, name, value in level}


def declarations(text: str, line: int, refusals: list[RefusalError]) -> dict[str, str]:
    """``name: value; ...`` that starts on ``line``. What is not accepted goes to ``refusals``, with its line."""
    found: dict[str, str] = {}
    for part in _without_comments(text).split(";"):
        start = line + part.count("\n", 0, len(part) - len(part.lstrip()))
        line += part.count("\n")
        if not part.strip():
            continue
        match = _DECLARATION.fullmatch(part.strip())
        try:
            if match is None or "\\" in part or "!" in part:
                message = f"the style {shown(part.strip())} is not understood"
                raise RefusalError("sign-style", message, _PLAIN)
            name, value = match.group(1).lower(), match.group(2)
            check_property(name, value)
            found[name] = value
        except RefusalError as refusal:
            refusal.line = start
            refusals.append(refusal)
    return found


def style_sheet(sheets: Iterable[tuple[int, str]], refusals: list[RefusalError]) -> StyleSheet:
    """All ``<style>`` elements of a file together, each as (line, text)."""
    rules: dict[str, list[tuple[int, str, str]]] = {}
    place = 0
    for line, text in sheets:
        plain = _without_comments(text).replace("<!--", "    ").replace("-->", "   ")
        at = 0
        while found := _NOT_BLANK.search(plain, at):
            match = _RULE.match(plain, at)
            lead = plain[at:] if match is None else match.group(1)
            selectors = [name.strip() for name in lead.split(",")]
            if match is None or not all(_SELECTOR.fullmatch(name) for name in selectors):
                here = line + plain.count("\n", 0, found.start())
                message = f"the style rule {shown(lead.strip())} is not understood"
                refusals.append(RefusalError("sign-style", message, _PLAIN, here))
                break
            block = declarations(match.group(2), line + plain.count("\n", 0, match.start(2)), refusals)
            place += 1
            for name in selectors:
                rules.setdefault(name, []).extend((place, *entry) for entry in block.items())
            at = match.end()
    return StyleSheet({name: tuple(entries) for name, entries in rules.items()})


def _without_comments(text: str) -> str:
    """Comments blanked, line breaks kept, so that lines still count."""
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n") or " ", text)
