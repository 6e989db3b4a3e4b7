import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from pipeline.made_up import EDITION, compare, inputs, open_maker, project, request, require_shop, rooms

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.base.spans import Span
from brochure.pipeline.build import Rooms, build
from brochure.pipeline.outcome import Outcome, exit_code
from brochure.pipeline.request import Offer, Offered
from brochure.state.lock import locked

SCREEN_EN, PRINT_EN = "screen/leaflet-en.pdf", "print/leaflet-en.pdf"
SCREEN_AR, PRINT_AR = "screen/leaflet-ar.pdf", "print/leaflet-ar.pdf"
ALL = {SCREEN_EN, PRINT_EN, SCREEN_AR, PRINT_AR}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder whose name has spaces and Arabic letters."""
    return project(tmp_path / "مشروع الكتيب 2", ar="كلمات", en="words")


def lying(root: Path) -> set[str]:
    folder = root / "build" / EDITION
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def manifest(root: Path) -> dict[str, Any]:
    stored = json.loads((root / "build" / EDITION / "manifest.json").read_bytes())
    assert stored["edition"] == EDITION
    return dict(stored["files"])


def made(outcome: Outcome) -> set[str]:
    return {line.output.name for line in outcome.lines if line.made}


def states(outcome: Outcome) -> dict[str, str]:
    return {line.output.name: line.state for line in outcome.lines}


def codes(outcome: Outcome) -> list[str]:
    return [finding.code for finding in outcome.findings]


def test_everything_is_made_and_listed(root: Path) -> None:
    outcome = build(request(root), rooms())
    assert made(outcome) == lying(root) == set(manifest(root)) == ALL
    assert set(states(outcome).values()) == {"draft"}
    assert [line.place for line in outcome.lines] == [
        f"{EDITION}/{line.output.name}" for line in outcome.lines
    ]
    assert (root / "build" / EDITION / PRINT_AR).read_text("utf-8") == "print كلمات"


def test_nothing_is_opened_where_nothing_changed(root: Path) -> None:
    build(request(root), rooms())
    outcome = build(request(root), rooms(opened=lambda: pytest.fail("opened")))
    assert made(outcome) == set()
    assert {line.output.name for line in outcome.lines} == ALL
    assert all(line.size for line in outcome.lines)


def test_only_what_changed_is_made(root: Path) -> None:
    build(request(root), rooms())
    project(root, ar="كلمات أخرى")
    assert made(build(request(root), rooms())) == {SCREEN_AR, PRINT_AR}
    assert (root / "build" / EDITION / SCREEN_AR).read_text("utf-8") == "screen كلمات أخرى"


def test_a_missing_output_is_made_again_alone(root: Path) -> None:
    build(request(root), rooms())
    (root / "build" / EDITION / PRINT_EN).unlink()
    assert made(build(request(root), rooms())) == {PRINT_EN}
    assert lying(root) == ALL


def test_another_version_of_a_library_makes_everything_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(request(root), rooms())
    monkeypatch.setattr("brochure.pipeline.build.tool_versions", lambda: {"reportlab": "99"})
    assert made(build(request(root), rooms())) == ALL
    assert manifest(root)[PRINT_EN]["tools"] == {"reportlab": "99"}


def test_force_makes_everything_again_with_the_same_bytes(root: Path) -> None:
    build(request(root), rooms())
    before = {path: path.read_bytes() for path in (root / "build" / EDITION).rglob("*") if path.is_file()}
    assert made(build(request(root, force=True), rooms())) == ALL
    assert {path: path.read_bytes() for path in before} == before


def test_force_reads_what_looks_unchanged(root: Path) -> None:
    text, long_ago = root / "en.txt", (1_700_000_000, 1_700_000_000)
    os.utime(text, long_ago)
    build(request(root), rooms())
    before = manifest(root)
    text.write_text("wordz", encoding="utf-8")
    os.utime(text, long_ago)
    assert made(build(request(root), rooms())) == set()
    build(request(root, force=True), rooms())
    assert manifest(root)[PRINT_EN]["content"] != before[PRINT_EN]["content"]
    assert manifest(root)[PRINT_AR]["content"] == before[PRINT_AR]["content"]


def test_a_lost_cache_costs_time_alone(root: Path) -> None:
    first = build(request(root), rooms())
    for file in (root / "build" / ".cache").iterdir():
        file.unlink()
    again = build(request(root), rooms())
    assert made(again) == ALL
    assert (again.findings, states(again)) == (first.findings, states(first))


def test_an_error_goes_to_rejected_and_stays_told(root: Path) -> None:
    build(request(root), rooms())
    project(root, ar="كلمات overflow")
    for opened in (lambda: None, lambda: pytest.fail("opened")):
        outcome = build(request(root), rooms(opened=opened))
        assert codes(outcome) == ["overflow"]
        assert lying(root) == {SCREEN_EN, PRINT_EN, f"rejected/{SCREEN_AR}", f"rejected/{PRINT_AR}"}
        assert set(manifest(root)) == {SCREEN_EN, PRINT_EN}
        assert states(outcome)[SCREEN_AR] == "rejected"
    project(root, ar="كلمات")
    assert codes(build(request(root), rooms())) == []
    assert lying(root) == ALL


def test_a_warning_stays_told_too(root: Path) -> None:
    project(root, ar="tight")
    assert codes(build(request(root), rooms())) == ["tight"]
    assert codes(build(request(root), rooms(opened=lambda: pytest.fail("opened")))) == ["tight"]
    assert lying(root) == ALL


def test_what_cannot_be_read_leaves_no_older_file(root: Path) -> None:
    build(request(root), rooms())
    project(root, ar="unreadable")
    outcome = build(request(root), rooms())
    assert lying(root) == set(manifest(root)) == {SCREEN_EN, PRINT_EN}
    assert states(outcome)[SCREEN_AR] == "not written"
    assert codes(build(request(root), rooms(opened=lambda: pytest.fail("opened")))) == ["unreadable"]


def test_the_day_moves_files_but_never_changes_them(root: Path) -> None:
    project(root, en="words until:2027-05-22")
    build(request(root), rooms())
    data = (root / "build" / EDITION / PRINT_EN).read_bytes()
    late = build(request(root, today=date(2027, 5, 22)), rooms())
    assert codes(late) == ["fact-expired"]
    assert lying(root) == {SCREEN_AR, PRINT_AR, f"rejected/{SCREEN_EN}", f"rejected/{PRINT_EN}"}
    assert (root / "build" / EDITION / "rejected" / PRINT_EN).read_bytes() == data
    soon = build(request(root, today=date(2027, 5, 21)), rooms())
    assert [finding.is_error for finding in soon.findings] == [False]
    assert (root / "build" / EDITION / PRINT_EN).read_bytes() == data
    assert lying(root) == ALL


def test_release_refuses_a_draft_and_writes_no_stamp(root: Path) -> None:
    project(root, en="words approved")
    build(request(root), rooms())
    for opened in (lambda: None, lambda: pytest.fail("opened")):
        outcome = build(request(root, release=True), rooms(opened=opened))
        assert codes(outcome) == ["not-releasable"]
        assert outcome.findings[0].message == "leaflet-ar is a draft: 1 text not approved"
        assert lying(root) == set(manifest(root)) == {SCREEN_EN, PRINT_EN}
        assert states(outcome)[SCREEN_EN] == "approved"
    build(request(root), rooms())
    assert lying(root) == ALL


def test_release_of_a_draft_with_errors_rejects_no_stamped_file_either(root: Path) -> None:
    project(root, ar="overflow")
    assert codes(build(request(root, release=True, languages=("ar",)), rooms())) == [
        "overflow",
        "not-releasable",
    ]
    assert lying(root) == set()


def test_what_the_edition_no_longer_lists_goes(root: Path) -> None:
    build(request(root), rooms(formats=("card", "leaflet")))
    foreign = root / "build" / EDITION / "screen" / "notes of mine.pdf"
    foreign.write_bytes(b"mine")
    (root / "ar.txt").unlink()
    build(request(root), rooms(formats=("leaflet",), targets=("screen",)))
    assert lying(root) == {SCREEN_EN, "screen/notes of mine.pdf"}
    assert set(manifest(root)) == {SCREEN_EN}


@pytest.mark.parametrize(
    "selection", [{"languages": ("en",)}, {"formats": ("leaflet",)}, {"targets": ("screen",)}]
)
def test_a_part_removes_nothing_of_the_rest(selection: dict[str, Any], root: Path) -> None:
    build(request(root), rooms(formats=("card", "leaflet")))
    before = lying(root)
    (root / "ar.txt").unlink()
    build(request(root, **selection), rooms(formats=("leaflet",)))
    assert lying(root) == set(manifest(root)) == before


def test_a_foreign_manifest_is_made_again_with_a_warning(root: Path) -> None:
    build(request(root), rooms())
    (root / "build" / EDITION / "manifest.json").write_text("[1]")
    outcome = build(request(root), rooms())
    assert codes(outcome) == ["manifest-rebuilt"]
    assert made(outcome) == set(manifest(root)) == ALL
    assert codes(build(request(root), rooms())) == []


def test_the_manifest_holds_no_clock_and_no_path(root: Path, tmp_path: Path) -> None:
    build(request(root), rooms())
    other = project(tmp_path / "b", ar="كلمات", en="words")
    build(request(other, today=date(2027, 1, 1), jobs=2), rooms_for_programs())
    first, second = (place / "build" / EDITION / "manifest.json" for place in (root, other))
    assert first.read_bytes() == second.read_bytes()


def rooms_for_programs() -> Rooms:
    """With an opener that another program can be told of."""
    plain = rooms()
    return Rooms(plain.offers, plain.inputs, plain.require_shop, open_maker, plain.compare)


def test_what_a_program_died_of_is_told_once_and_made_again(root: Path) -> None:
    build(request(root), rooms())
    (root / "ar.txt").write_text("die", encoding="utf-8")
    (root / "en.txt").write_text("other words", encoding="utf-8")
    outcome = build(request(root, jobs=2), rooms_for_programs())
    assert {finding.code for finding in outcome.findings} == {"program-ended"}
    assert exit_code(outcome.findings) == 3
    here = {name for name in ALL if "-en" in name}
    assert set(manifest(root)) == here
    assert {name for name, state in states(outcome).items() if state == "not written"} == ALL - here
    (root / "ar.txt").write_text("words", encoding="utf-8")
    assert made(build(request(root, jobs=2), rooms_for_programs())) == ALL - here


def test_a_second_build_is_refused(root: Path) -> None:
    with (
        locked(root / "build"),
        pytest.raises(SurroundingsError, match=f"process {os.getpid()}"),
    ):
        build(request(root), rooms())


def test_a_file_that_cannot_be_replaced_lets_the_others_go_on(root: Path) -> None:
    (root / "build" / EDITION / PRINT_AR).mkdir(parents=True)
    outcome = build(request(root), rooms())
    assert codes(outcome) == ["cannot-write"]
    assert lying(root) == set(manifest(root)) == ALL - {PRINT_AR}
    assert states(outcome)[PRINT_AR] == "not written"
    (root / "build" / EDITION / PRINT_AR).rmdir()
    assert made(build(request(root), rooms())) == {PRINT_AR}


def test_ctrl_c_leaves_finished_files_whole_and_listed(root: Path) -> None:
    project(root, en="stop")
    with pytest.raises(KeyboardInterrupt):
        build(request(root), rooms())
    assert lying(root) == set(manifest(root)) == {SCREEN_AR, PRINT_AR}
    project(root, en="words")
    assert made(build(request(root), rooms())) == {SCREEN_EN, PRINT_EN}


def test_an_edition_that_cannot_be_read_removes_nothing(root: Path) -> None:
    build(request(root), rooms())
    broken = Finding("syntax", "no YAML", Span("content/editions/here.yaml", 1, 1))
    unread = Rooms(lambda *_: ((), (broken,)), inputs, require_shop, open_maker, compare)
    outcome = build(request(root, languages=("ar",)), unread)
    assert outcome == Outcome((), (broken,))
    assert lying(root) == ALL


def test_an_unknown_language_makes_no_folder(root: Path) -> None:
    with pytest.raises(ArgumentsError):
        build(request(root, languages=("xx",)), rooms())
    assert not (root / "build").exists()


def test_what_is_not_offered_may_be_missing_by_a_mistake_in_the_edition(root: Path) -> None:
    broken = Finding("unknown-language", "'en; xx' is no language tag", Span("edition.yaml", 1, 1))
    given = rooms()
    found = Rooms(
        lambda *asked: (given.offers(*asked)[0], (broken,)), inputs, require_shop, open_maker, compare
    )
    with pytest.raises(ArgumentsError) as sound:
        build(request(root, languages=("xx",)), given)
    with pytest.raises(ArgumentsError) as raised:
        build(request(root, languages=("xx",)), found)
    assert "brochure check" not in sound.value.next_step
    assert raised.value.next_step.endswith("this shows them: brochure check")


def test_the_discreet_variant_lies_beside_the_others_and_is_made_when_asked_for(root: Path) -> None:
    build(request(root), rooms())
    outcome = build(request(root, discreet=True, languages=("ar",)), rooms())
    variants = {"screen+discreet/leaflet-ar.pdf", "print+discreet/leaflet-ar.pdf"}
    assert made(outcome) == variants
    assert lying(root) == set(manifest(root)) == ALL | variants
    assert [manifest(root)[name]["discreet"] for name in sorted(variants)] == [True, True]
    assert made(build(request(root, discreet=True, languages=("ar",)), rooms())) == set()


def test_a_build_of_everything_removes_discreet_files_that_are_out_of_date(root: Path) -> None:
    build(request(root, discreet=True), rooms())
    build(request(root), rooms())
    variants = {name.replace("/", "+discreet/") for name in ALL}
    assert lying(root) == set(manifest(root)) == ALL | variants
    (root / "ar.txt").write_text("other words", encoding="utf-8")
    build(request(root), rooms())
    current = {name for name in variants if "-en" in name}
    assert lying(root) == set(manifest(root)) == ALL | current


def test_a_proof_stays_until_its_words_change(root: Path) -> None:
    def with_proof(path: Path, edition: str, *_: object) -> tuple[tuple[Offer, ...], tuple[Finding, ...]]:
        ((offer,), findings) = rooms().offers(path, edition)
        proof = Offered(("screen",), offer.languages, by_name=True)
        return (Offer(offer.edition, {**offer.formats, "proof": proof}),), findings

    ours = replace(rooms(), offers=with_proof)
    build(request(root, formats=("proof",)), ours)
    build(request(root), ours)
    proofs = {"screen/proof-ar.pdf", "screen/proof-en.pdf"}
    assert lying(root) == set(manifest(root)) == ALL | proofs
    (root / "ar.txt").write_text("other words", encoding="utf-8")
    build(request(root), ours)
    assert lying(root) == set(manifest(root)) == ALL | {"screen/proof-en.pdf"}


def test_a_format_without_discreet_variant_has_none(root: Path) -> None:
    with pytest.raises(ArgumentsError, match="nothing is made of that"):
        build(request(root, discreet=True), rooms(discreet=False))
    assert lying(root) == set()
