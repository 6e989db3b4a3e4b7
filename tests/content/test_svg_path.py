"""Path data and basic shapes, spelled out."""

from __future__ import annotations

import pytest

from brochure.content.svg_contract import RefusalError
from brochure.content.svg_path import Command, path, shape


def spelled(commands: tuple[Command, ...]) -> str:
    return " ".join(" ".join([verb, *(f"{value:g}" for value in values)]) for verb, values in commands)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", ""),
        ("M1 2L3 4", "M 1 2 L 3 4"),
        ("m1,2 3,4-5.5.5", "M 1 2 L 4 6 L -1.5 6.5"),
        ("M1 2H5V6h-1v-1Z", "M 1 2 L 5 2 L 5 6 L 4 6 L 4 5 Z"),
        ("M0 0C1 1 2 1 3 0S5-1 6 0", "M 0 0 C 1 1 2 1 3 0 C 4 -1 5 -1 6 0"),
        ("M0 0q1 1 2 0t2 0 2 0", "M 0 0 Q 1 1 2 0 Q 3 -1 4 0 Q 5 1 6 0"),
        # A smooth curve after one of the other kind starts at the pen, not at a mirrored handle.
        ("M0 0Q1 1 2 0S3 1 4 0", "M 0 0 Q 1 1 2 0 C 2 0 3 1 4 0"),
        ("M0 0C1 1 2 1 3 0T5 0", "M 0 0 C 1 1 2 1 3 0 Q 3 0 5 0"),
        ("M0 0L9 0T5 0", "M 0 0 L 9 0 Q 9 0 5 0"),
        # Flags of arcs need no gap behind them.
        ("M0 0a5 5 0 015 5A5,5,30,1,0,.5.5", "M 0 0 A 5 5 0 0 1 5 5 A 5 5 30 1 0 0.5 0.5"),
        # After Z the pen is at the start of the contour, and drawing on opens another one there.
        ("M1 1h2v2zl4 0zm5 5h1", "M 1 1 L 3 1 L 3 3 Z M 1 1 L 5 1 Z M 6 6 L 7 6"),
        ("\nM\t1e1\r\n-.5e-1 L 007 5.", "M 10 -0.05 L 7 5"),
    ],
)
def test_path_data_becomes_absolute_and_complete(data: str, expected: str) -> None:
    assert spelled(path(data)) == expected


@pytest.mark.parametrize(
    "data", ["5 5", "L5 5", "M5", "M5 5 5", "M0 0Z5 5", "M0 0a5 5 0 215 5", "M0 0X", "M0 0L1 1e", "M 1 ٢"]
)
def test_path_data_that_cannot_be_read_is_refused_at_its_place(data: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        path(data)
    assert refusal.value.code == "sign-path"
    assert "read at" in refusal.value.message


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("line", {"x1": "1", "x2": "3", "y2": "4px"}, "M 1 0 L 3 4"),
        ("polyline", {"points": "1,2 3,4"}, "M 1 2 L 3 4"),
        ("polygon", {"points": " 1 2,3 4 5 6 "}, "M 1 2 L 3 4 L 5 6 Z"),
        ("polygon", {"points": "1 2"}, ""),
        ("circle", {"cx": "3", "cy": "4", "r": "2"}, "M 5 4 A 2 2 0 0 1 1 4 A 2 2 0 0 1 5 4 Z"),
        ("circle", {"cx": "3"}, ""),
        ("ellipse", {"rx": "3", "ry": "0"}, ""),
        ("rect", {"x": "1", "y": "2", "width": "3", "height": "4"}, "M 1 2 L 4 2 L 4 6 L 1 6 Z"),
        ("rect", {"width": "3"}, ""),
        (
            "rect",
            {"width": "8", "height": "4", "rx": "3", "ry": "auto"},
            "M 3 0 L 5 0 A 3 2 0 0 1 8 2 L 8 2 A 3 2 0 0 1 5 4 L 3 4 A 3 2 0 0 1 0 2 L 0 2 A 3 2 0 0 1 3 0 Z",
        ),
    ],
)
def test_basic_shapes(tag: str, attributes: dict[str, str], expected: str) -> None:
    assert spelled(shape(tag, attributes)) == expected


def test_points_come_in_pairs() -> None:
    with pytest.raises(RefusalError, match="odd count"):
        shape("polyline", {"points": "1 2 3"})
