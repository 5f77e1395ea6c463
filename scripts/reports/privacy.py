"""Who is named in a report, and what is left of it where no script runs."""

import json
import subprocess
from pathlib import Path

from .browser import Browser
from .checks import Checks
from .regions import secretive


def privacy(program: str, folder: Path, checks: Checks) -> None:
    """Persons have pseudonyms unless asked for, --anonymise hides everybody, an address is never shown."""
    region = secretive(folder)
    cases = [
        ([], ["Quietly person", "hush01"], ["Quietly enterprise 00"]),
        (["--name-persons"], [], ["Quietly person 01", "Quietly enterprise 00"]),
        (["--anonymise"], ["Quietly", "hush", "secretive"], []),
    ]
    for options, hidden, shown in cases:
        for language in ["en", "nb"]:
            page = folder / "secretive.html"
            command = [program, "report", str(region), "-o", str(page), "--lang", language]
            said = subprocess.run(
                [*command, *options, "--force"], check=True, capture_output=True, text=True
            )
            text = page.read_text(encoding="utf-8")
            title = f"secretive {language} {' '.join(options)}"
            for word in [*hidden, "secret.example"]:
                checks.expect(word not in text, f"{title}: {word} in the page")
            if "--anonymise" in options:
                checks.expect("Quietly" not in said.stderr, f"{title}: told on the terminal")
            for word in shown:
                checks.expect(word in text, f"{title}: {word} is missing")


def unscripted(browser: Browser, page: Path, checks: Checks, name: str) -> None:
    """Without script there is a still picture, and every table has its rows."""
    browser.tell("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open_only(page)
        tables = browser.all("[data-table] table")
        rows = browser.all("[data-table] tbody tr")
        checks.expect(len(rows) >= len(tables) > 2, f"{name}: tables without script")
        content = json.loads(browser.text("#data"))["map"]
        # Of more ties than this a picture without zoom would be a blot.
        if content and len(content["source"]) <= 2000:
            checks.expect(bool(browser.all("noscript svg")), f"{name}: a picture without script")
        buttons = [button for button in browser.all("main button") if button.is_displayed()]
        checks.expect(not buttons, f"{name}: buttons that do nothing")
    finally:
        browser.tell("Emulation.setScriptExecutionDisabled", value=False)
