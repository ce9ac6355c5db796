"""Funding sources: who pays. The list is the organisation's own, in the order its tables use.

A district writes 국비, 시비, 구비; a county 도비, 군비; a public corporation 자부담. Nothing here knows a name:
`DEFAULT_SOURCES` only saves an organisation from writing out the common list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class FundingSource:
    """A funding source: its full name, the short form used in tables, and other spellings that mean the same."""

    name: str
    short: str = ""
    aliases: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The short form, or the name where there is none."""
        return self.short or self.name

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every way in which the source may be written."""
        return tuple(s for s in (self.name, self.short, *self.aliases) if s)


DEFAULT_SOURCES: tuple[FundingSource, ...] = (
    FundingSource("국비", "국", ("국고", "국고보조금")),
    FundingSource("도비", "도"),
    FundingSource("시비", "시"),
    FundingSource("군비", "군"),
    FundingSource("구비", "구"),
    FundingSource("기금"),
    FundingSource("특별교부세", "특교세", ("특교",)),
    FundingSource("특별조정교부금", "특조금"),
    FundingSource("균특", aliases=("균형발전특별회계", "균특회계")),
    FundingSource("민자", aliases=("민간자본", "민간")),
    FundingSource("자부담", aliases=("자체부담", "자비")),
    FundingSource("기타"),
)
"""The order of local-government budget forms: greater body first (a custom, no rule)."""

# Shares of letters in common. Words of different length need more of them: 인건비 is no slip for 군비.
_SIMILAR, _SIMILAR_DESPITE_LENGTH = 0.6, 0.75


def find_source(label: str, sources: Sequence[FundingSource]) -> FundingSource | None:
    """Find the source that a label means; spaces in the label do not matter."""
    wanted = "".join(label.split())
    return next((s for s in sources if wanted in ("".join(spelling.split()) for spelling in s.spellings)), None)


def nearest_source(label: str, sources: Sequence[FundingSource]) -> FundingSource | None:
    """Find the source that a wrong label most likely means, None where nothing comes near.

    Letters are compared inside the syllables (`군비` shares four of five with `국비`); a word of the same length with
    the same last syllable (`사비`, `시비`) is near as well.
    """
    wanted = "".join(label.split())
    ranked = [
        (_similarity(wanted, spelling), -position, source)
        for position, source in enumerate(sources)
        for spelling in source.spellings
    ]
    best = max(ranked, default=None, key=lambda item: item[:2])
    return best[2] if best and best[0] else None


def source_pattern(sources: Sequence[FundingSource]) -> str:
    """Give a regular expression for the label of any listed source, the longest first; no sources match nothing."""
    return _joined_pattern(tuple(sources))


@lru_cache(maxsize=32)
def _joined_pattern(sources: tuple[FundingSource, ...]) -> str:
    spellings = sorted({"".join(s.split()) for source in sources for s in source.spellings}, key=lambda s: (-len(s), s))
    return "|".join(r"\s*".join(re.escape(c) for c in spelling) for spelling in spellings) or r"(?!)"


def _similarity(label: str, spelling: str) -> float:
    letters = SequenceMatcher(None, unicodedata.normalize("NFD", label), unicodedata.normalize("NFD", spelling)).ratio()
    if len(label) != len(spelling):
        return letters if letters >= _SIMILAR_DESPITE_LENGTH else 0
    same_ending = len(label) > 1 and label[-1] == spelling[-1]
    return letters if letters >= _SIMILAR else _SIMILAR * same_ending
