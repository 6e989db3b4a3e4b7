"""From the write of a file to the new picture in Chromium, and from a key to it. Run by hand; asks for 200 ms.

    python tests/benchmarks/preview_live.py [LANG [FORMAT]]

Another program writes one text of one language, as an editor does; the page notes when the new picture is on it: the
second frame after it was put there. The clock is that of the machine, for both. "judging" is a write while the other
languages are judged, as in the first seconds of a morning; "write" is one when that is over; "alone" is what the
program itself takes for the page, without watching, server and browser.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from preview.served import Served, copied

from brochure.content.findings import Findings
from brochure.content.words import SOURCE_LANGUAGE, read_source_words
from brochure.state.new_texts import texts_in, with_texts

ROUNDS, FIRST_ROUNDS = 20, 5
WANTED = 200.0
ADDRESS = "help.time_to_think"
"""A text of leaflet, booklet and phone that has a fact in it."""

HIT = f'.slot.now .hit[data-address="{ADDRESS}"]'

NOTED = """hit => {
    const painted = shown => requestAnimationFrame(() => requestAnimationFrame(
        () => shown(performance.timeOrigin + performance.now())
    ));
    window.noted = () => {
        window.shown = new Promise(shown => {
            const figure = document.querySelector(hit).closest("figure");
            const watching = new MutationObserver(() => { watching.disconnect(); painted(shown); });
            watching.observe(figure, {attributes: true, attributeFilter: ["data-version"]});
        });
    };
}"""


def measured(page: Page, rounds: int, pause: int, change: Callable[[], object]) -> list[float]:
    """ms from each change to the picture of it. ``pause``: ms before each, and then until the page is judged."""
    times = []
    for _ in range(rounds):
        page.wait_for_timeout(pause)
        page.wait_for_selector("#findings[data-judged=true]", state="attached", timeout=60_000)
        page.evaluate("() => window.noted()")
        began = time.time()
        change()
        times.append(page.evaluate("() => window.shown") - began * 1000)
    return times


def wordings(root: Path, tag: str, file: Path) -> Iterator[bytes]:
    """The file with a text that is another one each time, by a character or two."""
    found = Findings(tag)
    good, english = file.read_bytes(), read_source_words(root, (), Findings())
    key = f"{ADDRESS}.text" if tag == SOURCE_LANGUAGE else ADDRESS
    texts = texts_in(good, tag, found)
    assert texts is not None
    assert english is not None
    for more in cycle((".", "..", "...")):
        data = with_texts(good, tag, {key: texts[key] + more}, english, "", found)
        assert data is not None, found.all
        yield data


def alone(root: Path, tag: str, format_id: str, number: int, changed: Iterator[bytes]) -> list[float]:
    """Reading, layout, file and picture of the page with the text."""
    from brochure.pipeline.live import LiveDesk, Subject
    from brochure.preview.gallery import Gallery, Look

    desk = LiveDesk(root, "luxembourg", None)
    gallery, subject = Gallery(desk), Subject(tag, format_id)
    name = f"content/languages/{tag}.yaml"
    times = []
    for _ in range(ROUNDS + 1):
        (root / name).write_bytes(next(changed))
        began = time.perf_counter()
        desk.changed({name})
        gallery.picture(subject, Look("screen"), number, 800, grey=False)
        times.append((time.perf_counter() - began) * 1000)
    return times[1:]


def opened(page: Page, served: Served, tag: str, format_id: str) -> int:
    """The number of the page on which the text stands; it is in view."""
    page.goto(served.address)
    page.wait_for_selector("#app:not([hidden])")
    page.evaluate("at => { location.hash = at }", f"language={tag}&format={format_id}&target=screen")
    hit = page.locator(HIT).first
    hit.wait_for(state="attached")
    hit.evaluate('each => each.scrollIntoView({block: "center"})')
    page.wait_for_function(f"() => document.querySelector('{HIT}').closest('figure').dataset.version")
    page.evaluate(NOTED, HIT)
    slots = "each => [...document.querySelectorAll('.slot.now')].indexOf(each.closest('.slot'))"
    return int(hit.evaluate(slots))


def wait_until_all_are_judged(page: Page) -> None:
    """The morning's first look at every language is over."""
    waiting = (
        "() => [...document.querySelectorAll('#languages .standing')].every(each => each.textContent !== '…')"
    )
    page.wait_for_function(waiting, timeout=300_000, polling=500)


def from_the_page(copy: Path, tag: str, format_id: str) -> tuple[int, dict[str, list[float]]]:
    """Times by what was done, and the number of the page that was watched."""
    with contextlib.ExitStack() as open_:
        served = Served.start(copy, "--port", "0")
        open_.callback(served.stop)
        playwright = open_.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        open_.callback(browser.close)
        page = browser.new_page(viewport={"width": 1440, "height": 1400})
        number = opened(page, served, tag, format_id)
        file = served.language_file(tag)
        changed = wordings(copy, tag, file)
        good = file.read_bytes()

        def write() -> None:
            file.write_bytes(next(changed))

        found = {"judging": measured(page, FIRST_ROUNDS, 100, write)}
        wait_until_all_are_judged(page)
        found["write"] = measured(page, ROUNDS, 700, write)
        measured(page, 1, 700, lambda: file.write_bytes(good))
        page.locator(HIT).first.click()
        page.wait_for_selector("#editor .field:focus")
        keys = cycle(("a", "Backspace"))
        found["key"] = measured(page, ROUNDS, 700, lambda: page.keyboard.press(next(keys)))
        return number, found


def main() -> int:
    """Prints the median and the slowest but one of ten; 1 where the median of a write is above what is wanted."""
    tag, format_id = (*sys.argv[1:], *("ar", "leaflet")[len(sys.argv) - 1 :])
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(__file__).parents[2], Path(folder) / "project")
        good = wordings(copy, tag, copy / "content" / "languages" / f"{tag}.yaml")
        before = os.getloadavg()[0]
        number, found = from_the_page(copy, tag, format_id)
        found["alone"] = alone(copy, tag, format_id, number, good)
    load = f"{before:.1f} before, {os.getloadavg()[0]:.1f} after, on {os.cpu_count()} cores"
    print(f"{datetime.date.today()} {tag} {format_id}, {ROUNDS} times each, ms; load {load}")
    for name, times in found.items():
        slow = sorted(times)[int(len(times) * 0.9)]
        print(f"{name:8} median {statistics.median(times):4.0f}  nine of ten {slow:4.0f}")
    return int(statistics.median(found["write"]) > WANTED)


if __name__ == "__main__":
    sys.exit(main())
