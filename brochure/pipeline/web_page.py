"""The page in front of the files for the screen: every language by its own name, and a way to be gone at once.

It loads nothing, needs no script but for leaving faster, and keeps nothing. The letters of the names are in it: a
borrowed phone or a library's computer may have no font for them. Its Content-Security-Policy allows its own style and
script by their hashes, fonts and an icon from within, and nothing else (https://www.w3.org/TR/CSP3/); no address that
it leads to is told where the reader comes from. The same content gives the same page.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct

from brochure.model.edition import QuickExit
from brochure.model.language import Direction, Language

_STYLE = """
html { scroll-padding-top: 5rem }
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #595959; --line: #767676; --link: #0b4f8a }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181b; --ink: #f2f2f2; --soft: #b8bcc2; --line: #8a8f96; --link: #9ccbff }
}
* { box-sizing: border-box }
html[hidden] { display: none }
body { background: var(--paper); color: var(--ink); font-family: var(--latin); font-size: 1.125rem;
  line-height: 1.5; margin: 0 }
header, main { margin: 0 auto; max-width: 64rem; padding: .75rem 1rem }
header { background: var(--paper); position: sticky; top: 0; display: flex; justify-content: flex-end }
a { color: var(--link) }
a:focus-visible { outline: .2rem solid var(--link); outline-offset: .15rem }
.exit { background: var(--ink); border: 2px solid var(--ink); border-radius: .4rem; color: var(--paper);
  display: inline-block; font-size: 1.25rem; min-height: 3rem; padding: .55rem 1.1rem; text-decoration: none }
h1 { font-size: 1.4rem; font-weight: 400; line-height: 1.3; margin: 0 0 1rem }
.draft { border: 2px solid; display: inline-block; margin: 0 0 1rem; padding: .1rem .6rem }
ul { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
  list-style: none; margin: 0; padding: 0 }
li { border: 1px solid var(--line); border-radius: .4rem; display: flex; flex-direction: column }
li a { display: block; min-height: 3rem; padding: .6rem .9rem }
.own { display: block; font-size: 1.6rem; line-height: var(--leading, 1.6) }
.says { display: block; line-height: var(--leading, 1.6) }
.first { flex: 1; text-decoration: none }
.first .own { text-decoration: underline; text-underline-offset: .25em }
.also { border-top: 1px solid var(--line) }
small, .also { font-family: var(--latin) }
small { color: var(--soft); font-size: .9rem; white-space: nowrap }
"""

_ANY = ("system-ui", "sans-serif")
"""For a browser that takes no fonts from a page."""

# Escape, too: who is watched may have no time to aim. A page that the browser kept is shown again when one comes back.
_SCRIPT = """
(function () {
  var page = document.documentElement, exit = document.getElementById("exit");
  function leave(event) {
    event.preventDefault();
    page.hidden = true;
    document.title = "\\u2026";
    location.replace(exit.href);
  }
  exit.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") leave(event); });
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
})();
"""


class WebFile(Struct, frozen=True):
    """``name``: beside the page. ``paper``: of one that is made for paper (``A4``), "" for one made for a phone.
    ``size``: bytes.
    """

    name: str
    paper: str
    size: int

    @property
    def told(self) -> str:
        """What it is, in signs that need no language."""
        kilobytes = max(1, round(self.size / 1000))
        return " · ".join((*([self.paper] if self.paper else []), "PDF", f"{kilobytes} kB"))


class Entry(Struct, frozen=True):
    """A language. ``own``: its own name, with its country or script where another is called the same. ``says``: the
    neutral title of its files, in its own words. ``fonts``: names of those that its words need. ``files``: the one
    for most readers first.
    """

    language: Language
    own: str
    says: str
    fonts: tuple[str, ...]
    files: tuple[WebFile, ...]


class WebPage(Struct, frozen=True):
    """``tag`` and ``direction``: the language of the services, in which ``title`` and the button are. ``fonts``: by
    name, reduced to the words of the page; that of Latin first. ``entries``: in the order in which a reader looks
    for a name.
    """

    tag: str
    direction: Direction
    title: str
    exit: QuickExit
    draft: bool
    fonts: Mapping[str, bytes]
    entries: Sequence[Entry]

    @property
    def data(self) -> bytes:
        """UTF-8."""
        return ("\n".join(self._parts()) + "\n").encode()

    @property
    def _style(self) -> str:
        faces = (
            f"@font-face {{ font-family: {name}; src: url(data:font/ttf;base64,{_base64(data)}) }}\n"
            for name, data in self.fonts.items()
        )
        own = (
            f'li[lang="{each.language.tag}"] {{ font-family: {", ".join((*each.fonts, *_ANY))}{_leading(each)} }}\n'
            for each in self.entries
        )
        latin = ", ".join((*list(self.fonts)[:1], *_ANY))
        return "".join(("\n", *faces, f":root {{ --latin: {latin} }}", _STYLE, *own))

    def _parts(self) -> Iterator[str]:
        style = self._style
        yield f'<!doctype html>\n<html lang="{escape(self.tag)}" dir="{self.direction}">\n<head>'
        yield '<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">'
        yield '<meta name="referrer" content="no-referrer">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        # Without it a browser asks the server for favicon.ico.
        yield '<link rel="icon" href="data:,">'
        yield f"<title>{escape(self.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>"
        yield (
            f'<a id="exit" class="exit" href="{escape(self.exit.address)}" rel="noreferrer nofollow"'
            f' aria-keyshortcuts="Escape"><span aria-hidden="true">✕</span> {escape(self.exit.label)}</a>'
        )
        yield "</header>\n<main>"
        if self.draft:
            yield '<p class="draft" lang="en" dir="ltr">DRAFT</p>'
        yield f"<h1>{escape(self.title)}</h1>"
        yield '<ul role="list">'
        for entry in self.entries:
            yield from _entry(entry)
        yield f"</ul>\n</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>"


def _leading(entry: Entry) -> str:
    """Nastaliq climbs from word to word and needs the height of two lines."""
    return "; --leading: 2.4" if entry.language.script == "Aran" else ""


def _entry(entry: Entry) -> Iterator[str]:
    language, (first, *others) = entry.language, entry.files
    tag = escape(language.tag)
    yield f'<li lang="{tag}" dir="{language.direction}">'
    says = f'<span class="says">{escape(entry.says)}</span> ' if entry.says else ""
    yield (
        f'<a class="first" href="{escape(first.name)}" hreflang="{tag}" type="application/pdf">'
        f'<span class="own">{escape(entry.own)}</span> {says}{_told(first)}</a>'
    )
    for each in others:
        name = escape(f"{each.told}, {entry.own}")
        yield (
            f'<a class="also" href="{escape(each.name)}" hreflang="{tag}" type="application/pdf"'
            f' aria-label="{name}">{_told(each)}</a>'
        )
    yield "</li>"


def _told(file: WebFile) -> str:
    return f'<small><bdi dir="ltr" lang="en">{escape(file.told)}</bdi></small>'


def _policy(style: str) -> str:
    own = {"style-src": _hash(style), "script-src": _hash(_SCRIPT)}
    allowed = {**own, "font-src": "data:", "img-src": "data:"}
    refused = ("default-src", "base-uri", "form-action")
    rules = [f"{name} 'none'" for name in refused] + [f"{name} {what}" for name, what in allowed.items()]
    return "; ".join(rules)


def _hash(text: str) -> str:
    """As CSP names what stands in the page itself (CSP 3, 2.3.1)."""
    return f"'sha256-{_base64(hashlib.sha256(text.encode()).digest())}'"


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
