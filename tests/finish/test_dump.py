from __future__ import annotations

from finish.by_hand import leaflet

from brochure.finish.dump import dump_tags

EXPECTED = """\
en ltr "You cannot leave" DRAFT
Document #0
  P #1
    | "DRAFT"
  H1 #2
    | "You cannot leave"
  L #3
    LI #4
      LBody #11
        Figure #5 alt "A hand"
        P #6
          | "Someone took your passport."
          | "Call this number, it is free: any day."
  H2 #7
    | "You cannot leave"
  P #8
    Link #9 -> tel:+352621333444
      | "+352 621 333 444"
    Span #10 ~fr
      | "Je parle arabe, s'il vous plaît."
outline p0 #2 "You cannot leave"
outline p0 #7 "Someone took your passport."
"""


def test_the_tree_reads_like_the_page() -> None:
    assert dump_tags(leaflet("en")) == EXPECTED
