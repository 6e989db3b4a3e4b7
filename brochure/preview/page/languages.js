// The languages of the format, with how far each has come.

import { choice, choose } from "./choice.js";
import { el, fill } from "./elements.js";
import { cssOf, families } from "./fonts.js";
import { showPane } from "./shell.js";
import { nameOf, stateName, t } from "./words.js";

const STATES = ["approved", "reviewed", "draft", "stale", "missing"];

export class Languages {
  constructor(place, app) {
    this.place = place;
    this.app = app;
    this.standings = new Map();
  }

  learn(standing) {
    this.standings.set(`${standing.format}:${standing.language}`, standing);
    if (standing.format === choice.format) this.draw();
  }

  draw() {
    const { project } = this.app;
    const tags = project.formats[choice.format].languages;
    fill(
      this.place,
      el("h2", {}, t("Languages")),
      el("ul", {}, ...tags.map((tag) => el("li", {}, this.item(tag, project)))),
    );
  }

  /** In the fonts of the project: who installs no others still sees the name. */
  endonym(known) {
    const name = el("bdi", { lang: known.tag, class: "endonym" }, known.endonym);
    name.style.fontFamily = cssOf(families(known.faces));
    return name;
  }

  item(tag, project) {
    const known = project.languages.find((each) => each.tag === tag);
    const standing = this.standings.get(`${choice.format}:${tag}`);
    const endonym = known ? this.endonym(known) : el("span", { class: "endonym" }, t("All together"));
    const source = tag === project.source ? ` · ${t("source")}` : "";
    return el(
      "button",
      {
        type: "button",
        "data-key": `language-${tag}`,
        "aria-current": tag === choice.language ? "true" : null,
        onclick: () => {
          choose({ language: tag, open: "" });
          showPane("pages");
        },
      },
      endonym,
      known ? el("span", { class: "name" }, `${nameOf(tag)}${source}`) : null,
      standing ? this.standing(standing) : el("span", { class: "standing" }, "…"),
    );
  }

  standing(standing) {
    if (standing.missing === null) return el("span", { class: "standing error" }, t("cannot be read"));
    const counted = STATES.filter((state) => standing[state] > 0);
    const words = counted.map((state) => `${standing[state].toLocaleString()} ${stateName(state)}`);
    if (standing.too_long) words.unshift(t("{n} too long", { n: standing.too_long }));
    return el(
      "span",
      { class: standing.errors ? "standing error" : "standing" },
      el("span", { class: "shares", "aria-hidden": "true" }, ...counted.map((state) => share(state, standing[state]))),
      standing.errors ? `${t("Errors: {n}", { n: standing.errors })} · ` : "",
      words.join(" · "),
    );
  }
}

function share(state, count) {
  const part = el("span", { class: `share ${state}` });
  part.style.flexGrow = String(count);
  return part;
}
