"""``content/languages/<tag>.yaml`` begun, or brought up to the present English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from brochure.base.diagnostics import ArgumentsError, Finding, SurroundingsError
from brochure.content.edition import read_edition
from brochure.content.findings import Findings, did_you_mean, shown
from brochure.content.formats import GUIDE, known_formats
from brochure.content.inherited import is_inherited, read_words
from brochure.content.languages import locale_of, script_of
from brochure.content.nodes import Mapping as Group
from brochure.content.nodes import Scalar, compose
from brochure.content.plan import edition_names
from brochure.content.schemas.files import modeline, with_modeline
from brochure.content.source import decode, read_source
from brochure.content.words import (
    FOLDER,
    INHERITS,
    SOURCE_LANGUAGE,
    SourceUnit,
    SourceWords,
    has_language_file,
    language_file,
    language_tags,
    read_source_words,
)
from brochure.state.language_lines import Places, Renewal, is_ours, lines_of, remark, tell_layout, tree_of
from brochure.state.whole_file import write_whole

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BOM = "\ufeff"

_BEGUN = """\
# {name} ({tag}).
#
# DRAFT. Nobody has read this: no native speaker, no service, nobody who went through this.
#
# Read the rules at the head of {source} first. Then write each text between the quotation marks below its English.
# A name in braces, such as {{infotraite.name}}, is a fact that the program puts there: keep it as it is, and add none.
# Type no digits: numbers are facts too.
#
# Write here, for whoever reads it after you: which form of address was chosen, and what a reviewer should look at.
"""


class LanguageFile(Struct, frozen=True):
    """``file``: relative to the root. ``added``: units that got a place. ``blank``: places without a text, those
    included. ``changed``: whether the file was written.
    """

    file: str
    added: tuple[str, ...]
    blank: int
    changed: bool


def begin_language(
    root: Path, tag: str, inherits: str = ""
) -> tuple[LanguageFile | None, tuple[Finding, ...]]:
    """A new file with a place for every text that the language needs; None where findings about English say why not.

    ``inherits``: the language whose texts it takes over; then it has places only for what that one lacks.
    Raises ArgumentsError: no such language, or its file is there. SurroundingsError: it cannot be written.
    """
    script = _judge_tag(root, tag)
    file = language_file(tag)
    if (root / file).exists():
        raise ArgumentsError(
            f"{file} is there already.",
            f"brochure new-language {tag} --update renews the English in it, adds what it lacks, keeps every text.",
        )
    if inherits and not has_language_file(root, inherits):
        raise ArgumentsError(
            f"There is no {language_file(inherits)}.",
            did_you_mean(inherits, language_tags(root), "There are files of"),
        )
    words, findings = _english(root)
    if words is None:
        return None, findings
    wanted = wanted_units(root, tag, words)
    if inherits:
        theirs = read_words(root, inherits, words, Findings()) or {}
        wanted = {address: unit for address, unit in wanted.items() if address not in theirs}
    locale = locale_of(tag)
    name = locale.get_display_name("en") if locale else tag
    begun = _BEGUN.format(name=name, tag=tag, source=Path(language_file(SOURCE_LANGUAGE)).name)
    lines = [modeline(file), *_head(tag), *begun.splitlines(), ""]
    lines += [f"{INHERITS}: {inherits}", ""] if inherits else []
    lines += Places(script).of(tree_of(wanted))
    _write(root / file, "".join(f"{line}\n" for line in lines))
    return LanguageFile(file, tuple(wanted), len(wanted), True), ()


def renew_language(root: Path, tag: str) -> tuple[LanguageFile | None, tuple[Finding, ...]]:
    """The file with the present English above each text, and a place for each text that it lacks; no text changes.

    None, and nothing written, where findings say why. Raises ArgumentsError: no such language or no file of it.
    SurroundingsError: the file cannot be written.
    """
    script = _judge_tag(root, tag)
    file = language_file(tag)
    if not (root / file).is_file():
        raise ArgumentsError(f"There is no {file} yet.", f"brochure new-language {tag} begins it.")
    words, findings = _english(root)
    if words is None:
        return None, findings
    findings = _judge_file(root, tag, words)
    if findings:
        return None, findings
    inherited = _inherited(root, tag, words)
    wanted = {
        address: unit for address, unit in wanted_units(root, tag, words).items() if address not in inherited
    }
    before = (root / file).read_bytes().decode("utf-8")
    after = _renewed(before, tag, words, wanted, script)
    old, new = _texts(before, file), _texts(after, file)
    _need_all_kept(old, new)
    if after != before:
        _write(root / file, after)
    blank = sum(not text.strip() for address, text in new.items() if address in words.taken - inherited)
    return LanguageFile(file, tuple(set_apart(new, old)), blank, after != before), ()


def _inherited(root: Path, tag: str, words: SourceWords) -> frozenset[str]:
    """Units that the file takes over from another one: nobody has to write them."""
    read = read_words(root, tag, words, Findings()) or {}
    return frozenset(address for address, wording in read.items() if wording and is_inherited(wording, tag))


def set_apart(new: Mapping[str, str], old: Mapping[str, str]) -> list[str]:
    """Addresses of ``new`` that ``old`` lacks, in their order."""
    return [address for address in new if address not in old]


def _judge_tag(root: Path, tag: str) -> str:
    """The script of the language. Raises ArgumentsError."""
    if tag == SOURCE_LANGUAGE:
        raise ArgumentsError(
            "English is the language from which all others are made.", f"Edit {language_file(tag)}."
        )
    locale = locale_of(tag) if _TAG.fullmatch(tag) else None
    if locale is None:
        raise ArgumentsError(
            f"CLDR, the list of the world's languages, has no language {shown(tag)}.",
            "Is the tag right? It is written as in ar, pt-BR, zh-Hans.",
        )
    if tag != _as_written(tag):
        raise ArgumentsError(
            f"{shown(tag)} is written {_as_written(tag)}.", f"brochure new-language {_as_written(tag)}"
        )
    folder = root / FOLDER
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.casefold() == f"{tag}.yaml".casefold() and path.name != f"{tag}.yaml":
            raise ArgumentsError(
                f"{FOLDER}/{path.name} is there; Windows and macOS cannot keep it beside {tag}.yaml.",
                f"Rename it to {tag}.yaml.",
            )
    return script_of(tag, locale)


def _as_written(tag: str) -> str:
    """Letter case as RFC 5646, 2.1.1 has it: pt-BR, zh-Hans."""
    first, *others = tag.split("-")
    cased = (
        each.upper() if len(each) == 2 else each.title() if len(each) == 4 else each.lower()
        for each in others
    )
    return "-".join((first.lower(), *cased))


def _english(root: Path) -> tuple[SourceWords | None, tuple[Finding, ...]]:
    """Without any mistake: a unit that cannot be used would be lost in the other language."""
    findings = Findings(SOURCE_LANGUAGE)
    words = read_source_words(root, known_formats(root), findings)
    return (None, findings.all) if findings.all else (words, ())


def wanted_units(root: Path, tag: str, words: SourceWords) -> dict[str, SourceUnit]:
    """Units that the language needs: what the guide alone prints is read in worker languages only."""
    workers: set[str] = set()
    for name in edition_names(root):
        edition = read_edition(root, name, Findings())
        workers.update(edition.worker_languages if edition else ())
    return {
        address: unit
        for address, unit in words.units.items()
        if tag in workers or any(each != GUIDE for each in unit.formats)
    }


def _judge_file(root: Path, tag: str, words: SourceWords) -> tuple[Finding, ...]:
    """What stands against putting lines into the file; mistakes inside of texts do not."""
    findings, layout = Findings(tag), Findings(tag)
    source = read_source(root, language_file(tag), findings)
    tree = compose(source, findings) if source else None
    if source is None or tree is None:
        return findings.all
    tell_layout(tree, source, layout)
    read_words(root, tag, words, findings)
    return tuple(each for each in findings.all if each.code in _IN_THE_WAY) + layout.all


_IN_THE_WAY = ("wrong-type", "yaml-reference", "duplicate-key")
"""Mistakes after which it is not clear which line belongs to which unit."""


def _renewed(before: str, tag: str, words: SourceWords, wanted: Mapping[str, SourceUnit], script: str) -> str:
    file = language_file(tag)
    text = with_modeline(before, file)
    mark = _BOM if text.startswith(_BOM) else ""
    first, *rest = lines_of(text.removeprefix(_BOM))
    while rest and is_ours(rest[0]):
        del rest[0]
    end = first[len(first.rstrip("\r\n")) :]
    text = "".join((first, *(f"{line}{end}" for line in _head(tag)), *rest))
    unheard = Findings()
    source = decode(text.encode("utf-8"), file, unheard)
    tree = compose(source, unheard) if source else None
    if source is None or tree is None:
        raise AssertionError(f"{file} cannot be read with its new head: {unheard.all}")
    return mark + Renewal(text, source, Places(script)).renewed(tree, words.units, tree_of(wanted))


def _head(tag: str) -> list[str]:
    return remark(
        "Lines that begin with #. are the program's: English, what it means, and the room of the text below them. "
        f"Your own begin with # alone. brochure new-language {tag} --update renews the first and leaves the others."
    )


def _texts(text: str, file: str) -> dict[str, str]:
    """Every text of a file by its address, as it was typed."""
    unheard = Findings()
    source = decode(text.encode("utf-8"), file, unheard)
    tree = compose(source, unheard) if source else None
    texts: dict[str, str] = {}
    if tree is not None:
        _collect(tree, "", texts)
    return texts


def _collect(group: Group, above: str, texts: dict[str, str]) -> None:
    for entry in group.entries:
        if isinstance(entry.value, Scalar):
            texts[f"{above}{entry.key.text}"] = entry.value.value
        elif isinstance(entry.value, Group):
            _collect(entry.value, f"{above}{entry.key.text}.", texts)


def _need_all_kept(old: Mapping[str, str], new: Mapping[str, str]) -> None:
    """A translation is months of somebody's work: nothing is written unless every text of it is there."""
    changed = [address for address, text in old.items() if new.get(address) != text]
    filled = [address for address in set_apart(new, old) if new[address]]
    if changed or filled:
        raise AssertionError(
            f"the new lines would change {', '.join((*changed, *filled))}; nothing is written"
        )


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        raise SurroundingsError(
            f"{path.as_posix()} cannot be written: {error.strerror or error}",
            "Is the folder yours to write? Is the file open in another program?",
        ) from error
