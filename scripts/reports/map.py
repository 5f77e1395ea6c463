"""What the map shows of an actor, how it moves, what its filters and looks do."""

from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from .browser import Browser
from .checks import Checks

DATA = "JSON.parse(document.getElementById('data').textContent)"


def place(browser: Browser) -> str:
    """Where the map stands: the transform of what lies over it, the same for SVG and canvas."""
    return browser.driver.execute_script(
        "return document.querySelector('#stage > svg:last-of-type > g').getAttribute('transform')"
    )


def corner(browser: Browser) -> tuple[float, float]:
    """A place of the map where nobody stands, in the window."""
    box = browser.driver.execute_script(
        "const box = document.getElementById('stage').getBoundingClientRect();"
        "return [box.left, box.top, box.height]"
    )
    for across in [12, 40, 90, 160, 240]:
        for down in [0.1, 0.9, 0.5, 0.3, 0.7]:
            spot = (box[0] + across, box[1] + down * box[2])
            browser.tell("Input.dispatchMouseEvent", type="mouseMoved", x=spot[0], y=spot[1])
            if not browser.all("#stage.over"):
                return spot
    raise AssertionError("somebody stands everywhere")


# Actors that are there in the wave of the slider, and whether a tie is.
CHOSEN = f"""
const map = {DATA}.map;
const field = document.getElementById("wave");
const wave = map.waves.length ? Number(field.value) : 0;
const isIn = (node) => wave >= map.waves.length || !map.actorWaves.length || (map.actorWaves[node] >> wave) & 1;
const isOn = (tie) => wave >= map.waves.length || (map.tieWaves[tie] >> wave) & 1;
"""


def shown(browser: Browser) -> int:
    """How many actors the map says it shows."""
    return browser.driver.execute_script(
        "return Number(document.getElementById('map-count').textContent"
        ".replace(/(\\d)\\u202f(\\d)/g, '$1$2').match(/\\d+/)[0])"
    )


def ego(browser: Browser, checks: Checks, name: str) -> None:
    """Keyboard focus shows the actor, its neighbours and its figures, and fades everybody else."""
    stage = browser.find("#stage")
    browser.driver.execute_script("arguments[0].focus()", stage)
    stage.send_keys(Keys.ARROW_RIGHT)
    found = browser.driver.execute_script(
        f"""
        const map = {DATA}.map;
        const who = document.querySelector("#details h3").textContent;
        const ego = document.querySelector("#stage > svg:last-of-type > g > g");
        const counts = [...document.querySelectorAll("#details h4")]
          .map((heading) => Number(heading.textContent.match(/\\((\\d+)\\)/)[1]));
        return {{
          known: map.names.includes(who),
          faded: document.querySelector("#stage > :first-child").classList.contains("faded"),
          actors: ego.lastElementChild.childElementCount,
          lines: ego.firstElementChild.childElementCount,
          most: counts.length ? Math.max(...counts) : 0,
          sum: counts.reduce((a, b) => a + b, 0),
          figures: document.querySelectorAll("#details dl dd").length,
          wanted: map.figures.length,
          outside: document.querySelectorAll("#details dl").length === 0,
        }};
        """
    )
    checks.expect(found["known"], f"{name}: the panel names the actor")
    checks.expect(found["faded"], f"{name}: everybody else fades")
    around = found["actors"] - 1
    checks.expect(
        found["most"] <= around <= found["sum"], f"{name}: {around} actors around it, {found}"
    )
    checks.expect(found["lines"] >= around, f"{name}: a line to each of them")
    checks.expect(
        found["outside"] or found["figures"] == found["wanted"] > 0, f"{name}: its figures"
    )
    stage.send_keys(Keys.ENTER)
    others = browser.all("#details li button")
    if others:
        wanted = others[0].get_attribute("textContent")
        browser.driver.execute_script("arguments[0].click()", others[0])
        checks.expect(
            browser.text("#details h3") == wanted, f"{name}: a name in the panel leads there"
        )
        browser.driver.execute_script("arguments[0].focus()", stage)
    stage.send_keys(Keys.ESCAPE)
    browser.driver.execute_script("document.activeElement.blur()")
    checks.expect(not browser.all("#stage > .faded"), f"{name}: and let go nobody fades")


