"""Nothing under the GPL or AGPL is loaded at run time; python-bidi (LGPL) is, as a library of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

from brochure.pipeline.licences import dependencies, licence_of

FREE = re.compile(r"MIT|BSD|Apache|MPL-2\.0|PSF|ISC|Zlib|HPND", re.IGNORECASE)


def is_strong(licence: str) -> bool:
    """GPL or AGPL, and not LGPL."""
    plain = re.sub(r"LGPL|(Library or )?Lesser General Public License", "", licence, flags=re.IGNORECASE)
    return bool(re.search(r"A?GPL|Affero|General Public", plain, re.IGNORECASE))


@pytest.mark.parametrize(
    ("licence", "strong"),
    [
        ("AGPL-3.0-only", True),
        ("GNU General Public License v3 (GPLv3)", True),
        ("GNU AFFERO GPL 3.0", True),
        ("LGPL-3.0-or-later", False),
        ("GNU Library or Lesser General Public License (LGPL)", False),
        ("MIT", False),
    ],
)
def test_strong_licences_are_told_from_weak_ones(licence: str, strong: bool) -> None:
    assert is_strong(licence) == strong


def test_every_package_says_its_licence_and_none_is_strong() -> None:
    found = {each.name: each.licence for each in dependencies()}
    assert {"reportlab", "uharfbuzz", "pikepdf", "openpyxl", "skia-pathops", "et-xmlfile"} <= set(found)
    assert not {"pymupdf", "pytest", "hypothesis", "brochure"} & set(found)
    assert [name for name, licence in found.items() if not licence] == []
    assert [name for name, licence in found.items() if is_strong(licence)] == []
    assert [name for name, licence in found.items() if not FREE.search(licence)] == ["python-bidi"]
    assert "Lesser" in found["python-bidi"]


def test_a_strong_one_would_be_seen() -> None:
    """PyMuPDF is there for tests alone."""
    assert is_strong(licence_of("pymupdf"))


LOAD = """
import importlib, pkgutil, sys
import brochure
for each in pkgutil.walk_packages(brochure.__path__, "brochure."):
    if each.name != "brochure.__main__":
        importlib.import_module(each.name)
from brochure.cli.main import run
run(["build", "en", "--format", "card", "--for", "screen", "--out", sys.argv[1]])
run(["preflight", sys.argv[1] + "/luxembourg/screen/card-en.pdf", "--as", "screen"])
print("LOADED", *{name.partition(".")[0] for name in sys.modules})
"""


def test_what_every_room_loads_is_among_them(project_root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD, str(tmp_path)],
        cwd=project_root,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.rpartition("LOADED ")[2].split()
    of = metadata.packages_distributions()
    names = {re.sub(r"[-_.]+", "-", each).lower() for module in loaded for each in of.get(module, ())}
    allowed = {each.name for each in dependencies()} | {"brochure", "setuptools", "pip"}
    assert names - allowed == set()
    assert {"reportlab", "uharfbuzz", "lxml", "pikepdf"} <= names
