#!/usr/bin/env python3
"""Opens reports of `samspill report` in a headless Chromium and uses them as a reader would.

    python3 scripts/check-report.py .build/release/samspill
    python3 scripts/check-report.py .build/release/samspill --large
    python3 scripts/check-report.py .build/release/samspill --shots shots

Of every bundled data set, a region with names that mean harm and a synthetic one it makes a report in
both languages, light and dark, and then searches, points, keeps, filters, sorts, slides, downloads,
prints and turns the lights off. It counts console messages and network requests (none are allowed)
and asks axe-core for breaches of WCAG 2.2 AA. With --large it measures 10 000 actors with 50 000 ties.
Ends with status 1 where anything is wrong. Needs Chromium with its driver, selenium and
axe-playwright-python (for the axe-core in it).
"""

import argparse
import base64
import csv
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

ROOT = Path(__file__).resolve().parent.parent
SIZES = [(1280, 800), (390, 844)]
HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "\u202eexe.txt",
    "שלום עולם",
    "Å" * 300,
    'a" onmouseover="alert(1)',
    "plain",
]


class Browser:
    """A headless Chromium of one size, in light or dark."""

    def __init__(self, size: tuple[int, int], scheme: str, downloads: Path) -> None:
        options = webdriver.ChromeOptions()
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        service = webdriver.ChromeService(shutil.which("chromedriver"))
        self.driver = webdriver.Chrome(options=options, service=service)
        self.downloads = downloads
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=size[0] < 500,
        )
        feature = {"name": "prefers-color-scheme", "value": scheme}
        self.tell("Emulation.setEmulatedMedia", features=[feature])
        self.tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))

    def tell(self, command: str, **arguments: object) -> dict:
        return self.driver.execute_cdp_cmd(command, arguments)

    def open(self, page: Path) -> None:
        self.driver.get(page.as_uri())
        self.driver.execute_script("document.documentElement.style.scrollBehavior = 'auto'")

    def find(self, selector: str) -> webdriver.remote.webelement.WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        return self.find(selector).get_attribute("textContent")

    def click(self, selector: str) -> None:
        element = self.find(selector)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def downloaded(self, click: str) -> Path:
        """The file that a click hands over."""
        before = set(self.downloads.iterdir())
        self.click(click)
        for _ in range(200):
            new = [
                file
                for file in set(self.downloads.iterdir()) - before
                if not file.name.endswith(".crdownload") and not file.name.startswith(".")
            ]
            if new and new[0].stat().st_size > 0:
                return new[0]
            time.sleep(0.05)
        raise AssertionError(f"nothing was downloaded after {click}")

    def console(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for, other than the page itself and what it made."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                address = message["params"]["request"]["url"]
                if not address.startswith(("data:", "blob:")):
                    found.append(address)
        return found


class Checks:
    """What is wrong, by report."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.done = 0

    def expect(self, holds: bool, what: str) -> None:
        self.done += 1
        if not holds:
            self.wrong.append(what)
            print(f"  wrong: {what}")


def use_map(browser: Browser, checks: Checks, name: str) -> None:
    """Searches, points with keys, keeps with a click, filters, slides, saves."""
    if browser.find("#wave-field").is_displayed():
        browser.find("#wave").send_keys(Keys.HOME)
        first = browser.text("#wave-name")
        browser.find("#wave").send_keys(Keys.ARROW_RIGHT)
        checks.expect(browser.text("#wave-name") not in ("", first), f"{name}: waves slide")
        browser.find("#wave").send_keys(Keys.END)
    everybody = browser.text("#map-count")
    browser.click("#find")
    wanted = browser.driver.execute_script(
        "return JSON.parse(document.getElementById('data').textContent).map.names[0]"
    )
    browser.find("#find").send_keys(wanted[:3])
    checks.expect(len(browser.all("#found li")) > 0, f"{name}: the search finds somebody")
    browser.find("#find").send_keys(Keys.ENTER)
    checks.expect(len(browser.all("#details.kept h3")) == 1, f"{name}: the search keeps somebody")
    browser.click("#let-go")
    checks.expect(not browser.all("#details h3"), f"{name}: letting go")
    stage = browser.find("#stage")
    browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", stage)
    browser.driver.execute_script("arguments[0].focus()", stage)
    stage.send_keys(Keys.ARROW_RIGHT)
    checks.expect(len(browser.all("#details h3")) == 1, f"{name}: arrow keys find an actor")
    shown = browser.text("#details h3")
    ring = browser.find("#stage > svg:last-of-type circle").rect
    stage.send_keys(Keys.ESCAPE)
    browser.driver.execute_script("document.activeElement.blur()")
    ring_place = (round(ring["x"] + ring["width"] / 2), round(ring["y"] + ring["height"] / 2))
    scroll = browser.driver.execute_script("return [scrollX, scrollY]")
    actions = ActionChains(browser.driver)
    actions.w3c_actions.pointer_action.move_to_location(
        ring_place[0] - round(scroll[0]), ring_place[1] - round(scroll[1])
    )
    actions.perform()
    checks.expect(
        [e.get_attribute("textContent") for e in browser.all("#details h3")] == [shown],
        f"{name}: pointing shows the actor",
    )
    actions = ActionChains(browser.driver)
    actions.w3c_actions.pointer_action.click()
    actions.perform()
    checks.expect(len(browser.all("#let-go")) == 1, f"{name}: a click keeps the actor")
    stage.send_keys("+", "+", "0", Keys.ESCAPE)
    checks.expect(not browser.all("#let-go"), f"{name}: Escape lets go")
    browser.click("#filters summary")
    if browser.all("#filter-cluster"):
        browser.click("#filter-cluster select option:nth-child(2)")
        checks.expect(browser.text("#map-count") != everybody, f"{name}: a cluster is a part")
        browser.click("#filter-cluster select option:nth-child(1)")
        checks.expect(browser.text("#map-count") == everybody, f"{name}: and everybody again")
    if browser.all("#filter-relations input"):
        browser.click("#filter-relations input")
        checks.expect(browser.text("#map-count") != everybody, f"{name}: without a relation")
        browser.click("#filter-relations input")
    browser.click("#filters summary")
    drawing = ElementTree.parse(browser.downloaded("[data-save=svg]")).getroot()
    tags = {element.tag.split("}")[1] for element in drawing.iter()}
    allowed = {"svg", "title", "desc", "rect", "g", "path", "text"}
    checks.expect(tags <= allowed and "path" in tags, f"{name}: the SVG holds {tags}")
    picture = browser.downloaded("[data-save=png]").read_bytes()
    checks.expect(picture.startswith(b"\x89PNG"), f"{name}: the PNG is one")


def use_tables(browser: Browser, checks: Checks, name: str) -> None:
    """Sorts every table both ways, finds rows, downloads them."""
    for table in browser.all("[data-table]"):
        key = table.get_attribute("data-table")
        for heading in table.find_elements(By.CSS_SELECTOR, "thead button")[:3]:
            browser.driver.execute_script("arguments[0].click()", heading)
            cell = heading.find_element(By.XPATH, "..")
            first = cell.get_attribute("aria-sort")
            browser.driver.execute_script("arguments[0].click()", heading)
            second = cell.get_attribute("aria-sort")
            checks.expect(
                {first, second} == {"ascending", "descending"}, f"{name}: {key} sorts both ways"
            )
        file = browser.downloaded(f"[data-table={key}] .csv")
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.reader(lines))
        count = browser.driver.execute_script(
            "const data = JSON.parse(document.getElementById('data').textContent);"
            "return arguments[0] === 'ties' ? data.map.source.length"
            " : data.tables[arguments[0]].rows.length",
            key,
        )
        checks.expect(len(rows) == count + 1, f"{name}: {key} downloads {count} rows")
        formulas = [c for row in rows[1:] for c in row if c[:1] in ("=", "+", "@")]
        checks.expect(not formulas, f"{name}: {key} has no formula")
        file.unlink()
    field = browser.all("[data-table=actors] input[type=search]")
    if field:
        field[0].send_keys("zzzz no such actor")
        checks.expect(not browser.all("[data-table=actors] tbody tr"), f"{name}: nobody is found")
        field[0].clear()
        field[0].send_keys(Keys.SPACE, Keys.BACKSPACE)
        checks.expect(bool(browser.all("[data-table=actors] tbody tr")), f"{name}: all are back")


def accessible(browser: Browser, checks: Checks, name: str) -> None:
    """Asks axe-core for breaches of WCAG 2.2 AA."""
    package = importlib.util.find_spec("axe_playwright_python")
    assert package and package.submodule_search_locations, "axe-playwright-python is not installed"
    source = Path(package.submodule_search_locations[0]) / "axe.min.js"
    browser.driver.execute_script(source.read_text(encoding="utf-8"))
    result = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        "'best-practice']}).then(done, (error) => done({violations: [{id: String(error), nodes: []}]}))"
    )
    for breach in result["violations"]:
        places = [node["html"][:160] for node in breach["nodes"][:3]]
        checks.expect(False, f"{name}: {breach['id']} {places}")
    checks.done += 1


def look(browser: Browser, shots: Path, name: str) -> None:
    """Leaves pictures of the page for somebody to look at."""
    shots.mkdir(parents=True, exist_ok=True)
    for part in ["findings", "map", "profile", "brokers", "actors"]:
        if browser.all(f"#{part}"):
            browser.driver.execute_script(
                "document.getElementById(arguments[0]).scrollIntoView()", part
            )
            time.sleep(0.3)
            browser.driver.save_screenshot(str(shots / f"{name}-{part}.png"))


def check(page: Path, name: str, language: str, checks: Checks, shots: Path | None) -> None:
    """Everything about one report."""
    for size, scheme in [(SIZES[0], "light"), (SIZES[0], "dark"), (SIZES[1], "light")]:
        title = f"{name} {language} {size[0]} {scheme}"
        with tempfile.TemporaryDirectory() as folder:
            browser = Browser(size, scheme, Path(folder))
            try:
                browser.open(page)
                accessible(browser, checks, title)
                width = browser.driver.execute_script("return document.documentElement.scrollWidth")
                checks.expect(width <= size[0], f"{title}: {width} wide")
                if shots:
                    look(browser, shots, title.replace(" ", "-"))
                if scheme == "light" and size[0] > 500:
                    if browser.all("#stage"):
                        use_map(browser, checks, title)
                    use_tables(browser, checks, title)
                    browser.click("#theme")
                    theme = browser.find("html").get_attribute("data-theme")
                    checks.expect(theme == "dark", f"{title}: dark on request")
                    pdf = base64.b64decode(browser.tell("Page.printToPDF")["data"])
                    checks.expect(pdf.startswith(b"%PDF"), f"{title}: prints")
                    if shots:
                        (shots / f"{name}-{language}.pdf").write_bytes(pdf)
                images = browser.all("main img, main iframe, main object, [onclick]")
                checks.expect(not images, f"{title}: nothing that data brought in")
                console = browser.console()
                checks.expect(not console, f"{title}: console says {console[:3]}")
                requests = [a for a in browser.requests() if a.split("#")[0] != page.as_uri()]
                checks.expect(not requests, f"{title}: asked for {requests[:3]}")
            finally:
                browser.driver.quit()


def hostile(folder: Path) -> Path:
    """A region whose names mean harm."""
    region = folder / "hostile"
    region.mkdir()
    with (region / "actors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "label", "type"])
        for place, label in enumerate(HOSTILE):
            writer.writerow([f"a{place}", label, "=type" if place % 2 else "</td><b>"])
    with (region / "ties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target", "relation", "weight", "wave"])
        for place in range(len(HOSTILE)):
            other = (place + 1) % len(HOSTILE)
            writer.writerow([f"a{place}", f"a{other}", "<i>x</i>", place + 1, "w1"])
            writer.writerow([f"a{other}", f"a{place}", "'\"&", 1, "</option>"])
    return region


def large(program: str, folder: Path, checks: Checks) -> None:
    """10 000 actors with 50 000 ties: time, size, first paint, frames while the map moves."""
    ties = folder / "large.csv"
    command = [program, "generate", "region", "--nodes", "10000", "--ties", "50000"]
    subprocess.run([*command, "-o", str(ties), "-q"], check=True)
    page = folder / "large.html"
    start = time.monotonic()
    subprocess.run([program, "report", str(ties), "-o", str(page), "-q"], check=True)
    seconds = time.monotonic() - start
    megabytes = page.stat().st_size / 1e6
    browser = Browser(SIZES[0], "light", folder)
    try:
        browser.open(page)
        paint = browser.driver.execute_script(
            "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
        )
        ready = browser.driver.execute_script(
            "const t = performance.timing; return t.domInteractive - t.navigationStart"
        )
        frames = browser.driver.execute_async_script(
            """
            const done = arguments[0];
            document.getElementById("map").scrollIntoView();
            const stage = document.getElementById("stage");
            stage.setPointerCapture = () => {};
            const box = stage.getBoundingClientRect();
            const send = (type, x) => stage.dispatchEvent(new PointerEvent(type, {
              pointerId: 1, clientX: box.left + x, clientY: box.top + 200, bubbles: true}));
            setTimeout(() => {
              send("pointerdown", 400);
              const start = performance.now();
              let count = 0;
              const step = () => {
                count += 1;
                send("pointermove", 400 + 180 * Math.sin(count / 14));
                const passed = performance.now() - start;
                if (passed < 3000) requestAnimationFrame(step);
                else { send("pointerup", 400); done(count / passed * 1000); }
              };
              requestAnimationFrame(step);
            }, 1200);
            """
        )
        console = browser.console()
    finally:
        browser.driver.quit()
    print(
        f"10 000 actors, 50 000 ties: made in {seconds:.1f} s, {megabytes:.1f} MB, "
        f"first paint after {paint:.0f} ms, script done after {ready} ms, "
        f"{frames:.0f} frames a second while the map moves"
    )
    checks.expect(seconds < 60, "large: made in under 60 s")
    checks.expect(megabytes < 15, "large: under 15 MB")
    checks.expect(paint < 2000, "large: first paint in under 2 s")
    checks.expect(frames >= 30, "large: 30 frames a second")
    checks.expect(not console, f"large: console says {console[:3]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--only", help="one data set by name")
    parser.add_argument("--large", action="store_true", help="measure a large region as well")
    parser.add_argument("--shots", type=Path, help="a folder for screenshots and PDF")
    options = parser.parse_args()
    checks = Checks()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        regions = [path for path in sorted((ROOT / "Datasets").iterdir()) if (path / "ties.csv").exists()]
        regions.append(hostile(folder))
        synthetic = folder / "synthetic.csv"
        command = [options.program, "generate", "region", "--nodes", "600", "--ties", "3000"]
        subprocess.run([*command, "-o", str(synthetic), "-q"], check=True)
        regions.append(synthetic)
        for region in regions:
            if options.only not in (None, region.stem):
                continue
            for language in ["en", "nb"]:
                page = folder / f"{region.stem}-{language}.html"
                subprocess.run(
                    [options.program, "report", str(region), "-o", str(page), "--lang", language]
                    + ["-q", "--name-persons"],
                    check=True,
                )
                print(f"{region.stem} {language}: {page.stat().st_size / 1e6:.2f} MB")
                check(page, region.stem, language, checks, options.shots)
        if options.large:
            large(options.program, folder, checks)
    print(f"{checks.done} checks, {len(checks.wrong)} wrong")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
