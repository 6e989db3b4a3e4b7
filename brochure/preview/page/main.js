// Comes in with the secret of the address, loads what there is, and keeps the page as the files are.

import { get, post, Refused } from "./ask.js";
import { choice, choose, onChoice, queryOf, readAddress, settle } from "./choice.js";
import { el } from "./elements.js";
import { Bar } from "./bar.js";
import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { Languages } from "./languages.js";
import { Pages } from "./pages.js";
import { say, shell, showPane } from "./shell.js";
import { Texts } from "./texts.js";
import { speak, t } from "./words.js";

const greeting = document.getElementById("greeting");

async function enter() {
  const token = location.hash.slice(1);
  if (!token || token.includes("=")) return;
  // The secret leaves the address bar at once: nobody sees it over a shoulder or in a screenshot.
  history.replaceState(null, "", location.pathname);
  await post("/api/enter", { token });
}

class App {
  constructor(project) {
    this.project = project;
    this.views = {};
    this.revision = 0;
    this.busy = false;
    this.again = false;
  }

  build() {
    const places = shell(document.getElementById("app"), this.project);
    this.bar = new Bar(places.bar, this);
    this.languages = new Languages(places.languages, this);
    this.panes = { now: new Pages(places.panes, "now", this), beside: new Pages(places.panes, "beside", this) };
    this.findings = new Findings(places.findings, this);
    this.texts = new Texts(places.texts, this);
    this.editor = new Editor(places.editor, this);
    this.places = places;
    onChoice((changes) => this.chosen(changes));
    addEventListener("popstate", () => {
      readAddress();
      this.chosen({ ...choice });
    });
    addEventListener("beforeunload", (event) => this.editor.isDirty() && event.preventDefault());
    addEventListener("keydown", (event) => this.key(event));
    this.chosen({ open: choice.open });
  }

  chosen(changes) {
    settle(this.project);
    if ("open" in changes) this.editor.open();
    this.bar.draw();
    this.languages.draw();
    if (!choice.beside) this.panes.beside.clear();
    this.panes.now.resize();
    this.panes.beside.resize();
    if (!("open" in changes) || Object.keys(changes).length > 1) this.refresh();
  }

  /** Asks for what is shown; calls while one is under way become one call after it. */
  async refresh() {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    try {
      do {
        this.again = false;
        await this.load();
      } while (this.again);
    } catch (error) {
      if (error instanceof Refused) say(error.body.next ? `${error.message}. ${error.body.next}` : error.message, "error");
    } finally {
      this.busy = false;
    }
  }

  async load() {
    const panes = choice.beside ? ["now", "beside"] : ["now"];
    for (const name of panes) {
      const query = queryOf(name);
      const view = { ...(await get("/api/view", query)), query };
      if (JSON.stringify(query) !== JSON.stringify(queryOf(name))) continue; // something else is looked at by now
      this.views[name] = view;
      this.revision = view.revision;
      this.panes[name].draw(view);
      if (name === "now") this.told(view);
    }
  }

  told(view) {
    this.project.undo = view.undo;
    this.project.redo = view.redo;
    this.findings.draw(view);
    this.texts.draw(view);
    this.editor.refreshed(view);
    this.bar.draw();
    document.title = `${choice.language} · ${choice.format} · ${t("Preview")}`;
    const trouble = view.trouble;
    const old = view.is_old ? t("The files cannot be read as they are. This is the last good page; the findings say why.") : "";
    this.places.trouble.hidden = !trouble && !old;
    this.places.trouble.textContent = trouble ? `${trouble.error}. ${trouble.next}` : old;
  }

  listen() {
    const events = new EventSource("/api/events");
    events.onmessage = (message) => this.heard(JSON.parse(message.data));
    events.onopen = () => {
      this.places.lost.hidden = true;
    };
    events.onerror = () => {
      this.places.lost.hidden = false;
    };
  }

  heard(event) {
    if (event.event === "standing") this.languages.learn(event);
    else if (event.event === "judged" && event.language === choice.language) this.refresh();
    else if (event.event === "changed" || event.event === "hello") {
      if (event.revision === this.revision) return;
      const shown = [choice.language, choice.beside, this.project.together];
      if (!event.languages || event.languages.some((tag) => shown.includes(tag))) this.refresh();
    }
  }

  key(event) {
    const command = event.ctrlKey || event.metaKey;
    if (command && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault();
      this.editor.save();
    } else if (event.key === "Escape") this.escape(event);
    else if (event.altKey && !command && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      event.preventDefault();
      this.step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.altKey && command && event.code === "KeyZ") {
      event.preventDefault();
      this.undo(event.shiftKey ? "redo" : "undo");
    }
  }

  escape(event) {
    const menu = document.querySelector("details[open].menu");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (choice.open && !event.isComposing) this.close();
  }

  open(language, address) {
    choose({ open: `${language}:${address}` });
    this.panes.now.reveal(address);
    showPane("side");
    this.editor.focus();
  }

  close() {
    const [, address] = choice.open.split(":");
    choose({ open: "" });
    this.panes.now.focus(address);
  }

  step(by) {
    const texts = this.views.now?.texts ?? [];
    const at = texts.findIndex((text) => `${text.language}:${text.address}` === choice.open);
    const next = texts[at < 0 ? 0 : at + by];
    if (next) this.open(next.language, next.address);
  }

  async undo(way) {
    if (this.project.read_only) return;
    try {
      const done = await post(`/api/${way}`);
      say(way === "undo" ? t("Undone: {address}", done) : t("Done again: {address}", done));
      await this.refresh();
    } catch (error) {
      say(error.message, "error");
      await this.refresh();
    }
  }
}

async function start() {
  try {
    await speak();
    await enter();
    const project = await get("/api/project");
    readAddress();
    settle(project);
    const app = new App(project);
    document.getElementById("app").hidden = false;
    app.build();
    greeting.remove();
    app.listen();
  } catch (error) {
    greeting.replaceChildren(
      el("strong", {}, error.status === 401 ? t("This page is locked.") : t("The preview cannot be shown.")),
      " ",
      error.status === 401
        ? t("Open the address that brochure preview printed; it holds the key of this run.")
        : error.message,
    );
  }
}

start();
