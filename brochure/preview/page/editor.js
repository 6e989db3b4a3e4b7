// The text that is open: its English, its note, its room, a field to write in, and who has read it.

import { get, post, Refused } from "./ask.js";
import { choice, choose, opened, queryOf } from "./choice.js";
import { el, fill, select } from "./elements.js";
import { Field, names, shown } from "./field.js";
import { families } from "./fonts.js";
import { Room } from "./room.js";
import { say } from "./shell.js";
import { nameOf, stateName, t } from "./words.js";

const PAUSE = 20; // ms without a key after which the page follows

export class Editor {
  constructor(place, app) {
    this.place = place;
    this.app = app;
    this.unit = null;
    this.field = new Field((text) => this.typed(text));
    this.room = new Room();
    this.build();
  }

  build() {
    const button = (key, label, onclick, attributes = {}) =>
      (this[`${key}Button`] = el("button", { type: "button", "data-key": key, onclick, ...attributes }, label));
    this.heading = el("h2", { id: "editor-heading", tabIndex: -1 });
    this.englishLabel = el("h3", {}, t("English"));
    this.english = el("p", { class: "english", lang: "en", dir: "ltr" });
    this.note = el("p", { class: "note", lang: "en", dir: "ltr" });
    this.inherited = el("p", { class: "notice" });
    this.label = el("h3", { id: "field-label" });
    this.insert = el("p", { class: "insert" });
    this.conflict = el("div", { class: "conflict", role: "alert" });
    this.problems = el("ul", { class: "problems" });
    this.read = el("div", { class: "read" });
    this.place.append(
      el("div", { class: "row" }, button("close", t("Close"), () => this.app.close()),
        el("span", { class: "grow" }),
        button("previous", "↑", () => this.app.step(-1), { "aria-label": t("Text before") }),
        button("next", "↓", () => this.app.step(1), { "aria-label": t("Next text") })),
      this.heading, this.inherited,
      this.englishLabel, this.english, this.note,
      this.label, this.field.box, this.insert, this.room.place, this.problems, this.conflict,
      el("div", { class: "row" }, button("save", t("Save"), () => this.save(), { class: "main" }),
        button("discard", t("Back to the saved text"), () => this.discard())),
      this.read,
    );
  }

  isDirty() {
    return Boolean(this.unit && this.unit.typed !== null && this.pending);
  }

  async open() {
    const wanted = opened();
    this.place.hidden = !wanted;
    this.fact?.remove();
    document.body.toggleAttribute("data-open", Boolean(wanted));
    if (!wanted) {
      this.unit = null;
      return;
    }
    if (this.unit?.language === wanted.language && this.unit?.address === wanted.address) return;
    this.unit = null;
    this.setAside = "";
    try {
      const unit = await this.asked(wanted);
      if (choice.open !== `${unit.language}:${unit.address}`) return;
      this.unit = unit;
      this.seen = unit.own;
      this.draw();
      if (this.wantsFocus) this.focus();
    } catch (error) {
      say(error.message, "error");
      choose({ open: "" });
    }
  }

  asked({ language, address }) {
    return get("/api/unit", { ...queryOf("now"), of: language, address });
  }

  focus() {
    this.wantsFocus = !this.unit;
    if (this.unit && !this.app.project.read_only) this.field.focus();
    else this.heading.focus();
    this.place.scrollIntoView({ block: "nearest" });
  }

  draw() {
    const { unit, app } = this;
    const known = app.project.languages.find((each) => each.tag === unit.language);
    const readOnly = app.project.read_only;
    this.heading.replaceChildren(el("span", { class: "address" }, unit.address));
    this.english.replaceChildren(...shown(unit.english, unit.facts));
    this.englishLabel.hidden = this.english.hidden = unit.language === app.project.source;
    this.note.textContent = unit.note;
    this.label.replaceChildren(el("bdi", { lang: unit.language }, known?.endonym ?? unit.language), ` · ${nameOf(unit.language)}`);
    this.inherited.hidden = !unit.inherited;
    this.inherited.textContent = t("This text is taken over from {file}. What you write here is put into the file of this language.", { file: unit.inherited });
    const faces = known?.faces ?? [];
    this.field.show(unit.typed ?? unit.text, unit.facts, {
      language: unit.language, direction: known?.direction ?? "auto", families: families(faces), readOnly,
    });
    this.saveButton.hidden = this.discardButton.hidden = readOnly;
    this.told();
  }

