"""What a sign's file may hold, what is refused and how it is said; every check in well under two seconds."""

from __future__ import annotations

import time

import pytest

from brochure.content.svg_contract import MAX_SEGMENTS, RefusalError
from brochure.content.svg_shapes import Shape, read_shapes
from brochure.model.sign import SignRole

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 64">'
)


def drawing(*parts: str) -> bytes:
    """A file whose parts stand on line 2 and below."""
    return "\n".join([HEAD, *parts, "</svg>"]).encode()


def sound(*parts: str) -> tuple[Shape, ...]:
    shapes, refusals = read_shapes(drawing(*parts))
    assert [(r.code, r.message) for r in refusals] == []
    return shapes


def refused(*parts: str) -> tuple[RefusalError, ...]:
    return read_shapes(drawing(*parts))[1]


RECT = '<rect class="ink" x="4" y="4" width="8" height="8"/>'
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
DOUBLING = [f'<g id="n{n}">{f"""<use href="#n{n - 1}"/>""" * 10}</g>' for n in range(1, 8)]

WHOLE_FILES = {
    "zero bytes": (b"", "sign-not-svg", "empty", 0),
    "only blanks": (b"\0\0 \n", "sign-not-svg", "empty", 0),
    "not utf-8": (HEAD.encode() + b"\xff</svg>", "sign-not-svg", "UTF-8", 0),
    "utf-16": (f"{HEAD}</svg>".encode("utf-16"), "sign-not-svg", "UTF-8", 0),
    "five megabytes": (drawing(RECT, " " * 5_000_000), "sign-too-large", "256 KB", 0),
    "a document type": (
        b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd">' + drawing(RECT),
        "sign-doctype",
        "DOCTYPE",
        1,
    ),
    "an entity bomb": (
        f'<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a0 "x">{BOMB}]>{HEAD}&a9;</svg>'.encode(),
        "sign-doctype",
        "DOCTYPE",
        2,
    ),
    "cut short": (drawing(RECT)[:-9], "sign-not-svg", "not well-formed", 2),
    "another language": (b"<html><body/></html>", "sign-not-svg", "not an SVG", 1),
    "svg without its namespace": (b'<svg viewBox="0 0 64 64"/>', "sign-not-svg", "not an SVG", 1),
    "an entity nobody declared": (drawing("<g>&x;</g>"), "sign-not-svg", "not well-formed", 2),
    "another grid": (drawing(RECT).replace(b"0 0 64 64", b"0 0 24 24"), "sign-view-box", "'0 0 24 24'", 1),
    "not square": (drawing(RECT).replace(b"0 0 64 64", b"0 0 64 32"), "sign-view-box", "'0 0 64 32'", 1),
    "no grid": (drawing(RECT).replace(b' viewBox="0 0 64 64"', b""), "sign-view-box", "'missing'", 1),
    "elements nested too deep": (
        drawing("<g>" * 300 + RECT + "</g>" * 300),
        "sign-not-svg",
        "not well-formed",
        2,
    ),
}

