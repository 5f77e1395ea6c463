"""A headless Chromium with one report open."""

import json
import shutil
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement


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
        self.scheme = scheme
        self.prefer()
        if size[0] < 500:
            self.tell("Emulation.setTouchEmulationEnabled", enabled=True)
        self.tell("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(downloads))

    def tell(self, command: str, **arguments: object) -> dict:
        return self.driver.execute_cdp_cmd(command, arguments)

    def prefer(self, motion: str = "no-preference") -> None:
        """What the reader asked the system for."""
        features = [
            {"name": "prefers-color-scheme", "value": self.scheme},
            {"name": "prefers-reduced-motion", "value": motion},
        ]
        self.tell("Emulation.setEmulatedMedia", features=features)

    def open(self, page: Path) -> None:
        self.open_only(page)
        self.rest()

    def open_only(self, page: Path) -> None:
        """For pages whose scripts do not run."""
        self.driver.get(page.as_uri())

    def rest(self) -> None:
        """No gliding while places are measured."""
        self.driver.execute_script("document.documentElement.style.scrollBehavior = 'auto'")

    def tab(self) -> None:
        """The Tab key, wherever the focus is."""
        for kind in ["rawKeyDown", "keyUp"]:
            self.tell("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)

    def tap(self, x: float, y: float) -> None:
        """A finger on a place of the window."""
        self.tell("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self.tell("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def find(self, selector: str) -> WebElement:
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
        for file in self.downloads.iterdir():
            file.unlink()
        self.click(click)
        for _ in range(200):
            new = [
                file
                for file in self.downloads.iterdir()
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
