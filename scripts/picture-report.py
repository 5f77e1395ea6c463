#!/usr/bin/env python3
"""Makes the picture of a report that README shows: the map with one actor kept.

    python3 scripts/picture-report.py .build/release/samspill

Needs what check-report.py needs.
"""

import argparse
import subprocess
import tempfile
from pathlib import Path

from selenium.webdriver import Keys

from reports.browser import Browser

REGION = Path(__file__).resolve().parent.parent / "Datasets" / "nfdi-consortia"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--actor", default="NFDI4Earth", help="whom to keep")
    parser.add_argument("-o", "--output", type=Path, default=REGION / "report.png")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "report.html"
        command = [options.program, "report", str(REGION), "-o", str(page), "-q", "--wave", "all"]
        subprocess.run(command, check=True)
        browser = Browser((1280, 800), "light", Path(name))
        try:
            browser.open(page)
            field = browser.find("#find")
            field.send_keys(options.actor, Keys.ENTER)
            browser.driver.execute_script(
                "document.activeElement.blur(); document.getElementById('h-map').scrollIntoView()"
            )
            browser.driver.save_screenshot(str(options.output))
        finally:
            browser.driver.quit()


if __name__ == "__main__":
    main()
