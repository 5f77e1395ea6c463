// The stage of the map: where it stands, what is pointed at, what is kept.
class View {
  constructor(stage, model, details) {
    this.stage = stage;
    this.model = model;
    this.details = details;
    this.at = { k: 1, x: 0, y: 0 };
    this.hovered = null;
    this.kept = null;
    this.overlay = draw("svg", { "aria-hidden": "true" });
    this.ego = draw("g");
    this.names = draw("g");
    this.overlay.append(this.ego, this.names);
    this.spoken = make("p", { class: "sr", role: "status" });
    stage.after(this.spoken);
    this.measure();
    this.rebuild();
    this.fit();
    new ResizeObserver(() => this.resized()).observe(stage);
  }

  get active() { return this.hovered ?? this.kept; }

  measure() {
    const [width, height] = [this.stage.clientWidth || 800, this.stage.clientHeight || 500];
    this.size = { width, height };
    // Buttons and the count of what is shown have their corners, unless they stand below the map.
    const buttons = document.querySelector(".map-buttons");
    this.corners = getComputedStyle(buttons).position !== "absolute" ? [] : [
      { left: width - 130, top: 0, right: width, bottom: 130 },
      { left: 0, top: height - 32, right: 260, bottom: height },
    ];
  }

  resized() {
    const before = this.size;
    this.measure();
    if (before.width === this.size.width && before.height === this.size.height) return;
    this.at.x += (this.size.width - before.width) / 2;
    this.at.y += (this.size.height - before.height) / 2;
    this.repaint();
  }

  /** After filters or looks changed: chooses how to draw, and draws. */
  rebuild() {
    this.onCanvas = this.model.lines.length > 2000 || this.model.actorCount > 2000;
    this.nodes = this.model.visible.flatMap((isVisible, node) => (isVisible ? [node] : []));
    if (this.kept !== null && !this.model.visible[this.kept]) this.kept = null;
    if (this.hovered !== null && !this.model.visible[this.hovered]) this.hovered = null;
    this.base = this.onCanvas
      ? make("canvas", { "aria-hidden": "true" })
      : draw("svg", { "aria-hidden": "true" });
    this.stage.replaceChildren(this.base, this.overlay);
    document.getElementById("map-count").textContent =
      say("shown", whole(this.model.actorCount), whole(this.model.tieCount));
    this.repaint();
    this.details.show(this.active, this.kept !== null);
  }

  /** How much larger than in the layout actors are drawn: they grow slower than distances. */
  get grow() {
    const { k } = this.at;
    return k < 1 ? k ** -0.45 : k > 2 ? (k / 2) ** -0.5 : 1;
  }

  // Drawing

  repaint() {
    clearTimeout(this.later);
    this.colours = colours();
    this.painted = { ...this.at };
    this.overlay.setAttribute("viewBox", `0 0 ${this.size.width} ${this.size.height}`);
    if (this.onCanvas) this.paintCanvas();
    else {
      this.base.setAttribute("viewBox", `0 0 ${this.size.width} ${this.size.height}`);
      this.world = Paint.elements(
        this.model, this.model.lines, this.nodes, this.grow, this.colours
      );
      this.base.replaceChildren(this.world);
    }
    this.place();
    this.paintEgo();
    this.paintNames();
  }

  paintCanvas() {
    const ratio = Math.min(devicePixelRatio || 1, 2);
    this.margin = { x: Math.round(this.size.width * 0.35), y: Math.round(this.size.height * 0.35) };
    const width = this.size.width + 2 * this.margin.x;
    const height = this.size.height + 2 * this.margin.y;
    this.base.width = width * ratio;
    this.base.height = height * ratio;
    this.base.style.width = `${width}px`;
    this.base.style.height = `${height}px`;
    const context = this.base.getContext("2d");
    context.setTransform(ratio, 0, 0, ratio, this.margin.x * ratio, this.margin.y * ratio);
    const { x, y } = this.model.map;
    const inside = (node) => {
      const px = x[node] * this.at.k + this.at.x;
      const py = y[node] * this.at.k + this.at.y;
      return px > -this.margin.x && px < this.size.width + this.margin.x
        && py > -this.margin.y && py < this.size.height + this.margin.y;
    };
    const lines = this.at.k > this.fitted * 1.5
      ? this.model.lines.filter((line) => inside(line.a) || inside(line.b)) : this.model.lines;
    Paint.canvas(context, this.model, lines, this.nodes.filter(inside), this.at, this.grow, this.colours);
  }

