"""The printing condition that a file is made for, and its profile (ISO 32000-1, 14.11.5; ICC.1:2001-04, 6.1)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pikepdf

from brochure.check.preflight.demands import Demands
from brochure.check.preflight.examined import Examined
from brochure.check.preflight.rule import Fault, Rule

_REGISTRY = "http://www.color.org"


def _intents(file: Examined) -> list[pikepdf.Object]:
    return [each for each in file.pdf.Root.get("/OutputIntents", []) if each.get("/S") == "/GTS_PDFX"]


def _one(file: Examined, _: Demands) -> Iterator[Fault]:
    intents = _intents(file)
    if len(intents) != 1:
        yield Fault(f"{len(intents) or 'no'} output intent{'s' * (len(intents) > 1)} for PDF/X")


def _condition(file: Examined, demands: Demands) -> Iterator[Fault]:
    for intent in _intents(file):
        found = str(intent.get("/OutputConditionIdentifier", ""))
        if found != demands.condition:
            yield Fault(
                f"the printing condition is {found!r}", wanted=f"the printing condition {demands.condition!r}"
            )


def _registry(file: Examined, _: Demands) -> Iterator[Fault]:
    for intent in _intents(file):
        found = str(intent.get("/RegistryName", ""))
        if found.rstrip("/") != _REGISTRY:
            yield Fault(f"RegistryName {found!r}" if found else "no RegistryName")


def _profile(file: Examined, demands: Demands) -> Iterator[Fault]:
    for intent in _intents(file):
        stream = intent.get("/DestOutputProfile")
        if not isinstance(stream, pikepdf.Stream):
            yield Fault("no profile in the file")
            continue
        data = stream.read_bytes()
        head = data[:128].ljust(128, b"\0")
        if head[36:40] != b"acsp" or int(stream.get("/N", 0)) != 4:
            yield Fault("a profile that is none, or not of four inks")
        elif (head[12:16], head[16:20], head[8]) != (b"prtr", b"CMYK", 2):
            kind, space = (head[at : at + 4].decode("latin-1").strip() for at in (12, 16))
            yield Fault(f"a profile of class {kind}, in {space}, ICC version {head[8]}")
        elif demands.profile and hashlib.sha256(data).hexdigest() != demands.profile:
            yield Fault("another profile than the shop's", wanted="the shop's own profile, byte for byte")


RULES = (
    Rule(
        "output-intent",
        "exactly one output intent GTS_PDFX",
        "[X4] ISO 15930-7, 6: output intent; ISO 32000-1, 14.11.5",
        _one,
    ),
    Rule(
        "output-condition",
        "the printing condition 'FOGRA39'",
        "[X4] ISO 15930-7, 6: output intent; [shop]",
        _condition,
    ),
    Rule("output-registry", f"RegistryName {_REGISTRY}", "[X4] ISO 15930-7, 6: output intent", _registry),
    Rule(
        "output-profile",
        "an embedded ICC profile, version 2, of a printer (prtr) in CMYK",
        "[X4] ISO 15930-7, 6: output intent; [shop] some portals compare the checksum",
        _profile,
    ),
)
