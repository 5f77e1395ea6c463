// What the reader's hands do: pointer, keys, search, filters, waves, buttons.
class Controls {
  constructor(view, model) {
    this.view = view;
    this.model = model;
    this.addPointer();
    this.addKeys();
    this.addSearch();
    this.addFilters();
    this.addWaves();
    this.addButtons();
    this.drawLegend();
  }

  changed() {
    this.model.update();
    this.view.rebuild();
    this.drawLegend();
  }

  /** Lets an actor through, and everybody else: no filters, and all waves where it is not in this one. */
  reset(node) {
    const { state, map } = this.model;
    if (!this.model.isIn(node, state.wave)) this.setWave(map.waves.length);
    state.relations = map.relations.map(() => true);
    state.only = { cluster: -1, type: -1, sphere: -1 };
    state.minWeight = null;
    state.hideIsolates = false;
    this.fields.replaceChildren();
    this.fillFilters();
    this.changed();
  }

  // Pointer and keys

  addPointer() {
    const { view } = this;
    const { stage } = view;
    const pointers = new Map();
    let travelled = 0;
    const place = (event) => {
      const box = stage.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    stage.addEventListener("pointerdown", (event) => {
      pointers.set(event.pointerId, place(event));
      travelled = 0;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("dragging");
    });
    stage.addEventListener("pointermove", (event) => {
      const here = place(event);
      const before = pointers.get(event.pointerId);
      if (!before) {
        const node = view.actorAt(here.x, here.y);
        stage.classList.toggle("over", node !== null);
        view.hover(node);
        return;
      }
      const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      pointers.set(event.pointerId, here);
      travelled += Math.hypot(here.x - before.x, here.y - before.y);
      if (others.length === 0) {
        if (travelled > 4) view.pan(here.x - before.x, here.y - before.y);
      } else {
        const [other] = others;
        const spread = (point) => Math.hypot(point.x - other.x, point.y - other.y) || 1;
        view.zoom(spread(here) / spread(before), (here.x + other.x) / 2, (here.y + other.y) / 2);
      }
    });
    const released = (event) => {
      const here = place(event);
      const known = pointers.delete(event.pointerId);
      stage.classList.toggle("dragging", pointers.size > 0);
      if (!known || event.type !== "pointerup" || travelled > 4) return;
      const node = view.actorAt(here.x, here.y);
      view.keep(node !== null && node === view.kept ? null : node);
    };
    stage.addEventListener("pointerup", released);
    stage.addEventListener("pointercancel", released);
    stage.addEventListener("pointerleave", () => {
      if (pointers.size === 0) view.hover(null);
    });
    stage.addEventListener("wheel", (event) => {
      // The page scrolls on unless the map is what the reader works with.
      if (document.activeElement !== stage && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const here = place(event);
      const lines = event.deltaMode === 1 ? 20 : 1;
      view.zoom(Math.exp(-Math.max(-300, Math.min(300, event.deltaY * lines)) * 0.0022), here.x, here.y);
    }, { passive: false });
  }

  addKeys() {
    const { view } = this;
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    view.stage.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = arrows[event.key];
      if (arrow && event.shiftKey) view.pan(-arrow[0] * 60, -arrow[1] * 60);
      else if (arrow) view.step(...arrow);
      else if (event.key === "Enter" || event.key === " ") {
        view.keep(view.active === view.kept ? null : view.active);
      } else if (event.key === "Escape") view.keep(null);
      else if (event.key === "+" || event.key === "=") view.zoom(1.3);
      else if (event.key === "-" || event.key === "−") view.zoom(1 / 1.3);
      else if (event.key === "0") view.fit();
      else return;
      event.preventDefault();
    });
    view.stage.addEventListener("blur", () => view.hover(null));
  }

  addButtons() {
    const { view } = this;
    const actions = {
      in: () => view.zoom(1.4), out: () => view.zoom(1 / 1.4), fit: () => view.fit(),
      left: () => view.pan(80, 0), right: () => view.pan(-80, 0),
      up: () => view.pan(0, 80), down: () => view.pan(0, -80),
    };
    for (const button of document.querySelectorAll("[data-map]")) {
      button.addEventListener("click", actions[button.dataset.map]);
    }
    document.querySelector("[data-save=svg]").addEventListener("click", () => view.saveSVG());
    document.querySelector("[data-save=png]").addEventListener("click", () => view.savePNG());
  }

  // Search

