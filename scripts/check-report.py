#!/usr/bin/env python3
"""Opens reports of `samspill report` in a headless Chromium and uses them as a reader would.

    python3 scripts/check-report.py .build/release/samspill
    python3 scripts/check-report.py .build/release/samspill --large
    python3 scripts/check-report.py .build/release/samspill --shots shots

Of every bundled data set, a region with names that mean harm and a synthetic one it makes a report in
both languages, light and dark, and then searches, points, keeps, filters, sorts, slides, downloads,
walks with the keyboard, taps as on a phone, prints, turns the lights off and the script as well. It counts
console messages and network requests (none are allowed), asks axe-core for breaches of WCAG 2.2 AA, and
looks whether anybody is named who is not to be. With --large it measures 10 000 actors with 50 000 ties. Ends with status 1 where anything is wrong. Needs Chromium with
its driver, selenium and axe-playwright-python (for the axe-core in it).
"""

import argparse
import base64
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reports.access import accessible, languages, still, walks
from reports.browser import Browser
from reports.checks import Checks
from reports.figures import agree
from reports.hands import taps, use_map, use_tables
from reports.large import large
from reports.map import ego, headings, links, looks, moves
from reports.privacy import privacy, unscripted
from reports.regions import hostile

ROOT = Path(__file__).resolve().parent.parent
SIZES = [(1280, 800), (390, 844)]


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


def check(
    page: Path, name: str, language: str, browsers: dict, checks: Checks, shots: Path | None
) -> None:
    """Everything about one report."""
    for (size, scheme), browser in browsers.items():
        title = f"{name} {language} {size[0]} {scheme}"
        browser.open(page)
        # Size and colours are the same in every language.
        if language == "en" or (size, scheme) == (SIZES[0], "light"):
            accessible(browser, checks, title)
        languages(browser, checks, title, language)
        width = browser.driver.execute_script("return document.documentElement.scrollWidth")
        checks.expect(width <= size[0], f"{title}: {width} wide")
        if shots:
            look(browser, shots, title.replace(" ", "-"))
        if size[0] < 500:
            if browser.all("#stage"):
                taps(browser, checks, title)
        elif scheme == "light":
            walks(browser, checks, title)
            still(browser, checks, title)
            headings(browser, checks, title)
            links(browser, checks, title)
            agree(browser, checks, title)
            if browser.all("#stage"):
                use_map(browser, checks, title)
                ego(browser, checks, title)
                moves(browser, checks, title)
                looks(browser, checks, title)
            use_tables(browser, checks, title)
            browser.click("#theme")
            theme = browser.find("html").get_attribute("data-theme")
            checks.expect(theme == "dark", f"{title}: dark on request")
            pdf = base64.b64decode(browser.tell("Page.printToPDF", printBackground=True)["data"])
            checks.expect(pdf.startswith(b"%PDF"), f"{title}: prints")
            if shots:
                (shots / f"{name}-{language}.pdf").write_bytes(pdf)
        images = browser.all("main img, main iframe, main object, [onclick], [onerror]")
        checks.expect(not images, f"{title}: nothing that data brought in")
        console = browser.console()
        checks.expect(not console, f"{title}: console says {console[:3]}")
        requests = [a for a in browser.requests() if a.split("#")[0] != page.as_uri()]
        checks.expect(not requests, f"{title}: asked for {requests[:3]}")
        if size[0] >= 500 and scheme == "light":
            unscripted(browser, page, checks, title)
            # What the page said without its script is not counted.
            browser.console()
            browser.requests()


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
        folders = sorted((ROOT / "Datasets").iterdir())
        regions = [path for path in folders if (path / "actors.csv").exists()]
        regions.append(hostile(folder))
        synthetic = folder / "synthetic"
        command = [options.program, "generate", "region", "--actors", "600"]
        subprocess.run([*command, "-o", str(synthetic), "-q"], check=True)
        regions.append(synthetic)
        browsers = {
            (size, scheme): Browser(size, scheme, Path(tempfile.mkdtemp(dir=folder)))
            for size, scheme in [(SIZES[0], "light"), (SIZES[0], "dark"), (SIZES[1], "light")]
        }
        try:
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
                    check(page, region.stem, language, browsers, checks, options.shots)
        finally:
            for browser in browsers.values():
                browser.driver.quit()
        if options.only is None:
            privacy(options.program, folder, checks)
        if options.large:
            large(options.program, folder, checks)
    print(f"{checks.done} checks, {len(checks.wrong)} wrong")
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
