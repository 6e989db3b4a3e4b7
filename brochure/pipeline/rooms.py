"""The rooms for real. Reading what is due costs little; typesetter and writer are loaded when a document is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import Finding, Severity
from brochure.base.spans import Span
from brochure.content.approvals import tell_stray_approvals
from brochure.content.edition import edition_file
from brochure.content.findings import Findings
from brochure.content.formats import PROOF, made_for_of
from brochure.content.inputs import inputs_of
from brochure.content.plan import Plan, edition_names, read_plan
from brochure.content.project_cache import kept
from brochure.content.shops import require_shop
from brochure.content.structure import discreet_formats
from brochure.model.language import TOGETHER
from brochure.pipeline.build import Rooms
from brochure.pipeline.making import Job, Made, Maker, Place
from brochure.pipeline.request import Offer, Offered
from brochure.state.outputs import TARGETS


def offers(
    root: Path, edition: str, cache: Path | None = None, only: Collection[str] = ()
) -> tuple[tuple[Offer, ...], tuple[Finding, ...]]:
    """What is made of ``edition``, "" for every one that is no example, and what is wrong in their lists.
    ``cache``: where that is kept for the next time. ``only``: formats outside of which nothing is read, and all is
    offered; where it is empty, all are read.

    An edition whose lists cannot be read offers nothing. Raises ArgumentsError: no project, or no such edition.
    """
    arguments = (edition, *sorted(only))
    found = kept(root, cache, _Offers, arguments, lambda: _read_offers(root, edition, only), words=False)
    return found.offers, found.findings


class _Offers(Struct, frozen=True):
    offers: tuple[Offer, ...]
    findings: tuple[Finding, ...]


def _read_offers(root: Path, edition: str, only: Collection[str]) -> _Offers:
    found: list[Offer] = []
    findings: list[Finding] = []
    for name in (edition,) if edition else edition_names(root):
        plan = read_plan(root, name)
        findings += plan.findings
        # A format that cannot be read stays due for every target, or nobody would hear what is wrong with it.
        discreet = discreet_formats(root)
        formats = {
            each: _unread(plan) if only and each not in only else _offered(root, each, plan, each in discreet)
            for each in plan.formats
        }
        if plan.languages and formats:
            formats[PROOF] = Offered(("screen",), plan.languages, by_name=True)
            found.append(Offer(name, formats))
        elif not plan.findings:
            findings.append(_nothing_listed(name))
    strays = Findings()
    tell_stray_approvals(root, strays)
    return _Offers(tuple(found), (*findings, *strays.all))


def _nothing_listed(edition: str) -> Finding:
    return Finding(
        "nothing-listed",
        "the edition lists no language or no format, so nothing is made of it",
        Span(edition_file(edition)),
        help="Name at least one under languages: and one under formats:.",
    )


def _offered(root: Path, name: str, plan: Plan, discreet: bool) -> Offered:
    made_for = made_for_of(root, name)
    languages = {"each": plan.languages, "workers": plan.worker_languages, "together": (TOGETHER,)}
    return Offered(_ours(made_for.targets) or TARGETS, languages[made_for.languages], discreet)


def _unread(plan: Plan) -> Offered:
    """A format that nobody asked for: whatever there may be of it, so that each name is known."""
    return Offered(TARGETS, (*plan.languages, *plan.worker_languages, TOGETHER))


def _ours(targets: Iterable[str]) -> tuple[str, ...]:
    return tuple(target for target in targets if target in TARGETS)


def open_maker(place: Place) -> Maker:
    """Makes documents at a desk, and the proof of a language."""
    from brochure.pipeline.desk import Desk

    desk = Desk(place)

    def make(job: Job) -> Made:
        if job.format != PROOF:
            return desk.make(job)
        from brochure.pipeline.proof import make_proof

        return make_proof(desk, job)

    return make


def compare(files: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """What parts the colour plates of ``files``; a warning where nobody can look, because pikepdf is an extra."""
    try:
        from brochure.check.plates import compare_plates
    except ModuleNotFoundError as error:
        if error.name != "pikepdf":
            raise
        return (_NOT_JUDGED,)
    return compare_plates(files)


_NOT_JUDGED = Finding(
    "not-judged",
    "nobody has looked whether all languages share one set of colour plates: pikepdf is not installed",
    Span("brochure"),
    Severity.WARNING,
    "Install it with: pip install 'brochure[validate]'",
)

ROOMS = Rooms(offers, inputs_of, require_shop, open_maker, compare)