  /** All that may change while the text is being written; never the field itself. */
  told() {
    const { unit } = this;
    const text = this.field.text;
    const there = names(text);
    const missing = names(unit.english).filter((name) => !there.includes(name));
    fill(this.insert, ...missing.map((name) =>
      el("button", { type: "button", "data-key": `insert-${name}`, onclick: () => this.field.insert(name) },
        t("Put in"), " ", el("bdi", {}, unit.facts[name] ?? name))));
    this.insert.hidden = this.app.project.read_only || !missing.length;
    const isChanged = text !== unit.text;
    this.saveButton.disabled = !isChanged;
    this.discardButton.disabled = unit.typed === null && !isChanged;
    this.place.toggleAttribute("data-dirty", isChanged);
    this.room.draw(unit, text, unit.language === this.app.project.source);
    this.drawProblems();
    this.drawConflict();
    this.drawRead(isChanged);
  }

  drawProblems() {
    const { language, address } = this.unit;
    const found = (this.app.views.now?.findings ?? []).filter((each) => each.language === language && each.address === address);
    fill(this.problems, ...found.map((each) =>
      el("li", { class: each.severity },
        el("strong", {}, each.severity === "error" ? t("Error") : t("Warning")), " ",
        el("span", { lang: "en", dir: "auto" }, each.message),
        each.help ? el("span", { class: "help", lang: "en", dir: "auto" }, each.help.replace(`${address}\n`, "")) : null)));
  }

  drawConflict() {
    const { unit } = this;
    const isConflict = unit.own !== this.seen && this.field.text !== unit.text;
    this.conflict.hidden = !isConflict && !this.setAside;
    if (isConflict) {
      fill(this.conflict,
        el("h3", {}, t("The file was changed meanwhile")),
        el("p", {}, t("Both texts are kept until you choose.")),
        el("h4", {}, t("In the file now")), this.quoted(unit.own),
        el("h4", {}, t("Yours")), this.quoted(this.field.text),
        el("div", { class: "row" },
          el("button", { type: "button", "data-key": "mine", onclick: () => this.keepMine() }, t("Save mine")),
          el("button", { type: "button", "data-key": "theirs", onclick: () => this.keepTheirs() }, t("Keep the file's"))));
    } else if (this.setAside) {
      fill(this.conflict,
        el("h4", {}, t("Your text, put aside")), this.quoted(this.setAside),
        el("button", { type: "button", "data-key": "mine", onclick: () => this.bringBack() }, t("Take it again")));
    }
  }

  quoted(text) {
    const { unit } = this;
    const quoted = el("p", { class: "quoted", lang: unit.language, dir: this.field.box.dir }, ...shown(text, unit.facts));
    quoted.style.fontFamily = this.field.box.style.fontFamily;
    return quoted;
  }

  drawRead(isChanged) {
    const { unit, app } = this;
    const reading = [el("h3", {}, t("Who has read it")),
      el("p", {}, el("span", { class: `state ${unit.state}` }, stateName(unit.state)), " ", el("bdi", { class: "quiet" }, unit.place))];
    if (!app.project.read_only && unit.text) reading.push(...this.signing(isChanged));
    const key = JSON.stringify([unit, isChanged]);
    if (key === this.drawnRead) return;
    this.drawnRead = key;
    fill(this.read, ...reading);
  }

  signing(isChanged) {
    const { unit } = this;
    const sign = (level, label) =>
      el("button", { type: "button", "data-key": level, disabled: isChanged, onclick: () => this.approve(level) }, label);
    const parts = [];
    if (unit.state === "stale") parts.push(el("p", {}, t("Its English has changed since.")), sign("translated", t("It is still right")));
    if (!unit.people.length) return [...parts, el("p", { class: "quiet" }, t("Nobody is entered for this language in content/people.yaml, so nobody can sign it here."))];
    const people = unit.people.map((each) => [each.id, each.name]);
    if (!unit.people.some((each) => each.id === this.by)) this.by = people[0][0];
    const may = unit.people.find((each) => each.id === this.by).may;
    return [...parts,
      select(t("Read by"), this.by, people, (value) => { this.by = value; this.told(); }, { "data-key": "by" }),
      el("div", { class: "row" }, may.includes("reviewed") && sign("reviewed", t("Reviewed")), may.includes("approved") && sign("approved", t("Approved"))),
      isChanged ? el("p", { class: "quiet" }, t("Save the text first.")) : null];
  }

