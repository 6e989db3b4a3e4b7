// The page's own texts. English stands in the code; the other languages come from the program's catalogues.

import { get } from "./ask.js";

const KEPT = "page-language";

let texts = {};
let tag = "en";
let names = new Intl.DisplayNames(["en"], { type: "language" });

/** Speaks the language that was chosen here once, or the browser's; English where there is no catalogue for it. */
export async function speak() {
  const wished = localStorage.getItem(KEPT) ?? navigator.language.split("-")[0];
  const known = await get("/api/words", { language: wished });
  ({ language: tag, texts } = known);
  names = new Intl.DisplayNames([tag], { type: "language" });
  document.documentElement.lang = tag;
}

export function speakFromNowOn(language) {
  localStorage.setItem(KEPT, language);
  location.reload();
}

export const spoken = () => tag;

/** t("Room left: {mm} mm", {mm: 3.2}) */
export function t(english, values = {}) {
  const text = texts[english] ?? english;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
}

function shown(value) {
  return typeof value === "number" ? value.toLocaleString(tag) : value;
}

/** What a language is called in the language of the page. */
export function nameOf(language) {
  try {
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}

/** "booklet" as a person says it. Formats that a project adds keep their own names. */
export function formatName(name) {
  const known = {
    leaflet: t("Leaflet"), booklet: t("Booklet"), card: t("Card"), poster: t("Poster"), sheet: t("Sheet"),
    finder: t("Finder"), guide: t("Guide"), phone: t("Phone"), proof: t("Proof"),
  };
  return known[name] ?? name;
}

export function targetName(name) {
  return { screen: t("Screen"), print: t("Print"), office: t("Office printer") }[name] ?? name;
}

export function stateName(name) {
  const known = {
    missing: t("missing"), stale: t("stale"), draft: t("draft"), reviewed: t("reviewed"), approved: t("approved"),
  };
  return known[name] ?? name;
}

export function lineName(name) {
  const known = {
    folds: t("Folds"), rows: t("Rows"), safe: t("Safe area"), baselines: t("Baselines"), order: t("Reading order"),
    boxes: t("Boxes"), bleed: t("Bleed"), black: t("Black plate only"), grey: t("Without colour"),
  };
  return known[name] ?? name;
}
