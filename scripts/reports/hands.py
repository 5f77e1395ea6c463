"""What a reader does with a report: map, tables, keyboard, phone."""

import csv
import re
import xml.etree.ElementTree as ElementTree

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By

from .browser import Browser
from .checks import Checks


def use_map(browser: Browser, checks: Checks, name: str) -> None:
    """Searches, points with keys, keeps with a click, filters, slides, saves."""
    if browser.find("#wave-field").is_displayed():
        browser.find("#wave").send_keys(Keys.HOME)
        first = browser.text("#wave-name")
        there, shown = browser.driver.execute_script(
            "const { actorWaves, names } = JSON.parse(document.getElementById('data').textContent).map;"
            "const there = names.filter((_, i) => !actorWaves.length || actorWaves[i] & 1).length;"
            "return [there, Number(document.getElementById('map-count').textContent.match(/\\d+/)[0])]"
        )
        checks.expect(there == shown, f"{name}: {shown} actors in a wave of {there}")
        browser.find("#wave").send_keys(Keys.ARROW_RIGHT)
        checks.expect(browser.text("#wave-name") not in ("", first), f"{name}: waves slide")
        browser.find("#wave").send_keys(Keys.END)
    everybody = browser.text("#map-count")
    filtered_weights(browser, checks, name)
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


def filtered_weights(browser: Browser, checks: Checks, name: str) -> None:
    """Only ties of the largest weight, and all again; where weights differ."""
    browser.click("#filters summary")
    if browser.all("#filter-weight"):
        everybody = browser.text("#map-count")
        set_weight = (
            "const field = document.getElementById('filter-weight'); field.value = field[arguments[0]];"
            "field.dispatchEvent(new Event('input'))"
        )
        browser.driver.execute_script(set_weight, "max")
        checks.expect(browser.text("#map-count") != everybody, f"{name}: only strong ties")
        browser.driver.execute_script(set_weight, "min")
        checks.expect(browser.text("#map-count") == everybody, f"{name}: and weak ones again")
    browser.click("#filters summary")


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
            "const table = data.tables[arguments[0]];"
            "return table.ofTies ? data.map.source.length : table.rows.length",
            key,
        )
        checks.expect(len(rows) == count + 1, f"{name}: {key} downloads {count} rows")
        commas = [c for row in rows[1:] for c in row if re.fullmatch(r"-?\d+,\d+", c)]
        checks.expect(not commas, f"{name}: {key} has decimal commas {commas[:3]}")
        formulas = [c for row in rows[1:] for c in row if c[:1] in ("=", "+", "@")]
        checks.expect(not formulas, f"{name}: {key} has no formula")
    field = browser.all("[data-table=actors] input[type=search]")
    if field:
        field[0].send_keys("zzzz no such actor")
        checks.expect(not browser.all("[data-table=actors] tbody tr"), f"{name}: nobody is found")
        field[0].clear()
        field[0].send_keys(Keys.SPACE, Keys.BACKSPACE)
        checks.expect(bool(browser.all("[data-table=actors] tbody tr")), f"{name}: all are back")


def taps(browser: Browser, checks: Checks, name: str) -> None:
    """On a phone: the page scrolls past the map, a finger keeps an actor, buttons stand below."""
    stage = browser.find("#stage")
    browser.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", stage)
    action = "return getComputedStyle(document.getElementById('stage')).touchAction"
    checks.expect(browser.driver.execute_script(action) == "pan-y", f"{name}: the map traps fingers")
    place = browser.driver.execute_script(
        """
        const marks = [...document.querySelectorAll("#stage > svg:first-child g[stroke] > path")];
        const boxes = marks.map((mark) => mark.getBoundingClientRect());
        const box = boxes.sort((a, b) => b.width - a.width)[0];
        return box ? [box.left + box.width / 2, box.top + box.height / 2] : null;
        """
    )
    if place:
        browser.tap(*place)
        checks.expect(bool(browser.all("#let-go")), f"{name}: a tap keeps an actor")
        checks.expect(browser.driver.execute_script(action) == "none", f"{name}: then a finger moves it")
        browser.click("#let-go")
    apart = browser.driver.execute_script(
        "const box = (s) => document.querySelector(s).getBoundingClientRect();"
        "return box('.map-buttons').top >= box('#stage').bottom - 1"
    )
    checks.expect(apart, f"{name}: the buttons lie on the map")
    for button in browser.all("[data-map]"):
        browser.driver.execute_script("arguments[0].click()", button)
