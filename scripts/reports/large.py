"""How long a large report takes, and whether it stays smooth."""

import subprocess
import time
from pathlib import Path

from .browser import Browser
from .checks import Checks


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
    browser = Browser((1280, 800), "light", folder)
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
