// The two ways to draw: elements of SVG for up to two thousand ties, a canvas above.
const colourSets = {
  light: {
    page: "#ffffff", text: "#1a1d21", quiet: "#50565e", outline: "#24292f", tie: "#7d8691",
    mutual: "#3d444d", other: "#c8cdd3", accent: "#005a8f",
  },
  dark: {
    page: "#15181c", text: "#f0f2f4", quiet: "#b3bac2", outline: "#e8eaed", tie: "#8a929c",
    mutual: "#d5dae0", other: "#7a828b", accent: "#7cc4f2",
  },
};

/** Colours of the page as it is shown now. */
function colours() {
  const chosen = document.documentElement.dataset.theme;
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  return colourSets[dark && !matchMedia("print").matches ? "dark" : "light"];
}

const r1 = (value) => Math.round(value * 10) / 10;

/** Outline of shape `kind` with the area of a disc of radius `r`. */
function shapePath(kind, x, y, r) {
  const polygon = (points) =>
    "M" + points.map(([dx, dy]) => `${r1(x + dx * r)} ${r1(y + dy * r)}`).join("L") + "Z";
  switch (kind) {
    case 1: return polygon([[-.886, -.886], [.886, -.886], [.886, .886], [-.886, .886]]);
    case 2: return polygon([[0, -1.253], [1.253, 0], [0, 1.253], [-1.253, 0]]);
    case 3: return polygon([[0, -1.45], [1.3, .8], [-1.3, .8]]);
    case 4: return polygon([[-.55, -.95], [.55, -.95], [1.1, 0], [.55, .95], [-.55, .95], [-1.1, 0]]);
    case 5: return polygon([[0, 1.45], [1.3, -.8], [-1.3, -.8]]);
    default: {
      // The diameter of the radius as it is written: of another one the halves would not make a circle.
      const size = r1(r);
      return `M${r1(x - size)} ${r1(y)}a${size} ${size} 0 1 0 ${r1(2 * size)} 0`
        + `a${size} ${size} 0 1 0 ${r1(-2 * size)} 0Z`;
    }
  }
}

/** Ends, bend and arrowheads of a line between two discs. */
function lineShape(model, line, grow) {
  const { x, y } = model.map;
  const [ax, ay, bx, by] = [x[line.a], y[line.a], x[line.b], y[line.b]];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  const bend = (line.lane - (line.lanes - 1) / 2) * Math.min(22, length * 0.25) * (line.a < line.b ? 1 : -1);
  const head = line.heads > 0 ? 6 * grow : 0;
  const from = model.radius(line.a) * grow + 1 + (line.heads === 2 ? head * 0.8 : 0);
  const to = model.radius(line.b) * grow + 1 + head * 0.8;
  if (from + to >= length) return null;
  const start = [ax + ux * from, ay + uy * from];
  const end = [bx - ux * to, by - uy * to];
  const middle = [(ax + bx) / 2 - uy * bend, (ay + by) / 2 + ux * bend];
  const arrow = (tipX, tipY, dx, dy) => [
    [tipX, tipY],
    [tipX - dx * head - dy * head * 0.42, tipY - dy * head + dx * head * 0.42],
    [tipX - dx * head + dy * head * 0.42, tipY - dy * head - dx * head * 0.42],
  ];
  const heads = [];
  if (line.heads > 0) {
    heads.push(arrow(end[0] + ux * head * 0.8, end[1] + uy * head * 0.8, ux, uy));
  }
  if (line.heads === 2) {
    heads.push(arrow(start[0] - ux * head * 0.8, start[1] - uy * head * 0.8, -ux, -uy));
  }
  return { start, end, middle: bend ? middle : null, heads };
}

const opacityOf = (count) => (count > 20000 ? 0.09 : count > 6000 ? 0.2 : count > 600 ? 0.5 : 0.75);

