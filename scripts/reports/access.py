"""Whether everybody can read a report."""

import importlib.util
from pathlib import Path

from .browser import Browser
from .checks import Checks


def accessible(browser: Browser, checks: Checks, name: str) -> None:
    """Asks axe-core for breaches of WCAG 2.2 AA."""
    browser.driver.set_script_timeout(300)
    package = importlib.util.find_spec("axe_playwright_python")
    assert package and package.submodule_search_locations, "axe-playwright-python is not installed"
    source = Path(package.submodule_search_locations[0]) / "axe.min.js"
    browser.driver.execute_script(source.read_text(encoding="utf-8"))
    result = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run({resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
        "'best-practice']}).then(done, (error) => done({violations: [{id: String(error), nodes: []}]}))"
    )
    for breach in result["violations"]:
        places = [node["html"][:160] for node in breach["nodes"][:3]]
        checks.expect(False, f"{name}: {breach['id']} {places}")
    checks.done += 1


def languages(browser: Browser, checks: Checks, name: str, language: str) -> None:
    """The page says its language, and its numbers are written in it; what it hands over has dots."""
    checks.expect(browser.find("html").get_attribute("lang") == language, f"{name}: lang")
    checks.expect(bool(browser.driver.title.strip()), f"{name}: a title")
    other = r"\d\.\d" if language == "nb" else r"\d,\d"
    wrong = browser.driver.execute_script(
        "const other = new RegExp(arguments[0]);"
        "return [...document.querySelectorAll('td.n, .figure, dd:not([lang]) small')]"
        ".map((cell) => cell.textContent).filter((text) => other.test(text)).slice(0, 3)",
        other,
    )
    checks.expect(not wrong, f"{name}: numbers of another language {wrong}")


def walks(browser: Browser, checks: Checks, name: str) -> None:
    """Goes through the page with the Tab key: forwards only, never lost, and one sees where one is."""
    browser.driver.execute_script(
        "scrollTo(0, 0); document.activeElement.blur(); window.walked = null; window.steps = [];"
    )
    for _ in range(60):
        browser.tab()
        step = browser.driver.execute_script(
            """
            const here = document.activeElement;
            if (here === document.body) return "end";
            const before = window.walked;
            window.walked = here;
            const style = getComputedStyle(here);
            const what = here.id || here.textContent.trim().slice(0, 20) || here.tagName;
            const behind = before
              && !(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING);
            if (behind) return "back to " + what;
            if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
              return "no outline on " + what;
            }
            const box = here.getBoundingClientRect();
            if (box.bottom < 0 || box.top > innerHeight) return "out of sight: " + what;
            return "";
            """
        )
        if step == "end":
            return
        checks.expect(step == "", f"{name}: Tab goes {step}")
        if step:
            return


def still(browser: Browser, checks: Checks, name: str) -> None:
    """Nothing glides for those who asked for less motion."""
    found = {}
    for wish in ["reduce", "no-preference"]:
        browser.prefer(motion=wish)
        found[wish] = browser.driver.execute_script(
            "document.documentElement.style.removeProperty('scroll-behavior');"
            "const all = [...document.querySelectorAll('*')].map((e) => getComputedStyle(e));"
            "return [getComputedStyle(document.documentElement).scrollBehavior,"
            "all.filter((s) => s.animationName !== 'none'"
            " || parseFloat(s.transitionDuration) > 0).length]"
        )
    browser.rest()
    checks.expect(found["reduce"] == ["auto", 0], f"{name}: moves although asked not to")
    checks.expect(found["no-preference"][0] == "smooth", f"{name}: the wish is not looked at")
