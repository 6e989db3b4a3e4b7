"""Results of tests written into ``pictograms/catalogue.yaml``: only they are put in, every other letter stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from brochure.base.diagnostics import ArgumentsError
from brochure.content.findings import Findings
from brochure.content.nodes import Mapping, Node, Scalar, Sequence, compose
from brochure.content.sign_catalogue import FILE
from brochure.content.sign_results import Result
from brochure.content.source import decode
from brochure.model.comprehension import Trial, Verdict

_BOM = "\ufeff"


def booked(data: bytes, results: Iterable[Result]) -> bytes:
    """The catalogue with the results behind those that are there. Line ends and byte order mark stay, too.

    Raises ArgumentsError where the results of a sign are written in another way than on one line in brackets.
    """
    text = data.decode("utf-8")
    source = decode(data, FILE, Findings())
    tree = compose(source, Findings()) if source else None
    entries = {entry.key.text: entry.value for entry in tree.entries} if tree else {}
    added: dict[str, list[Trial]] = defaultdict(list)
    for result in results:
        added[result.sign].append(result.trial)
    plain = source.text if source else ""
    changes = [_change(plain, sign, entries.get(sign), trials) for sign, trials in added.items()]
    for start, end, put in sorted(changes, reverse=True):
        plain = plain[:start] + put + plain[end:]
    ends = "\r\n" if "\r\n" in text else "\n"
    mark = _BOM if text.startswith(_BOM) else ""
    return (mark + plain.replace("\n", ends)).encode("utf-8")


def _change(text: str, sign: str, entry: Node | None, trials: Iterable[Trial]) -> tuple[int, int, str]:
    """What is put in place of what: its start and end in ``text``."""
    put = ", ".join(_written(trial) for trial in trials)
    known = entry.entries if isinstance(entry, Mapping) else ()
    value = next((each.value for each in known if each.key.text == "comprehension"), None)
    if isinstance(value, Scalar) and value.text == Verdict.UNTESTED.value:
        return value.start, value.end, f"[{put}]"
    last = value.items[-1] if isinstance(value, Sequence) and value.items else None
    scalars = [each.value for each in last.entries] if isinstance(last, Mapping) else []
    end = max((scalar.end for scalar in scalars if isinstance(scalar, Scalar)), default=-1)
    closing = end + len(text[end:]) - len(text[end:].lstrip()) if end >= 0 else -1
    if closing < 0 or text[closing : closing + 1] != "}":
        raise ArgumentsError(
            f"the results of '{sign}' in {FILE} are written in a way that nothing can be added to",
            "Write them on one line in brackets, as in comprehension: [{date: ...}], or comprehension: untested.",
        )
    return closing + 1, closing + 1, f", {put}"


def _written(trial: Trial) -> str:
    group = trial.group.replace("\\", "\\\\").replace('"', '\\"')
    counts = f"n: {trial.people}, correct: {trial.correct:g}, opposite: {trial.opposite:g}"
    return f'{{date: "{trial.date}", group: "{group}", {counts}}}'