  /** Moves what is painted to where the map stands now. */
  place() {
    const { k, x, y } = this.at;
    if (this.onCanvas) {
      const scale = k / this.painted.k;
      const left = x - (this.margin.x + this.painted.x) * scale;
      const top = y - (this.margin.y + this.painted.y) * scale;
      this.base.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    } else {
      this.world.setAttribute("transform", `translate(${r1(x)} ${r1(y)}) scale(${k})`);
    }
    this.ego.setAttribute("transform", `translate(${r1(x)} ${r1(y)}) scale(${k})`);
  }

  /** Moves or zooms: what is painted follows at once and is painted anew when it rests. */
  moved() {
    const scale = this.at.k / this.painted.k;
    const far = this.onCanvas
      && (Math.abs(this.at.x - this.painted.x) > this.margin.x * 0.95
        || Math.abs(this.at.y - this.painted.y) > this.margin.y * 0.95) && scale === 1;
    if (far) return this.repaint();
    this.place();
    if (scale === 1) {
      this.names.setAttribute(
        "transform",
        `translate(${r1(this.at.x - this.painted.x)} ${r1(this.at.y - this.painted.y)})`
      );
    } else {
      this.paintNames();
    }
    clearTimeout(this.later);
    this.later = setTimeout(() => this.repaint(), 130);
  }

  paintEgo() {
    const { active, model } = this;
    this.base.classList.toggle("faded", active !== null);
    this.ego.replaceChildren();
    if (active === null) return;
    const lines = model.near[active].map((index) => model.lines[index]);
    const around = [...new Set(lines.flatMap((line) => [line.a, line.b]))].filter((n) => n !== active);
    this.ego.append(
      Paint.elements(model, lines, [...around, active], this.grow, this.colours, true),
      draw("circle", {
        cx: model.map.x[active], cy: model.map.y[active],
        r: r1(model.radius(active) * this.grow + 5 / this.at.k), fill: "none",
        stroke: this.colours.accent, "stroke-width": 3, "vector-effect": "non-scaling-stroke",
      })
    );
  }

  paintNames() {
    this.names.removeAttribute("transform");
    this.names.replaceChildren(...this.nameElements(this.active, this.colours, this.corners));
  }

  /** Names at a time. */
  get mostNames() { return this.nodes.length <= 150 ? 150 : this.nodes.length <= 2000 ? 70 : 35; }

  nameElements(active, colours, corners) {
    const nodes = active === null ? this.nodes : [
      active, ...new Set(this.model.near[active].flatMap((i) => [this.model.lines[i].a, this.model.lines[i].b])),
    ];
    const labels = Paint.labels(
      this.model, [...new Set(nodes)], this.at, this.grow, this.size,
      { most: this.mostNames, first: active, corners }
    );
    return labels.map(({ node, text, x, y }) => draw("text", {
      x: r1(x), y: r1(y), fill: colours.text, stroke: colours.page, "stroke-width": 3,
      "stroke-linejoin": "round", "paint-order": "stroke",
      "font-weight": node === active ? 700 : null,
    }, text));
  }

  // Where the map stands

