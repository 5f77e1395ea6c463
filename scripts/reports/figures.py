"""The same figure is the same wherever it stands."""

import re

from .browser import Browser
from .checks import Checks

# A finding by the entry that explains it, and the indicator that says the same.
TWINS = {
    "reciprocity": "x-reciprocity",
    "articulation": "x-indicator-broker_dependence",
    "leiden": "x-indicator-cluster_ei_index",
}


def agree(browser: Browser, checks: Checks, name: str) -> None:
    """Compares findings with indicators, and the ties that head and table count."""
    for entry, indicator in TWINS.items():
        found = browser.driver.execute_script(
            "const finding = [...document.querySelectorAll('.headlines li')]"
            ".find((item) => item.querySelector('.explain').hash === '#x-' + arguments[0]);"
            "const link = document.querySelector(`#profile a[href='#${arguments[1]}']`);"
            "const row = link && link.closest('tr');"
            "if (!finding || !row || row.classList.contains('absent')) return null;"
            "return [finding.querySelector('.figure').textContent,"
            " row.cells[1].textContent, row.cells[4].textContent]",
            entry,
            indicator,
        )
        if not found:
            continue
        figure, value, says = (text.replace("\u202f", "").replace("\u00a0", " ") for text in found)
        if entry == "leiden":
            value = says
        first = re.match(r"(under |over )?\d+", value)
        same = first is not None and figure.removesuffix(" %") == first[0]
        checks.expect(same, f"{name}: {entry} is {figure} above and {value} below")
    ties = browser.driver.execute_script(
        "const data = JSON.parse(document.getElementById('data').textContent);"
        "const rows = data.tables.structure.rows;"
        "const title = [...document.querySelectorAll('.subtitle')][0].textContent;"
        "return [title, rows.map((row) => row[1])]"
    )
    numbers = [int(n) for n in re.findall(r"\d+", ties[0].replace("\u202f", ""))[:2]]
    checks.expect(
        all(number in ties[1] for number in numbers), f"{name}: {ties[0]} is not in the tables"
    )
