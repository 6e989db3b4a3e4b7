"""One size per role and language per file: the largest at which every text of the role fits its room.

Steps of a quarter point from the role's size down to its floor, then 4 % less leading; what still does not fit is set
at the floor and reported. Layout returns what did not fit, it never raises it (design.md 4). Where every text of a role
leaves room, its lines move apart (``airy``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from brochure.base.lengths import mm
from brochure.base.spans import Span
from brochure.layout.direction import SheetDirection
from brochure.layout.rooms import SLACK, Measures, Room, measures
from brochure.model.language import Language
from brochure.model.places import TypeRole
from brochure.model.theme import ScriptStyle
from brochure.model.unit import Piece
from brochure.text.lines import Line
from brochure.text.prepared import Prepared
from brochure.text.skyline import air_between
from brochure.text.typesetter import Typesetter

STEP = 0.25
"""pt."""

TIGHTER = 0.96
"""The leading's last reserve."""

ROW_LINES = 2
"""Beside a sign a third line for the sake of a sentence costs more air than it helps."""

AIR = mm(0.3)
"""Ink of two lines keeps this apart."""

EASE_STEPS = 12
"""In so many steps do lines move apart."""

FOR_SENTENCES = 2
"""So many steps smaller may a role be set where a text gains a line for each of its sentences."""


class Paragraph(Struct, frozen=True):
    """A shaped text with what it was made of. ``address`` names its unit or fact."""

    address: str
    span: Span
    pieces: tuple[Piece, ...]
    prepared: Prepared


class Setting(Struct, frozen=True):
    """Paragraphs that share one room and one role.

    ``script``: whose leading and body they have; a fact that is Latin by its type has those of Latin in every language.
    ``each_sentence``: on a line of its own even where all would fit on one. ``gap``: pt more between paragraphs.
    Where there is room, ``apart`` in its place, if that is more, and ``parted``: pt more between sentences, where one
    takes several lines.
    ``language`` and ``sheet``: of words in a cell of their own language; "" and None for those of the document.
    """

    panel: str
    role: TypeRole
    room: Room
    paragraphs: tuple[Paragraph, ...]
    script: ScriptStyle
    each_sentence: bool = False
    gap: float = 0.0
    apart: float = 0.0
    parted: float = 0.0
    language: str = ""
    sheet: SheetDirection | None = None


class Fit(Struct, frozen=True):
    """A setting at its size: ``lines`` of each paragraph, ``airs``: pt above each line beside the leading.
    ``sentences``: each sentence starts a line where a paragraph has several lines. ``too_high``/``too_wide`` in pt and
    ``too_many`` lines are 0 where it fits.
    """

    setting: Setting
    measures: Measures
    lines: tuple[tuple[Line, ...], ...]
    airs: tuple[float, ...]
    sentences: bool
    too_high: float
    too_wide: float
    too_many: int

    @property
    def fits(self) -> bool:
        return self.too_high == 0 and self.too_wide == 0 and self.too_many == 0

    @property
    def baselines(self) -> tuple[float, ...]:
        return _baselines(self.setting, self.measures, _all(self.lines), self.airs)


