from __future__ import annotations

import pytest
from finish.by_hand import leaflet, line_of, page_of_lines, run_of
from msgspec.structs import replace

from brochure.layout.operations import TextLine
from brochure.model.language import Direction
from brochure.paint.reading import LEFT_TO_RIGHT_MARK as LRM
from brochure.paint.reading import RIGHT_TO_LEFT_MARK as RLM
from brochure.paint.reading import for_readers, line_for_readers
from brochure.text.faces import open_face
from brochure.text.lines import Cluster, ClusterGlyph, Line


def texts(line: Line) -> list[str]:
    return [cluster.text for run in line_for_readers(line).runs for cluster in run.clusters]


def test_a_vowel_mark_gets_a_code_of_its_own_left_of_its_letter() -> None:
    line = line_of("أبدًا", "Arab", "ar", "rtl")
    letter, mark = line_for_readers(line).runs[0].clusters[2:4]
    assert (letter.text, mark.text) == ("د", "ً")
    assert mark.x < letter.x
    assert mark.advance > 0


def places(clusters: tuple[Cluster, ...], size: float, per_em: int) -> set[tuple[int, float, int]]:
    """Every glyph: id, x in pt, y in font units."""
    return {(g.gid, round(c.x + g.dx * size / per_em, 6), g.dy) for c in clusters for g in c.glyphs}


@pytest.mark.parametrize("text", ["لا يُدفع لك أجر، أو يُدفع أقل.", "محامٍ. يومًا", "ليلًا ونهارًا", "اللّٰه"])
def test_no_glyph_moves(text: str) -> None:
    line = line_of(text, "Arab", "ar", "rtl", size=10)
    run = line.runs[0]
    per_em = open_face(run.face).units_per_em
    after = line_for_readers(line).runs[0].clusters
    assert places(after, 10, per_em) == places(run.clusters, 10, per_em)


@pytest.mark.parametrize("text", ["لا يُدفع لك أجر، أو يُدفع أقل.", "محامٍ. يومًا", "08:00 ليلًا"])
def test_only_direction_marks_are_added(text: str) -> None:
    assert "".join(texts(line_of(text, "Arab", "ar", "rtl"))).replace(RLM, "") == text


def test_signs_that_readers_take_for_parts_of_numbers_are_marked() -> None:
    said = texts(line_of("نعم، لا. من: هو؟", "Arab", "ar", "rtl"))
    assert [text for text in said if RLM in text] == [f"{RLM}،{RLM}", f"{RLM}.{RLM}", f"{RLM}:{RLM}"]


def test_signs_that_are_mirrored_are_held_by_a_left_to_right_mark() -> None:
    said = texts(line_of("(هو) «لا»", "Arab", "ar", "rtl"))
    assert [text for text in said if RLM in text] == [f"{RLM}{sign}{LRM}{RLM}" for sign in "()«»"]


def test_right_to_left_codes_are_a_hair_wider_than_their_advance() -> None:
    line = line_of("نعم", "Arab", "ar", "rtl", size=10)
    wider = [c.advance for c in line_for_readers(line).runs[0].clusters]
    assert wider == pytest.approx([c.advance + 0.1 for c in line.runs[0].clusters])


@pytest.mark.parametrize(("text", "end"), [("vu-", f"-{LRM}"), ("vu- ", f"-{LRM}"), ("v-u", "u")])
def test_a_hyphen_at_an_end_is_no_mark_of_a_broken_word(text: str, end: str) -> None:
    assert "".join(texts(line_of(text, "Latn", "en", "ltr"))).strip(" ").endswith(end)


def drawn_in(language: str, direction: Direction, *lines: Line, turned: bool = False) -> list[str]:
    pages = for_readers(page_of_lines(lines, language, direction), turned=turned).pages
    return [o.line.text for o in pages[0].operations if isinstance(o, TextLine)]


def test_brackets_at_the_ends_of_latin_words_keep_their_place_among_arabic_lines() -> None:
    name = line_of("(a) Centre (CNVV)", "Latn", "fr", "ltr")
    assert drawn_in("ar", "rtl", name) == [f"{LRM}(a) Centre (CNVV){LRM}"]
    assert drawn_in("fr", "ltr", name) == ["(a) Centre (CNVV)"]


def test_a_number_has_no_break_spaces_only_where_the_file_is_bound_on_the_right() -> None:
    phone, words = line_of("+352 621", "Latn", "ar", "ltr"), line_of("rue 3 b", "Latn", "ar", "ltr")
    assert drawn_in("ar", "rtl", phone, words, turned=True) == ["+352\u00a0621", "rue 3 b"]
    assert drawn_in("ar", "rtl", phone) == drawn_in("fr", "ltr", phone, turned=True) == ["+352 621"]


def test_a_line_in_several_operations_is_one() -> None:
    """A name that is a node of its own cuts its line in three."""
    latin, width = run_of("INFOTRAITE", "Latn", "fr", "ltr", 11, 60)
    words, _ = run_of(" أولًا", "Arab", "ar", "rtl", 11, 0)
    ink = line_of("", "Latn", "en", "ltr").ink
    parts = [Line((run,), 60 + width, ink) for run in (latin, words)]
    page = page_of_lines(parts, "ar", "rtl").pages[0]
    one, other = (o for o in page.operations if isinstance(o, TextLine))
    joined = replace(page, operations=(one, replace(other, baseline=one.baseline)))
    document = replace(page_of_lines(parts, "ar", "rtl"), pages=(joined,))
    last = for_readers(document).pages[0].operations[-1]
    assert isinstance(last, TextLine)
    assert last.line.runs[0].clusters[0].text == f"{RLM} {RLM}"


def test_a_neutral_behind_digits_is_marked_on_both_sides() -> None:
    digits, width = run_of("90", "Latn", "ar", "ltr", 11, 60)
    words, _ = run_of(" يوم", "Arab", "ar", "rtl", 11, 0)
    line = Line((digits, words), 60 + width, line_of("", "Latn", "en", "ltr").ink)
    assert texts(line)[2] == f"{RLM} {RLM}"


def test_only_the_first_neutral_behind_digits_is() -> None:
    digits, width = run_of("90", "Latn", "ar", "ltr", 11, 60)
    words, _ = run_of("! يوم ", "Arab", "ar", "rtl", 11, 0)
    line = Line((digits, words), 60 + width, line_of("", "Latn", "en", "ltr").ink)
    assert [text for text in texts(line) if RLM in text] == [f"{RLM}!{RLM}"]


def test_left_to_right_lines_stay_as_they_are() -> None:
    document = leaflet("en")
    assert for_readers(document) == document


def test_a_character_without_a_glyph_to_itself_shows_the_letter_again() -> None:
    """Lam-alef as one glyph, as house fonts have it."""
    run = line_of("لا", "Arab", "ar", "rtl").runs[0]
    one = Cluster("لا", 5, 6, (ClusterGlyph(71, 0, 0),))
    line = Line((replace(run, clusters=(one,)),), 6, line_of("", "Latn", "en", "ltr").ink)
    lam, alef = line_for_readers(line).runs[0].clusters
    per_em = open_face(run.face).units_per_em
    assert (lam.text, lam.x, lam.glyphs) == ("ل", 5, one.glyphs)
    assert alef.text == "ا"
    assert alef.x < lam.x
    assert places((lam,), run.size, per_em) == places((alef,), run.size, per_em)
