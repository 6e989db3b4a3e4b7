"""How it starts, what it says when it cannot, and what it never writes."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from preview.served import Served

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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere only one address is this machine")
def test_no_other_address_of_this_machine_answers(served: Served) -> None:
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", served.port), 2).close()
