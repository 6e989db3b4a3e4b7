from importlib import metadata

import brochure
from brochure.pipeline import versions


def test_what_is_installed_is_named_by_version() -> None:
    found = versions.tool_versions()
    assert found["brochure"] == brochure.__version__
    assert found["reportlab"] == metadata.version("reportlab")
    assert set(found) == {"brochure", "zlib", *versions.PACKAGES}
    assert "missing" not in found.values()
