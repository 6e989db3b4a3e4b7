"""Prints how many texts come back whole from a finished file, for each reader; run by hand:

    PYTHONPATH=.:tests python -m finish.measure_extraction [--show]

``--show`` prints the names of the texts that did not, and how each came back. The figures stand in
brochure/docs/text-that-comes-back.md, the exceptions in tests/finish/extraction_exceptions.yaml.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from finish.readers import READERS
from finish.round_trip import Text, declarations, hard, languages, read_back, units


def samples() -> Iterator[tuple[str, list[Text]]]:
    for tag in languages():
        yield f"{tag}, units and facts, two weights", units(tag)
    for tag, texts in groupby(declarations(), key=lambda text: text.language.tag):
        yield f"{tag}, declaration", list(texts)
    yield "hard right-to-left lines", list(hard())


def main(show: bool) -> None:
    print(f"| texts | number | {' | '.join(READERS)} |")
    print("| --- |" + " ---: |" * (len(READERS) + 1))
    with tempfile.TemporaryDirectory() as folder:
        for name, texts in samples():
            readings = read_back(texts, Path(folder) / "sample.pdf")
            whole = (str(len(texts) - len(reading.returns)) for reading in readings.values())
            print(f"| {name} | {len(texts)} | {' | '.join(whole)} |", flush=True)
            for reader, reading in readings.items() if show else ():
                for text, kind in reading.returns.items():
                    print(f"    {reader}: {text}: {kind}", file=sys.stderr)


if __name__ == "__main__":
    main("--show" in sys.argv)
