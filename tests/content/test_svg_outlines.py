"""Shapes to plain outlines: dumps of two signs, pictures against another renderer, and properties."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pymupdf
import pytest
from content.polylines import contours, polyline
from hypothesis import given, settings
from hypothesis import strategies as st

from brochure.content.svg_contract import RefusalError
from brochure.content.svg_outlines import Layer, outlines
from brochure.content.svg_shapes import read_shapes

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COLOURS = {"ink": "#000000", "accent": "#c8500a", "paper": "#ffffff"}


def made(data: bytes) -> tuple[tuple[Layer, ...], list[RefusalError]]:
    shapes, found = read_shapes(data)
    assert [(r.code, r.message) for r in found] == []
    refusals: list[RefusalError] = []
    return outlines(shapes, refusals), refusals


def drawing(*parts: str) -> bytes:
    return "\n".join(
        ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">', *parts, "</svg>"]
    ).encode()


def sound(*parts: str) -> tuple[Layer, ...]:
    layers, refusals = made(drawing(*parts))
    assert refusals == []
    return layers


def dump(layers: tuple[Layer, ...]) -> str:
    lines = []
    for layer in layers:
        lines.append(f"{layer.role} from line {layer.line}")
        lines.extend("  " + " ".join([verb, *(f"{v:g}" for v in values)]) for verb, values in layer.commands)
    return "\n".join(lines) + "\n"


def area(layer: Layer) -> float:
    """Signed area of the polygon through the end points: enough where contours are straight."""
    total, start, pen = 0.0, (0.0, 0.0), (0.0, 0.0)
    for verb, values in layer.commands:
        end = values[-2:] if values else start
        if verb == "M":
            start = end
        else:
            total += pen[0] * end[1] - end[0] * pen[1]
        pen = end
    return total / 2


def box(layers: tuple[Layer, ...]) -> tuple[float, float, float, float]:
    """Of the outline itself: handles may stand outside of it."""
    points = [
        point for layer in layers for contour in contours(layer.commands) for point in polyline(contour)
    ]
    xs, ys = [point.real for point in points], [point.imag for point in points]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("name", ["police-officer", "phone-taken"])
def test_the_layers_of_a_sign(name: str) -> None:
    layers, refusals = made((HERE / "signs" / f"{name}.svg").read_bytes())
    assert refusals == []
    assert dump(layers) == (HERE / "signs" / f"{name}.txt").read_text(encoding="utf-8")


def pixels(data: bytes) -> bytes:
    sized = data.replace(b'viewBox="0 0 64 64"', b'viewBox="0 0 64 64" width="64" height="64"')
    with pymupdf.open(stream=sized, filetype="svg") as document:
        return bytes(document[0].get_pixmap(matrix=pymupdf.Matrix(4, 4)).samples)


def painted(layers: tuple[Layer, ...]) -> bytes:
    def d(layer: Layer) -> str:
        return " ".join(verb + " ".join(map(str, values)) for verb, values in layer.commands)

    return drawing(*(f'<path fill="{COLOURS[layer.role]}" d="{d(layer)}"/>' for layer in layers))


FEATURES = drawing(
    '<defs><path id="a" d="M0 0h8v8z"/></defs>',
    '<path class="accent" fill="#c8500a" fill-rule="evenodd" d="M36 4h24v24h-24z M42 10h12v12h-12z"/>',
    '<g class="ink" transform="translate(8 36) rotate(10) scale(1.5 1)" fill="none" stroke="#000" stroke-width="2">',
    '  <path d="M0 0C4 12 10 -8 14 6" stroke-linecap="round"/>',
    '  <polyline points="0,12 6,18 12,12" stroke-linejoin="bevel"/></g>',
    '<use class="ink" href="#a" xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink" x="40" y="36"/>',
    '<ellipse class="accent" fill="#c8500a" cx="24" cy="57" rx="7" ry="3" stroke="#c8500a" stroke-width="1"/>',
)
SIGNS = sorted((ROOT / "pictograms").glob("*.svg"))


@pytest.mark.parametrize("name", ["features", *(path.stem for path in SIGNS)])
def test_the_outlines_look_like_the_drawing(name: str) -> None:
    """MuPDF draws the file and its outlines. It rounds the corners of ``rect`` less,
    and knows neither clips nor dashes: these are tested by numbers."""
    data = FEATURES if name == "features" else (ROOT / "pictograms" / f"{name}.svg").read_bytes()
    layers, refusals = made(data)
    assert refusals == []
    drawn, ours = pixels(data), pixels(painted(layers))
    assert len(drawn) == len(ours) == 256 * 256 * 3
    assert sum(abs(a - b) > 96 for a, b in zip(drawn, ours, strict=True)) < len(drawn) / 1000
    assert len(set(ours)) > 2


@pytest.mark.parametrize("direction", ["M14 14v4h4v-4z", "M14 14h4v4h-4z"])
def test_an_even_odd_hole_stays_a_hole_by_the_non_zero_rule(direction: str) -> None:
    (layer,) = sound(f'<path class="ink" fill-rule="evenodd" d="M10 10h12v12h-12z{direction}"/>')
    assert abs(area(layer)) == pytest.approx(144 - 16)


def test_a_clip_that_leaves_nothing_leaves_no_layer() -> None:
    assert (
        sound(
            '<clipPath id="c"><rect x="50" width="4" height="4"/></clipPath>',
            '<rect class="ink" width="9" height="9" clip-path="url(#c)"/>',
        )
        == ()
    )


def test_two_clips_show_what_both_show() -> None:
    (layer,) = sound(
        '<clipPath id="b"><rect width="64" height="20"/></clipPath>',
        '<clipPath id="c" clip-path="url(#b)"><rect width="20" height="64"/></clipPath>',
        '<g clip-path="url(#c)"><rect class="ink" x="10" y="10" width="40" height="40"/></g>',
    )
    assert box((layer,)) == (10, 10, 20, 20)


def test_a_clip_is_the_union_of_its_shapes() -> None:
    (layer,) = sound(
        '<clipPath id="c"><path d="M10 10h10v10h-10z"/><path d="M15 10v20h10v-20z"/></clipPath>',
        '<g clip-path="url(#c)"><rect class="ink" x="4" y="4" width="50" height="50"/></g>',
    )
    assert box((layer,)) == (10, 10, 25, 30)
    assert abs(area(layer)) == pytest.approx(100 + 200 - 50)


def test_dashes_become_areas_an_odd_count_gone_through_twice() -> None:
    def spans(dashes: str) -> list[tuple[float, float]]:
        (layer,) = sound(
            f'<path class="ink" fill="none" stroke="#000" stroke-dasharray="{dashes}" d="M10 30h22"/>'
        )
        contours = "".join(f"{verb}{values[:1]}" for verb, values in layer.commands).split("Z")[:-1]
        xs = [[float(x) for x in re.findall(r"[0-9.]+", contour)] for contour in contours]
        return sorted((min(each), max(each)) for each in xs)

    assert spans("6 3") == [(10, 16), (19, 25), (28, 32)]
    assert spans("5") == [(10, 15), (20, 25), (30, 32)]
    assert spans("2,3,4") == [(10, 12), (15, 19), (21, 24), (28, 30)]


def test_fill_comes_before_stroke_and_every_contour_is_closed() -> None:
    layers = sound('<path class="ink" stroke="#000" stroke-width="2" d="M10 10h10v10 M30 30h10v10"/>')
    assert [len("".join(v for v, _ in layer.commands).split("Z")) for layer in layers] == [3, 3]
    assert abs(area(layers[0])) == 100
    assert box(layers[:1]) == (10, 10, 40, 40)
    assert box(layers[1:]) == (10, 9, 41, 40)


@pytest.mark.parametrize(
    "d", ["M5 5L50 50", "M5 5L50 50L20 20Z", "M5 5", "M5 5h0v0z", "M5 5C9 9 20 20 30 30"]
)
def test_what_has_no_area_paints_nothing(d: str) -> None:
    """PDF would paint a hairline."""
    assert sound(f'<path class="ink" d="{d}"/>') == ()


def test_a_shape_crushed_flat_by_its_transform_paints_nothing() -> None:
    assert sound('<path class="ink" stroke="#000" transform="scale(1 0)" d="M5 5h9v9z"/>') == ()


@pytest.mark.parametrize(
    ("part", "reach"),
    [
        ('<rect class="ink" x="60" y="5" width="5" height="5"/>', "60.00, 5.00 to 65.00, 10.00"),
        ('<path class="ink" fill="none" stroke="#000" stroke-width="4" d="M1 30h9"/>', None),
        (
            '<path class="ink" fill="none" stroke="#000" stroke-width="4" d="M30 1h9"/>',
            "30.00, -1.00 to 39.00, 3.00",
        ),
        ('<path class="ink" d="M5 5C5 -9 30 -9 30 5z"/>', "5.00, -5.50 to 30.00, 5.00"),
        # The handles stand outside, the curve does not.
        ('<path class="ink" d="M5 5C5 -1 30 -1 30 5z"/>', None),
    ],
)
def test_nothing_stands_outside_of_the_grid(part: str, reach: str | None) -> None:
    _, refusals = made(drawing("", part))
    assert [(r.code, r.line) for r in refusals] == ([("sign-outside-grid", 3)] if reach else [])
    assert reach is None or reach in refusals[0].message


SHAPES = st.one_of(
    st.builds("<rect x='{}' y='{}' width='{}' height='{}'".format, *[st.integers(1, 20)] * 4).map(
        lambda s: (s, [float(v) for v in s.split("'")[1::2]])
    ),
    st.builds("<ellipse cx='{}' cy='{}' rx='{}' ry='{}'".format, *[st.integers(1, 20)] * 4).map(
        lambda s: (
            s,
            (lambda c, d, r, q: [c - r, d - q, 2 * r, 2 * q])(*[float(v) for v in s.split("'")[1::2]]),
        )
    ),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=3, max_size=6).map(
        lambda p: (
            "<polygon points='" + " ".join(f"{x},{y}" for x, y in p) + "'",
            [
                float(min(x for x, _ in p)),
                float(min(y for _, y in p)),
                float(max(x for x, _ in p) - min(x for x, _ in p)),
                float(max(y for _, y in p) - min(y for _, y in p)),
            ],
        )
    ),
)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    SHAPES, st.integers(0, 6), st.integers(0, 359), st.integers(-20, 20), st.sampled_from([0.25, 1.0, 1.5])
)
def test_outlines_stay_inside_of_the_transformed_box(
    shape: tuple[str, list[float]], width: int, angle: int, shift: int, scale: float
) -> None:
    part, (x, y, w, h) = shape
    style = f"class='ink' stroke='#000' stroke-width='{width}' stroke-linejoin='round'"
    layers, _ = made(
        drawing(f"{part} {style} transform='translate({shift}) rotate({angle}) scale({scale} 1)'/>")
    )
    margin = width / 2
    turn = math.radians(angle)
    corners = [
        (
            math.cos(turn) * scale * a - math.sin(turn) * b + shift,
            math.sin(turn) * scale * a + math.cos(turn) * b,
        )
        for a in (x - margin, x + w + margin)
        for b in (y - margin, y + h + margin)
    ]
    # Handles of a quarter circle stand within its square, so the box of all points may be compared.
    for left, top, right, bottom in [box((layer,)) for layer in layers]:
        assert left >= min(a for a, _ in corners) - 0.3
        assert top >= min(b for _, b in corners) - 0.3
        assert right <= max(a for a, _ in corners) + 0.3
        assert bottom <= max(b for _, b in corners) + 0.3
    assert all(
        abs(v * 1000 - round(v * 1000)) < 1e-6 for layer in layers for _, vs in layer.commands for v in vs
    )
