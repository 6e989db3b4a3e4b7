"""The page in a real browser: what a translator sees and does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from preview.conftest import opened
from preview.served import Served

from brochure.content.findings import Findings
from brochure.state.new_texts import texts_in

AXE = Path(__file__).parent / "axe" / "axe.min.js"
FIELD = "#editor .field"
DOCTOR = '.hit[data-address="help.doctor"]'
CONDITION = '.hit[data-address="help.condition"]'


def version(page: Page, number: int = 1) -> str:
    return page.locator(".slot.now figure").nth(number).get_attribute("data-version") or ""


def changes(page: Page, before: str, number: int = 1) -> None:
    """Waits until another picture of a page is there."""
    figure = page.locator(".slot.now figure").nth(number)
    expect(figure).not_to_have_attribute("data-version", before, timeout=20_000)


def open_text(page: Page, hit: str = DOCTOR) -> None:
    page.click(hit)
    expect(page.locator(FIELD)).to_be_focused(timeout=20_000)


def rewritten(path: Path, old: str, new: str) -> None:
    """As an editor saves."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")


def of_doctor(served: Served) -> str:
    texts = texts_in(served.language_file("ar").read_bytes(), "ar", Findings())
    assert texts is not None
    return texts["help.doctor"]


def test_the_address_lets_in_and_leaves_the_bar(page: Page, kept: Served) -> None:
    assert kept.token not in page.url
    assert page.evaluate("document.cookie") == ""
    expect(page.locator("#languages [aria-current] .endonym")).to_have_text("العربية")
    expect(page.locator("#languages [aria-current] .standing")).to_contain_text("draft", timeout=30_000)
    picture = page.locator(".slot.now img").first
    wide = picture.evaluate("each => [each.naturalWidth, each.clientWidth * devicePixelRatio]")
    assert abs(wide[0] - wide[1]) <= 1