class Fitter:
    """Sets texts of one language; remembers nothing but the tools it was given."""

    def __init__(self, typesetter: Typesetter, language: Language, script: ScriptStyle) -> None:
        self.typesetter = typesetter
        self.language = language
        self.script = script

    def paragraph(self, address: str, span: Span, pieces: Sequence[Piece], role: TypeRole) -> Paragraph:
        """Shape once; setting at several sizes comes later."""
        prepared = self.typesetter.prepare(pieces, self.language, role.weight)
        return Paragraph(address, span, tuple(pieces), prepared)

    def at(self, setting: Setting, size: float, tightness: float = 1.0) -> Fit:
        """Set at one size for Latin: a line for each sentence where there is room for it, running lines else."""
        by = measures(setting.role, setting.script, size, tightness)
        fit = self._set(setting, by, sentences=True)
        if (setting.parted or setting.apart) and not fit.fits:
            setting = replace(setting, parted=0.0, apart=0.0)
            fit = self._set(setting, by, sentences=True)
        return fit if fit.fits else self._set(setting, by, sentences=False)

    def _set(self, setting: Setting, by: Measures, *, sentences: bool) -> Fit:
        broken = [self._broken(paragraph, setting, by.size, sentences) for paragraph in setting.paragraphs]
        airs = _airs(setting, broken)
        lines, by = self._least_apart(setting, by, tuple(map(_all, broken)), airs)
        high, wide = setting.room.excess(_all(lines), airs, by)
        most = min(setting.role.lines, ROW_LINES) if _is_crowded(setting) else setting.role.lines
        too_many = max(0, sum(map(len, lines)) - most)
        return Fit(setting, by, lines, airs, sentences, high, wide, too_many)

    def _least_apart(
        self, setting: Setting, by: Measures, lines: tuple[tuple[Line, ...], ...], airs: tuple[float, ...]
    ) -> tuple[tuple[tuple[Line, ...], ...], Measures]:
        """The lines with their leading; of two lines that ask for more of it those that ask for least, if they are
        broken as well: rows side by side look alike then.
        """
        apart = self._apart(setting, by, lines, airs)
        if apart is by or len(lines) != 1 or len(lines[0]) != 2:
            return lines, apart
        prepared = setting.paragraphs[0].prepared
        ways = [(each,) for each in self.typesetter.two_lines(prepared, by.size, setting.room.measure)]
        if not ways or ways[0] != lines:
            return lines, apart
        tried = [(way, self._apart(setting, by, way, airs)) for way in ways]
        return min(tried, key=lambda each: round((each[1].leading - by.leading) / AIR))

    def _apart(
        self, setting: Setting, by: Measures, paragraphs: Sequence[Sequence[Line]], airs: Sequence[float]
    ) -> Measures:
        """So much more leading that no ink of a line touches that of the next: long tails and stacked marks meet."""
        lines = _all(paragraphs)
        baselines = _baselines(setting, by, lines, airs)
        missing = 0.0
        for (above, upper), (below, lower) in pairwise(zip(baselines, lines, strict=True)):
            shift = upper.width - lower.width if self.language.direction == "rtl" else 0.0
            missing = max(missing, AIR - air_between(upper, lower, shift, below - above, AIR))
        return replace(by, leading=by.leading + missing) if missing else by

    def _broken(
        self, paragraph: Paragraph, setting: Setting, size: float, sentences: bool
    ) -> tuple[tuple[Line, ...], ...]:
        """The lines of each sentence, or running lines as if there were but one."""
        measure = setting.room.measure
        running = self.typesetter.set_lines(paragraph.prepared, size, measure)
        if not sentences or (len(running) < 2 and not setting.each_sentence):
            return (running,)
        by_sentence = self.typesetter.set_sentences(paragraph.prepared, size, measure)
        most = max(len(running), ROW_LINES)
        crowded = setting.room.anchor == "middle" and len(_all(by_sentence)) > most
        return (running,) if crowded else by_sentence

    def fit(self, settings: Sequence[Setting]) -> tuple[Fit, ...]:
        """Fit settings of one role together; in order. At the floor some may not fit."""
        tried = sizes(settings[0].role, self.script)
        # What did not fit a quarter point above is the first that will not fit here.
        order = list(range(len(settings)))
        for number, candidate in enumerate(tried[:-1]):
            fits: dict[int, Fit] = {}
            for place in order:
                fits[place] = self.at(settings[place], *candidate)
                if not fits[place].fits:
                    order.remove(place)
                    order.insert(0, place)
                    break
            else:
                in_order = tuple(fits[place] for place in range(len(settings)))
                smaller = tried[number + 1 : number + 1 + FOR_SENTENCES]
                return _airy(self._with_sentences(settings, in_order, smaller))
        return self._all_at(settings, *tried[-1])

    def _with_sentences(
        self, settings: Sequence[Setting], fits: tuple[Fit, ...], smaller: Sequence[tuple[float, float]]
    ) -> tuple[Fit, ...]:
        """The fits, or those at a size a little smaller, where more texts have a line for each sentence."""
        best = fits
        for candidate in smaller:
            if _running(best) == (0, 0):
                break
            best = min(best, self._all_at(settings, *candidate), key=_running)
        return best

    def _all_at(self, settings: Sequence[Setting], size: float, tightness: float) -> tuple[Fit, ...]:
        return tuple(self.at(setting, size, tightness) for setting in settings)