  /** Everything in view; those without ties only where they stand near enough not to shrink the rest. */
  fit() {
    const { x, y } = this.model.map;
    const nodes = this.nodes.length > 0 ? this.nodes : [...x.keys()];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const node of nodes) {
      const radius = this.model.radius(node);
      left = Math.min(left, x[node] - radius);
      right = Math.max(right, x[node] + radius);
      top = Math.min(top, y[node] - radius);
      bottom = Math.max(bottom, y[node] + radius);
    }
    const pad = Math.min(44, this.size.width / 10);
    const k = Math.min(
      (this.size.width - 2 * pad) / Math.max(right - left, 1),
      (this.size.height - 2 * pad) / Math.max(bottom - top, 1), 2.5
    );
    this.fitted = k;
    this.at = {
      k, x: this.size.width / 2 - (k * (left + right)) / 2,
      y: this.size.height / 2 - (k * (top + bottom)) / 2,
    };
    this.repaint();
  }

  zoom(factor, x = this.size.width / 2, y = this.size.height / 2) {
    const k = Math.min(Math.max(this.at.k * factor, this.fitted * 0.5), this.fitted * 60);
    const scale = k / this.at.k;
    this.at = { k, x: x - (x - this.at.x) * scale, y: y - (y - this.at.y) * scale };
    this.moved();
  }

  pan(dx, dy) {
    this.at.x += dx;
    this.at.y += dy;
    this.moved();
  }

  /** Brings an actor into the middle unless it is well in view. */
  reveal(node) {
    const x = this.model.map.x[node] * this.at.k + this.at.x;
    const y = this.model.map.y[node] * this.at.k + this.at.y;
    const { width, height } = this.size;
    if (x > 40 && y > 30 && x < width - 40 && y < height - 30) return;
    this.pan(width / 2 - x, height / 2 - y);
  }

  // Who is meant

  /** The actor under a place of the screen. */
  actorAt(x, y) {
    let [best, nearest] = [null, Infinity];
    for (const node of this.nodes) {
      const disc = Paint.disc(this.model, node, this.at, this.grow);
      const distance = Math.hypot(disc.x - x, disc.y - y) - Math.max(disc.r, 4);
      if (distance < 6 && distance < nearest) [best, nearest] = [node, distance];
    }
    return best;
  }

  hover(node) {
    if (node === this.hovered) return;
    this.hovered = node;
    this.refresh();
  }

  /** Keeps an actor whatever is pointed at, or lets go. */
  keep(node) {
    this.kept = node;
    this.hovered = null;
    if (node !== null) this.reveal(node);
    this.refresh();
    if (node !== null) this.spoken.textContent = `${this.details.spoken(node)} (${say("pinned")})`;
  }

  /** Keeps an actor and brings the map into view. */
  show(node) {
    if (!this.model.visible[node]) controls.reset(node);
    this.keep(node);
    this.stage.focus({ preventScroll: true });
    document.getElementById("map").scrollIntoView();
  }

  refresh() {
    this.paintEgo();
    this.paintNames();
    this.details.show(this.active, this.kept !== null && this.kept === this.active);
  }

  /** The nearest actor in a direction, for the arrow keys. */
  step(dx, dy) {
    const { x, y } = this.model.map;
    const from = this.active ?? this.nodes.reduce(
      (best, node) => (best === null || this.model.priority(node) > this.model.priority(best) ? node : best),
      null
    );
    if (from === null) return;
    let [best, cost] = [this.active === null ? from : null, Infinity];
    for (const node of best === null ? this.nodes : []) {
      const along = (x[node] - x[from]) * dx + (y[node] - y[from]) * dy;
      const across = Math.abs((x[node] - x[from]) * dy - (y[node] - y[from]) * dx);
      if (node === from || along <= 0) continue;
      const value = along + 2 * across;
      if (value < cost) [best, cost] = [node, value];
    }
    if (best === null) return;
    this.reveal(best);
    this.hover(best);
    this.spoken.textContent = this.details.spoken(best);
  }

  // Pictures

  /** What is shown, as a picture that stands alone. */
  picture() {
    const chosen = colours();
    const { width, height } = this.size;
    const world = Paint.elements(this.model, this.model.lines, this.nodes, this.grow, chosen);
    world.setAttribute("transform", `translate(${r1(this.at.x)} ${r1(this.at.y)}) scale(${this.at.k})`);
    const names = draw("g", { "font-family": "system-ui, sans-serif", "font-size": 12 });
    names.append(...this.nameElements(null, chosen, []));
    return draw(
      "svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img" },
      draw("title", {}, data.title),
      draw("desc", {}, say("shown", whole(this.model.actorCount), whole(this.model.tieCount))),
      draw("rect", { width, height, fill: chosen.page }), world, names
    );
  }

  saveSVG() {
    const text = new XMLSerializer().serializeToString(this.picture());
    save(fileName("map", "svg"), new Blob([text], { type: "image/svg+xml" }));
  }

  savePNG() {
    const chosen = colours();
    const { width, height } = this.size;
    const canvas = make("canvas", { width: width * 2, height: height * 2 });
    const context = canvas.getContext("2d");
    context.scale(2, 2);
    context.fillStyle = chosen.page;
    context.fillRect(0, 0, width, height);
    Paint.canvas(context, this.model, this.model.lines, this.nodes, this.at, this.grow, chosen);
    context.font = Paint.font;
    context.lineJoin = "round";
    context.lineWidth = 3;
    context.strokeStyle = chosen.page;
    context.fillStyle = chosen.text;
    const labels = Paint.labels(
      this.model, this.nodes, this.at, this.grow, this.size,
      { most: this.mostNames, first: null, corners: [] }
    );
    for (const { text, x, y } of labels) {
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
    canvas.toBlob((blob) => save(fileName("map", "png"), blob), "image/png");
  }
}
