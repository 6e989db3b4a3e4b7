"""Signs of the project: ``pictograms/<id>.svg`` with their entries in ``pictograms/catalogue.yaml``.

A file becomes plain outlines in three roles (ink, accent, paper) on the 64 x 64 grid. Drawings that are not in the
cache are normalised in one child process; neither the drawing library nor the XML parser is loaded here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from brochure.base.diagnostics import Finding
from brochure.base.geometry import Outline, Segment
from brochure.base.spans import Span
from brochure.content.findings import Findings, did_you_mean, shown
from brochure.content.sign_cache import keep, recall
from brochure.content.sign_catalogue import FOLDER, read_catalogue
from brochure.content.svg_child import PlainLayer, normalise
from brochure.content.svg_contract import MAX_BYTES, MAX_FINDINGS, RefusalError
from brochure.model.sign import Sign, SignLayer, SignRole

_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
_COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def sign_file(id: str) -> str:
    """The file of a sign, relative to the root."""
    return f"{FOLDER}/{id}.svg"


def read_signs(
    root: Path, ids: Iterable[str], cache: Path | None
) -> tuple[Mapping[str, Sign], tuple[Finding, ...]]:
    """The signs that are wanted and sound, by id in the order asked for, and everything wrong with the others.

    ``cache``: a folder that is made when needed; None keeps nothing. Raises SurroundingsError when a drawing has to be
    normalised and the libraries for it cannot be loaded.
    """
    findings = Findings()
    wanted = tuple(dict.fromkeys(ids))
    flipped = read_catalogue(root, findings) if wanted else None
    drawings = {id: data for id in wanted if (data := _read(root, id, findings)) is not None}
    layers = _layers(drawings, cache, findings)
    signs = {}
    for id in drawings:
        if flipped is not None and id not in flipped:
            _tell_unlisted(id, findings)
        elif flipped is not None and id in layers:
            outlines = tuple(SignLayer(SignRole(layer.role), _outline(layer)) for layer in layers[id])
            signs[id] = Sign(id, outlines, flipped[id], Span(sign_file(id)))
    return signs, findings.all


def _read(root: Path, id: str, findings: Findings) -> bytes | None:
    path = root / FOLDER / f"{id}.svg"
    if not _ID.fullmatch(id) or not path.is_file():
        known = [each.stem for each in (root / FOLDER).glob("*.svg")]
        span = Span(sign_file(id) if _ID.fullmatch(id) else FOLDER)
        findings.error(
            "unknown-sign", f"there is no sign {shown(id)}", span, did_you_mean(id, known, "Signs there are")
        )
        return None
    try:
        with path.open("rb") as opened:
            # One byte more than is accepted: the check sees that the file is too large, however large it is.
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        findings.error("unreadable-file", f"the file cannot be read: {error.strerror}", Span(sign_file(id)))
        return None


def _tell_unlisted(id: str, findings: Findings) -> None:
    findings.error(
        "sign-not-in-catalogue",
        f"the sign {shown(id)} has no entry in catalogue.yaml",
        Span(sign_file(id)),
        "Add its meaning, author, licence and whether right-to-left formats flip it (mirror: true or false).",
    )


def _layers(
    drawings: Mapping[str, bytes], cache: Path | None, findings: Findings
) -> dict[str, tuple[PlainLayer, ...]]:
    """Outlines of every sound drawing, from the cache or made now."""
    recalled = {id: recall(cache, data) for id, data in drawings.items()} if cache else {}
    layers = {id: kept for id, kept in recalled.items() if kept is not None}
    missing = [id for id in drawings if id not in layers]
    if missing:
        for id, made in zip(missing, normalise([drawings[id] for id in missing]), strict=True):
            if made.refusals:
                _tell(id, made.refusals, findings)
                continue
            layers[id] = made.layers
            if cache:
                keep(cache, drawings[id], made.layers)
    return layers


def _tell(id: str, refusals: tuple[RefusalError, ...], findings: Findings) -> None:
    for refusal in refusals[:MAX_FINDINGS]:
        span = Span(sign_file(id), refusal.line, 1 if refusal.line else 0)
        findings.error(refusal.code, refusal.message, span, refusal.help)
    left = len(refusals) - MAX_FINDINGS
    if left > 0:
        message = f"{left} more parts of the drawing are not accepted"
        findings.error("sign-more-refused", message, Span(sign_file(id)), "Cure those named here first.")


def _outline(layer: PlainLayer) -> Outline:
    values, at = layer.coordinates, 0
    segments = []
    for verb in layer.verbs:
        end = at + _COUNTS[verb]
        segments.append(Segment(verb, values[at:end]))  # type: ignore[arg-type]  # verbs of a Layer are M L C Z
        at = end
    return Outline(tuple(segments))