def _airy(fits: tuple[Fit, ...]) -> tuple[Fit, ...]:
    """The same lines further apart, as far as their role likes it and every text has twice the room for it: half of
    what is left stays free around the words, or they would run down to the edge of their area.
    """
    role = fits[0].setting.role
    if role.airy is None or not all(fit.fits for fit in fits):
        return fits
    most = role.airy / role.leading - 1.0
    for step in range(EASE_STEPS, 0, -1):
        share = most * step / EASE_STEPS
        if all(_has_room(_eased(fit, 2 * share)) for fit in fits):
            return tuple(_eased(fit, share) for fit in fits)
    return fits


def _eased(fit: Fit, share: float) -> Fit:
    """With ``share`` of its script's leading more of it."""
    setting, by = fit.setting, fit.measures
    return replace(fit, measures=by.eased(measures(setting.role, setting.script, by.size).leading * share))


def _has_room(fit: Fit) -> bool:
    """Without the slack, which is for descenders of words that need it."""
    room = replace(fit.setting.room, bottom=fit.setting.room.bottom - SLACK)
    return room.excess(_all(fit.lines), fit.airs, fit.measures) == (0.0, 0.0)


def _is_crowded(setting: Setting) -> bool:
    """Tall scripts beside a sign that is lower than three of their lines at the role's size."""
    role, script, room = setting.role, setting.script, setting.room
    three = (ROW_LINES + 1) * measures(role, script, role.size).leading
    return script.is_tall and room.anchor == "middle" and three > room.bottom - room.top


def _all(parts: Iterable[Sequence[Line]]) -> tuple[Line, ...]:
    return tuple(chain.from_iterable(parts))


def _airs(setting: Setting, broken: Sequence[Sequence[Sequence[Line]]]) -> tuple[float, ...]:
    """Above each line of ``broken``, which has the sentences of each paragraph and the lines of each sentence."""
    parted = setting.parted if any(len(each) > 1 for paragraph in broken for each in paragraph) else 0.0
    airs: list[float] = []
    for paragraph in broken:
        for number, sentence in enumerate(paragraph):
            first = parted if number else max(setting.gap, setting.apart) if airs else 0.0
            if sentence:
                airs += [first, *[0.0] * (len(sentence) - 1)]
    return tuple(airs)


def _baselines(
    setting: Setting, by: Measures, lines: Sequence[Line], airs: Sequence[float]
) -> tuple[float, ...]:
    return setting.room.baselines(airs, by, lines[0].ink.top if lines else 0.0)


def _running(fits: Sequence[Fit]) -> tuple[int, int]:
    """How many texts do not fit, and how many run over line ends with their sentences."""
    return sum(not fit.fits for fit in fits), sum(not fit.sentences for fit in fits)


def sizes(role: TypeRole, script: ScriptStyle) -> tuple[tuple[float, float], ...]:
    """Sizes for Latin and leading factors, largest first. The floor holds after the script's factor (look.md)."""
    floor = min(role.size, (script.in_role(role.name).floor or role.floor) / script.size)
    if role.floor == role.size:
        return ((role.size, 1.0),)
    steps = int((role.size - floor) / STEP)
    tried = [role.size - k * STEP for k in range(steps + 1)]
    if tried[-1] - floor > 1e-9:
        tried.append(floor)
    return (*((size, 1.0) for size in tried), (floor, TIGHTER))