def moves(browser: Browser, checks: Checks, name: str) -> None:
    """Dragging, the wheel, keys and buttons move the map, and it finds back."""
    stage = browser.find("#stage")
    browser.driver.execute_script(
        "arguments[0].scrollIntoView({block: 'center'}); arguments[0].focus()", stage
    )
    stage.send_keys("0")
    start = place(browser)
    empty = corner(browser)
    actions = ActionChains(browser.driver, duration=0)
    pointer = actions.w3c_actions.pointer_action
    pointer.move_to_location(round(empty[0]), round(empty[1]))
    pointer.pointer_down()
    pointer.move_to_location(round(empty[0]) + 60, round(empty[1]) + 40)
    pointer.pointer_up()
    actions.perform()
    checks.expect(place(browser) != start, f"{name}: dragging moves the map")
    checks.expect(not browser.all("#let-go"), f"{name}: dragging keeps nobody")
    stage.send_keys("0")
    checks.expect(place(browser) == start, f"{name}: 0 shows all")
    browser.tell(
        "Input.dispatchMouseEvent", type="mouseWheel", x=empty[0], y=empty[1], deltaX=0, deltaY=-240
    )
    checks.expect(place(browser) != start, f"{name}: the wheel zooms where the map has the focus")
    for key in ["in", "out", "left", "right", "up", "down"]:
        before = place(browser)
        browser.driver.execute_script(f"document.querySelector('[data-map={key}]').click()")
        checks.expect(place(browser) != before, f"{name}: the button {key}")
    browser.driver.execute_script("document.querySelector('[data-map=fit]').click()")
    checks.expect(place(browser) == start, f"{name}: and the button for all")
    browser.driver.execute_script("document.activeElement.blur()")


def looks(browser: Browser, checks: Checks, name: str) -> None:
    """Filters by type and sphere, those without ties hidden, other colours and areas."""
    browser.click("#filters summary")
    everybody = browser.text("#map-count")
    for kind in ["type", "sphere"]:
        if not browser.all(f"#filter-{kind}"):
            continue
        select = Select(browser.find(f"#filter-{kind} select"))
        select.select_by_index(1)
        wanted = browser.driver.execute_script(
            CHOSEN + "const { values } = map.divisions.find((one) => one.key === arguments[0]);"
            "return values.filter((value, node) => value === 0 && isIn(node)).length",
            kind,
        )
        found = shown(browser)
        checks.expect(found == wanted, f"{name}: {found} of {wanted} by {kind}")
        select.select_by_index(0)
        checks.expect(browser.text("#map-count") == everybody, f"{name}: and every {kind} again")
    fields = browser.all("#filter-fields > label.stack:not([id]) select")
    for field in fields:
        legend = browser.find("#legend").get_attribute("innerHTML")
        select = Select(field)
        first = select.first_selected_option.get_attribute("value")
        select.select_by_index(len(select.options) - 1)
        if first != "":
            changed = browser.find("#legend").get_attribute("innerHTML") != legend
            checks.expect(changed, f"{name}: the legend follows the looks")
        select.select_by_value(first)
    hide = browser.all("#filter-fields > label:not(.stack) input[type=checkbox]")
    hide[-1].click()
    tied = browser.driver.execute_script(
        CHOSEN + "const tied = new Set();"
        "map.source.forEach((source, tie) => {"
        " const ends = [source, map.target[tie]];"
        " if (isOn(tie) && ends.every(isIn)) ends.forEach((end) => tied.add(end)); });"
        "return tied.size"
    )
    checks.expect(shown(browser) == tied, f"{name}: {shown(browser)} of {tied} with ties")
    hide[-1].click()
    checks.expect(browser.text("#map-count") == everybody, f"{name}: and there again")
    browser.click("#filters summary")


def links(browser: Browser, checks: Checks, name: str) -> None:
    """Every finding leads to what its figure means, in view and by keyboard."""
    for link in browser.all(".headlines a.explain"):
        link.send_keys(Keys.ENTER)
        target = link.get_attribute("href").split("#")[1]
        top = browser.driver.execute_script(
            "const box = document.getElementById(arguments[0]).getBoundingClientRect();"
            "const bar = document.querySelector('.contents').getBoundingClientRect();"
            "return [box.top - bar.bottom, innerHeight - box.top]",
            target,
        )
        checks.expect(min(top) > -1, f"{name}: {target} is not in view: {top}")
    browser.driver.execute_script("scrollTo(0, 0)")


def headings(browser: Browser, checks: Checks, name: str) -> None:
    """Headings go down one level at a time, and every section has one."""
    levels = [
        int(element.tag_name[1]) for element in browser.driver.find_elements(By.XPATH, "//h1|//h2|//h3|//h4")
    ]
    jumps = [pair for pair in zip(levels, levels[1:]) if pair[1] > pair[0] + 1]
    checks.expect(levels[:1] == [1] and levels.count(1) == 1, f"{name}: one first heading")
    checks.expect(not jumps, f"{name}: headings jump {jumps[:2]}")
