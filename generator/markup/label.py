"""The label of an item: `사업기간: 2022. 1.~ 12.` has the label `사업기간`.

The colon attaches to the label and has a blank after it (rules on punctuation, 쌍점), but reports write ` : ` and `:`
as well. Inside times (10:30), ratios (시70:구30) and addresses it parts nothing.
"""

from __future__ import annotations

import re

from generator.document import Inlines, plain
from generator.markup.inline import split_inlines
from generator.markup.run import open_brackets

MOST_LETTERS = 12
"""Letters of a label, blanks aside; a longer beginning is a sentence of its own."""

_COLON = re.compile(r"\s*[:：]\s*")
_SENTENCE = re.compile(r"[.,!?;※▸→\\]")
_LETTER = re.compile(r"[^\W\d_]")


def split_label(content: Inlines) -> tuple[str, Inlines]:
    """Give an item's label and value; an empty label and the whole content where there is none."""
    text = plain(content)
    colon = _COLON.search(text)
    if colon is None or not _parts(text, colon):
        return "", content
    _, value = split_inlines(content, colon.end())
    return text[: colon.start()], value


def _parts(text: str, colon: re.Match[str]) -> bool:
    label, rest = text[: colon.start()], text[colon.end() :]
    if not _LETTER.search(label) or len("".join(label.split())) > MOST_LETTERS:
        return False
    if _SENTENCE.search(label) or open_brackets(label) != 0 or rest.startswith("//"):
        return False
    # A digit before a colon that touches both sides belongs to a time or a ratio.
    return not (label[-1].isdigit() and len(colon[0]) == 1 and rest)
