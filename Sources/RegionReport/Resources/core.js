// What every part uses: the data, words, numbers, elements, files.
const data = JSON.parse(document.getElementById("data").textContent);
const norwegian = data.language === "nb";

/** A word of the page, with {0}, {1} … filled in. */
const say = (key, ...values) => data.words[key].replace(/\{(\d)\}/g, (_, place) => values[place]);

/** Whole numbers in groups of three from 10 000 on. */
function whole(value) {
  const digits = String(Math.abs(value));
  const grouped = digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/g, "\u202F") : digits;
  return value < 0 ? "−" + grouped : grouped;
}

/** A number as people read it: about five digits that count, or two where four decimals would hide them. */
function number(value) {
  const size = Math.abs(value);
  if (size >= 1000 && size < 2 ** 53) return whole(Math.sign(value) * Math.round(size));
  if (Number.isInteger(value) && size < 2 ** 53) return whole(value);
  let decimals = size >= 100 ? 1 : size >= 10 ? 2 : 4;
  for (let limit = 0.001; size < limit && decimals < 12; limit /= 10) decimals += 1;
  const power = 10 ** decimals;
  let text = (Math.round(size * power) / power).toFixed(decimals).replace(/\.?0+$/, "");
  if (norwegian) text = text.replace(".", ",");
  return (value < 0 && Number(text.replace(",", ".")) > 0 ? "−" : "") + text;
}

/** A share as a percentage. */
function percent(share) {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share >= 0.995) return "over 99 %";
  return whole(Math.round(share * 100)) + "\u00A0%";
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A new element; texts among the children stay texts. */
const make = (tag, attributes = {}, ...children) =>
  filled(document.createElement(tag), attributes, children);

/** A new SVG element. */
const draw = (tag, attributes = {}, ...children) =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);

/** Somebody's name, apart from the direction of the words around it. */
const isolated = (name) => make("bdi", {}, name);

/** A name short enough for a map. */
function short(name, limit = 26) {
  const letters = [...name];
  return letters.length > limit ? letters.slice(0, limit - 1).join("") + "…" : name;
}

/** The beginning of a file's name, from the region's title. */
const fileName = (part, ending) => {
  const title = data.title.normalize("NFKD").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${(title || "region").slice(0, 60).toLowerCase()}-${part}.${ending}`;
};

/** Hands a file to the reader. */
function save(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name, hidden: true });
  document.body.append(link);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
    link.remove();
  }, 10000);
}
