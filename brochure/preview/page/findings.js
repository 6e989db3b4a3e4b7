// What is wrong, where, and what to do; a click leads to the text.

import { el, fill } from "./elements.js";
import { t } from "./words.js";

export class Findings {
  constructor(place, app) {
    this.place = place;
    this.app = app;
  }

  draw(view) {
    this.place.dataset.judged = String(view.is_judged);
    const key = JSON.stringify([view.findings, view.is_judged]);
    if (key === this.drawn) return;
    this.drawn = key;
    const found = [...view.findings].sort((one, other) => rank(one) - rank(other));
    const errors = found.filter((each) => each.severity === "error").length;
    fill(
      this.place,
      el(
        "h2",
        {},
        t("Findings"),
        " ",
        el("span", { class: errors ? "count error" : "count", role: "status" }, String(found.length)),
      ),
      view.is_judged ? null : el("p", { class: "quiet" }, t("The whole file is still being judged.")),
      found.length ? el("ul", {}, ...found.map((each, at) => this.item(each, at))) : el("p", { class: "quiet" }, t("Nothing was found.")),
    );
  }

  item(finding, at) {
    const inside = [
      el("span", { class: `severity ${finding.severity}` }, finding.severity === "error" ? t("Error") : t("Warning")),
      el("span", { class: "message", lang: "en", dir: "auto" }, finding.message),
      finding.help ? el("span", { class: "help", lang: "en", dir: "auto" }, finding.help) : null,
      el("span", { class: "where" }, el("bdi", {}, place(finding)), " · ", finding.code),
    ];
    const attributes = { class: "finding", "data-key": `finding-${at}`, "data-code": finding.code };
    if (!finding.address) return el("li", {}, el("div", attributes, ...inside));
    const open = () => this.app.open(finding.language, finding.address);
    return el("li", {}, el("button", { type: "button", ...attributes, onclick: open }, ...inside));
  }
}

export function place(finding) {
  const name = finding.file.split("/").at(-1);
  return finding.line ? `${name}:${finding.line}:${finding.column}` : name;
}

const rank = (finding) => (finding.severity === "error" ? 0 : 1);