  addSearch() {
    const field = document.getElementById("find");
    const list = document.getElementById("found");
    const { map } = this.model;
    const lower = map.names.map((name) => name.toLowerCase());
    let matches = [];
    let chosen = -1;
    const close = () => {
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const mark = (place) => {
      chosen = place;
      [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === place));
      if (place >= 0) field.setAttribute("aria-activedescendant", `found-${place}`);
    };
    const pick = (place) => {
      if (matches[place] === undefined) return;
      field.value = map.names[matches[place]];
      close();
      if (!this.model.visible[matches[place]]) this.reset(matches[place]);
      this.view.keep(matches[place]);
    };
    field.addEventListener("input", () => {
      const query = field.value.trim().toLowerCase();
      if (!query) return close();
      const all = lower.flatMap((name, node) => (name.includes(query) ? [node] : []));
      all.sort((a, b) => lower[b].startsWith(query) - lower[a].startsWith(query)
        || this.model.priority(b) - this.model.priority(a));
      matches = all.slice(0, 8);
      list.replaceChildren(...matches.map((node, place) => {
        const item = make("li", { role: "option", id: `found-${place}`, "aria-selected": "false" }, isolated(map.names[node]));
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          pick(place);
        });
        return item;
      }));
      if (matches.length === 0) {
        list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("noMatch")));
      }
      this.view.spoken.textContent = matches.length ? say("matches", whole(all.length)) : say("noMatch");
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
      mark(matches.length ? 0 : -1);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown") mark(Math.min(chosen + 1, matches.length - 1));
      else if (event.key === "ArrowUp") mark(Math.max(chosen - 1, 0));
      else if (event.key === "Enter" && !list.hidden) pick(chosen);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    field.addEventListener("blur", close);
  }

  // Filters and looks

  addFilters() {
    this.fields = document.getElementById("filter-fields");
    this.fillFilters();
  }

  select(label, options, chosen, change) {
    const field = make("select", {}, ...options.map(([value, text]) =>
      make("option", { value, selected: value === chosen }, text)));
    field.addEventListener("change", () => change(field.value));
    return make("label", { class: "stack" }, make("span", { class: "caption" }, label), field);
  }

  check(label, isOn, change) {
    const field = make("input", { type: "checkbox", checked: isOn });
    field.addEventListener("change", () => change(field.checked));
    return make("label", {}, field, isolated(label));
  }

  fillFilters() {
    const { model } = this;
    const { state, map } = model;
    const parts = [];
    if (map.relations.length > 1) {
      parts.push(make("fieldset", { id: "filter-relations" }, make("legend", {}, say("relations")),
        ...map.relations.map((relation, index) => this.check(relation.name, state.relations[index], (isOn) => {
          state.relations[index] = isOn;
          this.changed();
        }))));
    }
    for (const division of map.divisions) {
      if (division.names.length < 2) continue;
      const options = [["-1", say("everybody")], ...division.names.map((name, i) => [String(i), name])];
      const field = this.select(`${say("show")}: ${division.title}`, options, "-1", (value) => {
        state.only[division.key] = Number(value);
        this.changed();
      });
      field.id = `filter-${division.key}`;
      parts.push(field);
    }
    if (model.heaviest > model.lightest) {
      const field = make("input", {
        type: "number", id: "filter-weight", min: model.lightest, max: model.heaviest, step: "any",
        value: model.lightest,
      });
      field.addEventListener("input", () => {
        state.minWeight = field.value === "" ? null : Number(field.value);
        this.changed();
      });
      parts.push(make("label", { class: "stack" }, make("span", { class: "caption" }, say("minWeight")), field));
    }
    const kinds = map.divisions.filter((division) => division.names.length > 1);
    parts.push(this.select(
      say("colour"), [...kinds.map(({ key, title }) => [key, title]), ["", say("oneColour")]], state.colour,
      (value) => {
        state.colour = value;
        this.changed();
      }
    ));
    parts.push(this.select(
      say("area"), [...map.figures.map(({ key, heading }) => [key, heading]), ["", say("oneSize")]], state.area,
      (value) => {
        state.area = value;
        this.changed();
      }
    ));
    parts.push(this.check(say("hideIsolates"), state.hideIsolates, (isOn) => {
      state.hideIsolates = isOn;
      this.changed();
    }));
    this.fields.append(...parts);
  }

  addWaves() {
    const { state, map } = this.model;
    if (map.waves.length < 2) return;
    const field = document.getElementById("wave");
    field.max = map.waves.length;
    field.addEventListener("input", () => {
      this.setWave(Number(field.value));
      this.changed();
    });
    document.getElementById("wave-field").hidden = false;
    this.setWave(state.wave);
  }

  /** Chooses a wave by its place; the last place is all of them. */
  setWave(wave) {
    const field = document.getElementById("wave");
    const text = this.model.map.waves[wave] ?? say("allWaves");
    this.model.state.wave = wave;
    field.value = wave;
    field.setAttribute("aria-valuetext", text);
    document.getElementById("wave-name").textContent = text;
  }

  // Legend

  drawLegend() {
    const { model } = this;
    const { map, state } = model;
    const shown = colours();
    const sample = (mark, ...text) =>
      make("span", {}, draw("svg", { width: 26, height: 16, "aria-hidden": "true" }, ...mark), ...text);
    const items = [];
    const division = model.divisions[state.colour];
    if (division) {
      division.names.slice(0, 14).forEach((name, index) => {
        const fill = Model.paint(index, shown);
        items.push(sample([draw("circle", { cx: 13, cy: 8, r: 6, fill, stroke: shown.outline })], isolated(name)));
      });
      const rest = division.names.length > 14 ? say("other") : null;
      if (rest || division.values.some((value) => value < 0)) {
        const mark = draw("circle", { cx: 13, cy: 8, r: 6, fill: shown.other, stroke: shown.outline });
        items.push(sample([mark], rest ?? say("noValue")));
      }
    }
    const types = model.divisions.type;
    if (types.names.length > 1 && types.names.length <= 6) {
      types.names.forEach((name, index) => {
        const mark = draw("path", { d: shapePath(index, 13, 8, 5), fill: "none", stroke: shown.text });
        items.push(sample([mark], isolated(name)));
      });
    }
    const line = (colour, width, dash) =>
      draw("path", { d: "M1 8H25", stroke: colour, "stroke-width": width, "stroke-dasharray": dash || null });
    if (map.relations.length > 1) {
      map.relations.forEach((relation, index) => {
        items.push(sample([line(shown.mutual, 1.5, dashes[index % dashes.length])], isolated(relation.name)));
      });
    }
    if (map.relations.some((relation) => relation.directed)) {
      items.push(sample([line(shown.mutual, 2)], say("mutual")), sample([line(shown.tie, 1.2)], say("oneWay")));
    }
    const figure = model.figures[state.area];
    if (figure) items.push(make("span", {}, `${say("area")}: ${figure.heading}`));
    document.getElementById("legend").replaceChildren(...items);
  }
}
