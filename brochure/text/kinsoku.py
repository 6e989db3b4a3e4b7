"""What no line starts with and what no line ends with, beyond what ICU already keeps together.

ICU's rules (UAX 14, LB13) keep Latin, Arabic, Armenian and Chinese stops with their words, over a space too, but let a
line start with those of other scripts once a space stands before them; readers of these scripts do not. Chinese
is kept to the strictest of the four levels of W3C, Requirements for Chinese Text Layout, 6.1.1
(https://www.w3.org/TR/clreq/#prohibition_rules_for_line_start_end), which holds GB/T 15834-2011, 5.1, too.
"""

from __future__ import annotations

import re

# A full stop, comma or sign of repetition of a script that is often typed with a space before it.
_NEVER_FIRST = (
    "\u0964\u0965"  # danda, double danda: UAX 14, BA; https://www.w3.org/TR/ilreq/
    "\u1361-\u1368"  # wordspace and all stops: https://www.w3.org/TR/elreq/, line breaking
    "\u0e2f\u0e46\u0eaf\u0ec6"  # paiyannoi, mai yamok; Lao ellipsis, ko la: Royal Society of Thailand, spacing
    "\u17d4-\u17d7\u17da"  # khan, bariyoosan, camnuc pii kuuh, lek too: https://www.w3.org/International/sealreq/khmer/
    "\u104a\u104b"  # little section, section: UAX 14, BA
)
# A number's sign does not leave it: SI Brochure, 9th edition, 5.4.3 and 5.4.7.
_AFTER_NUMBER = "%\u2030\u2031\u00b0\u2032\u2033\u2103\u2109\u066a\u20ac"
# A dash that touches a word on one side alone stays with it: RAE, Ortografía de la lengua española 2010, raya.
_OPENING_DASH = re.compile(r"(?:(?<=[\s(\u00ab\u201c])|^)[\u2013-\u2015](?=\w)")
_CLOSING_DASH = re.compile(r"(?<=[\w.!?\u2026\u00bb\u201d])(?=[\u2013-\u2015](?:[\s.,;:!?)]|$))")
_AFTER_SPACE = re.compile(rf" +(?=[{_NEVER_FIRST}])|(?<=\d) +(?=[{_AFTER_NUMBER}])")
_RANGE = re.compile(r"(?<=\d)\u2013(?=\d)")

# Interpunct, solidus, connectors, dashes; the ellipsis is kept by ICU. Nor does a line end with a solidus (GB, 5.1.9).
_HAN = re.compile(r"(?=[\u00b7\u2027\u30fb/\uff0f\uff5e\u301c\u2013-\u2015\u2e3a])|(?<=[/\uff0f])")
# A dash keeps to the word before it, but for one that opens a speech: Мильчин, Чельцова, Справочник издателя и автора.
_DASH = re.compile(r"(?<![.!?\u2026:\s]) +(?=[\u2013\u2014] )")

# What a rule looks for: where none of it is in a text, the rule need not be asked.
_SIGNS = re.compile(f"[{_NEVER_FIRST}{_AFTER_NUMBER}]")
_DASHES = re.compile("[\u2013-\u2015]")

_DASH_NEVER_FIRST = frozenset({"ru", "uk", "be", "bg"})


def forbidden_places(text: str, language: str) -> set[int]:
    """Offsets, in code points, at which no line may start. ``language``: the first part of its BCP 47 tag."""
    rules = [_HAN] if language == "zh" else []
    if _SIGNS.search(text):
        rules.append(_AFTER_SPACE)
    if _DASHES.search(text):
        rules += [_OPENING_DASH, _CLOSING_DASH, _RANGE]
        rules += [_DASH] if language in _DASH_NEVER_FIRST else []
    return {match.end() for rule in rules for match in rule.finditer(text)}
