"""All rules of the preflight for print, in the order of ``brochure/docs/preflight.md``."""

from __future__ import annotations

from brochure.check.preflight import (
    black,
    boxes,
    claims,
    colour,
    edges,
    fine,
    fonts,
    ink,
    output_intent,
    structure,
)
from brochure.check.preflight.rule import Rule

RULES: tuple[Rule, ...] = (
    *claims.RULES,
    *output_intent.RULES,
    *structure.RULES,
    *fonts.RULES,
    *boxes.RULES,
    *colour.RULES,
    *black.RULES,
    *ink.RULES,
    *fine.RULES,
    *edges.RULES,
)
