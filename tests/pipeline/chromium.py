"""Chromium's viewer of PDFs, without a screen, by Playwright."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from types import TracebackType

import pikepdf
from playwright.sync_api import Frame, Page, Playwright, Route, sync_playwright

LOOKED_AT = (1, 2, 19, 21, 43)
"""Pages from 0: of the number, with a bar alone, of services with numbers of their own, the last."""

SERVER = "http://dialled.invalid/"
PATIENCE, STEP = 3000, 50
"""ms in which a touch leads somewhere, and after which it is asked again whether it did."""

_PLACE = """number => {
    const place = document.querySelector('pdf-viewer')?.viewport_?.getPageScreenRect(number);
    return place ? [place.x, place.y, place.width, place.height] : [0, 0, 0, 0];
}"""
_GO = "number => document.querySelector('pdf-viewer').viewport_.goToPage(number)"


def led_to_a_server(pdf: bytes) -> bytes:
    """The file with web addresses in place of telephone numbers."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for link in page.obj.get("/Annots", []):
                link.A.URI = pikepdf.String(SERVER + str(link.A.URI).removeprefix("tel:"))
        copy = io.BytesIO()
        file.save(copy)
        return copy.getvalue()


class Viewer:
    """A file opened in the browser, at its size on paper."""

    def __init__(self, playwright: Playwright, program: str, file: Path) -> None:
        self._playwright = playwright
        self._asked: list[str] = []
        # Chromium's old way of running without a screen has no viewer.
        self._browser = playwright.chromium.launch(
            executable_path=program, headless=False, args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        self._page: Page = self._browser.new_page(viewport={"width": 420, "height": 700})
        self._page.context.route(f"{SERVER}**", self._answer)
        self._page.goto(f"{file.as_uri()}#toolbar=0&zoom=100")
        self._frame = self._viewer()

    @classmethod
    def open(cls, pdf: bytes, folder: Path) -> Viewer | None:
        """None where no chromium is installed."""
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        if program is None:
            return None
        file = folder / "phone.pdf"
        file.write_bytes(led_to_a_server(pdf))
        return cls(sync_playwright().start(), program, file)

    def __enter__(self) -> Viewer:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._browser.close()
        self._playwright.stop()

    def touched(self, page: int, box: tuple[float, float, float, float]) -> str:
        """Where a touch in the middle of a box leads, without the server's name; "" for nowhere. ``box``: in pt."""
        self._frame.evaluate(_GO, page)
        x, y, width, height = self._still(page)
        left, bottom, right, top = box
        pixels = width / (90 / 25.4 * 72)
        self._asked.clear()
        self._page.mouse.click(x + (left + right) / 2 * pixels, y + height - (bottom + top) / 2 * pixels)
        for _ in range(PATIENCE // STEP):
            if self._asked:
                return self._asked[0].removeprefix(SERVER)
            self._page.wait_for_timeout(STEP)
        return ""

    def _answer(self, route: Route) -> None:
        self._asked.append(route.request.url)
        route.fulfill(status=204)

    def _viewer(self) -> Frame:
        """The frame in which the viewer runs, when all pages have their places."""
        while True:
            for frame in self._page.frames:
                if frame.url.startswith("chrome-extension://") and frame.evaluate(_PLACE, 0)[3]:
                    return frame
            self._page.wait_for_timeout(50)

    def _still(self, page: int) -> tuple[float, float, float, float]:
        """The place of a page when scrolling has come to rest."""
        before: list[float] = []
        while (now := self._frame.evaluate(_PLACE, page)) != before:
            before = now
            self._page.wait_for_timeout(100)
        x, y, width, height = now
        return x, y, width, height
