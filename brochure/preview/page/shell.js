// The frame of the page: bar, languages, pages, and beside them findings, texts and the text that is open.

import { el } from "./elements.js";
import { t } from "./words.js";

let status;
let timer;

/** Says something once, to eyes and to screen readers. */
export function say(text, kind = "") {
  status.textContent = text;
  status.className = kind;
  clearTimeout(timer);
  if (kind !== "error") timer = setTimeout(() => (status.textContent = ""), 6000);
}

const PANES = ["languages", "pages", "side"];

/** On a narrow screen one part is shown at a time. */
export function showPane(name) {
  document.body.dataset.pane = name;
  for (const button of document.querySelectorAll("#parts button")) {
    button.setAttribute("aria-pressed", String(button.dataset.pane === name));
  }
}

export function shell(app, project) {
  const places = {};
  const part = (name, tag, attributes = {}) => (places[name] = el(tag, attributes));
  status = el("p", { id: "status", role: "status", "aria-live": "polite" });
  const labels = { languages: t("Languages"), pages: t("Pages"), side: t("Texts") };
  app.replaceChildren(
    el("a", { class: "skip", href: "#pages", onclick: (event) => jump(event, "pages") }, t("To the pages")),
    el("a", { class: "skip", href: "#side", onclick: (event) => jump(event, "side") }, t("To the texts")),
    part("bar", "header", { id: "bar" }),
    part("lost", "p", { class: "notice error", role: "alert", hidden: true }),
    part("languages", "nav", { id: "languages", "aria-label": t("Languages"), tabIndex: -1 }),
    el(
      "main",
      { id: "pages", tabIndex: -1, "aria-label": t("Pages") },
      part("trouble", "p", { class: "notice error", role: "alert", hidden: true }),
      part("panes", "div", { class: "panes" }),
    ),
    el(
      "aside",
      { id: "side", tabIndex: -1, "aria-label": t("Texts and findings") },
      part("editor", "section", { id: "editor", hidden: true }),
      part("findings", "section", { id: "findings" }),
      part("texts", "section", { id: "texts" }),
    ),
    el(
      "nav",
      { id: "parts", "aria-label": t("Parts of the page") },
      ...PANES.map((name) =>
        el("button", { type: "button", "data-pane": name, onclick: () => showPane(name) }, labels[name]),
      ),
    ),
    status,
  );
  places.lost.textContent = t("The preview has stopped, or cannot be reached. What you typed is still here. Start it again: brochure preview");
  if (project.read_only) document.body.dataset.readOnly = "";
  showPane("pages");
  return places;
}

function jump(event, id) {
  event.preventDefault();
  showPane(id);
  document.getElementById(id).focus();
}
