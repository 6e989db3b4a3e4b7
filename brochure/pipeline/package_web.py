"""What is put on a server: the files for the screen, flat in one folder, and a page that leads to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from brochure.base.diagnostics import ArgumentsError, BrochureError, Finding
from brochure.base.lengths import to_mm
from brochure.base.spans import Span
from brochure.content.name_order import by_name
from brochure.finish.web_font import web_font
from brochure.model.document import Document
from brochure.model.fonts import Face
from brochure.model.format import Format
from brochure.model.language import TOGETHER, Language
from brochure.model.unit import Words
from brochure.pipeline.build import Rooms
from brochure.pipeline.desk import Desk
from brochure.pipeline.handover import Package, Packaged, draft_mark, finished, hand_over
from brochure.pipeline.making import Place, Progress, unheard
from brochure.pipeline.outcome import Line
from brochure.pipeline.request import Request
from brochure.pipeline.web_page import Entry, WebFile, WebPage

SCREEN = "screen"
INDEX = "index.html"
USUAL = ("phone", "leaflet")
"""Formats that a reader of the page is led to, where none are named; all that the edition has, where it has neither."""

_OURS = "DRAFT PDF kB A4 0123456789 × · mm …"
"""Set in Latin on every page."""

_PAPERS = {(841, 1189): "A0", (297, 420): "A3", (210, 297): "A4", (148, 210): "A5", (105, 148): "A6"}
"""Edges in mm, ISO 216."""


def package_web(request: Request, rooms: Rooms, *, drafts: bool, progress: Progress = unheard) -> Packaged:
    """Build what is due for the screen and put it into a folder with its page.

    ``drafts``: drafts may go in, and then the name of the folder and the page say so. Nothing is written where a file
    has an error. Raises ArgumentsError: among others for a format in which several languages stand; SurroundingsError.
    """
    request = replace(request, targets=(SCREEN,), formats=_formats(request, rooms))
    return hand_over(request, rooms, _of_edition, drafts=drafts, as_folder=True, progress=progress)


def _formats(request: Request, rooms: Rooms) -> tuple[str, ...]:
    """Those that are asked for, or of USUAL that are there, or all that every reader has. Raises ArgumentsError."""
    offers, _ = rooms.offers(request.root, request.edition, request.cache, ())
    offered = [(name, each.languages) for offer in offers for name, each in offer.formats.items()]
    for name, languages in offered:
        if name in request.formats and TOGETHER in languages:
            raise ArgumentsError(
                f"{name} has no place on the page: several languages stand in it",
                "Name formats that every language has, such as --format phone,leaflet.",
            )
    most = max((len(languages) for _, languages in offered), default=0)
    each = dict.fromkeys(name for name, languages in offered if len(languages) == most)
    return request.formats or tuple(name for name in USUAL if name in each) or tuple(each)


def _of_edition(
    request: Request, edition: str, lines: Sequence[Line]
) -> tuple[Package | None, tuple[Finding, ...]]:
    read, findings = finished(request.out, edition, lines)
    desk = Desk(Place(request.root, edition, None))
    facts = desk.project.edition
    if facts is None:
        raise BrochureError(f"the edition {edition} was built and cannot be read")
    if facts.quick_exit is None:
        return None, (*findings, _no_exit(edition, facts.span))
    title = _document(desk, facts.phrases.language, lines[0].output.format, request.discreet)
    entries, fonts = _entries(desk, read, request.discreet, (_says(title), facts.quick_exit.label))
    page = WebPage(
        tag=title.language.tag,
        direction=title.language.direction,
        title=_says(title),
        exit=facts.quick_exit,
        draft=bool(draft_mark(lines)),
        fonts=fonts,
        entries=entries,
    )
    files = {Path(line.output.name).name: data for line, data in read.items()}
    files[INDEX] = page.data
    discreet = "+discreet" if request.discreet else ""
    checked = facts.verification.checked.isoformat()
    name = f"{edition}-web{discreet}-{facts.code}-{checked}{draft_mark(lines)}"
    return Package(name, files), findings


def _entries(
    desk: Desk, read: Mapping[Line, bytes], discreet: bool, latin: Sequence[str]
) -> tuple[tuple[Entry, ...], Mapping[str, bytes]]:
    """A language each, by its own name, and the fonts for them. ``latin``: words of the page itself."""
    files: dict[str, list[WebFile]] = {}
    said: dict[Language, str] = {}
    for line, data in sorted(read.items(), key=_on_page):
        output = line.output
        document = _document(desk, output.language, output.format, discreet)
        said.setdefault(document.language, _says(document))
        file = WebFile(Path(output.name).name, _paper(document.format), len(data))
        files.setdefault(output.language, []).append(file)
    letters = Letters(desk, latin)
    shared = Counter(each.endonym for each in said)
    entries = []
    for each in by_name(said):
        own = (shared[each.endonym] > 1 and each.full_endonym) or each.endonym
        fonts = letters.fonts_of(each, (own, said[each]))
        entries.append(Entry(each, own, said[each], fonts, tuple(files[each.tag])))
    return tuple(entries), letters.made


def _on_page(read: tuple[Line, bytes]) -> int:
    """The file for phones first: on a page most readers hold one."""
    name = read[0].output.format
    return USUAL.index(name) if name in USUAL else len(USUAL)


class Letters:
    """The fonts of the page: what the words that were shown to it need. ``latin``: words in the Latin font."""

    def __init__(self, desk: Desk, latin: Sequence[str]) -> None:
        if desk.setter is None or desk.project.fonts is None:
            raise BrochureError("the fonts were used and cannot be read")
        self._setter = desk.setter
        fonts = desk.project.fonts
        self._texts: dict[Face, set[str]] = {
            fonts.families[fonts.latin]["regular"]: {*_OURS, *"".join(latin)}
        }

    def fonts_of(self, language: Language, words: Sequence[str]) -> tuple[str, ...]:
        """Names of the fonts in which ``words`` are set, in the order in which they are met."""
        names: dict[str, None] = {}
        for text in words:
            prepared = self._setter.prepare((Words(text, Span("")),), language, "regular")
            for run in prepared.runs:
                self._texts.setdefault(run.face, set()).update(text[run.start : run.end])
                names[self._name(run.face)] = None
        return tuple(names)

    def _name(self, face: Face) -> str:
        return f"f{list(self._texts).index(face)}"

    @property
    def made(self) -> Mapping[str, bytes]:
        """By name, that of Latin first."""
        return {self._name(face): web_font(face, "".join(sorted(text))) for face, text in self._texts.items()}


def _document(desk: Desk, tag: str, format_id: str, discreet: bool) -> Document:
    document, _ = desk.read(tag, format_id, discreet=discreet)
    if document is None:
        raise BrochureError(f"{format_id}-{tag} was built and cannot be read")
    return document


def _says(document: Document) -> str:
    return "".join(piece.text for piece in document.title.pieces)


def _paper(form: Format) -> str:
    """The sheet of a file that is made for paper too."""
    if form.pictures:
        return ""
    short, long = sorted((round(to_mm(form.width)), round(to_mm(form.height))))
    return _PAPERS.get((short, long), f"{short} × {long} mm")


def _no_exit(edition: str, span: Span) -> Finding:
    return Finding(
        "no-quick-exit",
        "the edition names no page to which the button of the web page leads that is to be away at once",
        span,
        help='Add quick_exit: {address: "https://...", label: "..."} under edition: of '
        f"content/editions/{edition}.yaml: a page that anybody might look at.",
    )
