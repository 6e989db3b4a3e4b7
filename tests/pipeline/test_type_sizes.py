from collections.abc import Callable
from typing import Any

import pytest

from brochure.pipeline.type_sizes import type_sizes


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_sizes_are_those_the_eye_sees(tag: str, leaflet: Callable[[str], Any]) -> None:
    made = leaflet(tag)
    scripts = made.document.theme.scripts
    factor = scripts[made.document.language.script].size
    sizes = {size.role: size for size in type_sizes(made.document, made.placed)}
    assert sizes["row"].full == pytest.approx(11.5 * factor)
    assert sizes["row"].reached == pytest.approx(dict(made.placed.sizes)["row"] * factor)
    assert sizes["row"].floor == 9.5
    assert all(size.floor <= size.reached <= size.full for size in sizes.values())


def test_what_never_shrinks_is_left_out(leaflet: Callable[[str], Any]) -> None:
    made = leaflet("en")
    names = {size.role for size in type_sizes(made.document, made.placed)}
    assert {"prefix", "draft"}.isdisjoint(names)
    assert {"prefix", "draft"} <= {name for name, _ in made.placed.sizes}


def test_numbers_are_latin_in_every_language(leaflet: Callable[[str], Any]) -> None:
    made = leaflet("ar")
    sizes = {size.role: size for size in type_sizes(made.document, made.placed)}
    assert (sizes["first"].reached, sizes["tear_off"].reached) == (36, 38)
