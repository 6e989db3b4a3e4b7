"""A preview of a copy of the project, served as a user serves it, and asked without a browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

TODAY = "2026-11-22"
READY = 60
"""Seconds within which a server has to be there, on a machine that does much else."""


def copied(root: Path, to: Path) -> Path:
    """The words, facts and formats of a project as files of one's own; fonts and signs as they are."""
    shutil.copytree(root / "content", to / "content")
    for name in ("fonts", "pictograms"):
        shutil.copytree(root / name, to / name, copy_function=os.link)
    return to


@dataclass
class Served:
    """``address``: as it was printed, with the secret behind its #."""

    root: Path
    address: str
    running: subprocess.Popen[str]

    @classmethod
    def start(cls, root: Path, *options: str) -> Served:
        command = [sys.executable, "-W", "error", "-m", "brochure", "preview", "--root", str(root)]
        running = subprocess.Popen(
            [*command, "--no-open", "--today", TODAY, *options],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        if not address:
            _, said = running.communicate(timeout=READY)
            raise AssertionError(said)
        return cls(root, address, running)

    def stop(self) -> str:
        """Ctrl-C; what it said on standard error."""
        self.running.send_signal(signal.SIGINT)
        _, said = self.running.communicate(timeout=READY)
        return said

    @property
    def port(self) -> int:
        return int(self.address.split(":")[2].partition("/")[0])

    @property
    def token(self) -> str:
        return self.address.partition("#")[2]

    def language_file(self, tag: str) -> Path:
        return self.root / "content" / "languages" / f"{tag}.yaml"

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, bytes, HTTPResponse]:
        """As any program on this machine may ask. ``Host`` is the right one unless ``headers`` say another."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=READY)
        try:
            sent = {
                "Host": f"127.0.0.1:{self.port}",
                **{name.replace("_", "-"): each for name, each in headers.items()},
            }
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.read(), answer
        finally:
            connection.close()

    def entered(self) -> dict[str, str]:
        """The heads of a page that came in."""
        origin = f"http://127.0.0.1:{self.port}"
        body = json.dumps({"token": self.token}).encode()
        status, _, answer = self.ask("POST", "/api/enter", body, Origin=origin)
        assert status == 200
        cookie = answer.getheader("set-cookie") or ""
        return {"Origin": origin, "Cookie": cookie.partition(";")[0], "Content-Type": "application/json"}

    def get(self, path: str) -> tuple[int, Any]:
        """JSON, with the key."""
        status, data, _ = self.ask("GET", path, **self.entered())
        return status, json.loads(data)

    def post(self, path: str, body: object) -> tuple[int, Any]:
        """JSON, with the key."""
        status, data, _ = self.ask("POST", path, json.dumps(body).encode(), **self.entered())
        return status, json.loads(data)
