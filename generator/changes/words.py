"""Two wordings of one line, word by word: what stayed, what was struck out, what was put in.

    compare_words("협동조합을 지원", "협동조합이 지원")  -> 협동조합 [-을-] [+이+] 지원
    compare_words("예산 1,250,000", "예산 1,430,000")   -> 예산 [-1,250,000-] [+1,430,000+]

A figure changes as a whole, and a particle apart from the noun that it hangs on; letters are never compared one by one,
since half a syllable block or half a figure tells a reader nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class RunKind(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    INS = "ins"
    DEL = "del"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one fate. A struck-out stretch stands before the one that takes its place."""

    kind: RunKind
    text: str


# Case particles, auxiliary particles and their usual chains (학교 문법의 격 조사·보조사), then the endings by which a
# noun becomes a verb. 고 and 인 are missing: 광고, 장애인.
_PARTICLES = (
    "은 는 이 가 을 를 과 와 의 에 에게 에서 에는 에도 에서는 에서의 에게는 에게서 으로 로 으로는 로는 으로서 로서 "
    "으로써 로써 으로의 로의 으로부터 로부터 부터 까지 부터의 까지의 도 만 만을 만이 과의 와의 보다 처럼 마다 "
    "이나 나 이며 이고 들 들은 들이 들을 들의 들과 들에게 "
    "하여 하고 하는 하며 하기 하되 함 한 할 하도록 되어 되고 되는 되며 됨 된 될 시켜 시키고 시키는"
)
_TAIL = re.compile(f"(?:{'|'.join(sorted(_PARTICLES.split(), key=lambda p: (-len(p), p)))})$")
_NUMBER = r"[△▲]?\d+(?:,\d{3})+(?:\.\d+)?(?!\d)|[△▲]?\d+(?:\.\d+)?"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<hangul>[가-힣]+)|(?P<space>\s+)|[^\W\d_가-힣]+|.", re.DOTALL)
_IS_NUMBER = re.compile(_NUMBER)
# A noun shorter than this is rarely a noun with a particle: 회의, 거의. After a figure it is a counter: 3회의, 20명이.
_SHORTEST_NOUN = 2
# With less than this in common, a line was written anew, and two whole lines read better than their mixture.
_LEAST_COMMON = 0.25
# SequenceMatcher takes time by the product of the lengths; texts beyond it are compared sentence by sentence.
_MOST_TOKENS = 1_500

_Tokens = Sequence[str]


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Give the runs that lead from the old text to the new one.

    The texts of all runs but the inserted ones make up `old`, those of all but the struck-out ones `new`, to the
    letter. Equal texts give one run, empty ones none.
    """
    if old == new:
        return (Run(RunKind.SAME, old),) if old else ()
    ones, others = tokens(old), tokens(new)
    if max(len(ones), len(others)) > _MOST_TOKENS:
        ones, others = _sentences(old), _sentences(new)
    runs = _merged(_without_crumbs(_merged(_raw_runs(ones, others))))
    if _common(runs) < _LEAST_COMMON * min(_letters(old), _letters(new)):
        return _merged((Run(RunKind.DEL, old), Run(RunKind.INS, new)))
    return runs


def tokens(text: str) -> tuple[str, ...]:
    """Cut a text into figures, nouns, particles, other words, signs and spaces; joined they are the text again."""
    return tuple(_tokens(text))


def is_changed(runs: Iterable[Run]) -> bool:
    """Tell whether anything but spaces was struck out or put in."""
    return any(run.kind is not RunKind.SAME and not run.text.isspace() for run in runs)


def _tokens(text: str) -> Iterator[str]:
    after_number = False
    for found in _TOKEN.finditer(text):
        word = found[0]
        tail = _TAIL.search(word) if found["hangul"] else None
        if tail and tail.start() >= (1 if after_number else _SHORTEST_NOUN):
            yield word[: tail.start()]
            yield tail[0]
        else:
            yield word
        after_number = bool(found["number"])


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\n.]+[\n.]*|[\n.]+", text))


def _raw_runs(old: _Tokens, new: _Tokens) -> Iterator[Run]:
    head = _common_length(old, new)
    tail = _common_length(old[head:][::-1], new[head:][::-1])
    ones, others = old[head : len(old) - tail], new[head : len(new) - tail]
    yield Run(RunKind.SAME, "".join(old[:head]))
    # Spaces are everywhere; as anchors they would hold together what has nothing to do with each other.
    for tag, i, j, k, m in SequenceMatcher(str.isspace, ones, others, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Run(RunKind.SAME, "".join(ones[i:j]))
        else:
            yield Run(RunKind.DEL, "".join(ones[i:j]))
            yield Run(RunKind.INS, "".join(others[k:m]))
    yield Run(RunKind.SAME, "".join(old[len(old) - tail :]))


def _common_length(one: _Tokens, other: _Tokens) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _without_crumbs(runs: Sequence[Run]) -> Iterator[Run]:
    """Take what is left of a sentence between two changes into the change, where it is too little to read."""
    for index, run in enumerate(runs):
        if 0 < index < len(runs) - 1 and run.kind is RunKind.SAME and _is_crumb(runs, index):
            yield Run(RunKind.DEL, run.text)
            yield Run(RunKind.INS, run.text)
        else:
            yield run


def _is_crumb(runs: Sequence[Run], index: int) -> bool:
    letters = _letters(runs[index].text)
    if letters > 1:
        return False
    # `국 70%, 시 30%`: the names of the sources are short, and each figure changes for itself.
    return not (letters == 1 and _is_number(runs[index - 1].text) and _is_number(runs[index + 1].text))


def _is_number(text: str) -> bool:
    return bool(_IS_NUMBER.fullmatch(text))


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one kind; between two unchanged stretches all that was struck out comes first."""
    made: list[Run] = []
    struck, put = "", ""

    def flush() -> None:
        nonlocal struck, put
        made.extend(Run(kind, text) for kind, text in ((RunKind.DEL, struck), (RunKind.INS, put)) if text)
        struck, put = "", ""

    for run in runs:
        if not run.text:
            continue
        if run.kind is RunKind.DEL:
            struck += run.text
        elif run.kind is RunKind.INS:
            put += run.text
        else:
            flush()
            if made and made[-1].kind is RunKind.SAME:
                made[-1] = Run(RunKind.SAME, made[-1].text + run.text)
            else:
                made.append(run)
    flush()
    return tuple(made)


def _common(runs: Iterable[Run]) -> int:
    return sum(_letters(run.text) for run in runs if run.kind is RunKind.SAME)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)
