"""Lengths: millimetres in YAML and messages, points (1/72 inch) everywhere inside."""

PT_PER_MM = 72 / 25.4


def mm(value: float) -> float:
    """Millimetres to points."""
    return value * PT_PER_MM


def to_mm(points: float) -> float:
    """Points to millimetres."""
    return points / PT_PER_MM
