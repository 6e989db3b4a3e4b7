// Pages as the PDF has them, and over them what can be pointed at. A new picture takes the place of the old one when it
// is whole: nothing flickers, and nothing moves.

import { choice, opened, queryOf } from "./choice.js";
import { el } from "./elements.js";
import { nameOf, t } from "./words.js";

const MOST_PER_MM = 4.2; // CSS pixels: a small page is not blown up over the window
const LEAST_PER_MM = 2.2; // and a wide one stays readable; it is then moved sideways
const MARGIN = 8; // of the strip, so that shadows are not cut off
const WIDEST = 6000;
const GAP = 1.2; // lines further apart than this, in heights of a line, are two places of a text

export class Pages {
  constructor(place, name, app) {
    this.place = place;
    this.name = name;
    this.app = app;
    this.pages = [];
    this.caption = el("h2", { class: "caption" });
    this.strip = el("div", { class: "strip" });
    place.append(this.caption, this.strip);
    this.seen = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const page = this.pages.find((each) => each.figure === entry.target);
        if (page) page.isSeen = entry.isIntersecting;
      }
      this.paint();
    }, { rootMargin: "300px" });
    new ResizeObserver(() => this.resize()).observe(this.strip);
  }

  get language() {
    return this.name === "beside" && choice.beside !== "before" ? choice.beside : choice.language;
  }

  draw(view) {
    this.view = view;
    this.caption.replaceChildren(...this.captioned(view));
    const known = this.app.project.languages.find((each) => each.tag === this.language);
    const key = `${this.language} ${choice.format} ${choice.target}`;
    while (this.pages.length > view.pages.length) {
      const gone = this.pages.pop();
      this.seen.unobserve(gone.figure);
      gone.figure.remove();
    }
    while (this.pages.length < view.pages.length) this.add();
    view.pages.forEach((page, at) => this.renew(this.pages[at], page, at, view));
    this.resize();
    if (key !== this.key) {
      this.key = key;
      this.strip.scrollLeft = known?.direction === "rtl" ? this.strip.scrollWidth : 0;
    }
  }

  captioned(view) {
    const { project } = this.app;
    const known = project.languages.find((each) => each.tag === this.language);
    const name = known ? [el("bdi", { lang: this.language }, known.endonym), ` · ${nameOf(this.language)}`] : [t("All together")];
    const marks = [];
    if (this.name === "beside" && choice.beside === "before") marks.push(el("span", { class: "badge" }, t("before")));
    if (view.is_old) marks.push(el("span", { class: "badge error" }, t("last good page")));
    if (view.draft) marks.push(el("span", { class: "badge" }, t("draft")));
    return [el("span", {}, ...name), ...marks];
  }

  add() {
    const image = el("img", { alt: "", draggable: false });
    const hits = el("div", { class: "hits", role: "group", onkeydown: (event) => this.key(event) });
    const figure = el("figure", { class: "sheet-of-paper" }, image, hits);
    this.pages.push({ figure, image, hits, isSeen: false });
    this.strip.append(figure);
    this.seen.observe(figure);
  }

  renew(page, data, at, view) {
    page.data = data;
    page.number = at;
    page.total = view.pages.length;
    const hits = JSON.stringify([data.hits, choice.open]);
    if (hits !== page.drawnHits) {
      page.drawnHits = hits;
      this.point(page, data.hits, view);
    }
    page.hits.setAttribute("aria-label", t("Texts on page {n}", { n: at + 1 }));
  }

  /** Sizes of the sheets; the pictures follow. */
  resize() {
    const room = this.strip.clientWidth - MARGIN;
    if (room <= 0) return;
    for (const page of this.pages) {
      const { width, height } = page.data;
      const perMm = Math.max(Math.min(room / width, MOST_PER_MM), LEAST_PER_MM) * Number(choice.zoom);
      const wide = room / width < LEAST_PER_MM && choice.zoom === "1" ? LEAST_PER_MM : perMm;
      page.figure.style.width = `${Math.floor(width * wide)}px`;
      page.figure.style.aspectRatio = `${width} / ${height}`;
    }
    this.paint();
  }

  paint() {
    for (const page of this.pages) if (page.isSeen) this.picture(page);
  }

  async picture(page) {
    const width = Math.min(Math.ceil(page.figure.clientWidth * devicePixelRatio), WIDEST);
    if (!width || !this.view) return;
    const query = { ...queryOf(this.name), page: page.number, width, version: page.data.version };
    const address = `/api/picture?${new URLSearchParams(query)}`;
    if (address === page.address) return;
    page.address = address;
    const image = el("img", { draggable: false, alt: t("Page {n} of {total}", { n: page.number + 1, total: page.total }) });
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
    page.figure.dataset.version = String(page.data.version);
    requestAnimationFrame(() => this.place.dispatchEvent(new CustomEvent("shown", { bubbles: true, detail: page.data.version })));
  }

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

  key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 };
    if (!(event.key in steps) || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const hits = [...event.currentTarget.children];
    const at = hits.indexOf(document.activeElement);
    const isTurned = event.key.startsWith("Arrow") && this.isMirrored(event.key);
    const next = hits[Math.min(Math.max(at + (isTurned ? -steps[event.key] : steps[event.key]), 0), hits.length - 1)];
    hits.forEach((hit) => (hit.tabIndex = hit === next ? 0 : -1));
    const page = this.pages.find((each) => each.hits === event.currentTarget);
    page.stop = next.dataset.address;
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  isMirrored(key) {
    const known = this.app.project.languages.find((each) => each.tag === this.language);
    return known?.direction === "rtl" && (key === "ArrowLeft" || key === "ArrowRight");
  }

  focus(address) {
    this.strip.querySelector(`.hit[data-address="${CSS.escape(address ?? "")}"]`)?.focus({ preventScroll: true });
  }

}

/** Boxes of lines that follow each other as one box; a text that stands in several places has several. */
function parted(boxes) {
  const found = [];
  for (const [x, y, width, height] of boxes) {
    const near = found.find(
      (one) => y - (one[1] + one[3]) < GAP * height && one[1] - (y + height) < GAP * height && x < one[0] + one[2] && one[0] < x + width,
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
