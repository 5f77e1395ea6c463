// Tables that sort, filter, unfold and download.
const rowsAtOnce = 40;

/** Texts that a spreadsheet would take for a formula get an apostrophe in front. */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
  return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

/** RFC 4180, with a dot in numbers whatever the language. */
function csv(columns, rows) {
  const lines = [columns.map((column) => csvCell(column.key)).join(",")];
  for (const row of rows) lines.push(row.map(csvCell).join(","));
  return lines.join("\n") + "\n";
}

/** How a cell reads. */
function cellText(value, kind) {
  if (value === null || value === undefined) return "–";
  if (kind === "flag") return say(value ? "yes" : "no");
  if (kind === "share") return percent(value);
  return typeof value === "number" ? number(value) : value;
}

class ReportTable {
  constructor(root, content) {
    this.root = root;
    this.columns = content.columns;
    this.rows = content.ofTies ? tieRows(content.columns) : content.rows;
    this.places = content.places;
    this.order = this.rows.map((_, row) => row);
    this.shown = this.columns.map((_, column) => column).filter((c) => this.columns[c].shown);
    this.limit = rowsAtOnce;
    this.sorted = null;
    this.query = "";
    this.body = root.querySelector("tbody");
    this.more = root.querySelector(".table-more");
    this.addHeadings();
    this.addTools();
    this.fill();
  }

  addHeadings() {
    const headings = this.root.querySelectorAll("thead th");
    this.shown.forEach((column, place) => {
      const heading = headings[place];
      const text = heading.textContent;
      // The arrow stays with the last word of the heading.
      const arrow = make("span", { class: "arrow", "aria-hidden": "true" });
      const button = make("button", { type: "button", class: "sort", title: say("sortBy", text) }, text, "\u00A0", arrow);
      button.addEventListener("click", () => this.sort(column));
      heading.replaceChildren(button);
      heading.setAttribute("aria-sort", "none");
    });
    this.headings = headings;
  }

  addTools() {
    const tools = this.root.querySelector(".table-tools");
    this.count = make("p", { class: "count", role: "status" });
    if (this.rows.length > 8) {
      const id = `find-${this.root.dataset.table}`;
      const field = make("input", { type: "search", id, autocomplete: "off" });
      field.addEventListener("input", () => {
        this.query = field.value.trim().toLowerCase();
        this.limit = rowsAtOnce;
        this.fill();
      });
      tools.append(make("label", { for: id }, say("filterRows")), field);
    }
    const download = make("button", { type: "button", class: "csv" }, say("csv"));
    download.addEventListener("click", () => {
      const rows = this.order.map((row) => this.rows[row]);
      const blob = new Blob(["\uFEFF" + csv(this.columns, rows)], { type: "text/csv;charset=utf-8" });
      save(fileName(this.root.dataset.table, "csv"), blob);
    });
    tools.append(download, this.count);
    tools.hidden = false;
    this.unfold = make("button", { type: "button" }, say("showMore"));
    this.unfold.addEventListener("click", () => {
      const first = this.limit;
      this.limit += 200;
      this.fill();
      this.body.rows[first]?.querySelector("button")?.focus();
    });
    this.more.replaceChildren(this.unfold);
  }

  sort(column) {
    const again = this.sorted && this.sorted.column === column;
    const texts = ["name", "text"].includes(this.columns[column].kind);
    // Numbers begin with the largest, names with the first.
    const up = again ? !this.sorted.up : texts;
    this.sorted = { column, up };
    const collator = new Intl.Collator(data.language, { numeric: true });
    const compare = (a, b) =>
      typeof a === "number" && typeof b === "number"
        ? a - b
        : collator.compare(String(a), String(b));
    this.order = this.rows.map((_, row) => row).sort((left, right) => {
      const a = this.rows[left][column];
      const b = this.rows[right][column];
      // What is missing comes last, whichever way.
      if (a === null || b === null) return (a === null) - (b === null) || left - right;
      return (up ? compare(a, b) : compare(b, a)) || left - right;
    });
    this.shown.forEach((shown, place) => {
      const state = shown !== column ? "none" : up ? "ascending" : "descending";
      this.headings[place].setAttribute("aria-sort", state);
    });
    this.fill();
  }

  matches(row) {
    return this.shown.some((column) => {
      const value = this.rows[row][column];
      return typeof value === "string" && value.toLowerCase().includes(this.query);
    });
  }

  fill() {
    const found = this.query ? this.order.filter((row) => this.matches(row)) : this.order;
    const shown = found.slice(0, this.limit);
    this.body.replaceChildren(...shown.map((row) => this.line(row)));
    this.count.textContent = say("rowsOf", whole(shown.length), whole(this.rows.length));
    this.unfold.hidden = shown.length === found.length;
  }

  line(row) {
    const cells = this.shown.map((column, place) => {
      const kind = this.columns[column].kind;
      const text = isolated(cellText(this.rows[row][column], kind));
      if (place > 0) {
        const right = kind === "number" || kind === "share";
        return make("td", right ? { class: "n" } : {}, text);
      }
      const actor = this.places[row];
      if (actor === undefined || actor < 0 || !data.map) return make("th", { scope: "row" }, text);
      const button = make("button", { type: "button", title: say("onMap") }, text);
      button.addEventListener("click", () => view.show(actor));
      return make("th", { scope: "row" }, button);
    });
    return make("tr", {}, ...cells);
  }
}

/** The ties of the map as rows of a table. */
function tieRows(columns) {
  const map = data.map;
  if (!map) return [];
  const hasWave = columns.some((column) => column.key === "wave");
  return map.source.map((source, tie) => {
    const row = [
      map.names[source],
      map.names[map.target[tie]],
      map.relations[map.relation[tie] ?? 0].name,
      map.weight[tie] ?? 1,
    ];
    if (hasWave) row.push(map.waves.filter((_, w) => (map.tieWaves[tie] >> w) & 1).join(", "));
    return row;
  });
}
