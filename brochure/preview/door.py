"""Who may come in: this machine alone, by the address that was printed, with the secret that was in it.

A page of the internet that is open in the same browser can reach every server on this machine. It is kept out three
times over: the name it asked for has to be ours (Host; else a name that somebody else owns could be pointed here), the
page that asks has to be ours (Origin and Sec-Fetch-Site), and it has to know the secret, which stands behind the # of
the address, is sent nowhere by a browser, and becomes a cookie that scripts cannot read and other sites do not send.
"""

from __future__ import annotations

import hmac
import secrets

from msgspec import Struct, field
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1"
"""Loopback, never a name: a name may be pointed elsewhere."""

MOST_BYTES = 64 * 1024
"""Of what is sent here. A text has at most 4,000 characters."""

CSP = (
    "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""Nothing from elsewhere, no script or style in the page itself (Content Security Policy Level 3)."""

HEADERS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
"""Of every answer."""

OPEN = ("/", "/api/enter", "/api/words")
"""What may be asked for without the secret: the page that brings it, and the place where it is brought. The page's own
texts and files under ``/page/`` may too: everybody has them who has the program.
"""

_SAFE = ("GET", "HEAD")


class Keys(Struct, frozen=True):
    """``token`` stands in the address that is printed; ``cookie`` is what a browser gets for it. Of one run."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def admits(self, token: str) -> bool:
        """Whether a token is that of this run."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode("ascii"))

    def knows(self, cookie: str) -> bool:
        """Whether a cookie was given in this run."""
        return hmac.compare_digest(cookie.encode("utf-8", "replace"), self.cookie.encode("ascii"))


def cookie_name(port: int) -> str:
    """Browsers keep cookies by machine, not by port: two previews side by side have one each."""
    return f"brochure-{port}"


class Door:
    """Stands before the application. Every refusal is a JSON answer with the same headers as all others."""

    def __init__(self, app: ASGIApp, port: int, keys: Keys) -> None:
        self._app, self._port, self._keys = app, port, keys
        self._hosts = {f"{name}:{port}" for name in (HOST, "localhost")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refusal = self._refusal(scope)
        if refusal:
            status, why = refusal
            await JSONResponse({"error": why}, status)(scope, receive, answer)
            return
        await self._let_in(scope, receive, answer)

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """What comes in is counted, whatever its head says of its length, before anything looks at it."""
        body = b""
        is_more = scope["method"] not in _SAFE
        while is_more:
            message = await receive()
            body += message.get("body", b"")
            is_more = message.get("more_body", False)
            if len(body) > MOST_BYTES:
                await JSONResponse({"error": "that is too much"}, 413)(scope, receive, send)
                return
        whole: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def received() -> Message:
            return whole.pop() if whole else await receive()

        await self._app(scope, received, send)

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return 421, "this server answers on this machine alone, by the address that was printed"
        origin = headers.get("origin")
        ours = {f"http://{host}" for host in self._hosts}
        if origin is not None and origin not in ours:
            return 403, "another page asked for this"
        if origin is None and scope["method"] not in _SAFE:
            return 403, "nobody says which page asked for this"
        if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return 403, "another page asked for this"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return 413, "that is too much"
        path = scope["path"]
        if path in OPEN or path.startswith("/page/"):
            return None
        cookie = cookie_parser(headers.get("cookie", "")).get(cookie_name(self._port), "")
        return None if self._keys.knows(cookie) else (401, "open the address that brochure preview printed")
