// Pages as the PDF has them, and over them what can be pointed at. A new picture takes the place of the old one when it
// is whole: nothing flickers, and nothing moves.

import { choice, opened, ZOOMS } from "./choice.js";
import { el } from "./elements.js";
import { cssOf, families } from "./fonts.js";
import { nameOf, t } from "./words.js";

const ACTUAL = 96 / 25.4; // CSS pixels of a millimetre
const LEAST_BESIDE = 2.2; // pixels of a millimetre with which two pages may share the width
const GAP = 16;
const MARGIN = 8; // of a strip, so that shadows are not cut off
const WIDEST = 6000;
const APART = 1.2; // lines further apart than this, in heights of a line, are two places of a text

export class Pages {
  constructor(place, name, app) {
    this.place = place;
    this.name = name;
    this.app = app;
    this.pages = [];
    this.seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const page = this.pages.find((each) => each.figure === entry.target);
        if (page) page.isSeen = entry.isIntersecting;
      }
      this.paint();
    }, { rootMargin: "300px" });
    new ResizeObserver(() => this.resize()).observe(place);
  }

  draw(view) {
    this.view = view;
    const { language, format, target } = view.query;
    this.known = this.app.project.languages.find((each) => each.tag === language);
    this.clear(view.pages.length);
    while (this.pages.length < view.pages.length) this.add();
    view.pages.forEach((page, at) => this.renew(this.pages[at], page, at, view));
    this.seenFrom = `${language} ${format} ${target}`;
    this.resize();
  }

  /** What is looked at anew is looked at where its reading begins. */
  toTheBeginning() {
    const key = `${this.seenFrom} ${choice.zoom}`;
    if (key === this.key) return;
    this.key = key;
    for (const page of this.pages) page.strip.scrollLeft = this.isRightToLeft ? page.strip.scrollWidth : 0;
  }

  get isRightToLeft() {
    return this.known?.direction === "rtl";
  }

  /** Takes away the pages from the given one on. */
  clear(from = 0) {
    for (const gone of this.pages.splice(from)) {
      this.seen.unobserve(gone.figure);
      gone.slot.remove();
    }
  }

  add() {
    const image = el("img", { alt: "", draggable: false });
    const hits = el("div", { class: "hits", role: "group", onkeydown: (event) => this.walk(event) });
    const figure = el("figure", { class: "sheet-of-paper" }, image, hits);
    const strip = el("div", { class: "strip", onscroll: () => this.scrolled(page) }, figure);
    const caption = el("h2", { class: "caption" });
    const page = { figure, image, hits, strip, caption, slot: el("section", { class: `slot ${this.name}` }, caption, strip), isSeen: false };
    this.pages.push(page);
    this.place.append(page.slot);
    this.seen.observe(figure);
  }

  renew(page, data, at, view) {
    page.data = data;
    page.number = at;
    page.slot.style.order = String(2 * at + (this.name === "beside" ? 1 : 0)); // side by side, page by page
    page.alt = t("Page {n} of {total}", { n: at + 1, total: view.pages.length });
    page.caption.replaceChildren(...this.captioned(view, page.alt));
    page.hits.setAttribute("aria-label", t("Texts on page {n}", { n: at + 1 }));
    const hits = JSON.stringify([data.hits, choice.open, view.texts]);
    if (hits === page.drawnHits) return;
    page.drawnHits = hits;
    this.point(page, data.hits, view);
  }

  captioned(view, number) {
    const name = this.known ? el("bdi", { lang: this.known.tag }, this.known.endonym) : el("span", {}, t("All together"));
    if (this.known) name.style.fontFamily = cssOf(families(this.known.faces));
    const marks = [];
    if (view.query.when === "before") marks.push(el("span", { class: "badge" }, t("before")));
    if (view.is_old) marks.push(el("span", { class: "badge error" }, t("last good page")));
    return [name, el("span", { class: "quiet" }, this.known ? `${nameOf(this.known.tag)} · ${number}` : number), ...marks];
  }

  /** The page that stands beside one of these moves sideways with it. */
  scrolled(page) {
    const other = this.app.panes[this.name === "now" ? "beside" : "now"].pages[page.number];
    if (!other) return;
    const part = page.strip.scrollLeft / Math.max(page.strip.scrollWidth - page.strip.clientWidth, 1);
    const left = part * (other.strip.scrollWidth - other.strip.clientWidth);
    if (Math.abs(other.strip.scrollLeft - left) > 2) other.strip.scrollLeft = left;
  }

  /** Sizes of the sheets; the pictures follow. */
  resize() {
    if (!this.place.clientWidth || !this.pages.length) return;
    for (const page of this.pages) {
      const { width, height } = page.data;
      const zoom = Number(choice.zoom) || this.fit(width);
      page.figure.style.width = `${Math.floor(width * zoom * ACTUAL)}px`;
      page.figure.style.aspectRatio = `${width} / ${height}`;
    }
    this.toTheBeginning();
    this.paint();
  }

  /** The part of its actual size at which a page is as wide as there is room; a small one is not blown up. */
  fit(width) {
    const whole = this.place.clientWidth;
    const half = (whole - GAP) / 2;
    const room = choice.beside && half / width > LEAST_BESIDE ? half : whole;
    return Math.min((room - MARGIN) / width / ACTUAL, 1);
  }

  /** All sizes from the smallest on: that which fits is one of them. */
  sizes() {
    const width = this.pages[0]?.data.width;
    const fit = width && this.place.clientWidth ? this.fit(width) : 1;
    const others = ZOOMS.filter((zoom) => zoom === choice.zoom || Number(zoom) !== fit);
    return ["", ...others].sort((one, other) => (Number(one) || fit) - (Number(other) || fit));
  }

  paint() {
    for (const page of this.pages) if (page.isSeen) this.picture(page);
  }

  async picture(page) {
    const width = Math.min(Math.ceil(page.figure.clientWidth * devicePixelRatio), WIDEST);
    if (!width || !this.view) return;
    const query = { ...this.view.query, page: page.number, width, version: page.data.version };
    const address = `/api/picture?${new URLSearchParams(query)}`;
    if (address === page.address) return;
    page.address = address;
    const { version } = page.data;
    const image = el("img", { draggable: false, alt: page.alt });
    image.src = address;
    try {
      await image.decode();
    } catch {
      if (page.address === address) page.address = "";
      return;
    }
    if (page.address !== address) return; // a newer picture is on its way
    page.image.replaceWith(image);
    page.image = image;
    page.figure.dataset.version = String(version);
    page.figure.dataset.of = `${query.language} ${query.format}`;
  }

  // Pointing

  point(page, hits, view) {
    const open = opened();
    const known = new Map(view.texts.map((text) => [`${text.language}:${text.address}`, text.text]));
    const made = hits.flatMap((hit) => parted(hit.boxes).map((box) => this.hit(hit, box, open, known)));
    const focused = page.hits.contains(document.activeElement) ? document.activeElement.dataset.address : "";
    page.hits.replaceChildren(...made);
    const stop = made.find((each) => each.dataset.address === (focused || page.stop)) ?? made[0];
    if (stop) stop.tabIndex = 0;
    if (focused) stop?.focus({ preventScroll: true });
  }

  hit(hit, [x, y, width, height], open, known) {
    const isOpen = open && hit.language === open.language && hit.address === open.address;
    const text = known.get(`${hit.language}:${hit.address}`) ?? "";
    const made = el("button", {
      type: "button",
      class: `hit ${hit.kind}`,
      tabIndex: -1,
      "data-address": hit.address,
      "aria-label": `${hit.address} ${text}`.trim(),
      "aria-current": isOpen ? "true" : null,
      title: hit.kind === "fact" ? `${hit.address} · ${hit.place}` : hit.address,
      onclick: () => this.open(hit),
    });
    Object.assign(made.style, { left: `${x}%`, top: `${y}%`, width: `${width}%`, height: `${height}%` });
    return made;
  }

  open(hit) {
    if (hit.kind === "fact") this.app.editor.tellFact(hit);
    else this.app.open(hit.language, hit.address);
  }

  walk(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 };
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const isMirrored = this.isRightToLeft && (event.key === "ArrowLeft" || event.key === "ArrowRight");
    const step = isMirrored ? -steps[event.key] : steps[event.key];
    const hits = [...event.currentTarget.children];
    const next = hits[Math.min(Math.max(hits.indexOf(document.activeElement) + step, 0), hits.length - 1)];
    for (const hit of hits) hit.tabIndex = hit === next ? 0 : -1;
    const page = this.pages.find((each) => each.hits === event.currentTarget);
    page.stop = next.dataset.address;
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  focus(address) {
    this.found(address)?.focus({ preventScroll: true });
  }

  /** Brings a text into view; where it is in view already nothing moves. */
  reveal(address) {
    this.found(address)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  found(address) {
    const wanted = `.hit[data-address="${CSS.escape(address ?? "")}"]`;
    return this.pages.map((page) => page.hits.querySelector(wanted)).find(Boolean);
  }
}

/** Boxes of lines that follow each other as one box; a text that stands in several places has several. */
function parted(boxes) {
  const found = [];
  for (const [x, y, width, height] of boxes) {
    const near = found.find(
      (one) => y - (one[1] + one[3]) < APART * height && one[1] - (y + height) < APART * height && x < one[0] + one[2] && one[0] < x + width,
    );
    if (!near) found.push([x, y, width, height]);
    else {
      const right = Math.max(near[0] + near[2], x + width);
      const bottom = Math.max(near[1] + near[3], y + height);
      near[0] = Math.min(near[0], x);
      near[1] = Math.min(near[1], y);
      near[2] = right - near[0];
      near[3] = bottom - near[1];
    }
  }
  return found;
}
