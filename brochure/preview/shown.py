"""The answers of which the page is made, put together from what the session knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from brochure.base.diagnostics import ArgumentsError
from brochure.content.findings import Findings
from brochure.content.project import spoken_of
from brochure.content.words import SOURCE_LANGUAGE, Wording, language_file
from brochure.layout.spare import spare
from brochure.model.language import TOGETHER
from brochure.pipeline.live import Laid, Subject
from brochure.pipeline.units import Words
from brochure.preview import answers
from brochure.preview.asked import Asked
from brochure.preview.session import Session

Json = dict[str, Any]

_MAY = ("reviewed", "approved")


def project(session: Session, kinds: Iterable[str], languages: Iterable[str]) -> Json:
    """What there is to be looked at, and in which languages the page itself can be had."""
    offer = session.offer
    return {
        "edition": offer.edition,
        "read_only": session.is_read_only,
        "formats": {
            name: {
                "targets": list(each.targets),
                "languages": list(each.languages),
                "discreet": each.discreet,
            }
            for name, each in offer.formats.items()
        },
        "languages": [_language(session, tag) for tag in offer.languages if tag != TOGETHER],
        "source": SOURCE_LANGUAGE,
        "together": TOGETHER,
        "kinds": list(kinds),
        "page_languages": list(languages),
        **session.steps,
    }


def _language(session: Session, tag: str) -> Json:
    found = session.desk.desk.project
    language = spoken_of(found, tag, Findings(tag)).language
    if language is None:
        return {"tag": tag, "endonym": tag, "direction": "ltr", "faces": []}
    faces = found.fonts.fallback(language.script, "regular") if found.fonts else ()
    return {
        "tag": tag,
        "endonym": language.endonym,
        "direction": language.direction,
        "faces": [face.id for face in faces],
    }


def view(session: Session, asked: Asked) -> Json:
    """Pages, texts and findings of a subject. ``is_old``: the pages are the last good ones."""
    subject = asked.subject
    laid = session.desk.laid(subject)
    sheets = session.gallery.sheets(subject, asked.look)
    document = sheets.laid.document if sheets else None
    places = answers.Places(_wordings(session, laid, subject))
    trouble = session.trouble
    said: Json = {
        "revision": session.revision,
        "is_old": laid.pages is None and not asked.look.is_before,
        "is_judged": session.judged(subject, asked.look.target) is not None,
        "trouble": {"error": trouble.message, "next": trouble.next_step} if trouble else None,
        "findings": [places.finding(each) for each in session.known_findings(subject)],
        "typed": {
            tag: sorted(session.desk.typed(tag)) for tag in session.languages if session.desk.typed(tag)
        },
        "pages": [],
        "texts": [],
        **session.steps,
    }
    if sheets is not None:
        pages = zip(sheets.placed.pages, sheets.versions, strict=True)
        target, tag = asked.look.target, subject.language
        said["pages"] = [answers.page(page, version, target, document, tag) for page, version in pages]
        if document is None:
            said["texts"] = _all_texts(session, subject)
            known = {text["address"] for text in said["texts"]}
            for page in said["pages"]:
                page["hits"] = [hit for hit in page["hits"] if hit["address"] in known]
    if document is not None:
        said["texts"] = answers.texts(document, _states(session, document_tags(laid, subject)))
        said["draft"] = document.draft
    return said


def _all_texts(session: Session, subject: Subject) -> list[Json]:
    """Of pages that are no document's: every text of the language."""
    tag = subject.language
    states = _states(session, (tag,))[tag]
    try:
        words = Words(session.desk.desk.project, tag, subject.format)
    except ArgumentsError:
        return []  # the pages are the last good ones; the findings say why
    return [
        {
            "language": tag,
            "address": address,
            "text": wording.written if wording else "",
            "state": states.get(address, "draft") if wording else "missing",
        }
        for address, wording in words.all()
    ]


def document_tags(laid: Laid, subject: Subject) -> tuple[str, ...]:
    """Tags of the languages of a subject."""
    together = laid.document.together if laid.document else ()
    return tuple(each.tag for each in together) or (subject.language,)


def _states(session: Session, tags: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    texts = session.desk.desk.texts
    return {tag: {address: str(state) for address, state in texts.of(tag).states.items()} for tag in tags}


def _wordings(
    session: Session, laid: Laid, subject: Subject
) -> Mapping[str, Iterable[tuple[str, Wording | None]]]:
    """Every text of the languages that findings are about."""
    tags = {
        tag
        for tag in session.languages
        if any(each.span.file == language_file(tag) for each in laid.findings)
    }
    judged = session.judged(subject)
    found = judged.findings if judged else ()
    tags |= {tag for tag in session.languages if any(each.span.file == language_file(tag) for each in found)}
    desk = session.desk.desk
    words = {tag: spoken_of(desk.project, tag, Findings(tag)).words for tag in sorted(tags)}
    english = desk.project.words
    every = dict.fromkeys(english.units) if english else {}
    return {tag: tuple({**every, **(known or {})}.items()) for tag, known in words.items()}


def unit(session: Session, subject: Subject, tag: str, address: str) -> Json:
    """One text with all that its writer needs. Raises ArgumentsError: no such language or unit."""
    words = Words(session.desk.desk.project, tag, subject.format)
    seen = words.seen(address)
    laid = session.desk.laid(subject)
    states = session.desk.desk.texts.of(tag).states
    typed = session.desk.typed(tag).get(address)
    return {
        "language": tag,
        "address": address,
        "english": seen.english,
        "note": seen.note,
        "most": list(seen.most),
        "text": seen.text,
        "own": "" if seen.inherited else seen.text,
        "inherited": str(seen.span.file) if seen.span and seen.inherited else "",
        "typed": typed,
        "facts": dict(seen.facts),
        "place": str(seen.span) if seen.span else language_file(tag),
        "state": str(states.get(address, "missing")),
        "room": answers.room(spare(laid.fits, address, language_file(tag))),
        "people": [
            {"id": person.id, "name": person.name, "may": [each for each in _MAY if each in person.may]}
            for person in session.people(tag)
        ],
    }
