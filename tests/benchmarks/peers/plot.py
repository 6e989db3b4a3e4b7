"""A plot as SVG: one line for each program, languages across, seconds up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, MARGIN = 640, 320, 48
COLOURS = ("#005f73", "#bb3e03", "#6c757d")

Line = Sequence[tuple[int, float]]


def plot(lines: Mapping[str, Line]) -> str:
    """``lines``: by program, how many languages and the seconds that they took; none is empty."""
    most = max(number for line in lines.values() for number, _ in line)
    longest = max(seconds for line in lines.values() for _, seconds in line)

    def place(number: float, seconds: float) -> tuple[float, float]:
        across = MARGIN + (WIDTH - 3 * MARGIN) * number / most
        return across, HEIGHT - MARGIN - (HEIGHT - 2 * MARGIN) * seconds / longest

    parts = [
        _axis(
            most,
            longest,
            place(0, 0),
            place(most, longest),
            [number for number, _ in max(lines.values(), key=len)],
        )
    ]
    for colour, (who, line) in zip(COLOURS, lines.items(), strict=True):
        points = [place(number, seconds) for number, seconds in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        x, y = points[-1]
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
        parts.append(f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" fill="{colour}">{who}</text>')
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
        f'font-size="12">\n<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _axis(
    most: int, longest: float, low: tuple[float, float], high: tuple[float, float], numbers: Sequence[int]
) -> str:
    (left, bottom), (right, top) = low, high
    rows = [f'<path d="M{left} {top}V{bottom}H{right}" fill="none" stroke="#333"/>']
    for number in numbers:
        x = left + (right - left) * number / most
        rows.append(f'<text x="{x:.1f}" y="{bottom + 16}" text-anchor="middle">{number}</text>')
    rows.append(f'<text x="{left - 6}" y="{top + 4}" text-anchor="end">{longest:.0f} s</text>')
    rows.append(f'<text x="{left - 6}" y="{bottom + 4}" text-anchor="end">0</text>')
    rows.append(f'<text x="{(left + right) / 2}" y="{bottom + 34}" text-anchor="middle">languages</text>')
    return "\n".join(rows)
