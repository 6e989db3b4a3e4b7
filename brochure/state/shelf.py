"""An edition's output folder: files, manifest and records that agree at every moment.

The order of steps is the contract: the manifest's row goes first, then the file is replaced, then the new row is
written. Whoever reads the manifest in between finds a row too few, never a row that lies.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.base.spans import Span
from brochure.state.expiry import Expiry
from brochure.state.manifest import Manifest, Row, State, read_manifest, write_manifest
from brochure.state.outputs import Output, gone, our_folders, output_of, pictures_of
from brochure.state.records import Record, lying, read_records, write_records
from brochure.state.type_sizes import TypeSize
from brochure.state.whole_file import advice, sweep_parts, write_whole


class Delivery(Struct, frozen=True):
    """One output on its way to the shelf. ``place``: where ``data`` is to be put (the output's name or its rejected
    name), "" for nowhere. ``pictures`` of its pages are put beside it where it is fit to be handed on. The other fields
    are those of :class:`Row` and :class:`Record`.
    """

    output: Output
    place: str
    data: bytes
    content: str
    pages: int
    state: State
    tools: Mapping[str, str]
    fonts: Mapping[str, str]
    findings: tuple[Finding, ...]
    expiries: tuple[Expiry, ...]
    reasons: tuple[str, ...]
    sizes: tuple[TypeSize, ...]
    pictures: tuple[bytes, ...]

    @property
    def named_pictures(self) -> Mapping[str, bytes]:
        """By the names under which they are put away."""
        if self.place != self.output.name:
            return {}
        return {self.output.picture_name(page): data for page, data in enumerate(self.pictures, 1)}


class Shelf:
    """Open it only under the lock of its output folder."""

    def __init__(self, out: Path, edition: str) -> None:
        self.folder = out / edition
        self._shown = f"{out.as_posix()}/{edition}"
        self._manifest_path = self.folder / "manifest.json"
        self._records_path = out / ".cache" / f"records-{edition}.json"
        for folder in (out / ".cache", self.folder, *our_folders(self.folder)):
            sweep_parts(folder)
        self._manifest, self.findings = read_manifest(
            self._manifest_path, edition, f"{self._shown}/manifest.json"
        )
        self._records = read_records(self._records_path)
        self._withdraw([name for name, row in self._manifest.rows.items() if not self._lies(name, row)])

    def _lies(self, name: str, row: Row) -> bool:
        """Whether all files of a row are there."""
        return all((self.folder / each).is_file() for each in (name, *row.pictures))

    def record(self, output: Output) -> Record | None:
        return self._records.get(output.name)

    def holds(self, output: Output, content: str, place: str) -> bool:
        """Whether the output made from ``content`` already lies at ``place``, and nowhere else."""
        record = self.record(output)
        if record is None or record.content != content or record.place != place:
            return False
        row = self._manifest.rows.get(output.name)
        pictures = {each.name: each.sha256 for each in record.pictures}
        listed = row is not None and (row.content, row.sha256, row.pictures) == (
            content,
            record.sha256,
            pictures,
        )
        others = {output.name, output.rejected_name} - {place}
        elsewhere = any((self.folder / name).exists() for name in others)
        return (listed or place != output.name) and not elsewhere and record.still_lies_in(self.folder)

    @property
    def recorded(self) -> tuple[Output, ...]:
        """Outputs that were put here at some time."""
        return tuple(output for output in map(output_of, self._records) if output is not None)

    def clear(self, due: Collection[Output], formats: Collection[str]) -> tuple[Finding, ...]:
        """Remove the outputs that are no longer due: language, format or target is gone."""
        keep = {output.name for output in due}
        known = {*self._manifest.rows, *self._records}
        findings: list[Finding] = []
        names = gone(self.folder, due, known, formats)
        self._withdraw(names)
        for name in names:
            findings += self._remove(name, "", "")
        self._records = {name: record for name, record in self._records.items() if name in keep}
        return tuple(findings)

    def put(self, deliveries: Sequence[Delivery]) -> tuple[Finding, ...]:
        """Put outputs in their places. What cannot be written is a ``cannot-write`` finding, the others go on.

        Raises SurroundingsError: the manifest itself cannot be written.
        """
        self._withdraw([delivery.output.name for delivery in deliveries])
        findings: list[Finding] = []
        rows = []
        for delivery in deliveries:
            self._records.pop(delivery.output.name, None)
            refused = self._place(delivery)
            findings += refused
            if not refused:
                record = self._recorded(delivery)
                self._records[delivery.output.name] = record
                if delivery.place == delivery.output.name:
                    rows.append(_row(delivery, record))
        if rows:
            self._write(self._manifest.with_rows(rows))
        return tuple(findings)

    def forget(self, outputs: Iterable[Output]) -> None:
        """So that these are made again by the next build, whatever came of them."""
        for output in outputs:
            self._records.pop(output.name, None)

    def keep_records(self) -> None:
        """Write the records. Raises OSError."""
        write_records(self._records_path, self._records)

    def _withdraw(self, names: Collection[str]) -> None:
        if any(name in self._manifest.rows for name in names):
            self._write(self._manifest.without(names))

    def _write(self, manifest: Manifest) -> None:
        try:
            write_manifest(self._manifest_path, manifest)
        except OSError as error:
            raise SurroundingsError(
                f"{self._shown}/manifest.json cannot be written: {error.strerror or error}",
                advice(
                    error, "Close programs that hold the file open, and give the folder write permission."
                ),
            ) from error
        self._manifest = manifest

    def _place(self, delivery: Delivery) -> tuple[Finding, ...]:
        output = delivery.output
        names = (output.name, output.rejected_name)
        # An older good file goes before anything else happens: nobody must hand on what has an error now.
        older = () if delivery.place == output.name else (output.name, *pictures_of(self.folder, output))
        for name in older:
            if refused := self._remove(name, output.language, output.format):
                return refused
        written = {delivery.place: delivery.data} if delivery.place else {}
        written |= delivery.named_pictures
        for name, data in written.items():
            try:
                write_whole(self.folder / name, data)
            except OSError as error:
                return (self._refusal(name, "written", error, output.language, output.format),)
        return tuple(
            finding
            for name in (*names, *pictures_of(self.folder, output))
            if name not in written
            for finding in self._remove(name, output.language, output.format)
        )

    def _remove(self, name: str, language: str, format_id: str) -> tuple[Finding, ...]:
        try:
            (self.folder / name).unlink(missing_ok=True)
        except OSError as error:
            return (self._refusal(name, "removed", error, language, format_id),)
        return ()

    def _refusal(self, name: str, what: str, error: OSError, language: str, format_id: str) -> Finding:
        return Finding(
            "cannot-write",
            f"the file cannot be {what}: {error.strerror or error}",
            Span(f"{self._shown}/{name}"),
            help=advice(
                error, "Close the program that has it open, or give write permission, then build again."
            ),
            language=language,
            format=format_id,
        )

    def _recorded(self, delivery: Delivery) -> Record:
        return Record(
            content=delivery.content,
            file=lying(self.folder, delivery.place, delivery.data) if delivery.place else None,
            pages=delivery.pages,
            findings=delivery.findings,
            expiries=delivery.expiries,
            reasons=delivery.reasons,
            sizes=delivery.sizes,
            pictures=tuple(lying(self.folder, *each) for each in delivery.named_pictures.items()),
        )


def _row(delivery: Delivery, record: Record) -> Row:
    output = delivery.output
    return Row(
        language=output.language,
        format=output.format,
        target=output.target,
        shop=output.shop,
        discreet=output.discreet,
        pages=delivery.pages,
        sha256=record.sha256,
        content=delivery.content,
        state=delivery.state,
        tools=dict(delivery.tools),
        fonts=dict(delivery.fonts),
        pictures={each.name: each.sha256 for each in record.pictures},
    )
