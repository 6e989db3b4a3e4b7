"""Each stage returns a new frozen type: what one room has said, no later room changes."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from msgspec import Struct

import brochure.base
import brochure.model

MODULES = [
    *(
        name
        for room in (brochure.base, brochure.model)
        for _, name, _ in pkgutil.iter_modules(room.__path__, room.__name__ + ".")
    ),
    "brochure.text.lines",
    "brochure.layout.operations",
]
STAGES = sorted(
    {
        value
        for name in MODULES
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, type) and issubclass(value, Struct) and value is not Struct
    },
    key=lambda stage: stage.__qualname__,
)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.__qualname__)
def test_a_stage_is_frozen_and_grows_no_attributes(stage: type) -> None:
    assert stage.__struct_config__.frozen  # type: ignore[attr-defined]
    assert not stage.__dictoffset__


def test_stages_are_found() -> None:
    assert {"Document", "Unit", "Span", "PlacedDocument", "Line"} <= {stage.__qualname__ for stage in STAGES}
