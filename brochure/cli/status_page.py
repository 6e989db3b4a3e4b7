"""How far every language has come, as one HTML page that needs nothing else: no script, no font, no address outside.

It has no date of its own, so the same content gives the same page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from brochure.base.diagnostics import Finding
from brochure.cli.standing import HEAD, NUMBERS, cells
from brochure.pipeline.status import Standing

_STYLE = """\
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
div { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8888; padding: .35rem .7rem; text-align: start; vertical-align: top }
.n { text-align: end; font-variant-numeric: tabular-nums }
.own { font-weight: 600 }
.wrong { border-inline-start: .3rem solid #c0392b }
"""

_MEANING = (
    ("missing", "units without a text"),
    (
        "inherited",
        "texts that stand in the file of another language, and which; they are read and approved anew",
    ),
    ("stale", "their English has changed since, or nobody has recorded from which English they are"),
    ("draft", "made from the present English; nobody has signed them as they are"),
    ("reviewed", "a second person has read them, as they are"),
    ("approved", "someone answerable has signed them, as they are"),
    ("fits", "whether every text fits, and what had to shrink most: its size, its full size, its floor"),
    ("glyphs", "characters that no font of the project has"),
    ("errors", "of every kind; brochure check says which"),
)


def page(standings: Sequence[Standing], findings: Sequence[Finding]) -> str:
    """The page, in English; names of languages in their own letters and direction."""
    return "\n".join(_parts(standings, findings)) + "\n"


def _parts(standings: Sequence[Standing], findings: Sequence[Finding]) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>How far each language is</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>"
    yield "<h1>How far each language is</h1>\n<div>\n<table>\n<thead>\n<tr>"
    for name in HEAD:
        yield f'<th scope="col"{_number(name)}>{name}</th>'
    yield "</tr>\n</thead>\n<tbody>"
    for each in standings:
        yield from _row(each)
    yield "</tbody>\n</table>\n</div>\n<dl>"
    for name, meaning in _MEANING:
        yield f"<dt><strong>{name}</strong></dt><dd>{meaning}</dd>"
    yield "</dl>\n<p>Who reviewed and who approved is a record, not a proof.</p>"
    if findings:
        yield "<h2>Found in the lists of editions and signs</h2>\n<ul>"
        for finding in findings:
            yield f'<li dir="auto">{escape(str(finding))}</li>'
        yield "</ul>"
    yield "</body>\n</html>"


def _row(each: Standing) -> Iterator[str]:
    yield '<tr class="wrong">' if each.errors else "<tr>"
    for name, cell in zip(HEAD, cells(each), strict=True):
        if name == "language":
            yield f'<th scope="row">{_language(each)}</th>'
        else:
            yield f"<td{_number(name)}>{escape(cell)}</td>"
    yield "</tr>"


def _language(each: Standing) -> str:
    tag = escape(each.language)
    if not each.endonym:
        return tag
    own = f'<bdi class="own" lang="{tag}" dir="{each.direction}">{escape(each.endonym)}</bdi>'
    return f"{own} ({tag})"


def _number(name: str) -> str:
    return ' class="n"' if name in NUMBERS else ""
