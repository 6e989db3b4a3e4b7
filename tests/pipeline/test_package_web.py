"""The folder for a server: refused, built, opened in a browser that may go nowhere else."""

from __future__ import annotations

import functools
import hashlib
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import TODAY
from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

NAME = "luxembourg-web-LU-A-2026-11-22-DRAFT"
EXIT = "https://www.wikipedia.org/"


def run(project_root: Path, out: Path, *more: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    where = ["--root", str(project_root), "--out", str(out), "--today", TODAY, "--format", "leaflet"]
    command = [sys.executable, "-W", "error", "-m", "brochure", "package", "--for", "web", *where, *more]
    surroundings = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(
        command, cwd=project_root, env=surroundings, capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def folder(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In English, Hindi and Arabic."""
    done = run(project_root, tmp_path_factory.mktemp("web"), "en", "ar", "hi", "--draft")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return Path(done.stdout.splitlines()[0])


def test_drafts_are_refused_and_nothing_is_written(project_root: Path, tmp_path: Path) -> None:
    done = run(project_root, tmp_path, "en")
    assert done.returncode == 1
    assert "error[draft-package]: screen/leaflet-en.pdf is a draft" in done.stderr
    assert not (tmp_path / "luxembourg" / "package").exists()


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--shop", "flyeralarm"), "--shop is for print shops"),
        (("--format", "sheet"), "several languages stand in it"),
    ],
)
def test_what_has_no_place_on_a_page(
    more: tuple[str, ...], told: str, project_root: Path, tmp_path: Path
) -> None:
    done = run(project_root, tmp_path, *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not (tmp_path / "luxembourg").exists()


def test_an_edition_without_a_way_out_has_no_page(project_root: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in ("content", "pictograms"):
        shutil.copytree(project_root / name, root / name)
    shutil.copytree(project_root / "fonts", root / "fonts", copy_function=os.link)
    edition = root / "content" / "editions" / "luxembourg.yaml"
    text = re.sub(r"^  quick_exit: .*\n", "", edition.read_text(encoding="utf-8"), flags=re.MULTILINE)
    edition.write_text(text, encoding="utf-8")
    done = run(root, tmp_path / "out", "en", "--draft")
    assert done.returncode == 1, done.stderr
    assert "error[no-quick-exit]: the edition names no page" in done.stderr
    assert not (tmp_path / "out" / "luxembourg" / "package").exists()


def test_the_folder_is_flat_its_names_are_neutral_and_its_checksums_right(folder: Path) -> None:
    assert folder.name == NAME
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    sums = files.pop("SHA256SUMS").decode()
    assert sums == "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    pdfs = {f"leaflet-{tag}.pdf" for tag in ("en", "ar", "hi")}
    assert set(files) == pdfs | {"index.html"}
    built = folder.parents[1] / "screen"
    assert all(files[name] == (built / name).read_bytes() for name in pdfs)


def test_another_process_another_seed_the_same_bytes(
    project_root: Path, folder: Path, tmp_path: Path
) -> None:
    done = run(project_root, tmp_path, "hi", "ar", "en", "--draft", seed="4711")
    assert done.returncode == 0
    other = Path(done.stdout.splitlines()[0])
    assert {path.name: path.read_bytes() for path in other.iterdir()} == {
        path.name: path.read_bytes() for path in folder.iterdir()
    }


def test_a_second_package_takes_away_what_is_gone_and_leaves_what_is_not_ours(
    project_root: Path, folder: Path, tmp_path: Path
) -> None:
    out = Path(shutil.copytree(folder.parents[2], tmp_path / "out"))
    place = out / "luxembourg" / "package" / NAME
    (place / ".htaccess").write_text("of the server")
    assert run(project_root, out, "en", "ar", "--draft").returncode == 0
    left = {path.name for path in place.iterdir()}
    assert not {name for name in left if "-hi" in name}
    assert {".htaccess", "leaflet-ar.pdf", "index.html", "SHA256SUMS"} <= left


class _Elements(HTMLParser):
    """Every element with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_says_languages_and_directions_and_loads_nothing(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")
    found = _Elements(text).found
    items = [(each["lang"], each["dir"]) for tag, each in found if tag == "li"]
    assert items == [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("hi", "ltr"),
    ]  # by their own names: Latin, Arabic, Devanagari
    assert [(each["lang"], each["dir"]) for tag, each in found if tag == "html"] == [("fr", "ltr")]
    led_to = [each["href"] for tag, each in found if tag == "a"]
    assert led_to[0] == EXIT.rstrip("/")
    assert all((folder / str(name)).is_file() for name in led_to[1:])
    assert {tag for tag, _ in found}.isdisjoint(
        {"img", "iframe", "object", "embed", "form", "video", "audio"}
    )
    assert not [each for tag, each in found if "src" in each or (tag == "link" and each["href"] != "data:,")]
    assert re.findall(r"(?:https?:)?//[a-z][^\s\"]*", re.sub(r"base64,[^)]*", "", text)) == [EXIT.rstrip("/")]
    assert "<title>Aide et informations</title>" in text
    assert 'name="referrer" content="no-referrer"' in text
    assert "DRAFT" in text


def test_two_languages_of_one_name_are_told_apart_by_country(project_root: Path, tmp_path: Path) -> None:
    done = run(project_root, tmp_path, "pt-PT", "pt-BR", "fr", "--draft")
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    text = Path(done.stdout.splitlines()[0], "index.html").read_text(encoding="utf-8")
    own = re.findall('<span class="own">(.*?)</span>', text)
    assert own == ["français", "português (Brasil)", "português (Portugal)"]


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""

    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
        parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_colours_can_be_told_apart_by_day_and_by_night(folder: Path) -> None:
    sets = re.findall(r"--paper: [^}]*", (folder / "index.html").read_text(encoding="utf-8"))
    assert len(sets) == 2
    for each in sets:
        colours = dict(re.findall(r"--(\w+): (#\w+)", each))
        for name, least in (("ink", 7), ("soft", 4.5), ("link", 7), ("line", 3)):
            assert _contrast(colours[name], colours["paper"]) >= least, name


class _Server(http.server.ThreadingHTTPServer):
    """Of the folder; keeps what it was asked for, with where the asker came from."""

    asked: list[tuple[str, str | None]]


class _Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing on the screen."""

    def do_GET(self) -> None:
        assert isinstance(self.server, _Server)
        self.server.asked.append((self.path, self.headers.get("Referer")))
        super().do_GET()


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[_Server]:
    served = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    served.asked = []
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield served
    served.shutdown()
    served.server_close()


class _Visit:
    """A page that was opened. ``left``: addresses outside of the server that it asked for, with the referrer."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.left: list[tuple[str, str | None]] = []
        self.told: list[str] = []
        context.route(lambda url: not url.startswith(address), self._answer)
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.goto("about:blank")
        self.page.goto(address)

    def _answer(self, route: Route) -> None:
        if not route.request.url.startswith("data:"):
            self.left.append((route.request.url, route.request.headers.get("referer")))
        route.fulfill(status=200, body="<title>the weather</title>", content_type="text/html")


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: object, server: _Server, request: pytest.FixtureRequest) -> Iterator[_Visit]:
    """A phone; ``request.param``: whether it runs scripts."""
    context = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": 360, "height": 640}, java_script_enabled=getattr(request, "param", True)
    )
    server.asked.clear()
    yield _Visit(context, f"http://127.0.0.1:{server.server_port}/")
    context.close()


def test_nothing_is_asked_for_but_the_page(visit: _Visit, server: _Server, folder: Path) -> None:
    visit.page.wait_for_load_state("networkidle")
    assert server.asked == [("/", None)]
    assert visit.left == []
    assert visit.told == []  # a policy that refuses something says so here
    page = visit.page
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("Promise.all([...document.fonts].map(f => f.load())).then(all => all.length)") == 3
    assert page.evaluate("document.cookie + localStorage.length + sessionStorage.length") == "00"
    heights = page.eval_on_selector_all("a", "all => all.map(a => a.getBoundingClientRect().height)")
    assert min(heights) >= 44
    sizes = {tag: round((folder / f"leaflet-{tag}.pdf").stat().st_size / 1000) for tag in ("en", "ar", "hi")}
    assert page.locator("ul").aria_snapshot() == ARIA.format(**sizes)


ARIA = """\
- list:
  - listitem:
    - link "English Help and information A4 · PDF · {en} kB":
      - /url: leaflet-en.pdf
  - listitem:
    - link "العربية مساعدة ومعلومات A4 · PDF · {ar} kB":
      - /url: leaflet-ar.pdf
  - listitem:
    - link "हिन्दी मदद और जानकारी A4 · PDF · {hi} kB":
      - /url: leaflet-hi.pdf"""


def test_a_file_is_opened_without_saying_from_where(visit: _Visit, server: _Server) -> None:
    with visit.page.expect_event("request"):
        visit.page.get_by_role("link", name=re.compile("العربية")).first.click()
    visit.page.wait_for_timeout(200)
    assert [name for name, _ in server.asked][1:2] == ["/leaflet-ar.pdf"]
    assert {referrer for _, referrer in server.asked} == {None}


@pytest.mark.parametrize("how", ["touch", "keyboard", "escape"])
def test_the_way_out_replaces_the_page(how: str, visit: _Visit) -> None:
    page = visit.page
    before = page.evaluate("history.length")
    with page.expect_navigation():
        if how == "touch":
            page.get_by_role("link", name="Quitter").click()
        elif how == "keyboard":
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.id") == "exit"
            page.keyboard.press("Enter")
        else:
            page.keyboard.press("Escape")
    assert page.title() == "the weather"
    assert visit.left == [(EXIT, None)]
    assert page.evaluate("history.length") == before
    page.go_back()
    assert page.url == "about:blank"


@pytest.mark.parametrize("visit", [False], indirect=True)
def test_without_scripts_there_is_a_way_out_too(visit: _Visit) -> None:
    with visit.page.expect_navigation():
        visit.page.get_by_role("link", name="Quitter").click()
    assert visit.left == [(EXIT, None)]
