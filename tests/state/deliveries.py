"""Made-up outputs for the tests of the shelf."""

from __future__ import annotations

from typing import Any

from brochure.base.diagnostics import Finding
from brochure.base.spans import Span
from brochure.state.outputs import Output
from brochure.state.shelf import Delivery

EN = Output("en", "leaflet", "screen")
AR = Output("ar", "leaflet", "screen")
PHONE = Output("en", "phone", "screen")

OVERFLOW = Finding(
    "overflow", "too long", Span("content/languages/ar.yaml", 3, 5), language="ar", format="leaflet"
)


def delivery(output: Output = EN, *, data: bytes = b"%PDF good", **changes: Any) -> Delivery:
    """A good draft of ``output``, with ``changes``."""
    plain: dict[str, Any] = {
        "output": output,
        "place": output.name,
        "data": data,
        "content": "c1",
        "pages": 1,
        "state": "draft",
        "tools": {"brochure": "0"},
        "fonts": {"NotoSans-Regular": "f1"},
        "findings": (),
        "expiries": (),
        "reasons": ("1 text not approved",),
        "sizes": (),
        "pictures": (),
    }
    return Delivery(**{**plain, **changes})
