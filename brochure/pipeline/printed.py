"""Printed copies: recorded when they are printed, compared with the present when somebody reads out their code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding
from brochure.base.spans import Span
from brochure.content.edition_code import all_said, canonical
from brochure.content.findings import Findings
from brochure.content.plan import edition_names
from brochure.content.printed import PrintedCopy, printed_file, read_printed
from brochure.model.document import CodeLine, Document
from brochure.pipeline.desk import Desk
from brochure.pipeline.making import Place
from brochure.state.printed import Change, changes_since, record_text
from brochure.state.whole_file import write_whole


class Compared(Struct, frozen=True):
    """``present``: the code line that the same copy has now, "" where it cannot be made any more."""

    copy: PrintedCopy
    present: str
    changes: tuple[Change, ...]


def record_printed(
    root: Path, edition: str, languages: Sequence[str], format_id: str, on: str
) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Write what the copies of ``languages`` say at this moment; the files written, and what is wrong.

    A copy with an error finding is not recorded: it could not have been printed. Raises ArgumentsError for a language
    or format that the edition does not have.
    """
    name = edition or edition_names(root)[0]
    desk = Desk(Place(root, name, None))
    written: list[str] = []
    findings: list[Finding] = []
    for language in languages:
        document, found = desk.read(language, format_id)
        findings += found
        if document is None or any(finding.is_error for finding in found):
            continue
        copy = _copy(document, name, on)
        path = root / printed_file(copy.code)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, record_text(copy).encode("utf-8"))
        written.append(printed_file(copy.code))
    return tuple(written), tuple(findings)


def compare_printed(root: Path, code: str) -> tuple[tuple[Compared, ...], tuple[Finding, ...]]:
    """Every recorded copy whose line, or whose last four signs, is ``code``, beside the present.

    Raises ArgumentsError where no record has it.
    """
    findings = Findings()
    wanted = canonical(code)
    copies = read_printed(root, findings)
    found = [copy for copy in copies if wanted in (copy.code, copy.code.rsplit(" · ", 1)[-1])]
    if not found:
        raise ArgumentsError(
            f"No record has the code {wanted or code!r}.",
            "Records are in content/printed/; 'brochure code --record' writes one when a copy goes to print.\n"
            "Without a record, compare the code with the one on a new copy: another code, another text.",
        )
    return tuple(_compared(root, copy) for copy in found), findings.all


def _compared(root: Path, copy: PrintedCopy) -> Compared:
    if copy.edition not in edition_names(root):
        return Compared(copy, "", ())
    document, _ = Desk(Place(root, copy.edition, None)).read(copy.language, copy.format)
    if document is None:
        return Compared(copy, "", ())
    return Compared(copy, _code(document), changes_since(copy, all_said(document.title, document.panels)))


def _copy(document: Document, edition: str, on: str) -> PrintedCopy:
    code = _code(document)
    return PrintedCopy(
        code=code,
        edition=edition,
        language=document.tag,
        format=document.format.id,
        on=on,
        draft=document.draft,
        said=dict(all_said(document.title, document.panels)),
        span=Span(printed_file(code)),
    )


def _code(document: Document) -> str:
    lines = (
        block.code.text for panel in document.panels for block in panel.blocks if isinstance(block, CodeLine)
    )
    code = next(lines, "")
    if not code:
        raise ArgumentsError(
            f"The format {document.format.id} prints no code line.",
            "Copies without one cannot be told apart.",
        )
    return code
