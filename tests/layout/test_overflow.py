"""What is said of a mark without its letter; the other findings are tested with documents."""

from __future__ import annotations

from text.declared import SPAN, prepare, words

from brochure.layout.fitting import Paragraph, Setting
from brochure.layout.overflow import lone_marks
from brochure.layout.rooms import Room
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle

ROLE = TypeRole("row", 10, 10, 1.2, "regular", 3)


def test_a_mark_without_its_letter_is_said_with_code_name_unit_and_place() -> None:
    pieces = (words("\u0915 \u093f"),)
    paragraph = Paragraph("s.one", SPAN, pieces, prepare("hi", "\u0915 \u093f"))
    room = Room("top", 0, 0, 100, 0, 100)
    setting = Setting("first", ROLE, room, (paragraph,), ScriptStyle(1.0, 1.25, 0.54))
    (finding,) = lone_marks(setting, "hi", "leaflet")
    assert str(finding) == (
        f"{SPAN.file}:7:14: error[lone-mark]: the mark \u25cc\u093f (U+093F DEVANAGARI VOWEL SIGN I) stands without "
        "its letter, in s.one\n    Type it straight behind its letter, or delete it."
    )
    assert (finding.language, finding.format) == ("hi", "leaflet")
