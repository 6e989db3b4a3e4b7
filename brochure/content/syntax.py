"""YAML's own complaints in plain words."""

from __future__ import annotations

from typing import Any

from brochure.base.spans import Span
from brochure.content.findings import Findings
from brochure.content.source import Source

_QUOTES = "Put the whole text in double quotes."

# Part of libyaml's problem: code, message, help, and whether the beginning (context) is the place.
_PROBLEMS: tuple[tuple[str, str, str, str, bool], ...] = (
    (
        "invalid Unicode character escape",
        "lone-surrogate",
        "a \\u escape that is half of a character (a surrogate) stands here",
        "Type the character itself in place of the escape.",
        False,
    ),
    (
        "unknown escape character",
        "unknown-escape",
        "a backslash in double quotes begins an escape, and this one does not exist",
        "Write the backslash twice, or put the text in single quotes.",
        False,
    ),
    (
        "hexdecimal number",
        "unknown-escape",
        "the escape after this backslash is not complete",
        "Type the character itself in place of the escape.",
        False,
    ),
    (
        "found unexpected end of stream",
        "yaml-syntax",
        "the quotation mark that begins here is never closed",
        "Close it at the end of the text.",
        True,
    ),
    (
        "found unexpected document indicator",
        "yaml-syntax",
        "the quotation mark that begins here is not closed before the next document",
        "Close it at the end of the text.",
        True,
    ),
    (
        "mapping values are not allowed",
        "yaml-syntax",
        "a colon stands where none may stand, or the line is indented too far",
        f"{_QUOTES} Keys of one group begin in the same column.",
        False,
    ),
    (
        "could not find expected ':'",
        "yaml-syntax",
        "this line has no colon after its key",
        "Write 'key: text'. A text that goes on over several lines stands in quotes.",
        True,
    ),
    (
        "cannot start any token",
        "yaml-syntax",
        "a text cannot begin with this character unless it stands in quotes",
        _QUOTES,
        False,
    ),
    (
        "did not find expected ',' or",
        "yaml-syntax",
        "the bracket that begins here is not closed, or a comma is missing in it",
        "Close the bracket, separate its entries by commas.",
        True,
    ),
    (
        "did not find expected key",
        "yaml-syntax",
        "this does not go on as a 'key: text' line",
        "Keys of one group begin in the same column. Is a quotation mark missing above, or one too many here?",
        False,
    ),
    (
        "did not find expected '-'",
        "yaml-syntax",
        "the list ends here without need",
        "Entries of a list begin with '- ', all in the same column.",
        False,
    ),
    (
        "block sequence entries are not allowed",
        "yaml-syntax",
        "a list cannot begin in the same line as its key",
        f"Begin the list in the next line, or, if it is a text: {_QUOTES.lower()}",
        False,
    ),
    (
        "<document start>",
        "yaml-syntax",
        "this line is indented less than the first line of the file",
        "Keys of one group begin in the same column.",
        False,
    ),
)


def tell_syntax_error(error: Any, source: Source, findings: Findings) -> None:
    """One finding for a :class:`yaml.YAMLError`, at the place a person has to look at."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or "the text cannot be read as YAML")
    if mark is None:
        findings.error("yaml-syntax", "the text cannot be read as YAML", Span(source.file))
        return
    if _tab_indents(source, mark):
        findings.error(
            "tab-indentation",
            "the line is indented with a tab",
            Span(source.file, mark.line + 1, 1),
            "Use spaces, two for each level. Editors can replace tabs by spaces.",
        )
        return
    for part, code, message, help_, at_context in _PROBLEMS:
        if part in problem:
            place = error.context_mark if at_context and error.context_mark else mark
            findings.error(code, message, Span(source.file, place.line + 1, place.column + 1), help_)
            return
    findings.error(
        "yaml-syntax",
        f"YAML cannot go on here: {problem}",
        Span(source.file, mark.line + 1, mark.column + 1),
        _QUOTES,
    )


def _tab_indents(source: Source, mark: Any) -> bool:
    lines = source.text.split("\n")
    if mark.line >= len(lines):
        return False
    line = lines[mark.line]
    return "\t" in line[: len(line) - len(line.lstrip(" \t"))]
