"""What the page is told about texts, rooms and findings."""

from __future__ import annotations

from preview.served import Served

VIEW = "/api/view?language=ar&format=leaflet&target={}"


def test_every_text_that_is_set_can_be_pointed_at(kept: Served) -> None:
    _, view = kept.get(VIEW.format("screen"))
    pointed = {hit["address"] for page in view["pages"] for hit in page["hits"]}
    listed = {text["address"] for text in view["texts"]}
    assert {"help.doctor", "alt.doctor", "call.heading"} <= pointed
    assert listed <= pointed | {"cover.discreet_title", "cover.discreet_line"}
    for page in view["pages"]:
        for hit in page["hits"]:
            for x, y, width, height in hit["boxes"]:
                assert 0 <= x <= x + width <= 100.01
                assert 0 <= y <= y + height <= 100.01
                assert min(width, height) > 0


def test_facts_are_said_to_be_facts(kept: Served) -> None:
    _, view = kept.get(VIEW.format("screen"))
    facts = {
        hit["address"]: hit["place"]
        for page in view["pages"]
        for hit in page["hits"]
        if hit["kind"] == "fact"
    }
    assert facts["infotraite.phone"].startswith("content/editions/luxembourg.yaml:")


def test_a_page_for_print_is_as_large_as_its_bleed(kept: Served) -> None:
    _, screen = kept.get(VIEW.format("screen"))
    _, press = kept.get(VIEW.format("print"))
    assert (screen["pages"][0]["width"], screen["pages"][0]["height"]) == (297, 210)
    assert (press["pages"][0]["width"], press["pages"][0]["height"]) == (303, 216)
    inside = [hit for hit in press["pages"][1]["hits"] if hit["address"] == "help.doctor"]
    outside = [hit for hit in screen["pages"][1]["hits"] if hit["address"] == "help.doctor"]
    x, y = inside[0]["boxes"][0][:2]
    left, top = outside[0]["boxes"][0][:2]
    assert abs(x * 3.03 - 3 - left * 2.97) < 0.1
    assert abs(y * 2.16 - 3 - top * 2.1) < 0.1


def test_only_pages_that_changed_have_another_version(kept: Served) -> None:
    booklet = "/api/view?language=ar&format=booklet&target=screen"
    _, before = kept.get(booklet)
    text = {"language": "ar", "address": "help.doctor", "text": "طبيب", "seen": "", "keep": True}
    assert kept.post("/api/typed", text)[0] == 200
    _, after = kept.get(booklet)
    pairs = zip(before["pages"], after["pages"], strict=True)
    changed = [number for number, (one, other) in enumerate(pairs) if one["version"] != other["version"]]
    (its,) = [
        n
        for n, page in enumerate(after["pages"])
        if any(hit["address"] == "help.doctor" for hit in page["hits"])
    ]
    # The line with the edition's code has a part of the hash of all words.
    (code,) = [
        n
        for n, page in enumerate(after["pages"])
        if any(hit["address"] == "edition.code_line" for hit in page["hits"])
    ]
    assert changed == sorted({its, code})
    assert after["typed"] == {"ar": ["help.doctor"]}


def test_room_and_state_of_a_text(kept: Served) -> None:
    _, unit = kept.get("/api/unit?language=ar&format=leaflet&target=screen&address=help.doctor")
    (room,) = unit["room"]
    assert room["left"] > 0
    assert room["floor"] <= room["size"]
    assert unit["people"] == [{"id": "amal", "name": "Amal", "may": ["reviewed", "approved"]}]
    long = {"language": "ar", "address": "help.doctor", "text": "طبيب " * 60, "seen": "", "keep": True}
    kept.post("/api/typed", long)
    _, unit = kept.get("/api/unit?language=ar&format=leaflet&target=screen&address=help.doctor")
    (room,) = unit["room"]
    assert room["too_high"] + room["too_many"] > 0
    _, view = kept.get(VIEW.format("screen"))
    (finding,) = [each for each in view["findings"] if each["code"] == "overflow"]
    assert (finding["language"], finding["address"]) == ("ar", "help.doctor")
    assert "Shorten it" in finding["help"]


def test_languages_that_stand_together_are_opened_each_for_itself(kept: Served) -> None:
    _, view = kept.get("/api/view?language=mul&format=sheet&target=screen")
    tags = {hit["language"] for page in view["pages"] for hit in page["hits"] if hit["kind"] == "unit"}
    assert {"ar", "fr", "en"} <= tags


def test_the_proof_is_shown_and_its_texts_are_opened(kept: Served) -> None:
    _, view = kept.get("/api/view?language=ar&format=proof&target=screen")
    hits = {(hit["language"], hit["address"]) for page in view["pages"] for hit in page["hits"]}
    assert ("ar", "help.doctor") in hits
    assert {address for _, address in hits} <= {text["address"] for text in view["texts"]}
    _, unit = kept.get("/api/unit?language=ar&format=proof&target=screen&address=help.doctor")
    assert unit["room"] == []
    assert unit["text"]
