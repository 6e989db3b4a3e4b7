"""Signs of the project: ``pictograms/<id>.svg`` with their entries in ``pictograms/catalogue.yaml``.

A file becomes plain outlines in three roles (ink, accent, paper) on the 64 x 64 grid. Drawings that are not in the
cache are normalised in one child process; neither the drawing library nor the XML parser is loaded here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from brochure.base.diagnostics import Finding
from brochure.base.geometry import Outline, Segment
from brochure.base.spans import Span
from brochure.content.findings import Findings, did_you_mean, shown
from brochure.content.folders import stems_in
from brochure.content.sign_cache import keep, recall
from brochure.content.sign_catalogue import FOLDER, CatalogueEntry, read_catalogue
from brochure.content.source import leads_outside, tell_outside
from brochure.content.svg_child import PlainLayer, normalise
from brochure.content.svg_contract import MAX_BYTES, MAX_FINDINGS, RefusalError
from brochure.model.comprehension import LEAST_CORRECT, MOST_OPPOSITE, Verdict
from brochure.model.sign import Sign, SignLayer, SignRole

_ID = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
_COUNTS = {"M": 2, "L": 2, "C": 6, "Z": 0}


def sign_file(id: str) -> str:
    """The file of a sign, relative to the root."""
    return f"{FOLDER}/{id}.svg"


def drawn_signs(root: Path) -> tuple[str, ...]:
    """The names of all drawings of the project."""
    return stems_in(root / FOLDER, ".svg")


def read_signs(
    root: Path, ids: Iterable[str], cache: Path | None
) -> tuple[Mapping[str, Sign], tuple[Finding, ...]]:
    """The signs that are wanted and sound, by id in the order asked for, and everything wrong with the others.

    ``cache``: a folder that is made when needed; None keeps nothing. Raises SurroundingsError when a drawing has to be
    normalised and the libraries for it cannot be loaded.
    """
    findings = Findings()
    wanted = tuple(dict.fromkeys(ids))
    entries = read_catalogue(root, findings) if wanted else None
    drawings = {sign_file(id): data for id in wanted if (data := _read(root, id, findings)) is not None}
    layers = _layers(drawings, cache, findings)
    signs = {}
    for id in wanted:
        file = sign_file(id)
        if file in drawings and entries is not None and id not in entries:
            _tell_unlisted(id, findings)
        elif file in layers and entries is not None:
            signs[id] = Sign(id, layers[file], entries[id].mirrors, Span(file))
            _tell_misread(entries[id], findings)
    return signs, findings.all


def read_drawings(files: Iterable[Path]) -> tuple[tuple[Sign, ...], tuple[Finding, ...]]:
    """Drawings that need not be in the project, each as a sign with the name of its file, unflipped; what is wrong.

    Raises SurroundingsError as ``read_signs`` does.
    """
    findings = Findings()
    drawings = {}
    for path in dict.fromkeys(files):
        data = _opened(path, path.as_posix(), findings)
        if data is not None:
            drawings[path.as_posix()] = data
    layers = _layers(drawings, None, findings)
    signs = (
        Sign(PurePosixPath(file).stem, layers[file], False, Span(file)) for file in drawings if file in layers
    )
    return tuple(signs), findings.all


def _read(root: Path, id: str, findings: Findings) -> bytes | None:
    path = root / FOLDER / f"{id}.svg"
    if not _ID.fullmatch(id) or not path.is_file():
        known = drawn_signs(root)
        span = Span(sign_file(id) if _ID.fullmatch(id) else FOLDER)
        findings.error(
            "unknown-sign", f"there is no sign {shown(id)}", span, did_you_mean(id, known, "Signs there are")
        )
        return None
    if leads_outside(root, path):
        tell_outside(sign_file(id), findings)
        return None
    return _opened(path, sign_file(id), findings)


def _opened(path: Path, name: str, findings: Findings) -> bytes | None:
    try:
        with path.open("rb") as opened:
            # One byte more than is accepted: the check sees that the file is too large, however large it is.
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        findings.error("unreadable-file", f"the file cannot be read: {error.strerror}", Span(name))
        return None


def _tell_unlisted(id: str, findings: Findings) -> None:
    findings.error(
        "sign-not-in-catalogue",
        f"the sign {shown(id)} has no entry in catalogue.yaml",
        Span(sign_file(id)),
        "Add its meaning, author, licence and whether right-to-left formats flip it (mirror: true or false).",
    )


def tell_misread_signs(root: Path, findings: Findings) -> None:
    """A warning for every sign of the catalogue that readers did not understand; nothing else of the catalogue."""
    for entry in (read_catalogue(root, Findings()) or {}).values():
        _tell_misread(entry, findings)


def _tell_misread(entry: CatalogueEntry, findings: Findings) -> None:
    if entry.comprehension.verdict is Verdict.NOT_UNDERSTOOD:
        findings.warning(
            "sign-not-understood",
            f"readers did not understand the sign {shown(entry.id)}: {entry.comprehension.score}",
            entry.span,
            f"At least {LEAST_CORRECT:g} % should name its meaning, at most {MOST_OPPOSITE:g} % the opposite: draw it "
            "anew and test it again; until then its words alone carry the meaning.",
        )


def _layers(
    drawings: Mapping[str, bytes], cache: Path | None, findings: Findings
) -> dict[str, tuple[SignLayer, ...]]:
    """Outlines of every sound drawing by its file, from the cache or made now."""
    recalled = {file: recall(cache, data) for file, data in drawings.items()} if cache else {}
    plain = {file: kept for file, kept in recalled.items() if kept is not None}
    missing = [file for file in drawings if file not in plain]
    if missing:
        for file, made in zip(missing, normalise([drawings[file] for file in missing]), strict=True):
            if made.refusals:
                _tell(file, made.refusals, findings)
                continue
            plain[file] = made.layers
            if cache:
                keep(cache, drawings[file], made.layers)
    return {
        file: tuple(SignLayer(SignRole(layer.role), _outline(layer), layer.line) for layer in layers)
        for file, layers in plain.items()
    }


def _tell(file: str, refusals: tuple[RefusalError, ...], findings: Findings) -> None:
    for refusal in refusals[:MAX_FINDINGS]:
        span = Span(file, refusal.line, 1 if refusal.line else 0)
        findings.error(refusal.code, refusal.message, span, refusal.help)
    left = len(refusals) - MAX_FINDINGS
    if left > 0:
        message = f"{left} more parts of the drawing are not accepted"
        findings.error("sign-more-refused", message, Span(file), "Cure those named here first.")


def _outline(layer: PlainLayer) -> Outline:
    values, at = layer.coordinates, 0
    segments = []
    for verb in layer.verbs:
        end = at + _COUNTS[verb]
        segments.append(Segment(verb, values[at:end]))  # type: ignore[arg-type]  # verbs of a Layer are M L C Z
        at = end
    return Outline(tuple(segments))
