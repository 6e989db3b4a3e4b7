"""Who is kept out, and what everybody is told."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from preview.served import Served

VIEW = "/api/view?language=ar&format=leaflet&target=screen"


def status(served: Served, method: str, path: str, body: bytes | None = None, **headers: str) -> int:
    return served.ask(method, path, body, **headers)[0]


def test_the_key_opens(served: Served) -> None:
    assert status(served, "GET", VIEW, **served.entered()) == 200


@pytest.mark.parametrize(
    "path", [VIEW, "/api/project", "/api/picture", "/api/unit", "/api/events", "/fonts/NotoSans-Regular"]
)
def test_without_the_key_nothing_of_the_project_is_shown(served: Served, path: str) -> None:
    assert status(served, "GET", path) == 401
    assert status(served, "GET", path, Cookie=f"brochure-{served.port}=wrong") == 401
    assert status(served, "GET", path, Cookie=f"brochure-{served.port}={served.token}") == 401


@pytest.mark.parametrize("path", ["/api/save", "/api/typed", "/api/undo", "/api/approve", "/api/before"])
def test_without_the_key_nothing_is_written(served: Served, path: str) -> None:
    assert status(served, "POST", path, b"{}", Origin=f"http://127.0.0.1:{served.port}") == 401


@pytest.mark.parametrize("token", ["", "wrong", "é" * 20, "0" * 43])
def test_a_wrong_token_opens_nothing(served: Served, token: str) -> None:
    body = json.dumps({"token": token}).encode()
    code, data, answer = served.ask("POST", "/api/enter", body, Origin=f"http://127.0.0.1:{served.port}")
    assert code == 401
    assert answer.getheader("set-cookie") is None
    assert "address that brochure preview printed" in json.loads(data)["error"]


def test_the_cookie_is_for_this_site_and_no_script(served: Served) -> None:
    body = json.dumps({"token": served.token}).encode()
    _, _, answer = served.ask("POST", "/api/enter", body, Origin=f"http://127.0.0.1:{served.port}")
    said = (answer.getheader("set-cookie") or "").lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert served.token not in said


@pytest.mark.parametrize(
    "host",
    ["example.org", "127.0.0.1", "127.0.0.1:1", "localhost", "0.0.0.0:{port}", "example.org:{port}", ""],
)
def test_another_name_is_another_server(served: Served, host: str) -> None:
    headers = {**served.entered(), "Host": host.format(port=served.port)}
    assert status(served, "GET", VIEW, **headers) == 421
    assert status(served, "GET", "/", Host=headers["Host"]) == 421


@pytest.mark.parametrize(
    "origin", ["http://example.org", "null", "http://127.0.0.1:1", "https://127.0.0.1:{port}"]
)
def test_another_page_may_not_ask(served: Served, origin: str) -> None:
    headers = {**served.entered(), "Origin": origin.format(port=served.port)}
    assert status(served, "GET", VIEW, **headers) == 403
    assert status(served, "POST", "/api/undo", b"{}", **headers) == 403


def test_who_writes_says_where_from(served: Served) -> None:
    headers = served.entered()
    del headers["Origin"]
    assert status(served, "POST", "/api/undo", b"{}", **headers) == 403
    assert status(served, "GET", VIEW, **headers, Sec_Fetch_Site="cross-site") == 403
    assert status(served, "GET", VIEW, **headers, Sec_Fetch_Site="same-site") == 403


def test_too_much_is_not_read(served: Served) -> None:
    headers = served.entered()
    assert status(served, "POST", "/api/save", b"x" * 70_000, **headers) == 413
    lied = {**headers, "Transfer-Encoding": "chunked"}
    chunk = b"1000\r\n" + b"x" * 0x1000 + b"\r\n"
    assert status(served, "POST", "/api/save", chunk * 20 + b"0\r\n\r\n", **lied) == 413


OUT = (
    "/page/../door.py",
    "/page/..%2fdoor.py",
    "/page/%2e%2e/door.py",
    "/page/....//door.py",
    "/page//etc/passwd",
    "/page/%00",
    "/page/",
    "/fonts/../../content/people.yaml",
    "/fonts/..%2f..%2fcontent%2fpeople.yaml",
    "/content/people.yaml",
    "/../pyproject.toml",
)


@pytest.mark.parametrize("path", OUT)
def test_no_path_leads_out(served: Served, path: str) -> None:
    code, data, _ = served.ask("GET", path, **served.entered())
    assert code in (401, 404)
    assert b"amal" not in data
    assert b"import" not in data


@pytest.mark.parametrize("path", ["/", "/page/main.js", "/api/project", "/nothing"])
def test_every_answer_keeps_the_internet_out(served: Served, path: str) -> None:
    _, data, answer = served.ask("GET", path)
    policy = answer.getheader("content-security-policy") or ""
    assert policy.startswith("default-src 'self';")
    assert "unsafe" not in policy
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert answer.getheader("referrer-policy") == "no-referrer"
    assert answer.getheader("access-control-allow-origin") is None
    assert b"http://" not in data.replace(b"http://www.w3.org/2000/svg", b"")
    assert b"https://" not in data


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/save", b"not json"),
        ("/api/save", b"[]"),
        ("/api/save", b'{"language": "ar", "address": 1, "text": "", "seen": ""}'),
        ("/api/save", b'{"language": "../ar", "address": "help.doctor", "text": "", "seen": ""}'),
        ("/api/save", b'{"language": "ar", "address": "../../x", "text": "y", "seen": ""}'),
        ("/api/approve", b'{"language": "ar", "address": "help.doctor", "level": "king", "by": "amal"}'),
    ],
)
def test_what_is_none_of_ours_is_refused_in_words(served: Served, path: str, body: bytes) -> None:
    code, data, _ = served.ask("POST", path, body, **served.entered())
    assert code == 400
    assert json.loads(data)["error"]


LEAFLET = "language=ar&format=leaflet&target=screen"
STRANGE = (
    "language=xx&format=leaflet&target=screen",
    "language=ar&format=../x&target=screen",
    "language=ar&format=leaflet",
    f"{LEAFLET}&show=nothing",
    f"{LEAFLET}&page=99&width=10",
    f"{LEAFLET}&page=0&width=99999999",
    f"{LEAFLET}&page=-1&width=10",
    f"{LEAFLET}&page=0&width=१००",
)


@pytest.mark.parametrize("query", STRANGE)
def test_pictures_of_what_is_not_there_are_refused(served: Served, query: str) -> None:
    assert status(served, "GET", f"/api/picture?{quote(query, safe='=&./')}", **served.entered()) == 400
