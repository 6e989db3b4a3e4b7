"""How it starts, what it says when it cannot, and what it never writes."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from preview.served import Served, copied

from brochure.cli.main import run
from brochure.cli.preview import EXTRA


def test_a_port_that_is_taken_is_said(project_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["preview", "--root", str(project_root), "--no-open", "--port", port]) == 3
    said = capsys.readouterr().err
    assert f"port {port} is taken by another program" in said
    assert "--port" in said


def test_no_project_and_no_edition(
    tmp_path: Path, project_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["preview", "--root", str(tmp_path), "--no-open", "--port", "0"]) == 2
    assert "There is no edition" in capsys.readouterr().err
    assert (
        run(["preview", "--root", str(project_root), "--edition", "nowhere", "--no-open", "--port", "0"]) == 2
    )
    assert "no edition 'nowhere'" in capsys.readouterr().err


@pytest.mark.parametrize("package", EXTRA)
def test_a_missing_package_is_named_with_its_cost(
    package: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], project_root: Path
) -> None:
    for name in [name for name in sys.modules if name.startswith(("brochure.preview.", package))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)
    assert run(["preview", "--root", str(project_root), "--no-open"]) == 3
    said = capsys.readouterr().err
    assert package in said
    assert "pip install 'brochure[preview]'" in said


def test_read_only_writes_nothing(project_root: Path, tmp_path: Path) -> None:
    root = copied(project_root, tmp_path / "project")
    before = {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()}
    served = Served.start(root, "--port", "0", "--read-only")
    try:
        text = {
            "language": "ar",
            "address": "help.doctor",
            "text": "x",
            "seen": "y",
            "level": "reviewed",
            "by": "a",
        }
        for path in ("/api/save", "/api/approve"):
            code, said = served.post(path, text)
            assert (code, said["error"]) == (400, "this preview only shows; nothing is written")
        assert served.get("/api/project")[1]["read_only"] is True
        assert served.get("/api/view?language=ar&format=leaflet&target=screen")[1]["pages"]
        if sys.platform == "linux":  # where the whole of 127/8 is this machine
            with pytest.raises(OSError, match="refused"):
                socket.create_connection(("127.0.0.2", served.port), 2).close()
    finally:
        said_at_the_end = served.stop()
    assert "Traceback" not in said_at_the_end
    assert {path: path.read_bytes() for path in (root / "content").rglob("*") if path.is_file()} == before
    assert not (root / "build").exists()
