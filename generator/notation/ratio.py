"""Funding ratios: who pays what part of a programme, in percent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from generator.notation.funding import FundingSource, find_source, source_pattern
from generator.notation.number import EXACT, fold_width
from generator.notation.problem import Problem, ProblemKind
from generator.notation.split import SplitItem, read_split

Ratios: TypeAlias = tuple[tuple[FundingSource, Decimal], ...]
"""Sources with their percentages, in the author's order."""

_HINT = "'국비 50%, 구비 50%' 또는 '시70:구30'처럼 쓰세요."
_PART = r"[0-9]+(?:\.[0-9]+)?\s*%?"
_PARALLEL = r"\s*(?P<labels>(?:{label})(?:\s*:\s*(?:{label}))+)\s*=?\s*(?P<parts>{part}(?:\s*:\s*{part})+)\s*"


def parse_ratio(text: str, sources: Sequence[FundingSource]) -> Ratios | Problem:
    """Read a ratio in any of its spellings.

    `시70:구30` · `구비 100%` · `국 70% 시 15% 구 15%` · `국비 80%, 구비 20% 매칭` · `국:시:구=50:25:25`.
    Parts of ten (`국:도:군=5:3:2`) are given in percent. Whether the parts make 100 is not judged here.
    """
    if not text.strip():
        return Problem(ProblemKind.EMPTY, 0, len(text), "재원 비율이 비어 있습니다.", _HINT)
    parallel = _read_parallel(text, sources)
    if parallel:
        return _in_percent(parallel)
    split = read_split(text, 0, len(text), sources)
    if isinstance(split, Problem):
        return split
    if split is not None and split.only:
        return ((split.only, Decimal(100)),)
    parts = [(item.source, _part(item)) for item in split.items] if split else []
    read = tuple((source, part) for source, part in parts if source and part is not None)
    if not read or len(read) < len(parts):
        message = f"'{text.strip()}'에서 재원별 비율을 읽을 수 없습니다."
        return Problem(ProblemKind.MALFORMED_SPLIT, 0, len(text), message, _HINT)
    return _in_percent(read)


def _read_parallel(text: str, sources: Sequence[FundingSource]) -> Ratios | None:
    """Read `국:시:구=50:25:25`, the labels first and their parts after them."""
    found = re.fullmatch(_PARALLEL.format(label=source_pattern(sources), part=_PART), fold_width(text))
    if not found:
        return None
    named = [find_source(label, sources) for label in found["labels"].split(":")]
    parts = [Decimal(part.strip(" %")) for part in found["parts"].split(":")]
    if len(named) != len(parts) or len(set(named)) != len(named):
        return None
    return tuple((source, part) for source, part in zip(named, parts, strict=True) if source)


def _part(item: SplitItem) -> Decimal | None:
    if item.percent is not None:
        return item.percent
    return item.amount.value if item.amount and not item.amount.unit else None


def _in_percent(ratios: Ratios) -> Ratios:
    total = sum((part for _, part in ratios), Decimal(0))
    factor = Decimal(10) if total == 10 else Decimal(1)
    return tuple((source, EXACT.multiply(part, factor)) for source, part in ratios)
