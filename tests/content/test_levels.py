from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

FORMAT = "content/formats/leaflet.yaml"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (1, 1, []),
        (1, 2, []),
        (
            1,
            3,
            ["the heading in 'help.box' is of level 3, and the one before it ('help.heading') is of level 1"],
        ),
        (2, 2, ["the heading in 'help.heading' is of level 2, and no heading comes before it"]),
        (3, 1, ["the heading in 'help.heading' is of level 3, and no heading comes before it"]),
    ],
)
def test_no_level_is_left_out(
    first: int, second: int, told: list[str], project: Path, said: Callable[[Path], str]
) -> None:
    text = (project / FORMAT).read_text(encoding="utf-8")
    one, two = "role: heading, level: 1}", "role: heading, level: 2}"
    assert (text.count(one), text.count(two)) == (1, 1)
    text = text.replace(two, f"role: heading, level: {second}" + "}#").replace(
        one, f"role: heading, level: {first}" + "}"
    )
    (project / FORMAT).write_text(text.replace("}#", "}"), encoding="utf-8")
    messages = [line.partition("error[heading-level]: ")[2] for line in said(project).splitlines()]
    assert [message for message in messages if message] == told
