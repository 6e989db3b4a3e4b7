"""Two fonts with all Arabic letters that have presentation forms, made for one test: every form is a glyph of its own.

One joins by its features, as good fonts do; the other has the same glyphs only as presentation forms and no GSUB, as
many house fonts do. So one can be held against the other, name by name.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from arabic_reshaper.letters import LETTERS_ARABIC
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from brochure.model.fonts import Face

FORMS = ("isol", "init", "medi", "fina")
LETTERS = {ord(letter): forms for letter, forms in LETTERS_ARABIC.items() if letter.isalpha()}
MARKS = (*range(0x64B, 0x656), 0x670)
LAM_ALEF = {0x622: 0xFEF5, 0x623: 0xFEF7, 0x625: 0xFEF9, 0x627: 0xFEFB}
OTHERS = (0x20, *range(0x21, 0x7F), 0x60C, 0x61B, 0x61F, *range(0x660, 0x66A), *range(0x6F0, 0x6FA))


def glyph_of(code: int, form: str = "isol") -> str:
    return f"uni{code:04X}" if form == "isol" else f"uni{code:04X}.{form}"


def make(path: Path, name: str, weight: str, by_features: bool, width: int = 500) -> Face:
    """Write the font and declare it. ``width``: of all glyphs but marks, so that weights can be told apart."""
    cmap = {code: glyph_of(code) for code in (*OTHERS, *MARKS, *LETTERS)}
    joined = {
        glyph_of(code, form): ord(sign)
        for code, forms in LETTERS.items()
        for form, sign in zip(FORMS, forms, strict=True)
        if sign and code != 0x640
    }
    joined |= {f"lam_{code:04X}": sign for code, sign in LAM_ALEF.items()}
    joined |= {f"lam_{code:04X}.fina": sign + 1 for code, sign in LAM_ALEF.items()}
    if not by_features:
        cmap |= {sign: glyph for glyph, sign in joined.items()}
    glyphs = [".notdef", *dict.fromkeys((*cmap.values(), *joined))]
    fb = FontBuilder(1000, isTTF=True)
    fb.setupGlyphOrder(glyphs)
    fb.setupCharacterMap(cmap)
    fb.setupGlyf({glyph: TTGlyphPen(None).glyph() for glyph in glyphs})
    marks = {glyph_of(code) for code in MARKS}
    fb.setupHorizontalMetrics({glyph: (0 if glyph in marks else width, 0) for glyph in glyphs})
    fb.setupHorizontalHeader(ascent=800, descent=-200)
    fb.setupNameTable({"familyName": name, "styleName": weight, "psName": f"{name}-{weight}"})
    fb.setupOS2()
    fb.setupPost()
    if by_features:
        addOpenTypeFeaturesFromString(fb.font, _features(marks))
    fb.save(path)
    return Face(f"{name}-{weight}", name, weight, path, hashlib.sha256(path.read_bytes()).hexdigest())


def _features(marks: set[str]) -> str:
    rows = ["languagesystem arab dflt;"]
    for place, form in enumerate(FORMS[1:], 1):
        rules = [
            f"sub {glyph_of(code)} by {glyph_of(code, form)};"
            for code, forms in LETTERS.items()
            if forms[place] and code != 0x640
        ]
        rows.append(f"feature {form} {{ {' '.join(rules)} }} {form};")
    rules = [
        f"sub {glyph_of(0x644, lam)} {glyph_of(alef, 'fina')} by lam_{alef:04X}{end};"
        for alef in LAM_ALEF
        for lam, end in (("init", ""), ("medi", ".fina"))
    ]
    rows.append(f"feature rlig {{ lookupflag IgnoreMarks; {' '.join(rules)} }} rlig;")
    rows.append(f"table GDEF {{ GlyphClassDef , , [{' '.join(sorted(marks))}], ; }} GDEF;")
    return "\n".join(rows)