PARTS = {
    "a script": ("<script>alert(1)</script>", "sign-element", "a script"),
    "an event": ('<rect class="ink" width="9" height="9" onclick="x()"/>', "sign-element", "'onclick'"),
    "text": ("<text>money</text>", "sign-element", "text"),
    "a raster": ('<image href="data:image/png;base64,AA"/>', "sign-element", "a raster image"),
    "foreign content": ("<foreignObject/>", "sign-element", "foreign content"),
    "a gradient": ("<linearGradient/>", "sign-element", "a gradient"),
    "a pattern": ("<pattern/>", "sign-element", "a pattern"),
    "a filter": ("<filter/>", "sign-element", "a filter"),
    "a mask": ("<mask/>", "sign-element", "a mask"),
    "a symbol": ("<symbol/>", "sign-element", "a symbol"),
    "an animation": ("<animate/>", "sign-element", "an animation"),
    "a drawing in a drawing": ("<svg/>", "sign-element", "a drawing inside"),
    "something unknown": ("<blink/>", "sign-element", "<blink>"),
    "a fill from elsewhere": (
        '<rect class="ink" fill="url(#g)" width="9" height="9"/>',
        "sign-style",
        "'url(#g)'",
    ),
    "a fill from elsewhere in a rule": ("<style>.a{fill:url(#g)}</style>", "sign-style", "'url(#g)'"),
    "grey by opacity": ('<g opacity="0.5"/>', "sign-style", "`opacity` '0.5'"),
    "grey by fill opacity": ('<g style="fill-opacity:.3"/>', "sign-style", "`fill-opacity` '.3'"),
    "grey by colour": ('<g fill="#11223380"/>', "sign-style", "no solid colour"),
    "grey by colour in words": ('<g fill="rgb(0 0 0 / 40%)"/>', "sign-style", "no solid colour"),
    "grey by a fourth number": ('<g fill="rgb(0, 0, 0, 0.4)"/>', "sign-style", "no solid colour"),
    "a colour nobody gave": ('<g fill=""/>', "sign-style", "no solid colour"),
    "a value from elsewhere": ('<g style="fill: var(--x)"/>', "sign-style", "'var(--x)'"),
    "an initial value": ('<g stroke="initial"/>', "sign-style", "'initial'"),
    "stroke under fill": ('<g paint-order="stroke"/>', "sign-style", "`paint-order`"),
    "styles of one medium": ('<style media="print">.a{fill:red}</style>', "sign-attribute", "'media'"),
    "styles of another language": (
        '<style type="text/less">.a{fill:red}</style>',
        "sign-style",
        "'text/less'",
    ),
    "a filter by attribute": ('<g filter="url(#f)"/>', "sign-style", "`filter`"),
    "an arrow head": ('<g marker-end="url(#m)"/>', "sign-style", "`marker-end`"),
    "a geometry property": ('<g style="transform: scale(2)"/>', "sign-style", "'transform'"),
    "an unknown attribute": ('<g pathLength="3"/>', "sign-attribute", "'pathLength'"),
    "an imported style": ("<style>@import url(x.css);</style>", "sign-style", "'@import url(x.css);'"),
    "a media rule": (
        "<style>@media print{.a{fill:red}}</style>",
        "sign-style",
        "'@media print{.a{fill:red}}'",
    ),
    "a selector of two parts": ("<style>g .a{fill:red}</style>", "sign-style", "'g .a'"),
    "an important rule": ("<style>.a{fill:red!important}</style>", "sign-style", "important"),
    "a rule without an end": ("<style>.a{fill:red</style>", "sign-style", "'.a{fill:red'"),
    "a use of another file": (
        '<use href="http://example.org/x.svg#a"/>',
        "sign-reference",
        "outside of the file",
    ),
    "a use of nothing": ('<use xlink:href="#nobody"/>', "sign-reference", "'#nobody'"),
    "a use of itself": ('<use id="a" href="#a"/>', "sign-reference", "circle"),
    "a use of its own group": ('<g id="a"><use href="#a"/></g>', "sign-reference", "circle"),
    "a clip path of itself": (
        '<clipPath id="c" clip-path="url(#c)"/><g clip-path="url(#c)"/>',
        "sign-reference",
        "circle",
    ),
    "a clip path of nothing": ('<g clip-path="url(#nobody)"/>', "sign-reference", "names no clip path"),
    "an empty clip path": ('<clipPath id="c"/><g clip-path="url(#c)"/>', "sign-reference", "no shape in it"),
    "a clip path in units of the box": (
        '<clipPath clipPathUnits="objectBoundingBox"/>',
        "sign-attribute",
        "objectBound",
    ),
    "a clip path with a group": (
        '<clipPath id="c"><g/></clipPath><g clip-path="url(#c)"/>',
        "sign-element",
        "cannot stand",
    ),
    "two parts of one id": ('<g id="a"/><g id="a"/>', "sign-reference", "given twice"),
    "not a number": ('<circle class="ink" r="NaN"/>', "sign-number", "'NaN'"),
    "no end": ('<circle class="ink" r="inf"/>', "sign-number", "'inf'"),
    "a number out of bounds": ('<circle class="ink" r="1e400"/>', "sign-number", "'1e400'"),
    "a unit": ('<circle class="ink" r="3mm"/>', "sign-number", "'3mm'"),
    "Arabic digits": ('<circle class="ink" r="٣"/>', "sign-number", "'٣'"),
    "a negative size": ('<rect class="ink" width="-3" height="3"/>', "sign-number", "negative"),
    "not a number in a path": ('<path class="ink" d="M0 0 L NaN 5"/>', "sign-path", "'NaN 5'"),
    "a path that begins nowhere": ('<path class="ink" d="L5 5"/>', "sign-path", "'L5 5'"),
    "a path cut short": ('<path class="ink" d="M0 0 L5"/>', "sign-path", "its end"),
    "a transform of another kind": ('<g transform="rotate3d(1)"/>', "sign-attribute", "'rotate3d(1)'"),
    "dashes like dust": (
        '<path class="ink" stroke="#000" stroke-dasharray=".001" d="M0 0H9"/>',
        "sign-number",
        "dashes",
    ),
    "no role": ('<rect width="9" height="9" fill="#333"/>', "sign-role", "'#333' is none of the colours"),
    "a stroke without a role": ('<path stroke="red" d="M4 4h9"/>', "sign-role", "'red' is none"),
    "a picture for each language": (
        f'<switch><g systemLanguage="fr">{RECT}</g>{RECT}</switch>',
        "sign-element",
        "another language",
    ),
    "a script in a switch": ("<switch><script>x()</script></switch>", "sign-element", "a script"),
    "a fill from what is left behind": (
        f'<defs><linearGradient id="g"/></defs>{RECT}<rect fill="url(#g)" width="9" height="9"/>',
        "sign-style",
        "'url(#g)'",
    ),
    "a mask from what is left behind": (
        f'<defs><mask id="m"/></defs>{RECT}<g mask="url(#m)"/>',
        "sign-style",
        "`mask`",
    ),
    "a symbol from what is left behind": (
        f'<defs><symbol id="s"/></defs>{RECT}<use href="#s"/>',
        "sign-reference",
        "no shape or group",
    ),
    "two roles": ('<rect class="ink paper" width="9" height="9"/>', "sign-role", "ink and paper"),
    "a million uses": ('<g id="n0"/>' + "".join(DOUBLING), "sign-too-complex", "too large"),
    "shapes without number by use": (
        RECT.replace("<rect", '<rect id="n0"') + "".join(DOUBLING),
        "sign-too-complex",
        "more",
    ),
    "a number without end": (f'<circle class="ink" r="{"1" * 200_000}x"/>', "sign-number", "…"),
    "a colour without end": (f'<g fill="{"(" * 200_000}"/>', "sign-style", "…"),
    "a transform without end": (f'<g transform="{"a" * 200_000}"/>', "sign-attribute", "…"),
    "a rule without a beginning": (f"<style>{'a,' * 100_000}</style>", "sign-style", "…"),
    "a style without a name": (f'<g style="{" :" * 100_000}"/>', "sign-style", "…"),
    "use in use in use": (
        '<g id="m0"/>' + "".join(f'<g id="m{n}"><use href="#m{n - 1}"/></g>' for n in range(1, 300)),
        "sign-too-complex",
        "too deep",
    ),
    "segments without number": (
        f'<path class="ink" d="M0 0{"h1" * (MAX_SEGMENTS + 1)}"/>',
        "sign-too-complex",
        "path segments",
    ),
    "elements without number": ("<g/>" * 3000, "sign-too-complex", "2000 elements"),
    "nothing at all": ("", "sign-draws-nothing", "leaves ink"),
    "only something hidden": (f'<g display="none">{RECT}</g>', "sign-draws-nothing", "leaves ink"),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_cannot_be_read_is_refused(name: str) -> None:
    data, code, words, line = WHOLE_FILES[name]
    began = time.perf_counter()
    shapes, refusals = read_shapes(data)
    assert time.perf_counter() - began < 2
    (refusal,) = refusals
    assert (refusal.code, refusal.line, words in refusal.message) == (code, line, True), refusal.message
    assert refusal.help
    assert shapes == () or code == "sign-view-box"


@pytest.mark.parametrize("name", PARTS)
def test_a_part_outside_of_the_contract_is_refused_with_its_line(name: str) -> None:
    part, code, words = PARTS[name]
    began = time.perf_counter()
    refusals = refused(part)
    assert time.perf_counter() - began < 2
    found = [refusal for refusal in refusals if refusal.code == code and words in refusal.message]
    assert found, [(r.code, r.message) for r in refusals]
    assert found[0].line == (0 if code == "sign-draws-nothing" else 2)
    assert found[0].help


def test_everything_wrong_is_said_at_once_in_the_order_of_lines() -> None:
    refusals = refused(
        "<text/>",
        RECT,
        '<rect width="9" height="9" fill="red"/>',
        '<g opacity=".5"/>',
        "<style>\n.a{mask:url(#m)}</style>",
    )
    assert [(r.line, r.code) for r in refusals] == [
        (2, "sign-element"),
        (4, "sign-role"),
        (5, "sign-style"),
        (7, "sign-style"),
    ]


def test_a_fault_in_a_part_used_twice_is_said_once() -> None:
    refusals = refused('<path id="a" class="ink" d="M0"/>', '<use href="#a"/>', '<use href="#a"/>')
    assert [(r.line, r.code) for r in refusals] == [(2, "sign-path")]


def test_messages_make_control_characters_of_the_user_visible() -> None:
    (refusal,) = refused(RECT, '<g transform="\u202e"/>')
    assert "\\u202E" in refusal.message


@pytest.mark.parametrize(
    ("part", "roles"),
    [
        (RECT, ["ink"]),
        (f'<g class="paper">{RECT}</g>', ["ink"]),
        ('<g class="layer accent"><g><rect width="9" height="9"/></g></g>', ["accent"]),
        ('<rect id="a" width="9" height="9" class="x"/><use href="#a" class="paper"/>', ["ink", "paper"]),
        ('<rect width="9" height="9" fill="rgb(200, 80, 10)" stroke="white"/>', ["accent", "paper"]),
        ('<g fill="#FFF"><rect width="9" height="9" stroke="#ffffff"/></g>', ["paper"]),
        ('<g class="ink"><rect width="9" height="9" fill="#fff"/></g>', ["ink"]),
        ('<defs><rect id="a" width="9" height="9"/></defs><use xlink:href="#a" class="paper"/>', ["paper"]),
    ],
)
def test_the_nearest_class_gives_the_role_and_without_one_the_colour(part: str, roles: list[str]) -> None:
    assert [shape.role for shape in sound(part)] == [SignRole(role) for role in roles]


def test_data_of_drawing_programs_is_passed_over() -> None:
    shapes = sound(
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.example" pagecolor="#fff"><script/></sodipodi:namedview>',
        "<title>Money</title><desc>x</desc>",
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        '<g xmlns:i="http://inkscape.example" i:label="Layer" style="-inkscape-stroke:none;font-variant:normal">',
        f"<!-- {RECT} -->{RECT}</g>",
    )
    assert len(shapes) == 1


def test_rules_beat_attributes_and_the_style_attribute_beats_rules() -> None:
    (shape,) = sound(
        "<style>/* a\n} comment */ .b{stroke-width:3} .a, .c{stroke-width:2;stroke:red} path{stroke-width:9}</style>",
        '<path class="ink a b" id="door" fill="none" stroke-width="7" style="stroke-linecap: round" d="M4 4h9"/>',
    )
    assert not shape.filled
    assert shape.stroke is not None
    # Both classes are equal in weight: the later rule counts, not the order in the class attribute.
    assert (shape.stroke.width, shape.stroke.cap) == (2, "round")


def test_use_moves_after_its_own_transform_and_hands_its_style_on() -> None:
    (shape,) = sound(
        '<defs><path id="a" class="ink" d="M0 0h4v4z"/></defs>',
        '<use href="#a" x="2" y="3" transform="scale(2)" fill="none" stroke="#000"/>',
    )
    assert shape.area.matrix == (2, 0, 0, 2, 4, 6)
    assert not shape.filled


def test_a_clip_is_in_the_space_of_what_it_clips() -> None:
    (shape,) = sound(
        '<clipPath id="c" transform="translate(1 0)"><rect width="4" height="4" clip-rule="evenodd"/></clipPath>',
        f'<g transform="scale(3)" clip-path="url(#c)">{RECT}</g>',
    )
    ((area,),) = shape.clips
    assert (area.matrix, area.even_odd) == ((3, 0, 0, 3, 3, 0), True)


def test_a_clip_path_inherits_from_where_it_stands() -> None:
    (shape,) = sound(
        '<g clip-rule="evenodd" style="visibility: visible"><clipPath id="c"><path d="M0 0h9v9z"/></clipPath></g>',
        f'<g clip-rule="nonzero" clip-path="url(#c)">{RECT}</g>',
    )
    ((area,),) = shape.clips
    assert area.even_odd


def test_hidden_parts_are_left_out_and_a_child_may_show_itself() -> None:
    shapes = sound(
        f'<g visibility="hidden">{RECT}<g visibility="visible">{RECT}</g></g>',
        f'<g display="none">{RECT}</g>',
    )
    assert [shape.line for shape in shapes] == [2]


def test_what_drawing_programs_leave_behind_is_passed_over() -> None:
    left = '<linearGradient id="a"><stop/></linearGradient><linearGradient xlink:href="#a" id="b"/><symbol id="s"/>'
    assert len(sound(f"<defs>{left}<marker/><filter><feBlend/></filter></defs>", RECT)) == 1


def test_a_doctype_that_declares_nothing_keeps_the_count_of_lines() -> None:
    head = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    shapes, refusals = read_shapes(head.encode() + drawing(RECT))
    assert (refusals, [shape.line for shape in shapes]) == ((), [4])
    _, (twice,) = read_shapes(2 * head.encode() + drawing(RECT))
    assert (twice.code, twice.line) == ("sign-doctype", 3)


@pytest.mark.parametrize(("size", "fits"), [("64", True), ("64px", True), ("64mm", False), ("48", False)])
def test_a_size_says_the_view_box_that_is_left_out(size: str, fits: bool) -> None:
    data = drawing(RECT).replace(b'viewBox="0 0 64 64"', f'width="{size}" height="{size}"'.encode())
    assert [r.code for r in read_shapes(data)[1]] == ([] if fits else ["sign-view-box"])


PROGRAMS = {
    "illustrator, editable": """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" xmlns:x="http://ns.adobe.com/Extensibility/1.0/" xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"
\t id="Layer_1" xmlns="http://www.w3.org/2000/svg" x="0px" y="0px" width="64px" height="64px"
\t viewBox="0 0 64 64" enable-background="new 0 0 64 64" xml:space="preserve">
<switch>
<foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" x="0" y="0" width="1" height="1">
<i:aipgfRef xlink:href="#adobe_illustrator_pgf" xmlns:xlink="http://www.w3.org/1999/xlink"/></foreignObject>
<g i:extraneous="self">
<path fill="none" stroke="#000000" stroke-width="3" stroke-linecap="round" d="M10,10c5,5,10-5,20,20"/>
</g>
</switch>
<i:aipgf id="adobe_illustrator_pgf"><![CDATA[eJzlvWtzHcl1]]></i:aipgf>
</svg>""",
    "inkscape": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="64mm" height="64mm" viewBox="0 0 64 64" version="1.1" id="svg1"
   inkscape:version="1.3" sodipodi:docname="x.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns="http://www.w3.org/2000/svg"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:svg="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:zoom="3"/><defs id="defs1"/>
  <g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" class="ink">
    <path style="fill:none;fill-opacity:1;stroke:#000000;stroke-width:3;stroke-linecap:round;stroke-opacity:1;\
paint-order:markers fill stroke;stop-color:#000000;-inkscape-stroke:none;font-variation-settings:normal;opacity:1.000"
       d="m 10,10 c 5,5 10,-5 20,20" id="path1" sodipodi:nodetypes="cc"/></g></svg>""",
    "illustrator": """<?xml version="1.0" encoding="utf-8"?>
<svg version="1.1" id="Ebene_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  x="0px" y="0px"
\t viewBox="0 0 64 64" style="enable-background:new 0 0 64 64;" xml:space="preserve">
<style type="text/css"><![CDATA[
\t.st0{fill:none;stroke:#000000;stroke-width:3;stroke-linecap:round;stroke-miterlimit:10;}
\t.st1{fill-rule:evenodd;clip-rule:evenodd;}
]]></style>
<g class="ink" data-name="Tür"><path class="st0 st1" d="M10,10c5,5,10-5,20,20"/></g></svg>""",
    "figma": """<svg width="64" height="64" viewBox="0 0 64 64" fill="none" xmlns="http://www.w3.org/2000/svg">
<g clip-path="url(#clip0_1_2)"><path class="ink" d="M10 10C15 15 20 5 30 30" stroke="black" stroke-width="3" \
stroke-linecap="round"/></g>
<defs><clipPath id="clip0_1_2"><rect width="64" height="64" fill="white"/></clipPath></defs></svg>""",
}


@pytest.mark.parametrize("program", PROGRAMS)
def test_files_as_drawing_programs_save_them(program: str) -> None:
    shapes, refusals = read_shapes(PROGRAMS[program].encode())
    assert [(r.line, r.code, r.message) for r in refusals] == []
    (shape,) = shapes
    assert shape.stroke is not None
    assert (shape.role, shape.filled, shape.stroke.width, shape.stroke.cap) == (
        SignRole.INK,
        False,
        3,
        "round",
    )
    assert shape.area.commands[1] == ("C", (15, 15, 20, 5, 30, 30))