  // Writing

  typed(text) {
    this.unit.typed = text;
    this.pending = true;
    this.told();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  /** One at a time; what is typed meanwhile goes with the next. */
  async send() {
    if (!this.unit || this.sent || this.saving) return;
    const { language, address } = this.unit;
    const text = this.field.text;
    this.sent = post("/api/typed", { language, address, text, keep: text !== this.unit.text }).then(
      () => (this.pending = false),
      (error) => error instanceof Refused && say(error.message, "error"),
    );
    await this.sent;
    this.sent = null;
    if (this.unit?.address === address && this.field.text !== text) this.send();
  }

  async save(seen = this.seen) {
    if (!this.unit || this.app.project.read_only || this.saving) return;
    clearTimeout(this.timer);
    const { language, address } = this.unit;
    const text = this.field.text;
    this.saving = true;
    await this.sent; // what is only looked at must not come after what is saved
    try {
      const kept = await post("/api/save", { language, address, text, seen }, { keepalive: true });
      this.pending = false;
      if (this.unit?.address === address) Object.assign(this.unit, { typed: null, text: kept.text, own: kept.text });
      this.seen = kept.text;
      this.setAside = "";
      say(t("Saved: {address}", { address }));
    } catch (error) {
      if (error.status === 409 && this.unit) this.unit.own = this.unit.text = error.body.before;
      else say(error.body?.next ? `${error.message}. ${error.body.next}` : t("Not saved: {why}", { why: error.message }), "error");
    } finally {
      this.saving = false;
    }
    if (this.unit) this.told();
    this.app.refresh();
  }

  async discard() {
    const { language, address, text } = this.unit;
    clearTimeout(this.timer);
    this.pending = false;
    await post("/api/typed", { language, address, text: "", keep: false });
    this.unit.typed = null;
    this.seen = this.unit.own;
    this.field.show(text, this.unit.facts, this.manner());
    this.told();
    this.app.refresh();
  }

  manner() {
    const known = this.app.project.languages.find((each) => each.tag === this.unit.language);
    return { language: this.unit.language, direction: known?.direction ?? "auto", families: families(known?.faces ?? []), readOnly: false };
  }

  keepMine() {
    this.save(this.unit.own);
  }

  async keepTheirs() {
    this.setAside = this.field.text;
    await this.discard();
  }

  bringBack() {
    const text = this.setAside;
    this.setAside = "";
    this.field.show(text, this.unit.facts, this.manner());
    this.typed(text);
  }

  async approve(level) {
    const { language, address } = this.unit;
    try {
      await post("/api/approve", { language, address, level, by: this.by ?? "" });
      say(t("Written down: {address} is {state}.", { address, state: stateName(level === "translated" ? "draft" : level) }));
    } catch (error) {
      say(error.body?.next ? `${error.message}. ${error.body.next}` : error.message, "error");
    }
    this.app.refresh();
  }

  /** After every new look at the files. */
  async refreshed() {
    const before = this.unit;
    if (!before) return;
    let unit;
    try {
      unit = await this.asked(before);
    } catch {
      return; // the file cannot be read just now: what is written here stays
    }
    if (this.unit !== before) return;
    const wasChanged = this.field.text !== before.text;
    if (!wasChanged && unit.text !== before.text) {
      this.field.show(unit.typed ?? unit.text, unit.facts, this.manner());
      this.seen = unit.own;
    }
    unit.typed = before.typed ?? unit.typed;
    this.unit = unit;
    this.told();
  }

  /** A number, an address: it stands in the edition's file, and not in a language's. */
  tellFact(hit) {
    this.fact?.remove();
    this.fact = el("p", { class: "notice fact", role: "status" },
      t("{name} is a fact of the edition. It is written once, in {place}, and not in the texts.", { name: hit.address, place: hit.place }));
    this.place.before(this.fact);
  }
}
