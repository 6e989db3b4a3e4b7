"""A document is laid out: mirrored places, fixed areas, order of reading, what does not fit."""

from __future__ import annotations

import pytest
from layout.half import PHONE, HalfTypesetter, make_document

from brochure.base.lengths import mm, to_mm
from brochure.layout.document import lay_out
from brochure.layout.dump import dump_operations
from brochure.layout.operations import (
    Artifact,
    Fill,
    Node,
    PlacedDocument,
    Role,
    SignDrawing,
    Stroke,
    TextLine,
)

SHEET = mm(297)


def place(direction: str = "ltr", **changes: object) -> PlacedDocument:
    return lay_out(make_document(direction, **changes), HalfTypesetter()).document  # type: ignore[arg-type]


def leaves(node: Node) -> list[Node]:
    return [node] if not node.children else [leaf for child in node.children for leaf in leaves(child)]


def test_every_operation_belongs_to_a_leaf_or_is_an_artifact() -> None:
    placed = place()
    owners = {leaf.id for leaf in leaves(placed.root)}
    for operation in placed.pages[0].operations:
        assert isinstance(operation.tag, Artifact) or operation.tag in owners


def test_node_ids_count_up_in_reading_order() -> None:
    def ids(node: Node) -> list[int]:
        return [node.id, *(i for child in node.children for i in ids(child))]

    found = ids(place().root)
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_words_are_painted_in_reading_order() -> None:
    placed = place()
    painted = [op.tag for op in placed.pages[0].operations if isinstance(op, TextLine)]
    assert painted == sorted(painted)  # type: ignore[type-var]


def test_draft_is_the_first_thing_read() -> None:
    words = [op for op in place().pages[0].operations if isinstance(op, TextLine)]
    assert words[0].line.text == "DRAFT"


def test_an_approved_document_carries_no_stamp() -> None:
    words = [op.line.text for op in place(draft=False).pages[0].operations if isinstance(op, TextLine)]
    assert "DRAFT" not in words


def test_stamp_stands_at_the_end_corner() -> None:
    for direction, left in (("ltr", 8 + 85 - 15), ("rtl", 297 - 8 - 85)):
        frame = next(op for op in place(direction).pages[0].operations if isinstance(op, Stroke))
        assert to_mm(frame.outline.segments[0].points[0]) == pytest.approx(left)
        assert to_mm(frame.outline.segments[0].points[1]) == pytest.approx(5.2)


def test_right_to_left_is_the_mirror_of_left_to_right() -> None:
    one, other = place("ltr").pages[0], place("rtl").pages[0]
    for a, b in zip(one.operations, other.operations, strict=True):
        if isinstance(a, SignDrawing) and isinstance(b, SignDrawing):
            assert b.place.x == pytest.approx(SHEET - a.place.right)
            assert (a.mirrored, b.mirrored) == (False, True)
        if isinstance(a, TextLine) and isinstance(b, TextLine):
            assert a.baseline == b.baseline
            if a.line.text != "+352":
                assert b.x == pytest.approx(SHEET - a.x - a.line.width)
    assert other.folds[0] == pytest.approx(SHEET - one.folds[0])
    assert other.panels[0][1].x == pytest.approx(SHEET - one.panels[0][1].right)


def test_coloured_areas_do_not_follow_the_words() -> None:
    short, long = (
        place(row_text="No."),
        place(row_text="You work without rest, even when you are sick or hurt."),
    )
    areas = [[op for op in p.pages[0].operations if isinstance(op, Fill)] for p in (short, long)]
    assert areas[0] == areas[1]


def test_row_is_centred_on_its_sign() -> None:
    op = next(o for o in place().pages[0].operations if isinstance(o, TextLine) and o.address == "s.one")
    middle = mm(29 + 13.5 / 2)
    assert op.baseline - 0.54 * 12 / 2 == pytest.approx(middle)


def test_one_role_has_one_size() -> None:
    long = "You work without any rest at all, all day long, every single day and night, even when sick."
    placed = place(row_text=long)
    size = dict(placed.sizes)["row"]
    assert 10 <= size < 12
    rows = [o for o in placed.pages[0].operations if isinstance(o, TextLine) and o.address.startswith("s.")]
    assert {run.size for o in rows if o.address != "s.heading" for run in o.line.runs} == {size}


def test_what_does_not_fit_is_said_with_millimetres_panel_unit_and_characters() -> None:
    text = " ".join(["word"] * 60)
    laid = lay_out(make_document("ltr", text), HalfTypesetter())
    (finding,) = laid.findings
    assert finding.code == "overflow"
    assert "s.one does not fit in panel first" in finding.message
    assert "mm too high" in finding.message
    assert "at 10 pt, the smallest size allowed for row" in finding.message
    # 68 mm hold 38 characters of half an em at 10 pt: seven words and a space, then 38 more; 299 - 35 - 38 are too many
    assert finding.help.startswith("Shorten it by about 226 of its 299 characters")
    assert finding.span.line == 3
    painted = [o.line.text for o in laid.document.pages[0].operations if isinstance(o, TextLine)]
    assert " ".join(painted).count("word") == 60, "nothing is lost, the page shows what is wrong"


def test_a_missing_glyph_is_a_finding_with_code_point_and_unit() -> None:
    laid = lay_out(make_document("ltr", "Stop \U000e0fff now"), HalfTypesetter())
    assert [f.code for f in laid.findings] == ["missing-glyph"]
    assert "U+E0FFF" in laid.findings[0].message
    assert "s.one" in laid.findings[0].message


def test_dialling_code_stands_above_the_large_number_in_one_link() -> None:
    placed = place()
    node = [o for o in placed.pages[0].operations if isinstance(o, TextLine)][-2:]
    assert [o.line.text for o in node] == ["+352", "12 34 56"]
    assert node[0].tag == node[1].tag
    links = [link for link in placed.pages[0].links if link.node == node[0].tag]
    assert [link.uri for link in links] == [PHONE.uri, PHONE.uri]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_dialling_code_stands_over_the_first_digits(direction: str) -> None:
    """Numbers are dialled from the left in every language."""
    *_, code, number = [o for o in place(direction).pages[0].operations if isinstance(o, TextLine)]
    assert (code.line.text, number.line.text) == ("+352", "12 34 56")
    assert code.x == pytest.approx(number.x)


def test_a_name_inside_a_sentence_has_its_own_language() -> None:
    placed = place()
    names = [leaf for leaf in leaves(placed.root) if leaf.language == "fr"]
    assert [leaf.role for leaf in names] == [Role.SPAN]
    (op,) = [o for o in placed.pages[0].operations if isinstance(o, TextLine) and o.tag == names[0].id]
    assert op.line.text == "ASSO"


def test_headings_make_the_outline() -> None:
    assert [entry.title for entry in place().outline] == ["Is this you?"]


def test_dump_is_readable() -> None:
    lines = dump_operations(place()).splitlines()
    assert "  sign #8 hand 8,29 13.5x13.5 ink=black accent=petrol paper=mist" in lines
    assert "  text #4 black 8,24.4 Half-Regular@18.00 s.heading 'Is this you?'" in lines
