// Every text of the document in the order of reading: the way to a text without pointing at the page.

import { choice } from "./choice.js";
import { el, fill } from "./elements.js";
import { cssOf, families } from "./fonts.js";
import { stateName, t } from "./words.js";

export class Texts {
  constructor(place, app) {
    this.place = place;
    this.app = app;
    this.wanted = "";
    this.list = el("ul", {});
    this.search = el("input", {
      type: "search",
      "data-key": "search",
      oninput: () => {
        this.wanted = this.search.value.toLowerCase();
        this.draw(this.view, true);
      },
    });
    this.heading = el("h2", {});
    this.place.append(this.heading, el("label", { class: "search" }, el("span", {}, t("Find a text")), this.search), this.list);
  }

  draw(view, always = false) {
    this.view = view;
    const key = JSON.stringify([view.texts, view.typed, choice.language]);
    if (!always && key === this.drawn) return;
    this.drawn = key;
    const found = view.texts.filter((each) => `${each.address} ${each.text}`.toLowerCase().includes(this.wanted));
    const typed = Object.values(view.typed).flat().length;
    this.heading.replaceChildren(
      t("Texts"), " ", el("span", { class: "count" }, String(view.texts.length)), " ",
      typed ? el("span", { class: "badge typed" }, t("Not saved: {why}", { why: typed })) : "",
    );
    fill(this.list, ...found.map((each) => el("li", {}, this.item(each, view))));
  }

  item(text, view) {
    const isTyped = view.typed[text.language]?.includes(text.address);
    const state = isTyped ? "typed" : text.state;
    return el(
      "button",
      {
        type: "button",
        class: "text",
        "data-key": `text-${text.language}-${text.address}`,
        onclick: () => this.app.open(text.language, text.address),
      },
      el("span", { class: "address" }, text.address),
      el("span", { class: `state ${state}` }, isTyped ? t("not saved") : stateName(text.state)),
      this.words(text),
    );
  }

  /** In the fonts of the project, as the page has them. */
  words(text) {
    const known = this.app.project.languages.find((each) => each.tag === text.language);
    const words = el("span", { class: "words", lang: text.language, dir: known?.direction ?? "auto" }, text.text);
    words.style.fontFamily = cssOf(families(known?.faces ?? []));
    return words;
  }
}
