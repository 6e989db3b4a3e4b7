"""From the write of a file to the new picture in Chromium, and from a key to it. Run by hand; asks for 200 ms.

    python tests/benchmarks/preview_live.py [LANG [FORMAT]]

Another program writes one text of one language, as an editor does; the page notes when the new picture is on it. The
clock is that of the machine, for both. "Alone" is what the program itself takes, without watching, server and browser.
"""

from __future__ import annotations

import contextlib
import datetime
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from preview.served import Served, copied

ROUNDS = 20
WANTED = 200.0
PAGE = 1
"""The inside of a leaflet, where the text stands that is written."""

NOTED = """page => {
    window.shownAt = [];
    const figure = document.querySelectorAll('.slot.now figure')[page];
    new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(
        () => window.shownAt.push(performance.timeOrigin + performance.now())
    ))).observe(figure, {attributes: true, attributeFilter: ['data-version']});
}"""


def waited(page: Page, began: float) -> float:
    """ms until the next picture was on the page."""
    page.wait_for_function("() => window.shownAt.length > 0", timeout=20_000, polling=5)
    shown = page.evaluate("() => window.shownAt.pop()")
    page.evaluate("() => { window.shownAt = [] }")
    return float(shown) - began * 1000


def rest(page: Page) -> None:
    """Nothing is judged any more: a person has stopped for two seconds."""
    page.wait_for_timeout(700)
    page.wait_for_selector("#findings[data-judged=true]", state="attached", timeout=120_000)
    page.wait_for_timeout(300)


def from_a_write(page: Page, file: Path) -> list[float]:
    """Somebody else's editor."""
    good = file.read_text(encoding="utf-8")
    line = next(line for line in good.splitlines() if line.startswith("  time_to_think: "))
    times = []
    for number in range(ROUNDS):
        text = good.replace(line, line[:-1] + "." * (number % 3 + 1) + '"')
        rest(page)
        began = time.time()
        file.write_text(text, encoding="utf-8", newline="")
        times.append(waited(page, began))
    file.write_text(good, encoding="utf-8", newline="")
    waited(page, time.time())
    return times


def from_a_key(page: Page) -> list[float]:
    """The field of the page, the pause after a key included."""
    page.click('.hit[data-address="help.time_to_think"]')
    page.wait_for_selector("#editor .field:focus")
    times = []
    for number in range(ROUNDS):
        rest(page)
        began = time.time()
        page.keyboard.press("Backspace" if number % 2 else "a")
        times.append(waited(page, began))
    return times


def alone(root: Path, tag: str, format_id: str) -> list[float]:
    """Reading, layout, file and picture."""
    from brochure.pipeline.live import LiveDesk, Subject
    from brochure.preview.gallery import Gallery, Look

    desk = LiveDesk(root, "luxembourg", None)
    gallery, subject = Gallery(desk), Subject(tag, format_id)
    times = []
    for _ in range(ROUNDS + 1):
        began = time.perf_counter()
        desk.changed({f"content/languages/{tag}.yaml"})
        gallery.picture(subject, Look("screen"), PAGE, 800, grey=False)
        times.append((time.perf_counter() - began) * 1000)
    return times[1:]


def main() -> int:
    """Prints the median and the slowest of ten; 1 where the median of a write is above what is wanted."""
    tag, format_id = (*sys.argv[1:], *("ar", "leaflet")[len(sys.argv) - 1 :])
    root = Path(__file__).parents[2]
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as open_:
        copy = copied(root, Path(folder) / "project")
        served = Served.start(copy, "--port", "0")
        open_.callback(served.stop)
        playwright = open_.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 1400})
        page.goto(served.address)
        page.wait_for_selector("#app:not([hidden])")
        page.evaluate("at => { location.hash = at }", f"language={tag}&format={format_id}&target=screen")
        page.wait_for_selector(f'.slot.now:nth-child({PAGE + 1}) [data-of="{tag} {format_id}"]')
        wait_until_judged(page)
        page.evaluate(NOTED, PAGE)
        measured = {"write": from_a_write(page, served.language_file(tag)), "key": from_a_key(page)}
        browser.close()
        measured["alone"] = alone(copy, tag, format_id)
    print(f"{datetime.date.today()} {tag} {format_id}, {ROUNDS} times each, ms")
    for name, times in measured.items():
        print(
            f"{name:6} median {statistics.median(times):4.0f}  nine of ten {sorted(times)[int(len(times) * 0.9)]:4.0f}"
        )
    return int(statistics.median(measured["write"]) > WANTED)


def wait_until_judged(page: Page) -> None:
    """The morning's first look at every language is over."""
    waiting = (
        "() => [...document.querySelectorAll('#languages .standing')].every(each => each.textContent !== '…')"
    )
    page.wait_for_function(waiting, timeout=300_000, polling=500)


if __name__ == "__main__":
    sys.exit(main())
