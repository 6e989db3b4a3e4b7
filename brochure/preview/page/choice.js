// What is looked at, kept in the address behind its #, so that a reload, the way back and a bookmark find it again.

const FIELDS = ["language", "format", "target", "discreet", "show", "beside", "zoom", "open"];

export const choice = {
  language: "", format: "", target: "", discreet: "", show: "", beside: "", zoom: "", open: "",
};

/** Sizes of a page as parts of its actual size; "" is as wide as there is room. */
export const ZOOMS = ["0.5", "0.75", "1", "1.5", "2", "4"];

const KEPT = "choice";
const listeners = [];

export function onChoice(listener) {
  listeners.push(listener);
}

export function choose(changes) {
  Object.assign(choice, changes);
  const hash = written();
  if (hash !== location.hash) history.pushState(null, "", hash);
  localStorage.setItem(KEPT, hash); // the next morning begins where this evening ended
  listeners.forEach((listener) => listener(changes));
}

function written() {
  const kept = FIELDS.filter((name) => choice[name]);
  return `#${new URLSearchParams(kept.map((name) => [name, choice[name]]))}`;
}

export function readAddress() {
  const said = new URLSearchParams((location.hash || localStorage.getItem(KEPT) || "").slice(1));
  for (const name of FIELDS) choice[name] = said.get(name) ?? "";
  if (!ZOOMS.includes(choice.zoom)) choice.zoom = "";
}

/** Makes a choice that the project has: the nearest to what was asked for. */
export function settle(project) {
  const formats = Object.keys(project.formats);
  if (!formats.includes(choice.format)) choice.format = formats[0];
  const format = project.formats[choice.format];
  if (!format.languages.includes(choice.language)) {
    choice.language = format.languages.find((tag) => tag !== project.source) ?? format.languages[0];
  }
  if (!format.targets.includes(choice.target)) choice.target = format.targets[0];
  if (!format.discreet) choice.discreet = "";
  if (choice.beside !== "before" && !format.languages.includes(choice.beside)) choice.beside = "";
  if (choice.beside === choice.language) choice.beside = "";
}

export const shows = (name) => choice.show.split(",").includes(name);

export function toggle(name, on) {
  const shown = new Set(choice.show.split(",").filter(Boolean));
  if (on) shown.add(name);
  else shown.delete(name);
  choose({ show: [...shown].join(",") });
}

/** The query of a pane: "" for the page that is written, "beside" for the one next to it. */
export function queryOf(pane) {
  const query = {
    language: choice.language, format: choice.format, target: choice.target, discreet: choice.discreet, show: choice.show,
  };
  if (pane === "beside") {
    if (choice.beside === "before") query.when = "before";
    else query.language = choice.beside;
  }
  return query;
}

export function opened() {
  const [language, address] = choice.open.split(":");
  return address ? { language, address } : null;
}
