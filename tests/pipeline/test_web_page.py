"""The page by itself: several files of a language, odd words, and a policy that fits what stands in it."""

from __future__ import annotations

import base64
import hashlib
import re

from msgspec.structs import replace

from brochure.base.spans import Span
from brochure.model.edition import QuickExit
from brochure.model.language import Language
from brochure.pipeline.web_page import Entry, WebFile, WebPage

ARABIC = Language("ar", "Arab", "rtl", "العربية", "arabe")
PAGE = WebPage(
    tag="fr",
    direction="ltr",
    title="Aide <et> informations",
    exit=QuickExit("https://example.org/?a=1&b=2", "Quitter", Span("x")),
    draft=False,
    fonts={"f0": b"latin", "f1": b"arabic"},
    entries=[
        Entry(
            ARABIC,
            "العربية",
            "أرقام مفيدة",
            ("f1",),
            (WebFile("phone-ar.pdf", "", 119_600), WebFile("leaflet-ar.pdf", "A4", 400)),
        )
    ],
)


def text(page: WebPage) -> str:
    return page.data.decode()


def test_the_first_file_is_the_name_the_others_say_what_they_are() -> None:
    shown = text(PAGE)
    assert '<a class="first" href="phone-ar.pdf" hreflang="ar" type="application/pdf">' in shown
    assert '<span class="own">العربية</span> <span class="says">أرقام مفيدة</span>' in shown
    assert "PDF · 120 kB" in shown
    assert (
        'href="leaflet-ar.pdf" hreflang="ar" type="application/pdf" aria-label="A4 · PDF · 1 kB, العربية"'
        in shown
    )


def test_words_are_words() -> None:
    shown = text(PAGE)
    assert "<title>Aide &lt;et&gt; informations</title>" in shown
    assert 'href="https://example.org/?a=1&amp;b=2"' in shown


def test_a_draft_says_so_before_anything_else_is_read() -> None:
    assert "DRAFT" not in text(PAGE)
    draft = text(replace(PAGE, draft=True))
    assert draft.index(">DRAFT<") < draft.index("<h1>")


def test_the_policy_allows_what_stands_here_and_nothing_else() -> None:
    shown = text(PAGE)
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', shown)[0]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    def sum_of(name: str) -> str:
        stands = re.findall(rf"<{name}>(.*?)</{name}>", shown, re.DOTALL)[0].encode()
        return f"'sha256-{base64.b64encode(hashlib.sha256(stands).digest()).decode()}'"

    assert rules == {
        **dict.fromkeys(("default-src", "base-uri", "form-action"), "'none'"),
        "style-src": sum_of("style"),
        "script-src": sum_of("script"),
        "font-src": "data:",
        "img-src": "data:",
    }
    assert " style=" not in shown
    assert " onclick=" not in shown


def test_the_fonts_are_in_it() -> None:
    shown = text(PAGE)
    assert f"font-family: f1; src: url(data:font/ttf;base64,{base64.b64encode(b'arabic').decode()})" in shown
    assert 'li[lang="ar"] { font-family: f1, system-ui, sans-serif }' in shown
    urdu = replace(PAGE.entries[0], language=Language("ur", "Aran", "rtl", "اردو", "ourdou"))
    assert "sans-serif; --leading: 2.4 }" in text(replace(PAGE, entries=[urdu]))
    assert "--leading: 2.4" not in shown
    assert "--latin: f0, system-ui, sans-serif" in shown
