"""Prints how many texts come back whole from a finished file, for each reader; run by hand:

    PYTHONPATH=.:tests python -m finish.measure_extraction [--show]

``--show`` prints the texts that did not, as set and as read. The table stands in brochure/docs/text-that-comes-back.md.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import page
from finish.readers import READERS, is_there
from finish.round_trip import Return, compare, finish_sample, samples


def main(show: bool) -> None:
    readers = [name for name in READERS if is_there(name)]
    print(f"| texts | number | {' | '.join(readers)} | ua1, 2a |")
    print("| --- |" + " ---: |" * (len(readers) + 1) + " --- |")
    with tempfile.TemporaryDirectory() as folder:
        for sample in samples():
            path = Path(folder) / "sample.pdf"
            lines = finish_sample(sample, path)
            cells = []
            for name in readers:
                compared = [
                    compare(text, page) for text, page in zip(lines, READERS[name](path), strict=True)
                ]
                cells.append(str(sum(c.kind is Return.WHOLE for c in compared)))
                if show:
                    for c in compared:
                        if c.kind is not Return.WHOLE:
                            print(
                                f"{sample.name} {name} {c.kind}",
                                c.said,
                                c.read,
                                sep="\n    ",
                                file=sys.stderr,
                            )
            valid = [page.validate_pdf(path, profile=p).is_compliant for p in ("ua1", "2a")]
            print(
                f"| {sample.name} | {len(lines)} | {' | '.join(cells)} | {'valid' if all(valid) else 'INVALID'} |"
            )


if __name__ == "__main__":
    main("--show" in sys.argv)
