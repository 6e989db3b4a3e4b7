"""One run of the preview: the project in memory, what was typed and is not saved, what was saved and can be undone."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, BrochureError, Finding
from brochure.content.findings import Findings
from brochure.content.people import read_people
from brochure.content.project import spoken_of
from brochure.content.words import language_file
from brochure.exchange.comparison import worded
from brochure.model.approval import Person
from brochure.pipeline.approve import Signed, approve
from brochure.pipeline.check import Judged
from brochure.pipeline.live import LiveDesk, Subject
from brochure.pipeline.request import Offer
from brochure.pipeline.rooms import offers
from brochure.pipeline.writing import Kept, write_text
from brochure.preview.asked import Words
from brochure.preview.bench import Bench
from brochure.preview.gallery import Gallery
from brochure.preview.judging import Question
from brochure.state.signing import Said

_MOST_UNDONE = 500
"""Steps back. Each is a text."""

Stamp = tuple[int, int]


class Step(Struct, frozen=True):
    """A text that was saved."""

    language: str
    address: str
    before: str
    after: str


class Session:
    """Everything here but ``events`` is for the bench's one thread.

    Raises ArgumentsError: no project, no such edition; SurroundingsError: a font or a library is in the way.
    """

    def __init__(self, root: Path, edition: str, cache: Path | None, *, read_only: bool) -> None:
        self.root, self.is_read_only = root, read_only
        self.offer = _offer(root, edition)
        self.desk = LiveDesk(root, self.offer.edition, cache)
        self.gallery = Gallery(self.desk)
        self.bench = Bench()
        self.events: set[asyncio.Queue[dict[str, object]]] = set()
        self.revision = 1
        self.trouble: BrochureError | None = None
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._judged: dict[Subject, tuple[int, Judged]] = {}
        self._changed_at: dict[str, int] = {}
        self._stamps: dict[str, Stamp] = {}
        self._unheard: set[str] = set()

    # What changed

    def changed(self, files: Collection[str]) -> dict[str, object] | None:
        """Take in changed files, relative to the root, and tell what may look different; None: nothing that was not
        known. What cannot be taken in is told as trouble, and the pages stay as they were.
        """
        news = {file for file in files if self._stamps.get(file) != _stamp(self.root / file)}
        if not news:
            return None
        self._stamps.update({file: _stamp(self.root / file) for file in news})
        self._unheard |= news
        try:
            tags = self.desk.changed(news)
            if tags is None:
                self.offer = _offer(self.root, self.desk.edition)
            self.trouble = None
        except BrochureError as error:
            self.trouble, tags = error, None
        return self._told(tags)

    def _told(self, tags: Collection[str] | None) -> dict[str, object]:
        self.revision += 1
        for tag in self.languages if tags is None else tags:
            self._changed_at[tag] = self.revision
        said: dict[str, object] = {"event": "changed", "revision": self.revision}
        said["languages"] = None if tags is None else sorted(tags)
        return said

    @property
    def languages(self) -> tuple[str, ...]:
        """Of every format, those in which several stand together included."""
        return self.offer.languages

    # Texts

    def type_in(self, words: Words, *, is_kept: bool) -> dict[str, object]:
        """Look at a text before it is saved; not ``is_kept``: look at the file's again."""
        self.desk.type_in(words.language, words.address, words.text if is_kept else None)
        return self._told({words.language})

    def save(self, words: Words) -> Kept:
        """Put a text into its file. What was typed is given up only when it is there. Raises as :func:`write_text`."""
        kept = self._write(words.language, words.address, words.text, words.seen)
        if kept.is_written:
            step = Step(words.language, words.address, kept.before, kept.text)
            self._done = [*self._done, step][-_MOST_UNDONE:]
            self._undone.clear()
        return kept

    def step_back(self) -> tuple[Step, Kept]:
        """Undo the last text that was saved. Raises ArgumentsError: there is none."""
        return self._step(self._done, self._undone)

    def step_on(self) -> tuple[Step, Kept]:
        """Save again what was undone last. Raises ArgumentsError: there is none."""
        return self._step(self._undone, self._done)

    @property
    def steps(self) -> dict[str, int]:
        """How many can be undone, and done again."""
        return {"undo": len(self._done), "redo": len(self._undone)}

    def _step(self, from_: list[Step], to: list[Step]) -> tuple[Step, Kept]:
        if not from_:
            raise ArgumentsError("there is nothing to be undone or done again")
        step = from_[-1]
        kept = self._write(step.language, step.address, step.before, step.after)
        if not kept.findings:
            from_.pop()
            # A text that somebody changed since stays as it is, and the step back to it is gone.
            if not kept.is_conflict:
                to.append(Step(step.language, step.address, step.after, step.before))
        return step, kept

    def _write(self, tag: str, address: str, text: str, seen: str) -> Kept:
        if self.is_read_only:
            raise ArgumentsError(
                "this preview only shows; nothing is written", "Start it without --read-only."
            )
        kept = write_text(self.root, tag, address, text, seen)
        if not kept.is_conflict and not kept.findings:
            self.desk.type_in(tag, address, None)
            self.changed({language_file(tag), f"content/approvals/{tag}.yaml"})
        return kept

    def approve(self, tag: str, address: str, said: Said) -> Signed:
        """Write down what a person says of a text. Raises as :func:`brochure.pipeline.approve.approve`."""
        if self.is_read_only:
            raise ArgumentsError(
                "this preview only shows; nothing is written", "Start it without --read-only."
            )
        typed = self.desk.typed(tag).get(address)
        if typed is not None and worded(address, typed).written != self._written(tag, address):
            raise ArgumentsError(
                "the text is not saved yet", "Save it first: what is signed is what stands in the file."
            )
        signed = approve(self.root, tag, said, (address,))
        self.changed({f"content/approvals/{tag}.yaml"})
        return signed

    def _written(self, tag: str, address: str) -> str:
        """The text that the file has."""
        words = spoken_of(self.desk.desk.project, tag, Findings(tag)).words or {}
        wording = words.get(address)
        return wording.written if wording else ""

    def people(self, tag: str) -> tuple[Person, ...]:
        """Who may say something of texts in a language."""
        return tuple(each for each in read_people(self.root, Findings()).values() if each.reads(tag))

    # Judgement

    def judged(self, subject: Subject, *targets: str) -> Judged | None:
        """What was judged since the last change, the files for ``targets`` too; None where it has to be judged anew."""
        at, judged = self._judged.get(subject, (0, None))
        if judged is None or at < self._changed_at.get(subject.language, 1):
            return None
        return judged if set(targets) <= set(judged.job.targets) else None

    def question(self, subject: Subject, targets: tuple[str, ...]) -> Question:
        """What the judge has to know. It hears of each change once."""
        changed, self._unheard = frozenset(self._unheard), set()
        return Question(subject, targets, dict(self.desk.typed(subject.language)), changed, self.revision)

    def learn(self, question: Question, judged: Judged) -> None:
        """What the judge said of things as they were when it was asked."""
        self._judged[question.subject] = (question.revision, judged)

    def known_findings(self, subject: Subject) -> tuple[Finding, ...]:
        """What was judged, or what reading and layout say while that is under way."""
        judged = self.judged(subject)
        return judged.findings if judged else self.desk.laid(subject).findings


def _offer(root: Path, edition: str) -> Offer:
    found, findings = offers(root, edition)
    if not found:
        said = "\n".join(map(str, findings[:3]))
        raise ArgumentsError("there is no edition that can be shown", said or "brochure check says why.")
    return found[0]


def _stamp(path: Path) -> Stamp:
    try:
        stat = path.stat()
    except OSError:
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
