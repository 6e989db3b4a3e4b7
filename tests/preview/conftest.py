"""One server and one browser in every worker; every test leaves the files as it found them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from preview.served import Served, copied

PATIENCE = 20_000
"""ms that a page may take on a machine that does much else."""


@pytest.fixture(scope="session")
def served(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = copied(project_root, tmp_path_factory.mktemp("served") / "مشروع 1")
    people = "people:\n  amal:\n    name: Amal\n    languages: [ar]\n    may: [review, approve]\n"
    (root / "content" / "people.yaml").write_text(people, encoding="utf-8")
    server = Served.start(root, "--port", "0")
    yield server
    assert "Traceback" not in server.stop()


@pytest.fixture
def kept(served: Served) -> Iterator[Served]:
    """The server; files of languages and records are put back afterwards, and what was typed is given up."""
    folders = [served.root / "content" / name for name in ("languages", "approvals")]
    before = {path: path.read_bytes() for folder in folders if folder.is_dir() for path in folder.iterdir()}
    yield served
    query = "language=ar&format=leaflet&target=screen"
    for tag, addresses in served.get(f"/api/view?{query}")[1]["typed"].items():
        for address in addresses:
            served.post("/api/typed", {"language": tag, "address": address, "text": "", "keep": False})
    for folder in folders:
        for path in folder.iterdir() if folder.is_dir() else ():
            if path not in before:
                path.unlink()
    for path, data in before.items():
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium is installed")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]) as browser,
    ):
        yield browser


@pytest.fixture
def page(browser: Browser, kept: Served) -> Iterator[Page]:
    """The Arabic leaflet, opened by the address that was printed. A fault of a script fails the test."""
    yield from opened(browser, kept)


def opened(
    browser: Browser, served: Served, at: str = "language=ar&format=leaflet&target=screen", **how: object
) -> Iterator[Page]:
    context = browser.new_context(**{"viewport": {"width": 1300, "height": 900}, "locale": "en-GB", **how})  # type: ignore[arg-type]
    context.set_default_timeout(PATIENCE)
    faults: list[str] = []
    strangers: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "request", lambda asked: strangers.append(asked.url) if f":{served.port}/" not in asked.url else None
    )
    page.goto(served.address)
    page.wait_for_selector("#app:not([hidden])")
    page.evaluate("at => { location.hash = at }", at)
    language, form = (part.partition("=")[2] for part in at.split("&")[:2])
    page.wait_for_selector(f'[data-of="{language} {form}"]', state="attached")
    yield page
    context.close()
    assert faults == []
    assert [each for each in strangers if not each.startswith(("data:", "blob:"))] == []
