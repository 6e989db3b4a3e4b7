"""What is asked of a file: print.md, or what a certain shop asks in its place. Lengths in pt."""

from __future__ import annotations

from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from brochure.base.lengths import mm
from brochure.model.shop import Shop, Standard


class Demands(Struct, frozen=True):
    """``condition``: the printing condition as the output intent names it. ``profile``: SHA-256 of the shop's own
    profile, "" for any. ``ink_limit``: per cent. ``least_type``: size of type. ``folds``: by page, x from the left of
    the trim where words run left to right; pages behind the last begin anew. ``sheet``: the width and height they are
    meant for, none for any.
    """

    standard: Standard = "X-4"
    outlined: bool = False
    condition: str = "FOGRA39"
    profile: str = ""
    bleed: float = mm(3)
    safe: float = mm(4)
    ink_limit: float = 300
    least_line: float = 0.25
    least_reversed: float = 0.5
    least_type: float = 5.5
    folds: tuple[tuple[float, ...], ...] = ()
    sheet: tuple[float, ...] = ()
    fold_safe: float = mm(3)

    def as_json(self) -> dict[str, Any]:
        """Values that JSON has."""
        return asdict(self)

    @classmethod
    def from_json(cls, said: dict[str, Any]) -> Demands:
        """The inverse of :meth:`as_json`."""
        values = {name: said[name] for name in cls.__struct_fields__}
        values |= {"folds": tuple(tuple(each) for each in values["folds"]), "sheet": tuple(values["sheet"])}
        return cls(**values)


def demands_of(shop: Shop, format_id: str, profile: str) -> Demands:
    """What ``shop`` asks of files of a format ("" for any). ``profile``: SHA-256 of the profile it names."""
    return Demands(
        standard=shop.standard,
        outlined=shop.outlined,
        condition=shop.condition,
        profile=profile,
        bleed=shop.bleed_of(format_id),
        safe=shop.safe,
        ink_limit=shop.ink_limit,
        least_line=shop.least_line,
    )
