"""A zip whose bytes follow from what is in it: no clock, no owner, names in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say; it stands for none."""

_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """``files``: bytes by path inside the zip, forward slashes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = _READABLE
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, files[name])
    return out.getvalue()
