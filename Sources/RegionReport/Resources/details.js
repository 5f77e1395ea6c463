// The panel beside the map: who an actor is, its figures, its neighbours.
class Details {
  constructor(root, model) {
    this.root = root;
    this.model = model;
    this.mostNeighbours = 15;
  }

  /** What the actor is, in a few words. */
  kind(node) {
    const { divisions } = this.model;
    return ["type", "sphere", "cluster"]
      .map((key) => divisions[key].names[divisions[key].values[node]])
      .filter(Boolean).join(" · ");
  }

  /** One sentence for those who hear the map. */
  spoken(node) {
    const ties = this.model.near[node].length;
    return [this.model.map.names[node], this.kind(node), `${say("ties")}: ${whole(ties)}`]
      .filter(Boolean).join(", ");
  }

  show(node, isKept) {
    this.root.classList.toggle("kept", isKept);
    if (node === null) {
      this.root.replaceChildren(make("p", { class: "note" }, say("detailsHint")));
      return;
    }
    const { map } = this.model;
    const parts = [
      make("h3", {}, isolated(map.names[node])),
      make("p", { class: "what" }, this.kind(node)),
    ];
    if (isKept) {
      const button = make("button", { type: "button", id: "let-go" }, say("unpin"));
      button.addEventListener("click", () => view.keep(null));
      parts.push(make("p", {}, button));
    }
    parts.push(map.inNetwork[node] ? this.figures(node) : make("p", { class: "note" }, say("notInWave")));
    const neighbours = this.model.neighbours(node);
    for (const key of ["givesTo", "namedBy", "tiedTo"]) {
      if (neighbours[key].length > 0) parts.push(...this.list(say(key), neighbours[key]));
    }
    if (this.model.near[node].length === 0) parts.push(make("p", { class: "note" }, say("withoutTies")));
    this.root.replaceChildren(...parts);
  }

  figures(node) {
    const list = make("dl");
    for (const figure of this.model.map.figures) {
      const value = figure.values[node];
      const definition = make("dd");
      if (value === null) definition.append("–");
      else {
        definition.append(
          number(value), " ",
          make("small", {}, `(${say("rank", whole(figure.ranks.place(value)), whole(figure.ranks.of))})`)
        );
      }
      list.append(make("dt", {}, figure.heading), definition);
    }
    return list;
  }

  list(heading, nodes) {
    const items = nodes.slice(0, this.mostNeighbours).map((node) => {
      const button = make("button", { type: "button" }, isolated(this.model.map.names[node]));
      button.addEventListener("click", () => view.keep(node));
      return make("li", {}, button);
    });
    if (nodes.length > items.length) {
      items.push(make("li", {}, say("andMore", whole(nodes.length - items.length))));
    }
    return [make("h4", {}, `${heading} (${whole(nodes.length)})`), make("ul", {}, ...items)];
  }
}
