#!/usr/bin/env python3
"""Measures in Chromium what lies on what on the maps of the built program.

    python3 scripts/check-maps.py PROGRAM [--only PART] [--keep FOLDER]

Every bundled data set, random networks of 20, 50, 150 and 500 actors and whole synthetic regions of
150, 500 and 1 500 are drawn as SVG. A browser lays out their texts with its own fonts and tells, for
every text, whether another text, the edge of the page, or an actor lies on it: an actor by asking
its shape about a grid of points over the letters. (The tests of the package read the same pictures
with widths of letters from a table.) One line per map; the exit status is 1 where any text lies on
a text or passes the edge, or where more than 2 % (1 % from 500 actors on) lie on an actor.
Needs Chromium; nothing else.
"""

import argparse
import html
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MEASURE = """
const svg = document.querySelector('svg'), view = svg.viewBox.baseVal;
const shift = svg.querySelector('g.graph').transform.baseVal.consolidate().matrix;
const texts = [...svg.querySelectorAll('text')].map(text => {
  const box = text.getBBox(), size = parseFloat(text.getAttribute('font-size'));
  const foot = parseFloat(text.getAttribute('y'));
  // From the top of tall letters to the foot of a g; the box is that of the whole line.
  return {words: text.textContent, group: text.parentNode, left: box.x, right: box.x + box.width,
          top: foot - 0.76 * size, bottom: foot + 0.22 * size};
});
const actors = [...svg.querySelectorAll('g.node')].filter(g => g.querySelector('title')).map(g => {
  const shapes = [...g.children].filter(part => ['ellipse', 'polygon'].includes(part.tagName));
  const boxes = shapes.map(part => part.getBBox());
  const widest = boxes.reduce((best, box, i) => box.width > boxes[best].width ? i : best, 0);
  return {name: g.querySelector('title').textContent, shape: shapes[widest], box: boxes[widest]};
});
const found = {texts: texts.length, actors: actors.length, onTexts: [], onActors: [], outside: []};
const hair = 0.3;
texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
  if (a.group !== b.group && a.left < b.right - hair && b.left < a.right - hair
      && a.top < b.bottom - hair && b.top < a.bottom - hair) found.onTexts.push([a.words, b.words]);
}));
for (const text of texts) {
  if (text.left + shift.e < view.x - hair || text.right + shift.e > view.x + view.width + hair
      || text.top + shift.f < view.y - hair || text.bottom + shift.f > view.y + view.height + hair)
    found.outside.push(text.words);
  for (const {name, shape, box} of actors) {
    if (text.left > box.x + box.width || text.right < box.x || text.top > box.y + box.height
        || text.bottom < box.y) continue;
    let inside = 0, all = 0;
    for (let across = 0; across <= 24; across++) for (let down = 0; down <= 8; down++) {
      const point = svg.createSVGPoint();
      point.x = text.left + hair + (text.right - text.left - 2 * hair) * across / 24;
      point.y = text.top + hair + (text.bottom - text.top - 2 * hair) * down / 8;
      all++;
      if (shape.isPointInFill(point)) inside++;
    }
    // A name may lie inside its actor, all of it.
    if (inside > 0 && inside < 0.98 * all) found.onActors.push([text.words, name]);
  }
}
document.body.innerHTML = '<pre id="found"></pre>';
document.getElementById('found').textContent = JSON.stringify(found);
"""

# A picture in which everything lies on everything: a measure that finds nothing here measures nothing.
WRONG = """<svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="50pt" viewBox="0 0 100 50">
<g class="graph" transform="translate(0 50)">
<g class="node"><title>A</title><ellipse cx="30" cy="-25" rx="9" ry="9"></ellipse></g>
<g class="node"><text x="33" y="-22" font-size="10">first</text></g>
<g class="node"><text x="45" y="-25" font-size="10">second that is too long</text></g></g></svg>"""


def measure(svg: str, folder: Path) -> dict:
    page = folder / "page.html"
    body = svg[svg.index("<svg") :]
    page.write_text(f"<meta charset=utf-8><body>{body}<script>{MEASURE}</script>", encoding="utf-8")
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    answer = subprocess.run(
        [*browser, "--virtual-time-budget=60000", page.as_uri()],
        capture_output=True, text=True, check=True,
    ).stdout
    found = re.search(r'<pre id="found">(.*?)</pre>', answer, re.DOTALL)
    if not found:
        sys.exit("the browser measured nothing")
    return json.loads(html.unescape(found.group(1)))


def networks(program: str, folder: Path) -> list[tuple[str, str, list[str]]]:
    """Name, path and options of everything that is drawn."""
    root = Path(__file__).resolve().parent.parent / "Datasets"
    cases = []
    for data in sorted(root.iterdir()):
        ties = data / "ties.csv"
        if ties.exists() and len(ties.read_text().splitlines()) > 1:
            cases.append((data.name, str(data), []))
    for size in (20, 50, 150, 500):
        rng = random.Random(size)
        lines = ["source,target"]
        for _ in range(3 * size):
            one, other = rng.sample(range(size), 2)
            lines.append(f"Organisation {one},Organisation {other}")
        path = folder / f"random-{size}.csv"
        path.write_text("\n".join(lines) + "\n")
        cases.append((f"random {size}", str(path), ["--undirected"]))
    for size in (150, 500, 1500):
        path = folder / f"region-{size}"
        make = [program, "generate", "region", "--actors", str(size), "-o", str(path), "-q"]
        subprocess.run(make, check=True)
        cases.append((f"region {size}", str(path), []))
        cases.append((f"region {size}, every actor", str(path), ["--level", "actors"]))
        if size == 150:
            cases.append((f"region {size}, outlines", str(path), ["--groups", "--halos", "5"]))
            cases.append((f"region {size}, levels", str(path), ["--kind", "levels"]))
            cases.append((f"region {size}, places", str(path), ["--engine", "geo"]))
            cases.append((f"region {size}, waves", str(path), ["--kind", "waves"]))
    return cases


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="maps whose name holds this")
    parser.add_argument("--keep", help="folder for the pictures")
    arguments = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wrong = measure(WRONG, folder)
        if not (wrong["onTexts"] and wrong["onActors"] and wrong["outside"]):
            sys.exit(f"the measure does not see what is wrong: {wrong}")
        for title, path, options in networks(arguments.program, folder):
            if arguments.only not in title:
                continue
            begin = time.monotonic()
            drawn = subprocess.run(
                [arguments.program, "map", path, "-o", "-", "--to", "svg", "-q", *options],
                capture_output=True, check=True,
            ).stdout.decode()
            seconds = time.monotonic() - begin
            if arguments.keep:
                Path(arguments.keep, title.replace(" ", "-") + ".svg").write_text(drawn)
            found = measure(drawn, folder)
            share = len(found["onActors"]) / max(found["texts"], 1)
            limit = 0.01 if found["actors"] >= 500 else 0.02
            is_bad = found["onTexts"] or found["outside"] or share > limit
            failed += bool(is_bad)
            print(
                f"{'BAD ' if is_bad else 'ok  '}{title:32} {found['actors']:5} actors"
                f" {found['texts']:4} texts, on texts {len(found['onTexts'])},"
                f" on actors {len(found['onActors'])} ({100 * share:.1f} %),"
                f" outside {len(found['outside'])}, {seconds:.1f} s"
            )
            for kind in ("onTexts", "onActors", "outside"):
                for item in found[kind][:5]:
                    print(f"      {kind}: {item}")
    print(f"{failed} maps are bad" if failed else "every map can be read")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
