"""Files as people and programs spoil them: a good one, cut into words, and edits of it."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

MOST = 300_000
"""Bytes of one input. Readers refuse much larger ones by their size alone, which has tests of its own."""

_WORDS = re.compile(rb"[A-Za-z0-9_.+#-]+|\"[^\"\n]{0,200}\"|[ \t]+|\n|[^\x00-\x7f]+|.", re.DOTALL)


class Input(bytes):
    """Bytes that do not fill a screen when a test that failed shows them."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes, sha256 {hashlib.sha256(self).hexdigest()[:12]}>"


Edit = tuple[str, int, int, int]
Change = Callable[[bytes, Sequence[Edit]], bytes]

_KINDS = ("replace", "insert", "remove", "double", "swap", "flip", "cut", "many")
_BIG = st.integers(0, 2**31)


def spoiled(
    seeds: Sequence[bytes], words: Sequence[bytes], change: Change | None = None
) -> st.SearchStrategy[bytes]:
    """One of ``seeds`` after one to six edits; ``words`` are what edits put in."""
    edits = st.lists(st.tuples(st.sampled_from(_KINDS), _BIG, _BIG, _BIG), min_size=1, max_size=6)
    apply = change or (lambda seed, each: edited(seed, each, words))
    return st.builds(
        lambda seed, each: Input(apply(seed, each)), st.sampled_from(list(map(Input, seeds))), edits
    )


def edited(seed: bytes, edits: Sequence[Edit], words: Sequence[bytes]) -> bytes:
    """``seed`` as text: what is moved, doubled or replaced are its words."""
    parts = _WORDS.findall(seed) or [b""]
    for kind, at, what, count in edits:
        here, word = at % len(parts), words[what % len(words)]
        if kind == "replace":
            parts[here] = word
        elif kind == "insert":
            parts.insert(here, word)
        elif kind == "remove":
            del parts[here : here + 1 + count % 12]
        elif kind == "double":
            parts[here:here] = _at_most(parts[here : here + 1 + count % 40])
        elif kind == "swap":
            other = what % len(parts)
            parts[here], parts[other] = parts[other], parts[here]
        elif kind == "flip" and parts[here]:
            letter = what % len(parts[here])
            parts[here] = parts[here][:letter] + bytes([count % 256]) + parts[here][letter + 1 :]
        elif kind == "cut":
            del parts[here:]
        elif kind == "many":
            parts[here] = (parts[here] * (1 + count % 3000))[:MOST]
        parts = parts or [b""]
    return b"".join(parts)[:MOST]


def _at_most(parts: list[bytes]) -> list[bytes]:
    """None where they are long: an input is not to be the sum of its own doubles."""
    return parts if sum(map(len, parts)) < 4096 else []


_NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)


def patched(seed: bytes, edits: Sequence[Edit]) -> bytes:
    """``seed`` as bytes: numbers written over others, pieces lost, moved or doubled."""
    data = bytearray(seed)
    for kind, at, what, count in edits:
        here = at % (len(data) or 1)
        if kind in ("replace", "flip"):
            data[here : here + 1] = bytes([what % 256])
        elif kind == "insert":
            number = struct.pack(">I", _NUMBERS[what % len(_NUMBERS)])
            data[here : here + 4] = number[-(1, 2, 4)[count % 3] :]
        elif kind == "remove":
            del data[here : here + 1 + count % 64]
        elif kind in ("double", "many"):
            data[here:here] = data[here : here + 1 + count % 4096]
        elif kind == "swap":
            other = what % (len(data) or 1)
            data[here : here + 4], data[other : other + 4] = data[other : other + 4], data[here : here + 4]
        elif kind == "cut":
            del data[here:]
    return bytes(data[: max(MOST, len(seed))])


def repacked(words: Sequence[bytes]) -> Change:
    """Edits inside of one file of a zip, or, by some of them, of the zip itself."""

    def change(seed: bytes, edits: Sequence[Edit]) -> bytes:
        if edits[0][1] % 4 == 0:
            return patched(seed, edits)
        made = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(seed)) as old,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
        ):
            names = old.namelist()
            chosen = names[edits[0][2] % len(names)]
            for name in names:
                data = old.read(name)
                new.writestr(name, edited(data, edits, words) if name == chosen else data)
        return made.getvalue()

    return change


def reassembled(seed: bytes, edits: Sequence[Edit]) -> bytes:
    """A TrueType font with one table spoiled and every checksum right again, so that what is behind them is reached."""
    (count,) = struct.unpack_from(">H", seed, 4)
    entries = [struct.unpack_from(">4sIII", seed, 12 + 16 * number) for number in range(count)]
    chosen = edits[0][1] % count
    head, body = seed[:12], b""
    directory = b""
    for number, (tag, _, offset, length) in enumerate(entries):
        table = seed[offset : offset + length]
        table = patched(table, edits) if number == chosen else table
        padded = table + b"\0" * (-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, 12 + 16 * count + len(body), len(table))
        body += padded
    return head + directory + body
