// What of the network is shown: filters, lines between actors, neighbours, looks.
const hues = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442"];
const dashes = ["", "7 4", "2 3", "9 3 2 3"];

/** `share` of the way from one colour to another, both #rrggbb. */
function mixed(from, to, share) {
  const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
  return "#" + [1, 3, 5].map((at) => {
    const value = channel(from, at) + (channel(to, at) - channel(from, at)) * share;
    return Math.round(value).toString(16).padStart(2, "0");
  }).join("");
}

class Model {
  constructor(map) {
    this.map = map;
    this.count = map.names.length;
    this.weights = map.source.map((_, tie) => map.weight[tie] ?? 1);
    this.heaviest = this.weights.reduce((a, b) => Math.max(a, b), 0);
    this.lightest = this.weights.reduce((a, b) => Math.min(a, b), Infinity);
    this.divisions = Object.fromEntries(map.divisions.map((division) => [division.key, division]));
    this.figures = Object.fromEntries(map.figures.map((figure) => [figure.key, figure]));
    this.state = {
      relations: map.relations.map(() => true),
      only: { cluster: -1, type: -1, sphere: -1 },
      minWeight: null,
      wave: map.wave ?? map.waves.length,
      hideIsolates: false,
      colour: this.divisions.cluster.names.length > 0 ? "cluster" : "",
      area: this.figures.betweenness ? "betweenness" : "",
    };
    for (const figure of map.figures) figure.ranks = Model.ranks(figure.values);
    this.update();
  }

  static ranks(values) {
    const sorted = values.filter((value) => value !== null).sort((a, b) => b - a);
    const first = new Map();
    sorted.forEach((value, place) => {
      if (!first.has(value)) first.set(value, place + 1);
    });
    return { of: sorted.length, place: (value) => first.get(value) };
  }

  /** Whether an actor belongs to a wave; to all of them together everybody does. */
  isIn(node, wave) {
    const { actorWaves, waves } = this.map;
    return wave >= waves.length || actorWaves.length === 0 || ((actorWaves[node] >> wave) & 1) === 1;
  }

  /** Works out lines and actors that the filters let through. */
  update() {
    const { map, state } = this;
    const passes = new Array(this.count);
    for (let node = 0; node < this.count; node += 1) {
      passes[node] = Object.entries(state.only).every(
        ([key, wanted]) => wanted < 0 || this.divisions[key].values[node] === wanted
      ) && this.isIn(node, state.wave);
    }
    const lines = new Map();
    for (let tie = 0; tie < map.source.length; tie += 1) {
      const relation = map.relation[tie] ?? 0;
      if (!state.relations[relation]) continue;
      if (state.wave < map.waves.length && !((map.tieWaves[tie] >> state.wave) & 1)) continue;
      const weight = this.weights[tie];
      if (state.minWeight !== null && weight < state.minWeight) continue;
      const [a, b] = [map.source[tie], map.target[tie]];
      if (!passes[a] || !passes[b]) continue;
      const directed = map.relations[relation].directed;
      const [low, high] = a < b ? [a, b] : [b, a];
      const key = (low * this.count + high) * map.relations.length + relation;
      const line = lines.get(key);
      if (!line) {
        lines.set(key, { a, b, relation, weight, heads: directed ? 1 : 0, lane: 0, lanes: 1 });
      } else {
        line.weight = Math.max(line.weight, weight);
        if (directed && line.a !== a) line.heads = 2;
      }
    }
    this.lines = [...lines.values()];
    this.giveLanes();
    this.near = Array.from({ length: this.count }, () => []);
    this.lines.forEach((line, index) => {
      this.near[line.a].push(index);
      this.near[line.b].push(index);
    });
    this.visible = passes.map(
      (pass, node) => pass && !(state.hideIsolates && this.near[node].length === 0)
    );
    this.tieCount = this.lines.reduce((sum, line) => sum + (line.heads === 2 ? 2 : 1), 0);
    this.actorCount = this.visible.filter(Boolean).length;
  }

  /** Lines between the same two actors run side by side. */
  giveLanes() {
    if (this.map.relations.length < 2) return;
    const pairs = new Map();
    for (const line of this.lines) {
      const key = Math.min(line.a, line.b) * this.count + Math.max(line.a, line.b);
      const known = pairs.get(key);
      if (known) known.push(line);
      else pairs.set(key, [line]);
    }
    for (const parallel of pairs.values()) {
      parallel.forEach((line, lane) => {
        line.lane = lane;
        line.lanes = parallel.length;
      });
    }
  }

  /** Neighbours of an actor by what the tie says: named, named by, tied to. */
  neighbours(node) {
    const found = { givesTo: [], namedBy: [], tiedTo: [] };
    for (const index of this.near[node]) {
      const line = this.lines[index];
      const other = line.a === node ? line.b : line.a;
      if (line.heads === 0) found.tiedTo.push(other);
      else {
        if (line.heads === 2 || line.a === node) found.givesTo.push(other);
        if (line.heads === 2 || line.b === node) found.namedBy.push(other);
      }
    }
    for (const key of Object.keys(found)) {
      found[key] = [...new Set(found[key])].sort((a, b) => this.priority(b) - this.priority(a) || a - b);
    }
    return found;
  }

  /** Who is named first. */
  priority(node) {
    const figure = this.figures[this.state.area];
    return (figure?.values[node] ?? 0) * 1000 + this.near[node].length;
  }

  /** Radius of an actor in units of the layout: areas grow with the figure. */
  radius(node) {
    const range = this.map.byCluster
      ? [1.6, 7]
      : [[60, 6, 22], [150, 5, 19], [400, 4, 16], [1000, 3, 13], [Infinity, 2, 10]]
        .find(([limit]) => this.count <= limit).slice(1);
    const figure = this.figures[this.state.area];
    if (!figure) return range[0] * 1.4;
    if (figure.largest === undefined) {
      figure.largest = figure.values.reduce((a, b) => Math.max(a, b ?? 0), 0);
    }
    const share = figure.largest > 0 ? Math.max(0, figure.values[node] ?? 0) / figure.largest : 0;
    return Math.sqrt(range[0] ** 2 + (range[1] ** 2 - range[0] ** 2) * share);
  }

  /** Colour of category `index`: seven hues, then the same in pale, then grey. */
  static paint(index, colours) {
    if (index < 0 || index >= 14) return colours.other;
    const hue = hues[index % 7];
    return index < 7 ? hue : mixed(hue, colours.page, 0.5);
  }

  fill(node, colours) {
    const division = this.divisions[this.state.colour];
    return division ? Model.paint(division.values[node], colours) : hues[0];
  }

  /** Index of the shape of an actor: its type, where there are two to six. */
  shape(node) {
    const types = this.divisions.type;
    if (types.names.length < 2 || types.names.length > 6) return 0;
    return Math.max(0, types.values[node]);
  }

  /** Width of a line, in pixels. */
  width(line) {
    const base = this.lines.length > 6000 ? 0.5 : 1;
    const share = this.heaviest > this.lightest && this.heaviest > 0
      ? Math.sqrt(Math.max(0, line.weight) / this.heaviest) : 0;
    return base + 2.2 * base * share + (line.heads === 2 ? 0.5 * base : 0);
  }
}
