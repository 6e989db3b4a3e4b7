// How much more could be written, as the layout measured it.

import { el, fill } from "./elements.js";
import { t } from "./words.js";

export class Room {
  constructor() {
    this.place = el("div", { class: "room", id: "field-room" });
  }

  draw(unit, text, isSource) {
    const places = unit.room;
    const length = [...text.replace(/\{([\w.-]+)\}/g, (whole, name) => unit.facts[name] ?? whole)].length;
    const [english, other] = unit.most;
    const most = isSource ? t("at most {most}", { most: english }) : t("at most {most} in English, about {other} here", { most: english, other });
    const counted = el("span", { class: "quiet" }, t("Characters: {n}", { n: length }), " · ", most);
    if (!places.length) {
      fill(this.place, el("p", {}, t("Not set on this page."), " ", counted));
      return;
    }
    const tightest = places.reduce((one, other) => (other.left < one.left ? other : one));
    fill(this.place, el("p", {}, ...amount(tightest)), meter(tightest), el("p", {}, counted));
  }
}

function amount(room) {
  if (room.too_high || room.too_wide || room.too_many) {
    const parts = [
      room.too_high && t("{mm} mm too high", { mm: room.too_high }),
      room.too_wide && t("{mm} mm too wide", { mm: room.too_wide }),
      room.too_many && t("lines too many: {n}", { n: room.too_many }),
    ];
    return [el("strong", { class: "error" }, t("Too long:"), " ", parts.filter(Boolean).join(", "))];
  }
  const sizes = room.size > room.floor ? t("set at {size} pt, may become {floor} pt", room) : t("set at {size} pt, the smallest", room);
  return [el("strong", {}, t("Room left: {mm} mm", { mm: room.left })), " · ", sizes];
}

function meter(room) {
  const isOver = room.too_high || room.too_wide || room.too_many;
  const whole = room.measure * (room.lines + 1);
  const bar = el("span", { class: isOver ? "bar over" : "bar", "aria-hidden": "true" }, el("span", {}));
  bar.firstChild.style.inlineSize = isOver ? "100%" : `${Math.max(4, 100 - (100 * room.left) / whole)}%`;
  return bar;
}
