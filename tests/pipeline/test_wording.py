"""Rules about words within a build and a check of the real project."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.copied import change, request

from brochure.base.diagnostics import Finding
from brochure.pipeline.build import build
from brochure.pipeline.check import check
from brochure.pipeline.rooms import ROOMS

TITLE = 'title: "مساعدة ومعلومات"'


def of(findings: tuple[Finding, ...], *codes: str) -> list[tuple[str, str, str]]:
    return [(each.code, each.language, each.span.file) for each in findings if each.code in codes]


def test_an_error_holds_back_its_language_in_build_and_check(root: Path) -> None:
    change(root, "content/languages/ar.yaml", TITLE, 'title: "مساعدة للضحايا"')
    told = [("told-outside", "ar", "content/languages/ar.yaml")]
    outcome = build(request(root, "en", "ar"), ROOMS)
    assert of(outcome.findings, "told-outside") == told
    assert {(line.output.language, line.state) for line in outcome.lines} == {
        ("en", "draft"),
        ("ar", "rejected"),
    }
    assert of(check(request(root, "en", "ar"), ROOMS), "told-outside") == told


def test_a_change_of_the_list_alone_is_noticed(root: Path) -> None:
    assert of(build(request(root, "en"), ROOMS).findings, "told-outside") == []
    change(root, "content/forbidden.yaml", "en: [", "en: [help, ")
    assert of(build(request(root, "en"), ROOMS).findings, "told-outside") == [
        ("told-outside", "en", "content/languages/en.yaml")
    ]


def test_a_warning_is_told_by_the_check_alone(root: Path) -> None:
    change(root, "content/languages/ar.yaml", TITLE, 'title: "مساعدة ومعلومات..."')
    told = [("typed-ellipsis", "ar", "content/languages/ar.yaml")]
    assert of(build(request(root, "ar"), ROOMS).findings, "typed-ellipsis", "fact-unverified") == []
    edition = root / "content" / "editions" / "luxembourg.yaml"
    text = re.sub("^languages: .*$", "languages: [en, ar]", edition.read_text("utf-8"), flags=re.MULTILINE)
    edition.write_text(text, encoding="utf-8")
    found = check(request(root), ROOMS)
    assert of(found, "typed-ellipsis") == told
    unverified = of(found, "fact-unverified")
    assert {language for _, language, _ in unverified} == {""}
    assert of(check(request(root, "ar"), ROOMS), "typed-ellipsis", "fact-unverified") == told
    assert len(unverified) == len({each.message for each in found if each.code == "fact-unverified"})


def test_a_promise_without_fact_holds_back_all(root: Path) -> None:
    change(root, "content/editions/luxembourg.yaml", "carries: [help.interpreter]", "carries: []")
    outcome = build(request(root, "en", "ar"), ROOMS)
    assert of(outcome.findings, "unit-without-fact") == [
        ("unit-without-fact", "", "content/languages/en.yaml")
    ]
    assert {line.state for line in outcome.lines} == {"rejected"}
