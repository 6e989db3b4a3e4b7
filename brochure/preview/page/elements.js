// Elements without markup in strings: what a file holds can never become markup.

/** el("button", {class: "quiet", onclick, "aria-label": "…"}, "Save", …) */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Puts children in place of those that are there, and keeps the keyboard where it was (elements by data-key). */
export function fill(parent, ...children) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false));
  if (focused) parent.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

export function select(label, value, options, onchange, attributes = {}) {
  const chosen = el(
    "select",
    { onchange: () => onchange(chosen.value), ...attributes },
    ...options.map(([key, text, more = {}]) => el("option", { value: key, selected: key === value, ...more }, text)),
  );
  return el("label", { class: "choice" }, el("span", {}, label), chosen);
}

export function check(label, checked, onchange, attributes = {}) {
  const box = el("input", { type: "checkbox", checked, onchange: () => onchange(box.checked), ...attributes });
  return el("label", { class: "check" }, box, el("span", {}, label));
}