const Paint = {
  /** Lines and actors as SVG elements in units of the layout. */
  elements(model, lines, nodes, grow, colours, strong = false) {
    const group = draw("g");
    const opacity = strong ? 1 : opacityOf(lines.length);
    const ties = draw("g", { fill: "none", "stroke-opacity": opacity, "fill-opacity": opacity });
    for (const line of lines) {
      const shape = lineShape(model, line, grow);
      if (!shape) continue;
      const colour = line.heads === 2 ? colours.mutual : colours.tie;
      const { start, end, middle } = shape;
      const path = middle
        ? `M${r1(start[0])} ${r1(start[1])}Q${r1(middle[0])} ${r1(middle[1])} ${r1(end[0])} ${r1(end[1])}`
        : `M${r1(start[0])} ${r1(start[1])}L${r1(end[0])} ${r1(end[1])}`;
      ties.append(draw("path", {
        d: path, stroke: colour, "stroke-width": r1(model.width(line)),
        "vector-effect": "non-scaling-stroke",
        "stroke-dasharray": dashes[line.relation % dashes.length] || null,
      }));
      for (const head of shape.heads) {
        ties.append(draw("path", {
          d: "M" + head.map(([px, py]) => `${r1(px)} ${r1(py)}`).join("L") + "Z",
          fill: colour, stroke: "none",
        }));
      }
    }
    const actors = draw("g", { stroke: colours.outline });
    for (const node of nodes) {
      const radius = model.radius(node) * grow;
      actors.append(draw("path", {
        d: shapePath(model.shape(node), model.map.x[node], model.map.y[node], radius),
        fill: model.fill(node, colours), "stroke-width": 1, "vector-effect": "non-scaling-stroke",
      }));
    }
    group.append(ties, actors);
    return group;
  },

  /** The same on a canvas whose unit is already a pixel of the screen; `at` takes the layout to it. */
  canvas(context, model, lines, nodes, at, grow, colours) {
    const { x, y } = model.map;
    const kinds = new Map();
    for (const line of lines) {
      const key = `${line.heads === 2}|${line.relation % dashes.length}|${Math.round(model.width(line) * 2)}`;
      const known = kinds.get(key);
      if (known) known.push(line);
      else kinds.set(key, [line]);
    }
    context.globalAlpha = opacityOf(lines.length);
    for (const same of kinds.values()) {
      const colour = same[0].heads === 2 ? colours.mutual : colours.tie;
      context.strokeStyle = colour;
      context.fillStyle = colour;
      context.lineWidth = model.width(same[0]);
      const dash = dashes[same[0].relation % dashes.length];
      context.setLineDash(dash && lines.length < 6000 ? dash.split(" ").map(Number) : []);
      context.beginPath();
      for (const line of same) {
        context.moveTo(x[line.a] * at.k + at.x, y[line.a] * at.k + at.y);
        context.lineTo(x[line.b] * at.k + at.x, y[line.b] * at.k + at.y);
      }
      context.stroke();
      context.setLineDash([]);
      if (lines.length > 6000) continue;
      for (const line of same) {
        for (const head of lineShape(model, line, grow)?.heads ?? []) {
          context.beginPath();
          head.forEach(([px, py], place) =>
            context[place ? "lineTo" : "moveTo"](px * at.k + at.x, py * at.k + at.y));
          context.fill();
        }
      }
    }
    context.globalAlpha = 1;
    // Outlines of thousands of dots would be all there is to see.
    const many = nodes.length > 1500;
    context.strokeStyle = many ? colours.page : colours.outline;
    context.lineWidth = many ? 0.3 : 1;
    const fills = new Map();
    for (const node of nodes) {
      const fill = model.fill(node, colours);
      if (fills.has(fill)) fills.get(fill).push(node);
      else fills.set(fill, [node]);
    }
    for (const [fill, same] of fills) {
      const path = new Path2D();
      for (const node of same) {
        const radius = Math.max(1.2, model.radius(node) * grow * at.k);
        const [px, py] = [x[node] * at.k + at.x, y[node] * at.k + at.y];
        const kind = model.shape(node);
        if (kind === 0) {
          path.moveTo(px + radius, py);
          path.arc(px, py, radius, 0, 2 * Math.PI);
        } else {
          path.addPath(new Path2D(shapePath(kind, px, py, radius)));
        }
      }
      context.fillStyle = fill;
      context.fill(path);
      context.stroke(path);
    }
  },

  /** Names that fit: greedy, the most important first, none over another. */
  labels(model, nodes, at, grow, size, { most, first, corners }) {
    const taken = corners.slice();
    const discs = nodes.length <= 400 ? nodes.map((node) => Paint.disc(model, node, at, grow)) : [];
    const free = (box, own, overDiscs = false) =>
      box.left >= 2 && box.right <= size.width - 2 && box.top >= 2 && box.bottom <= size.height - 2
      && !taken.some((b) => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom)
      && !(!overDiscs && discs.some((disc) => disc.node !== own && disc.x + disc.r > box.left && disc.x - disc.r < box.right
        && disc.y + disc.r > box.top && disc.y - disc.r < box.bottom));
    const found = [];
    const order = nodes.slice().sort((a, b) =>
      (b === first) - (a === first) || model.priority(b) - model.priority(a) || a - b);
    for (const node of order) {
      if (found.length >= most) break;
      const disc = Paint.disc(model, node, at, grow);
      if (disc.x < 0 || disc.y < 0 || disc.x > size.width || disc.y > size.height) continue;
      const text = short(model.map.names[node]);
      const width = Paint.width(text);
      const places = [
        [disc.x + disc.r + 4, disc.y - 8], [disc.x - disc.r - 4 - width, disc.y - 8],
        [disc.x - width / 2, disc.y + disc.r + 2], [disc.x - width / 2, disc.y - disc.r - 18],
      ];
      // The first ones have a name in any case: over their own disc, if need be over others.
      const isFirst = found.length < 12;
      if (isFirst) places.push([disc.x - width / 2, disc.y - 8], ...places.slice());
      for (const [place, [left, top]] of places.entries()) {
        const box = { left, top, right: left + width, bottom: top + 16 };
        if (!free(box, node, place > 4)) continue;
        taken.push(box);
        found.push({ node, text, x: left, y: top + 12 });
        break;
      }
    }
    return found;
  },

  disc(model, node, at, grow) {
    return {
      node, x: model.map.x[node] * at.k + at.x, y: model.map.y[node] * at.k + at.y,
      r: model.radius(node) * grow * at.k * 1.15,
    };
  },

  /** Width of a label in pixels. */
  width(text) {
    const known = Paint.widths.get(text);
    if (known !== undefined) return known;
    Paint.ruler ??= make("canvas").getContext("2d");
    Paint.ruler.font = Paint.font;
    const width = Paint.ruler.measureText(text).width;
    Paint.widths.set(text, width);
    return width;
  },
  widths: new Map(),
  font: '12px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
};
