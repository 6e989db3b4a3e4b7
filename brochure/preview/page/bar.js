// The bar: what is looked at, and how.

import { choice, choose, shows, toggle, ZOOMS } from "./choice.js";
import { check, el, fill, select } from "./elements.js";
import { post } from "./ask.js";
import { say } from "./shell.js";
import { formatName, lineName, nameOf, speakFromNowOn, spoken, t, targetName } from "./words.js";

const percent = (zoom) => Number(zoom).toLocaleString(spoken(), { style: "percent" });

export class Bar {
  constructor(place, app) {
    this.place = place;
    this.app = app;
    document.addEventListener("pointerdown", (event) => {
      for (const menu of document.querySelectorAll("details[open].menu")) {
        if (!menu.contains(event.target)) menu.open = false;
      }
    });
  }

  draw() {
    const { project } = this.app;
    const key = JSON.stringify([choice, project.undo, project.redo, this.app.panes.now.sizes()]);
    if (key === this.drawn) return;
    this.drawn = key;
    const open = this.place.querySelector("details[open]")?.dataset.key;
    fill(
      this.place,
      el("h1", {}, t("Preview"), " ", el("span", {}, project.edition)),
      el("div", { class: "choices" }, ...this.choices(project)),
      el("div", { class: "tools" }, ...this.tools(project)),
    );
    if (open) this.place.querySelector(`details[data-key="${open}"]`).open = true;
  }

  choices(project) {
    const format = project.formats[choice.format];
    const formats = Object.keys(project.formats).map((name) => [name, formatName(name)]);
    const targets = format.targets.map((name) => [name, targetName(name)]);
    return [
      select(t("Format"), choice.format, formats, (value) => choose({ format: value }), { "data-key": "format" }),
      select(t("For"), choice.target, targets, (value) => choose({ target: value }), { "data-key": "target" }),
      this.beside(format, project),
    ];
  }

  beside(format, project) {
    const others = format.languages.filter((tag) => tag !== choice.language && tag !== project.source);
    const source = format.languages.includes(project.source) && choice.language !== project.source;
    const options = [
      ["", t("Nothing")],
      ["before", t("The page before")],
      ...(source ? [[project.source, t("The source: {name}", { name: nameOf(project.source) })]] : []),
      ...others.map((tag) => [tag, nameOf(tag)]),
    ];
    return select(t("Beside"), choice.beside, options, (value) => choose({ beside: value }), { "data-key": "beside" });
  }

  tools(project) {
    const tools = [this.lines(project), ...this.zooms()];
    if (project.read_only) tools.push(el("span", { class: "badge" }, t("Read only")));
    else tools.push(this.step("undo", "↶", t("Undo"), project.undo), this.step("redo", "↷", t("Redo"), project.redo));
    return [...tools, this.more(project)];
  }

  step(way, icon, label, count) {
    return el(
      "button",
      { type: "button", "data-key": way, disabled: !count, onclick: () => this.app.undo(way), title: t("Saved texts: {n}", { n: count }) },
      el("span", { "aria-hidden": "true", class: "icon" }, icon),
      el("span", { class: "label" }, label),
    );
  }

  lines(project) {
    const count = (choice.show ? choice.show.split(",").length : 0) + Number(choice.discreet || 0);
    const { discreet } = project.formats[choice.format];
    return el(
      "details",
      { class: "menu", "data-key": "lines" },
      el("summary", { "data-key": "lines-summary" }, t("Show"), count ? el("span", { class: "count" }, String(count)) : ""),
      el(
        "div",
        { class: "sheet" },
        discreet &&
          check(t("Discreet variant"), choice.discreet === "1", (on) => choose({ discreet: on ? "1" : "" }), { "data-key": "discreet" }),
        ...project.kinds.map((kind) =>
          check(lineName(kind), shows(kind), (on) => toggle(kind, on), { "data-key": `line-${kind}` }),
        ),
      ),
    );
  }

  zooms() {
    const sizes = this.app.panes.now.sizes();
    const at = sizes.indexOf(choice.zoom);
    const step = (key, by, label, sign) =>
      el("button", { type: "button", "data-key": key, "aria-label": label, disabled: !(at + by in sizes), onclick: () => choose({ zoom: sizes[at + by] }) }, sign);
    const named = [["", t("Fit to width")], ...ZOOMS.map((zoom) => [zoom, zoom === "1" ? t("Actual size") : percent(zoom)])];
    return [
      el(
        "span",
        { class: "zoom", role: "group", "aria-label": t("Size") },
        step("out", -1, t("Smaller"), "−"),
        select(t("Size"), choice.zoom, named, (zoom) => choose({ zoom }), { "data-key": "zoom" }),
        step("in", 1, t("Larger"), "+"),
      ),
    ];
  }

  more(project) {
    const languages = project.page_languages.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag)]);
    const keys = [
      ["Ctrl S", t("Save the text")],
      ["Alt ↓ ↑", t("Next text, text before")],
      ["Esc", t("Close the text")],
      ["Ctrl Alt Z", t("Undo a saved text")],
      ["← → ↑ ↓", t("On a page: from text to text")],
    ];
    return el(
      "details",
      { class: "menu right", "data-key": "more" },
      el("summary", { "data-key": "more-summary" }, t("More")),
      el(
        "div",
        { class: "sheet" },
        select(t("Language of this page"), spoken(), languages, speakFromNowOn, { "data-key": "speak" }),
        el("button", { type: "button", "data-key": "anew", onclick: () => this.anew() }, t("Compare with the present from now on")),
        el("h2", {}, t("Keys")),
        el("dl", { class: "keys" }, ...keys.flatMap(([key, text]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, text)])),
      ),
    );
  }

  async anew() {
    await post("/api/before");
    say(t("The present page is now the page before."));
    this.app.refresh();
  }
}
