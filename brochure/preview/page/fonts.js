// The fonts of the project, so that a field looks like the page and a name is never a row of boxes. A browser loads one
// when something is set in it, and not before.

const known = new Set();

/** Names for CSS. ``faces``: the fonts in which a language is printed. */
export function families(faces) {
  for (const face of faces) {
    if (known.has(face)) continue;
    known.add(face);
    document.fonts.add(new FontFace(face, `url("/fonts/${encodeURIComponent(face)}")`));
  }
  return [...faces, "system-ui"];
}

export const cssOf = (names) => names.map((name) => `"${name}"`).join(", ").replace('"system-ui"', "system-ui");
