"""What newer font files would change: every document set with the declared fonts and with the newer ones, compared.

Glyphs are compared by how they are drawn and where they stand, never by number: numbers change with every version.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.diagnostics import Finding, in_order
from brochure.content.words import language_file
from brochure.layout.document import lay_out
from brochure.layout.operations import PlacedDocument, TextLine
from brochure.model.document import Document
from brochure.model.fonts import FontList
from brochure.pipeline.desk import Desk
from brochure.pipeline.font_files import Replacement, replaced
from brochure.pipeline.making import Place, Progress, unheard
from brochure.pipeline.rooms import offers
from brochure.state.draft import units_in
from brochure.text.faces import open_face
from brochure.text.leading import ink_reach
from brochure.text.lines import Cluster, Line, Run
from brochure.text.outlines import GRID, outline_key
from brochure.text.typesetter import Typesetter

_SIZE = 10.0
_ENDLESS = 1e6
"""pt: a measure that breaks no line."""

_HAIR = 0.0005
"""A change of width below this part of it is rounding."""

Look = tuple[tuple[str, int, int], ...]


class TextChange(Struct, frozen=True):
    """A text that would look different. ``address``: of its unit or fact. ``drawn``: its clusters that would be drawn
    or placed differently, each once. ``width``: 0.01 for one per cent wider. ``before``, ``after``: its lines, and the
    sizes in pt they are set in.
    """

    edition: str
    language: str
    format: str
    address: str
    drawn: tuple[str, ...]
    width: float
    before: tuple[str, ...]
    after: tuple[str, ...]
    size_before: float
    size_after: float

    @property
    def breaks(self) -> bool:
        """Whether a line would end elsewhere."""
        return self.before != self.after

    @property
    def is_resized(self) -> bool:
        """Whether it would be set in another size."""
        return abs(self.size_after - self.size_before) > _HAIR

    @property
    def is_wider(self) -> bool:
        """Or narrower."""
        return abs(self.width) > _HAIR


class LeadingChange(Struct, frozen=True):
    """What the ink of a language asks for, in em, and what the theme gives it."""

    language: str
    before: float
    after: float
    given: float


class Lost(Struct, frozen=True):
    """A character in use that the newer file does not have. ``texts``: ``language:address``."""

    character: str
    name: str
    face: str
    texts: tuple[str, ...]


class Update(Struct, frozen=True):
    """``texts``: how many painted texts have glyphs of the fonts in question. ``findings``: what would be wrong that
    is not wrong today, such as a text that is too long.
    """

    texts: int
    changes: tuple[TextChange, ...]
    leadings: tuple[LeadingChange, ...]
    lost: tuple[Lost, ...]
    findings: tuple[Finding, ...]


def compare(
    root: Path, fonts: FontList, replacements: Sequence[Replacement], progress: Progress = unheard
) -> Update:
    """Over every document of the editions. Raises ArgumentsError: no project; SurroundingsError: a damaged font."""
    changed = [each for each in replacements if not each.is_same]
    found = _Found(fonts, changed)
    jobs = [
        (offer.edition, language, format_id)
        for offer in offers(root, "")[0]
        for format_id, offered in offer.formats.items()
        for language in offered.languages
    ]
    desks: dict[str, Desk] = {}
    for done, (edition, language, format_id) in enumerate(jobs if changed else (), 1):
        if edition not in desks:
            cache = root / "build" / ".cache" / "read"
            desks[edition] = Desk(Place(root, edition, cache if cache.is_dir() else None))
        document, _ = desks[edition].read(language, format_id)
        setter = desks[edition].setter
        if document is not None and setter is not None:
            found.add(edition, document, setter)
        progress(done, len(jobs))
    return found.update()


class _Found:
    """Gathers what differs, document by document."""

    def __init__(self, fonts: FontList, changed: Sequence[Replacement]) -> None:
        self.fonts = fonts
        self.newer = replaced(fonts, changed)
        self.by_face = {each.face.id: each for each in changed}
        self.texts = 0
        self.changes: list[TextChange] = []
        self.leadings: dict[str, LeadingChange] = {}
        self.lost: dict[tuple[str, str], dict[str, None]] = {}
        self.findings: list[Finding] = []

    def add(self, edition: str, document: Document, setter: Typesetter) -> None:
        old = lay_out(document, setter)
        before = _lines(old.document)
        lacks = any(each.code == "missing-glyph" for each in old.findings)  # the newer font may have it
        if not lacks and not any(map(self._uses, before.values())):
            return
        newer = Typesetter(self.newer, document.theme.scripts)
        new = lay_out(document, newer)
        known = {(each.code, each.span) for each in old.findings}
        self.findings += [each for each in new.findings if (each.code, each.span) not in known]
        after = _lines(new.document)
        for text, lines in before.items():
            now = after.get(text, [])
            if self._uses(lines) or self._uses(now):
                self.texts += 1
                self._compare(edition, document, text, lines, now)
        self._leading(document, setter, newer)

    def update(self) -> Update:
        lost = [
            Lost(character, unicodedata.name(character, ""), face, tuple(texts))
            for (face, character), texts in sorted(self.lost.items())
        ]
        leadings = tuple(self.leadings.values())
        return Update(self.texts, tuple(self.changes), leadings, tuple(lost), in_order(self.findings))

    def _uses(self, lines: Sequence[Line]) -> bool:
        return any(run.face.id in self.by_face for line in lines for run in line.runs)

    def _compare(
        self, edition: str, document: Document, text: _Text, old: Sequence[Line], new: Sequence[Line]
    ) -> None:
        address, file = text
        tags = (each.tag for each in document.together if language_file(each.tag) == file)
        tag = next(tags, document.language.tag)
        self._note_lost(f"{tag}:{address}", old)
        change = TextChange(
            edition,
            tag,
            document.format.id,
            address,
            _drawn_otherwise(old, new),
            _width(new) / _width(old) - 1 if _width(old) else 0.0,
            tuple(line.text for line in old),
            tuple(line.text for line in new),
            _size(old),
            _size(new),
        )
        if change.drawn or change.is_wider or change.breaks or change.is_resized:
            self.changes.append(change)

    def _note_lost(self, text: str, lines: Sequence[Line]) -> None:
        for run in (run for line in lines for run in line.runs if run.face.id in self.by_face):
            old, new = open_face(run.face), open_face(self.by_face[run.face.id].newer)
            for character in dict.fromkeys(
                character for cluster in run.clusters for character in cluster.text
            ):
                if old.covers(character) and not new.covers(character):
                    self.lost.setdefault((run.face.id, character), {})[text] = None

    def _leading(self, document: Document, setter: Typesetter, newer: Typesetter) -> None:
        """Of the words in the language's own script, each text on one line: any two of its clusters may meet.

        Of documents in one language: the others are set in the same leading.
        """
        if document.together:
            return
        language = document.language
        families = {each.face.family for each in self.by_face.values()}
        if self.fonts.fallback(language.script, "regular")[0].family not in families:
            return
        style = document.theme.style(language)
        weights = sorted({each.face.weight for each in self.by_face.values()})
        before, after = (
            max(
                ink_reach(
                    [
                        line
                        for unit in units_in(document)
                        for line in by.set_lines(by.prepare(unit.pieces, language, weight), _SIZE, _ENDLESS)
                    ],
                    _SIZE * style.size,
                ).leading
                for weight in weights
            )
            for by in (setter, newer)
        )
        known = self.leadings.get(language.tag, LeadingChange(language.tag, 0, 0, style.leading))
        self.leadings[language.tag] = replace(
            known, before=max(known.before, before), after=max(known.after, after)
        )


_Text = tuple[str, str]
"""Address of a text, and the file it is in: where languages stand together, several texts have its address."""


def _lines(placed: PlacedDocument) -> Mapping[_Text, list[Line]]:
    """The set lines of every text; a line that several structure elements share is one again."""
    found: dict[_Text, dict[tuple[int, float, float], Line]] = {}
    for number, page in enumerate(placed.pages):
        for operation in page.operations:
            if isinstance(operation, TextLine):
                lines = found.setdefault((operation.address, operation.span.file), {})
                place = (number, operation.baseline, operation.x)
                before = lines[place].runs if place in lines else ()
                lines[place] = replace(operation.line, runs=before + operation.line.runs)
    return {text: list(lines.values()) for text, lines in found.items()}


def _drawn_otherwise(old: Sequence[Line], new: Sequence[Line]) -> tuple[str, ...]:
    """Where the clusters themselves are others, every cluster that only one side has."""
    before, after = list(_looks(old)), list(_looks(new))
    if [text for text, _ in before] == [text for text, _ in after]:
        pairs = zip(before, after, strict=True)
        return tuple(dict.fromkeys(text for (text, was), (_, is_now) in pairs if was != is_now))
    shared = set(before) & set(after)
    return tuple(dict.fromkeys(text for text, look in (*before, *after) if (text, look) not in shared))


def _looks(lines: Sequence[Line]) -> Iterator[tuple[str, Look]]:
    for run, cluster in _clusters(lines):
        grid = GRID / open_face(run.face).units_per_em
        glyphs = (
            (outline_key(run.face, glyph.gid), round(glyph.dx * grid), round(glyph.dy * grid))
            for glyph in cluster.glyphs
        )
        yield cluster.text, tuple(glyphs)


def _width(lines: Sequence[Line]) -> float:
    """Of all clusters, at 1 pt."""
    return sum(cluster.advance / run.size for run, cluster in _clusters(lines))


def _clusters(lines: Sequence[Line]) -> Iterator[tuple[Run, Cluster]]:
    """Without spaces: they come and go where lines end."""
    for line in lines:
        for run in line.runs:
            yield from ((run, cluster) for cluster in run.clusters if not cluster.text.isspace())


def _size(lines: Sequence[Line]) -> float:
    return max((run.size for line in lines for run in line.runs), default=0.0)
