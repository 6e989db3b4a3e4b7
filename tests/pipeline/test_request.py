from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brochure.base.diagnostics import ArgumentsError
from brochure.pipeline.request import Offer, Offered, Request, choose

LUXEMBOURG = Offer(
    "luxembourg",
    {
        "leaflet": Offered(("screen", "print"), ("en", "zh-Hans")),
        "phone": Offered(("screen",), ("en", "zh-Hans")),
    },
)
BELGIUM = Offer("belgium", {"leaflet": Offered(("screen", "print"), ("fr",))})
GUIDED = Offer(
    "guided",
    {"leaflet": Offered(("screen",), ("en", "fr")), "guide": Offered(("screen",), ("fr", "de"))},
)


def due(**selection: Any) -> list[str]:
    request = Request(Path(), Path("build"), date(2026, 1, 1), **selection)
    return [
        f"{offer.edition}/{output.name}"
        for offer, outputs in choose(request, [LUXEMBOURG, BELGIUM])
        for output in outputs
    ]


def test_everything_in_the_editions_order() -> None:
    assert due() == [
        "luxembourg/screen/leaflet-en.pdf",
        "luxembourg/print/leaflet-en.pdf",
        "luxembourg/screen/phone-en.pdf",
        "luxembourg/screen/leaflet-zh-Hans.pdf",
        "luxembourg/print/leaflet-zh-Hans.pdf",
        "luxembourg/screen/phone-zh-Hans.pdf",
        "belgium/screen/leaflet-fr.pdf",
        "belgium/print/leaflet-fr.pdf",
    ]


@pytest.mark.parametrize(
    ("selection", "names"),
    [
        ({"languages": ("fr",)}, ["belgium/screen/leaflet-fr.pdf", "belgium/print/leaflet-fr.pdf"]),
        (
            {"formats": ("phone",), "targets": ("screen",)},
            ["luxembourg/screen/phone-en.pdf", "luxembourg/screen/phone-zh-Hans.pdf"],
        ),
    ],
)
def test_a_selection(selection: dict[str, Any], names: list[str]) -> None:
    assert due(**selection) == names


@pytest.mark.parametrize(
    ("selection", "message", "next_step"),
    [
        ({"languages": ("zh-hans",)}, "there is no language zh-hans", "Did you mean 'zh-Hans'?"),
        ({"languages": ("zh",)}, "there is no language zh", "Did you mean 'zh-Hans'?"),
        ({"languages": ("French",)}, "there is no language French", "Did you mean 'fr'?"),
        ({"languages": ("en", "xx")}, "there is no language xx", "There is: en, fr, zh-Hans."),
        ({"formats": ("leaflets",)}, "there is no format leaflets", "Did you mean 'leaflet'?"),
        ({"targets": ("web",)}, "there is no target web", "There is: office, print, screen."),
        (
            {"formats": ("phone",), "targets": ("print",)},
            "nothing is made of that",
            "Leave out --format or --for",
        ),
    ],
)
def test_what_is_not_there(selection: dict[str, Any], message: str, next_step: str) -> None:
    with pytest.raises(ArgumentsError, match=message) as refused:
        due(**selection)
    assert refused.value.next_step.startswith(next_step)


@pytest.mark.parametrize(
    ("selection", "partial"),
    [
        ({}, False),
        ({"force": True, "release": True, "jobs": 2, "edition": "x"}, False),
        ({"languages": ("en",)}, True),
        ({"formats": ("leaflet",)}, True),
        ({"targets": ("print",)}, True),
    ],
)
def test_what_is_partial(selection: dict[str, Any], partial: bool) -> None:
    assert Request(Path(), Path(), date(2026, 1, 1), **selection).is_partial is partial


def test_a_format_for_workers_is_made_in_their_languages_alone() -> None:
    request = Request(Path(), Path("build"), date(2026, 1, 1))
    ((_, outputs),) = choose(request, [GUIDED])
    assert [output.name for output in outputs] == [
        "screen/leaflet-en.pdf",
        "screen/leaflet-fr.pdf",
        "screen/guide-fr.pdf",
        "screen/guide-de.pdf",
    ]
