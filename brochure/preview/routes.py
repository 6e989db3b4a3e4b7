"""What the server answers: the page and its files, what it shows, what it writes."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any

from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from brochure.base.diagnostics import ArgumentsError, BrochureError
from brochure.layout.overlay import KINDS
from brochure.preview import catalogue
from brochure.preview.asked import BLACK, GREY, WIDEST, Asked, asked, entry, number, words
from brochure.preview.door import Keys, cookie_name
from brochure.preview.events import Events
from brochure.preview.session import Session
from brochure.preview.shown import project, unit, view
from brochure.raster.sharp import TYPE
from brochure.state.signing import Said

Answer = Callable[[Request], Awaitable[Response]]

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}

_MOST_PAGES = 1000
_MOST_LANGUAGES = 12
"""Letters of the tag of a language of the page."""


def page_files() -> dict[str, tuple[bytes, str]]:
    """Bytes and type of every file of the page, by name: what is not in this table cannot be asked for."""
    folder = files("brochure.preview").joinpath("page")
    return {
        each.name: (each.read_bytes(), _TYPES[f".{each.name.rpartition('.')[2]}"])
        for each in folder.iterdir()
        if f".{each.name.rpartition('.')[2]}" in _TYPES
    }


class Routes:
    """Answers for one session."""

    def __init__(self, session: Session, events: Events, keys: Keys, port: int, today: datetime.date) -> None:
        self._session, self._events, self._keys, self._port = session, events, keys, port
        self._today = today
        self._files = page_files()

    def all(self) -> list[Route]:
        """By path."""
        get: dict[str, Answer] = {
            "/": self.page,
            "/page/{name}": self.file,
            "/fonts/{face}": self.font,
            "/api/project": self.project,
            "/api/words": self.words,
            "/api/view": self.view,
            "/api/picture": self.picture,
            "/api/unit": self.unit,
            "/api/events": self.stream,
        }
        post: dict[str, Answer] = {
            "/api/enter": self.enter,
            "/api/typed": self.typed,
            "/api/save": self.save,
            "/api/undo": self.undo,
            "/api/redo": self.redo,
            "/api/approve": self.approve,
            "/api/before": self.before,
        }
        return [
            *(Route(path, _told(answer), methods=["GET"]) for path, answer in get.items()),
            *(Route(path, _told(answer), methods=["POST"]) for path, answer in post.items()),
        ]

    # Without the secret

    async def page(self, _request: Request) -> Response:
        data, type_ = self._files["index.html"]
        return Response(data, media_type=type_)

    async def file(self, request: Request) -> Response:
        found = self._files.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404, "there is no such file")
        return Response(found[0], media_type=found[1])

    async def enter(self, request: Request) -> Response:
        if not self._keys.admits(entry(await _body(request), "token")):
            raise HTTPException(401, "that is not the address that brochure preview printed")
        answer = JSONResponse({})
        name = cookie_name(self._port)
        answer.set_cookie(name, self._keys.cookie, httponly=True, samesite="strict", path="/")
        return answer

    # What is shown

    async def font(self, request: Request) -> Response:
        fonts = self._session.desk.desk.project.fonts
        faces = [face for family in fonts.families.values() for face in family.values()] if fonts else []
        found = [face for face in faces if face.id == request.path_params["face"]]
        if not found:
            raise HTTPException(404, "there is no such font")
        data = await asyncio.to_thread(found[0].path.read_bytes)
        return Response(data, media_type="font/ttf", headers={"cache-control": "private, max-age=86400"})

    async def project(self, _request: Request) -> Response:
        kinds = [*KINDS, BLACK, GREY]
        said = await self._session.bench.do(lambda: project(self._session, kinds, catalogue.languages()))
        return JSONResponse(said)

    async def words(self, request: Request) -> Response:
        tag = request.query_params.get("language", "")
        known = tag if tag in catalogue.languages() else catalogue.SOURCE
        texts = await asyncio.to_thread(catalogue.texts, known)
        return JSONResponse({"language": known, "texts": texts})

    async def view(self, request: Request) -> Response:
        wanted = asked(request.query_params, self._session.offer)
        said = await self._session.bench.do(lambda: view(self._session, wanted))
        self._events.look(wanted)
        return JSONResponse(said, background=BackgroundTask(self._draw_ahead, wanted))

    async def _draw_ahead(self, wanted: Asked) -> None:
        """While the browser puts the answer on the page. One by one: who asks for anything is answered between."""
        gallery = self._session.gallery
        with contextlib.suppress(BrochureError):  # who asks for the picture is told
            while await self._session.bench.do(lambda: gallery.draw_ahead(wanted.subject, wanted.look)):
                pass

    async def picture(self, request: Request) -> Response:
        wanted = asked(request.query_params, self._session.offer)
        page = number(request.query_params, "page", _MOST_PAGES)
        width = number(request.query_params, "width", WIDEST)
        gallery = self._session.gallery
        data = await self._session.bench.do(
            lambda: gallery.picture(wanted.subject, wanted.look, page, max(width, 1), grey=wanted.grey)
        )
        # A picture's address has its version: what it shows never changes.
        return Response(data, media_type=TYPE, headers={"cache-control": "private, max-age=3600"})

    async def unit(self, request: Request) -> Response:
        wanted = asked(request.query_params, self._session.offer)
        tag = request.query_params.get("of", "") or wanted.subject.language
        address = request.query_params.get("address", "")
        said = await self._session.bench.do(lambda: unit(self._session, wanted.subject, tag, address))
        return JSONResponse(said)

    async def stream(self, _request: Request) -> Response:
        return self._events.stream()

    # What is written

    async def typed(self, request: Request) -> Response:
        body = await _body(request)
        said = words(body, self._session.languages)
        is_kept = isinstance(body, dict) and body.get("keep") is True
        news = await self._session.bench.do(lambda: self._session.type_in(said, is_kept=is_kept))
        self._events.tell(news)
        return JSONResponse(news)

    async def save(self, request: Request) -> Response:
        said = words(await _body(request), self._session.languages)
        kept = await self._session.bench.do(lambda: self._session.save(said))
        self._tell_changed()
        answer: dict[str, Any] = {
            "before": kept.before,
            "text": kept.text,
            "written": kept.is_written,
            **self._session.steps,
        }
        if kept.is_conflict:
            return JSONResponse({**answer, "error": "the file has another text by now"}, 409)
        if kept.findings:
            first = kept.findings[0]
            why = f"the file cannot be read, so nothing is written into it: {first}"
            return JSONResponse({**answer, "error": why}, 422)
        return JSONResponse(answer)

    async def undo(self, request: Request) -> Response:
        return await self._stepped(request, on=False)

    async def redo(self, request: Request) -> Response:
        return await self._stepped(request, on=True)

    async def _stepped(self, _request: Request, *, on: bool) -> Response:
        session = self._session
        step, kept = await session.bench.do(session.step_on if on else session.step_back)
        self._tell_changed()
        if kept.is_conflict:
            why = "the text was changed in the file since, so it stays as it is"
            return JSONResponse({"error": why, **session.steps}, 409)
        if kept.findings:
            return JSONResponse({"error": str(kept.findings[0]), **session.steps}, 422)
        return JSONResponse({"language": step.language, "address": step.address, **session.steps})

    async def approve(self, request: Request) -> Response:
        body = await _body(request)
        said = words(body, self._session.languages)
        level = entry(body, "level")
        if level not in ("translated", "reviewed", "approved"):
            raise ArgumentsError(f"a text cannot be {level}")
        by = "" if level == "translated" else entry(body, "by")
        on = None if level == "translated" else self._today
        signed = await self._session.bench.do(
            lambda: self._session.approve(said.language, said.address, Said(level, by, on))  # type: ignore[arg-type]
        )
        self._tell_changed()
        if signed.signing is None:
            return JSONResponse({"error": "\n".join(map(str, signed.findings))}, 422)
        return JSONResponse({"recorded": list(signed.signing.recorded), "unusable": list(signed.unusable)})

    async def before(self, _request: Request) -> Response:
        await self._session.bench.do(self._session.gallery.start_anew)
        return JSONResponse({})

    def _tell_changed(self) -> None:
        self._events.tell({"event": "changed", "revision": self._session.revision, "languages": None})


async def _body(request: Request) -> object:
    try:
        return await request.json()
    except ValueError as error:
        raise ArgumentsError("what was sent is no JSON") from error


def _told(answer: Answer) -> Answer:
    """What goes wrong is said as the command line says it."""

    async def told(request: Request) -> Response:
        try:
            return await answer(request)
        except HTTPException as error:
            return JSONResponse({"error": error.detail}, error.status_code)
        except BrochureError as error:
            status = 400 if isinstance(error, ArgumentsError) else 503
            return JSONResponse({"error": error.message, "next": error.next_step}, status)

    return told
