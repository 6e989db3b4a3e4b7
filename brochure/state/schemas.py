"""``content/schemas/*.json`` and the line in each YAML file that names its schema, written where they differ."""

from __future__ import annotations

from pathlib import Path

from brochure.base.diagnostics import Finding, SurroundingsError
from brochure.content.approvals import MAX_BYTES
from brochure.content.findings import Findings
from brochure.content.schemas.files import FOLDER, files_with_schema, read_schemas, with_modeline
from brochure.content.source import read_source
from brochure.state.whole_file import write_whole


def write_schemas(root: Path) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """Files that were written, relative to the root, and what is wrong: in the English words, without which nothing is
    written, and in files that cannot be read, which stay as they are. Raises SurroundingsError.
    """
    findings = Findings()
    schemas = read_schemas(root, findings)
    if not schemas:
        return (), findings.all
    findings = Findings()  # mistakes inside of English units are told by check
    written = []
    try:
        for name, data in schemas.items():
            if _write_if_new(root / FOLDER / name, data):
                written.append(f"{FOLDER}/{name}")
        for file in files_with_schema(root):
            if read_source(root, file, findings, MAX_BYTES) is not None:
                text = (root / file).read_bytes().decode("utf-8")
                if _write_if_new(root / file, with_modeline(text, file).encode("utf-8")):
                    written.append(file)
    except OSError as error:
        raise SurroundingsError(
            f"{error.filename or root} cannot be written: {error.strerror or error}",
            "Are the folder and the file yours to write? Is the file open in another program?",
        ) from error
    return tuple(written), findings.all


def _write_if_new(path: Path, data: bytes) -> bool:
    if path.is_file() and path.read_bytes() == data:
        return False
    write_whole(path, data)
    return True