def test_without_the_secret_the_page_says_where_to_find_it(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{served.port}/")
    expect(page.locator("#greeting")).to_contain_text("brochure preview")
    context.close()


def test_arabic_is_written_seen_saved_and_undone(page: Page, kept: Served) -> None:
    file = kept.language_file("ar")
    before, was = file.read_bytes(), version(page)
    open_text(page)
    field = page.locator(FIELD)
    assert field.evaluate("each => [getComputedStyle(each).direction, each.lang]") == ["rtl", "ar"]
    assert "NotoNaskhArabic" in field.evaluate("each => getComputedStyle(each).fontFamily")
    expect(page.locator("#editor .english")).to_have_text("A doctor, and someone to talk to")
    expect(page.locator("#editor .room")).to_contain_text("mm")
    page.keyboard.type(" هنا")
    changes(page, was)
    assert file.read_bytes() == before
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("help.doctor")
    text = "طبيب، وشخص يمكنك الكلام معه هنا"
    assert file.read_bytes() == before.replace('يمكنك الكلام معه"'.encode(), 'يمكنك الكلام معه هنا"'.encode())
    assert of_doctor(kept) == text
    page.click("[data-key=undo]")
    expect(field).to_have_text(text.removesuffix(" هنا"))
    assert file.read_bytes() == before
    page.click("[data-key=redo]")
    expect(field).to_have_text(text)
    assert of_doctor(kept) == text


def test_a_fact_is_never_half_deleted(page: Page) -> None:
    open_text(page, CONDITION)
    chip = page.locator(f"{FIELD} .chip")
    expect(chip).to_have_text("INFOTRAITE")
    for _ in range(60):
        if not chip.count():
            break
        page.keyboard.press("Backspace")
        assert page.locator(FIELD).inner_text().count("INFOTRAITE") == chip.count()
        assert "{" not in page.locator(FIELD).inner_text()
    assert chip.count() == 0
    expect(page.locator("#editor .problems")).to_contain_text("leaves out {infotraite.name}", timeout=20_000)
    page.click('[data-key="insert-infotraite.name"]')
    expect(chip).to_have_text("INFOTRAITE")
    expect(page.locator("#editor .problems")).not_to_contain_text("leaves out", timeout=20_000)


def test_what_another_editor_saves_is_shown(page: Page, kept: Served) -> None:
    open_text(page)
    was = version(page)
    rewritten(kept.language_file("ar"), '  doctor: "طبيب، وشخص', '  doctor: "طبيبة، وشخص')
    changes(page, was)
    expect(page.locator(FIELD)).to_contain_text("طبيبة")


def test_two_who_write_the_same_text_lose_nothing(page: Page, kept: Served) -> None:
    open_text(page)
    page.keyboard.type(" واحد")
    rewritten(kept.language_file("ar"), '  doctor: "طبيب، وشخص', '  doctor: "طبيبة، وشخص')
    conflict = page.locator("#editor .conflict")
    expect(conflict.locator(".quoted")).to_have_text(
        ["طبيبة، وشخص يمكنك الكلام معه", "طبيب، وشخص يمكنك الكلام معه واحد"], timeout=20_000
    )
    page.keyboard.press("Control+s")
    expect(conflict).to_be_visible()
    assert of_doctor(kept) == "طبيبة، وشخص يمكنك الكلام معه"
    page.click("[data-key=theirs]")
    expect(page.locator(FIELD)).to_have_text("طبيبة، وشخص يمكنك الكلام معه")
    page.click("[data-key=mine]")
    expect(page.locator(FIELD)).to_have_text("طبيب، وشخص يمكنك الكلام معه واحد")
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("help.doctor")
    assert of_doctor(kept) == "طبيب، وشخص يمكنك الكلام معه واحد"


def test_a_broken_file_leaves_the_last_good_page(page: Page, kept: Served) -> None:
    file = kept.language_file("ar")
    good = file.read_bytes()
    open_text(page)
    page.keyboard.type(" هنا")
    file.write_bytes(good + b'\nbroken: "no end\n')
    expect(page.locator("#pages .notice")).to_be_visible(timeout=20_000)
    expect(page.locator("#findings .finding").first).to_contain_text("ar.yaml")
    assert page.locator(".slot.now img").first.evaluate("each => each.naturalWidth") > 0
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("nothing is written", timeout=20_000)
    expect(page.locator(FIELD)).to_contain_text("هنا")
    file.unlink()
    expect(page.locator("#findings")).to_contain_text("there is no file", timeout=20_000)
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("cannot be read", timeout=20_000)
    file.write_bytes(good)
    expect(page.locator("#pages .notice")).to_be_hidden(timeout=20_000)
    expect(page.locator(FIELD)).to_contain_text("هنا")


def test_an_open_text_stays_when_its_file_breaks(page: Page, kept: Served) -> None:
    file = kept.language_file("ar")
    good = file.read_bytes()
    open_text(page)
    file.write_bytes(good + b'\nbroken: "no end\n')
    expect(page.locator("#pages .notice")).to_be_visible(timeout=20_000)
    expect(page.locator("#findings")).to_have_attribute("data-judged", "true", timeout=20_000)
    expect(page.locator(FIELD)).to_have_text("طبيب، وشخص يمكنك الكلام معه")


def test_a_finding_leads_to_its_text(page: Page, kept: Served) -> None:
    rewritten(kept.language_file("ar"), '  doctor: "طبيب، وشخص', '  doctor: "طبيب 5، وشخص')
    finding = page.locator("#findings button", has_text="digits")
    finding.click(timeout=20_000)
    expect(page.locator("#editor-heading")).to_have_text("help.doctor")
    expect(page.locator("#editor .problems")).to_contain_text("digits")


def test_approval_needs_a_name_and_a_saved_text(page: Page, kept: Served) -> None:
    open_text(page)
    page.keyboard.type(" هنا")
    expect(page.locator("[data-key=approved]")).to_be_disabled()
    page.keyboard.press("Control+s")
    expect(page.locator("[data-key=approved]")).to_be_enabled(timeout=20_000)
    page.click("[data-key=approved]")
    expect(page.locator("#editor .read .state")).to_have_text("approved", timeout=20_000)
    records = (kept.root / "content" / "approvals" / "ar.yaml").read_text(encoding="utf-8")
    assert "help.doctor" in records
    assert "amal" in records


def test_with_the_keyboard_alone(page: Page) -> None:
    page.locator("body").press("Tab")
    expect(page.locator(".skip").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#pages")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('hit')"):
            break
    first = page.evaluate("document.activeElement.dataset.address")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.dataset.address")
    assert first
    assert second not in ("", first)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.keyboard.press("Enter")
    expect(page.locator("#editor-heading")).to_have_text(second)
    expect(page.locator(FIELD)).to_be_focused(timeout=20_000)
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#editor-heading")).not_to_have_text(second)
    page.keyboard.press("Escape")
    expect(page.locator("#editor")).to_be_hidden()
    assert page.evaluate("document.activeElement !== document.body")


def test_side_by_side_and_lines_and_plates(page: Page) -> None:
    page.select_option("[data-key=beside]", "en")
    expect(page.locator(".slot.beside img").first).to_have_js_property("complete", True, timeout=20_000)
    expect(page.locator(".slot.beside .caption").first).to_contain_text("English")
    was = version(page, 0)
    page.click("[data-key=lines-summary]")
    for kind in ("folds", "order", "black", "grey"):
        page.check(f"[data-key=line-{kind}]")
    changes(page, was, 0)
    expect(page.locator("[data-key=lines] .count")).to_have_text("4")
    page.select_option("[data-key=format]", "card")
    expect(page.locator('[data-of="ar card"]').first).to_be_attached(timeout=30_000)


WIDTHS = "() => [...document.querySelectorAll('.strip')].map(each => [each.scrollWidth, each.clientWidth])"


@pytest.mark.parametrize(("width", "height"), [(1300, 900), (360, 740)])
def test_a_page_is_as_wide_as_there_is_room_until_another_size_is_chosen(
    browser: Browser, kept: Served, width: int, height: int
) -> None:
    for page in opened(browser, kept, viewport={"width": width, "height": height}):
        assert all(inside <= outside for inside, outside in page.evaluate(WIDTHS))
        sheet = page.locator(".now .sheet-of-paper").first
        assert sheet.evaluate("each => each.clientWidth / each.closest('.strip').clientWidth") > 0.95
        page.select_option("[data-key=zoom]", "1")
        expect(page.locator(".strip").first).not_to_have_js_property(
            "scrollLeft", 0
        )  # Arabic begins on the right
        assert abs(sheet.evaluate("each => each.clientWidth") * 25.4 / 96 - 297) < 0.5
        if width < 800:
            continue
        page.click("[data-key=out]")
        assert page.input_value("[data-key=zoom]") == "0.75"
        page.click("[data-key=out]")
        assert page.input_value("[data-key=zoom]") == "", "what fits is between 50 and 75 per cent"
        page.click("[data-key=out]")
        assert page.input_value("[data-key=zoom]") == "0.5"
        expect(page.locator("[data-key=out]")).to_be_disabled()


def test_a_small_page_is_not_blown_up(browser: Browser, kept: Served) -> None:
    at = "language=ar&format=phone&target=screen"
    width = kept.get(f"/api/view?{at}")[1]["pages"][0]["width"]
    for page in opened(browser, kept, at):
        sheet, strip = page.locator(".now .sheet-of-paper").first, page.locator(".now .strip").first
        shown = sheet.evaluate("each => each.clientWidth")
        assert shown < strip.evaluate("each => each.parentElement.parentElement.clientWidth")
        assert abs(shown * 25.4 / 96 - width) < 0.5


def bytes_of(page: Page, pane: str) -> int:
    """Of the first picture of a pane."""
    asked = "each => fetch(each.src).then(answer => answer.arrayBuffer()).then(data => data.byteLength)"
    return int(page.locator(f".slot.{pane} img").first.evaluate(asked))


def test_before_and_after(page: Page, kept: Served) -> None:
    page.select_option("[data-key=beside]", "before")
    beside = page.locator(".slot.beside")
    expect(beside.locator(".caption").first).to_contain_text("before", timeout=20_000)
    expect(beside.locator("figure").first).to_have_attribute("data-of", "ar leaflet", timeout=20_000)
    assert bytes_of(page, "now") == bytes_of(page, "beside")
    was = version(page, 0)
    rewritten(kept.language_file("ar"), '  title: "مساعدة ومعلومات"', '  title: "مساعدة ومعلومات وأكثر"')
    changes(page, was, 0)
    assert bytes_of(page, "now") != bytes_of(page, "beside")


def test_many_edits_a_second_end_with_the_last(page: Page, kept: Served) -> None:
    file = kept.language_file("ar")
    good = file.read_bytes()
    open_text(page)
    for number in range(20):
        file.write_bytes(
            good.replace('"طبيب، وشخص'.encode(), ('"' + "ط" * (number + 1) + "بيب، وشخص").encode())
        )
        page.wait_for_timeout(100)
    expect(page.locator(FIELD)).to_contain_text("ط" * 20, timeout=20_000)


def test_a_browser_that_closes_while_it_saves_leaves_a_whole_file(browser: Browser, kept: Served) -> None:
    file = kept.language_file("ar")
    before = file.read_bytes()
    for page in opened(browser, kept):
        open_text(page)
        page.keyboard.type(" هنا")
        page.keyboard.press("Control+s")
        page.close()
    after = file.read_bytes()
    saved = before.replace('يمكنك الكلام معه"'.encode(), 'يمكنك الكلام معه هنا"'.encode())
    assert after in (before, saved)
    assert not list(file.parent.glob(".*"))


LOOKS = [("light", "ar", 1300), ("dark", "en", 1300), ("light", "en", 360), ("dark", "ar", 360)]


@pytest.mark.parametrize(("scheme", "tag", "width"), LOOKS)
def test_axe_finds_nothing_serious(browser: Browser, kept: Served, scheme: str, tag: str, width: int) -> None:
    how = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme, "bypass_csp": True}
    at = f"language={tag}&format=card&target=screen&open={tag}:call.heading"
    for page in opened(browser, kept, at, **how):
        page.wait_for_selector("#editor .english", state="attached")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for pane in ("pages", "side") if width < 800 else ("",):
            if pane:
                page.click(f"#parts [data-pane={pane}]")
            found = page.evaluate(RUN)["violations"]
            serious = [each for each in found if each["impact"] in ("serious", "critical")]
            assert [(each["id"], each["nodes"][0]["html"][:200]) for each in serious] == []
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1]


RUN = """axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"]
})"""


@pytest.fixture
def french(browser: Browser, kept: Served) -> Iterator[Page]:
    yield from opened(browser, kept, locale="fr-LU")


def test_the_page_speaks_french(french: Page) -> None:
    assert french.evaluate("document.documentElement.lang") == "fr"
    expect(french.locator("#languages h2")).to_have_text("Langues")
