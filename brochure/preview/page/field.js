// A text to write in. Facts stand in it as chips: each is one letter to the keyboard, so none can be half deleted.

import { el } from "./elements.js";
import { cssOf } from "./fonts.js";

const FACT = /\{([\w.-]+)\}/g;
const STOP = "\ufeff"; // a place for the caret on both sides of a chip; no text of ours has this character

export class Field {
  constructor(onInput) {
    this.onInput = onInput;
    this.facts = {};
    this.box = el("div", {
      class: "field",
      role: "textbox",
      "aria-multiline": "true",
      "aria-labelledby": "field-label",
      "aria-describedby": "field-room",
      spellcheck: "true",
      oninput: () => this.changed(),
      onkeydown: (event) => {
        if (event.key === "Enter") event.preventDefault(); // a text is one paragraph
      },
      onpaste: (event) => this.pasted(event),
      ondrop: (event) => event.preventDefault(),
      oncopy: (event) => this.copied(event),
      oncut: (event) => {
        this.copied(event);
        document.execCommand("delete");
      },
    });
  }

  /** ``facts``: what is printed, by name. */
  show(text, facts, { language, direction, families, readOnly }) {
    this.facts = facts;
    this.box.lang = language;
    this.box.dir = direction;
    this.box.style.fontFamily = cssOf(families);
    this.box.contentEditable = readOnly ? "false" : "true";
    this.box.setAttribute("aria-readonly", String(readOnly));
    this.box.tabIndex = 0;
    this.box.replaceChildren(...this.parts(text));
  }

  parts(text) {
    const parts = [];
    let from = 0;
    for (const found of text.matchAll(FACT)) {
      parts.push(document.createTextNode(text.slice(from, found.index) + STOP), this.chip(found[1]), document.createTextNode(STOP));
      from = found.index + found[0].length;
    }
    parts.push(document.createTextNode(text.slice(from)));
    return parts;
  }

  chip(name) {
    const printed = this.facts[name] ?? name;
    return el("span", { class: "chip", contentEditable: "false", "data-fact": name, title: name, dir: "auto" }, printed);
  }

  get text() {
    return [...this.box.childNodes].map(written).join("").replaceAll(STOP, "").replace(/[\r\n\t]+/g, " ");
  }

  changed() {
    const text = this.text;
    // A fact that was typed in braces becomes a chip when its last brace is there.
    const typed = [...this.box.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\{[\w.-]+\}/.test(node.data));
    if (typed) {
      this.box.replaceChildren(...this.parts(text));
      getSelection().selectAllChildren(this.box);
      getSelection().collapseToEnd();
    }
    this.onInput(text);
  }

  /** Where the caret is, else at the end. */
  insert(name) {
    this.box.focus();
    const selection = getSelection();
    if (!selection.rangeCount || !this.box.contains(selection.anchorNode)) {
      selection.selectAllChildren(this.box);
      selection.collapseToEnd();
    }
    const range = selection.getRangeAt(0);
    range.deleteContents();
    const parts = [document.createTextNode(STOP), this.chip(name), document.createTextNode(STOP)];
    for (const part of parts.toReversed()) range.insertNode(part);
    selection.collapse(parts[2], 1);
    this.onInput(this.text);
  }

  pasted(event) {
    event.preventDefault();
    const text = event.clipboardData.getData("text/plain").replace(/\s*[\r\n\t]+\s*/g, " ");
    document.execCommand("insertText", false, text);
  }

  copied(event) {
    const held = getSelection().rangeCount ? getSelection().getRangeAt(0).cloneContents() : null;
    if (!held) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", [...held.childNodes].map(written).join("").replaceAll(STOP, ""));
  }

  focus() {
    this.box.focus();
    getSelection().selectAllChildren(this.box);
    getSelection().collapseToEnd();
  }
}

function written(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.dataset?.fact) return `{${node.dataset.fact}}`;
  if (node.nodeName === "BR") return " ";
  return [...node.childNodes].map(written).join("");
}

/** A text with its facts as chips, to be read. */
export function shown(text, facts) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(FACT)) {
    parts.push(text.slice(from, found.index), el("bdi", { class: "chip", title: found[1] }, facts[found[1]] ?? found[1]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

export function names(text) {
  return [...text.matchAll(FACT)].map((found) => found[1]);
}
