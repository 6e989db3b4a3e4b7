"""Makes the two test fonts whose shapes can be read off as characters.

Every glyph is one filled rectangle, so a line of text can be painted by hand into a grid of characters. Arabic letters
say by their height which joining form they took: isolated 100, final 200, initial 300, medial 400 of 500 units. So a
wrong form, a letter that does not join and a line in the wrong order are all seen in a text file.

``steps.ttf`` joins by its GSUB features, as good fonts do; ``forms.ttf`` has the same letters only as presentation
forms (U+FE70 and following) and no GSUB at all, as many house fonts do.

Run ``python tests/fonts/make_steps.py`` to write both again; the bytes do not change.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UPEM = 500
WIDTH = 500
HEIGHTS = {"isol": 100, "fina": 200, "init": 300, "medi": 400}
LETTERS = {  # name: (code point, presentation forms by feature)
    "beh": (0x0628, {"isol": 0xFE8F, "fina": 0xFE90, "init": 0xFE91, "medi": 0xFE92}),
    "dal": (0x062F, {"isol": 0xFEA9, "fina": 0xFEAA}),
    "lam": (0x0644, {"isol": 0xFEDD, "fina": 0xFEDE, "init": 0xFEDF, "medi": 0xFEE0}),
    "alef": (0x0627, {"isol": 0xFE8D, "fina": 0xFE8E}),
}
LAM_ALEF = {"lam_alef": 0xFEFB, "lam_alef.fina": 0xFEFC}
COPYRIGHT = "Made for the tests of this project. CC0 1.0."
EPOCH = 3_786_912_000  # 2024-01-01 in seconds since 1904, so that the bytes do not change


def square(width: int, height: int) -> object:
    """A rectangle on the baseline; nothing at all for height 0."""
    pen = TTGlyphPen(None)
    if height:
        pen.moveTo((0, 0))
        for point in ((0, height), (width, height), (width, 0)):
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def glyph_heights() -> dict[str, int]:
    """Glyph name to height, in glyph order."""
    heights = {".notdef": 500, "space": 0, "period": 50, "a": 250, "parenleft": 450, "parenright": 450}
    heights |= {f"digit{n}": 500 for n in range(10)}
    for name, (_, forms) in LETTERS.items():
        heights |= {name if form == "isol" else f"{name}.{form}": HEIGHTS[form] for form in forms}
    return heights | {
        name: HEIGHTS["fina"] if name.endswith("fina") else HEIGHTS["isol"] for name in LAM_ALEF
    }


def builder(family: str, cmap: dict[int, str]) -> FontBuilder:
    heights = glyph_heights()
    fb = FontBuilder(UPEM, isTTF=True)
    fb.setupGlyphOrder(list(heights))
    fb.setupCharacterMap(cmap)
    fb.setupGlyf({name: square(WIDTH, height) for name, height in heights.items()})
    fb.setupHorizontalMetrics(dict.fromkeys(heights, (WIDTH, 0)))
    fb.setupHorizontalHeader(ascent=500, descent=0)
    names = {
        "copyright": COPYRIGHT,
        "familyName": family,
        "styleName": "Regular",
        "psName": f"{family}-Regular",
    }
    fb.setupNameTable(names)
    fb.setupOS2(sTypoAscender=500, usWinAscent=500)
    fb.setupPost()
    fb.updateHead(created=EPOCH, modified=EPOCH)
    fb.font.recalcTimestamp = False
    return fb


def plain_cmap() -> dict[int, str]:
    cmap = {
        ord(" "): "space",
        ord("."): "period",
        ord("a"): "a",
        ord("("): "parenleft",
        ord(")"): "parenright",
    }
    return cmap | {ord(str(n)): f"digit{n}" for n in range(10)}


def make_steps(path: Path) -> None:
    """Letters by their own code points, joined by GSUB."""
    fb = builder("Steps", plain_cmap() | {code: name for name, (code, _) in LETTERS.items()})
    features = ["languagesystem arab dflt;"]
    for tag in ("init", "medi", "fina"):
        rules = [f"sub {name} by {name}.{tag};" for name, (_, forms) in LETTERS.items() if tag in forms]
        features.append(f"feature {tag} {{ {' '.join(rules)} }} {tag};")
    addOpenTypeFeaturesFromString(fb.font, "\n".join(features))
    fb.save(path)


def make_forms(path: Path) -> None:
    """Letters by their presentation forms, no GSUB."""
    cmap = plain_cmap() | {code: name for name, code in LAM_ALEF.items()}
    for name, (code, forms) in LETTERS.items():
        cmap[code] = name
        cmap |= {point: name if form == "isol" else f"{name}.{form}" for form, point in forms.items()}
    builder("Forms", cmap).save(path)


if __name__ == "__main__":
    here = Path(__file__).parent
    for folder, make in (("steps", make_steps), ("forms", make_forms)):
        (here / folder).mkdir(exist_ok=True)
        make(here / folder / f"{folder}.ttf")
