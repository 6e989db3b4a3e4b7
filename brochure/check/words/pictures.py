"""Small pictures among the letters: a sign says more, looks the same on every device, and has words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.base.diagnostics import Severity
from brochure.check.words.rule import Fault, Given, Rule, Text, each_text, named

# Blocks of pictures and of what changes them: symbols, dingbats, arrows with a face, flags, tones of skin, tags.
_EMOJI = re.compile(
    "[\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\U0001f000-\U0001faff\U0001f1e6-\U0001f1ff]"
    "[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff\u2600-\u27bf\U0001f000-\U0001faff]*"
)
# Told as a number in disguise: they stand for a telephone.
_TELEPHONES = frozenset("☎☏✆📞📟📱")


def _pictures(text: Text, _given: Given) -> Iterator[Fault]:
    for match in _EMOJI.finditer(text.text):
        if match[0][0] not in _TELEPHONES:
            yield Fault(
                f"the small picture {named(match[0][0])} is typed into the text",
                text.at(match.start()),
                "Delete it. What is to be seen is a sign: name one under signs in content/brochure.yaml.",
            )


RULES = (
    Rule(
        "emoji",
        "No font here has small pictures, and a screen reader says their names in the middle of the sentence.",
        Severity.ERROR,
        each_text(_pictures),
    ),
)
