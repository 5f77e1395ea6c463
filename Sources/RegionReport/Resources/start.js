// Everything begins here.
let view = null;
let controls = null;

for (const part of document.querySelectorAll("[data-script]")) part.hidden = false;

if (data.map) {
  const model = new Model(data.map);
  view = new View(
    document.getElementById("stage"), model, new Details(document.getElementById("details"), model)
  );
  controls = new Controls(view, model);
}

for (const root of document.querySelectorAll("[data-table]")) {
  new ReportTable(root, data.tables[root.dataset.table]);
}

const restyled = () => {
  if (!view) return;
  view.repaint();
  controls.drawLegend();
};
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const isDark = root.dataset.theme
    ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = isDark ? "light" : "dark";
  restyled();
});
document.getElementById("print").addEventListener("click", () => window.print());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyled);
matchMedia("print").addEventListener("change", restyled);
