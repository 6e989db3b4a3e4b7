"""One minute of spoiled files, the same in every run. By hand for as long as wanted: ``python -m fuzz --help``."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.limits import Cost, within_limits
from fuzz.targets import TARGETS, Target
from hypothesis import HealthCheck, Phase, given, settings


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_no_input_is_a_fault_of_ours(target: Target, tmp_path: Path) -> None:
    read, cost = target.open(tmp_path), Cost()
    for seed in target.seeds()[:1]:
        within_limits(read, seed, cost)

    @settings(
        max_examples=target.tries,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.inputs)
    def spoil(data: bytes) -> None:
        within_limits(read, data, cost)

    spoil()
    assert cost.inputs > target.tries // 2
