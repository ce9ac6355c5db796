"""Sub-counts: figures that an author broke down into parts, in one line or over the lines below it.

    212개 (사회적기업 37, 협동조합 172, 마을기업 3)      parts in brackets
    684㎡: 2층(276㎡), 3층(408㎡)                         parts after a colon
    사진전시(16), 홍보단 운영(16): 32회                    parts before a colon
    392억원 발행 확정 / 1차 발행: 200억 원 / 2차 …          parts in the lines below

Whether parts must add up is a question of meaning. They surely must where their labels form a series (상반기, 하반기;
1차, 2차; 2층, 3층) or the whole is called 총 or 계; a part of another unit, a figure that is about something, or a word
such as 등 or 중복 means that nothing can be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.checks.reading.figure import Figure, decimals, find_figures, is_hedge_free, is_ordinal
from generator.checks.reading.pieces import AND_SO_ON, closing, cut, without_brackets
from generator.checks.reading.statement import Kind, Statement, families
from generator.notation.number import fold_width, read_digits

_OPEN_ENDED = re.compile(
    rf"{AND_SO_ON}(?:\s|[,.)]|$)|중복|포함|제외|내외|누적|별도|각각|해당|이 ?중|그 ?중|가운데|이상|이내"
)
_PART = re.compile(r"(?P<label>[^:]*[^\d\s.,:△▲+×*~-])\s*:?\s*(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d\s(),.:]*)")
_BRACKETED = re.compile(r"(?P<label>.*?[^\s(])\s*\(\s*(?P<digits>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[^\d\s(),.:]*)\s*\)")
_NOUN = re.compile(r"\s?(?P<noun>[가-힣]{0,8}(?:\s[가-힣]{1,6})?)\s?\(")
_COLON = re.compile(r"\s*:\s*")
_WHOLE = re.compile(r"총|합계|전체|(?:^|\s)계(?:\s|$)")
# Words for a part of people or firms that leaves others unnamed.
_ATTRIBUTE = re.compile(
    r"(?:여성|여자|남성|남자|장애인|고령자|노인|어르신|청년|청소년|외국인|다문화|저소득|수급자|취약계층|신규|우수|정규직|취업|수료)"
)
_COMPLEMENTS = tuple(
    frozenset(words.split())
    for words in (
        "상반기 하반기",
        "남 여",
        "남성 여성",
        "남자 여자",
        "정규 비정규",
        "정규직 비정규직",
        "정규직 계약직",
        "기존 신규",
        "신규 계속",
        "오전 오후",
        "주간 야간",
        "국내 국외",
        "국내 해외",
        "관내 관외",
        "공공 민간",
        "지상 지하",
    )
)


@dataclass(frozen=True, slots=True)
class SubCount:
    """A whole with its parts. `is_certain` tells that parts must make the whole; otherwise they may not exceed it."""

    statement: Statement
    whole: Figure
    label: str
    parts: tuple[tuple[str, Decimal], ...]
    is_certain: bool
    step: Decimal

    @property
    def total(self) -> Decimal:
        """The sum of the parts."""
        return sum((value for _, value in self.parts), Decimal(0))

    @property
    def tolerance(self) -> Decimal:
        """How far rounding may carry the sum away where the parts were written in greater steps than the whole, or
        with decimals."""
        coarser = self.step > self.whole.step or (self.step == self.whole.step and self.step < 1)
        return self.step * len(self.parts) / 2 if coarser else Decimal(0)


def subcounts(statements: Sequence[Statement]) -> Iterator[SubCount]:
    """Find all sub-counts of a report."""
    for statement in statements:
        if statement.kind not in (Kind.ROW, Kind.TOPIC):
            text = fold_width(statement.text)
            yield from _bracketed(statement, text)
            yield from _around_colon(statement, text)
    for parent, children in families(statements):
        yield from _below(parent, children)
    yield from _areas(statements)


def is_series(labels: Sequence[str]) -> bool:
    """Tell whether labels divide a whole: they differ in a number only, or are a known pair."""
    bare = ["".join(label.split()) for label in labels]
    if len(bare) < 2 or len(set(bare)) < len(bare):
        return False
    shapes = {re.sub(r"\d+", "0", label) for label in bare}
    if len(shapes) == 1 and "0" in next(iter(shapes)):
        return True
    return any(len(words & {w for w in words for b in bare if b.startswith(w)}) == len(bare) for words in _COMPLEMENTS)


def _bracketed(statement: Statement, text: str) -> Iterator[SubCount]:
    for whole in find_figures(statement.text):
        found = _NOUN.match(text, whole.end)
        end = closing(text, found.end() - 1) if found else None
        if found is None or end is None or whole.is_hedged or is_ordinal(whole):
            continue
        if _OPEN_ENDED.search(text[found.end() : end]):
            continue
        pieces = cut(text, found.end(), end, separators=",，、/")
        # Behind a word the parts may count something else, unless they name their unit: 20개 사업(복지 5, 환경 4).
        bare = not found["noun"] or (whole.unit == "개" and " " not in found["noun"].strip())
        parts = _parts([piece.text for piece in pieces], whole, _PART, explicit=not bare)
        if parts:
            yield from _made(statement, whole, text[: whole.start], parts)


def _around_colon(statement: Statement, text: str) -> Iterator[SubCount]:
    colon = _COLON.search(text)
    if colon is None or _OPEN_ENDED.search(text):
        return
    head, rest = text[: colon.start()], text[colon.end() :]
    figures = find_figures(statement.text)
    before = [f for f in figures if f.end <= colon.start() and f.depth == 0]
    after = [f for f in figures if f.start >= colon.end() and f.depth == 0]
    if len(before) == 1 and not before[0].is_hedged and not is_ordinal(before[0]):
        pieces = [piece.text for piece in cut(rest)]
        parts = _parts(pieces, before[0], _BRACKETED) or _parts(pieces, before[0], _PART, explicit=True)
        if parts:
            yield from _made(statement, before[0], head, parts)
    if len(after) == 1 and after[0].start == colon.end() and not rest[after[0].end - colon.end() :].strip():
        parts = _parts([piece.text for piece in cut(head)], after[0], _BRACKETED)
        if parts and not after[0].is_hedged:
            yield from _made(statement, after[0], "", parts)


def _parts(
    pieces: Sequence[str], whole: Figure, form: re.Pattern[str], *, explicit: bool = False
) -> tuple[tuple[str, Figure], ...]:
    """Read pieces that all are a label with a figure of the whole's unit; empty where they are something else."""
    made: list[tuple[str, Figure]] = []
    for text in pieces:
        found = form.fullmatch(text)
        digits = read_digits(found["digits"].rstrip(",")) if found else None
        if not found or digits is None:
            return ()
        own = [f for f in find_figures(text) if f.start == found.start("digits")]
        if own and own[0].unit == whole.unit and own[0].end >= found.end("unit"):
            made.append((found["label"].strip(), own[0]))
        elif not found["unit"] and not explicit and not own:
            scale = whole.step if whole.is_money else Decimal(1)
            step = scale if whole.is_money else Decimal(1).scaleb(-decimals(digits))
            made.append((found["label"].strip(), Figure(digits * scale, whole.unit, 0, 0, step)))
        else:
            return ()
    return tuple(made) if len(made) >= 2 else ()


def _made(
    statement: Statement, whole: Figure, before: str, parts: tuple[tuple[str, Figure], ...]
) -> Iterator[SubCount]:
    labels = [label for label, _ in parts]
    figures = [figure for _, figure in parts]
    if not is_hedge_free(figures):
        return
    implied = any(figure.end == 0 for figure in figures)
    if implied and any(figure.value > whole.value for figure in figures):
        return  # the parts count something else: 3회(상반기 20, 하반기 30)
    series = is_series(labels)
    total = sum((figure.value for figure in figures), Decimal(0))
    if not series and total < whole.value and any(_ATTRIBUTE.search(label) for label in labels):
        return
    values = tuple((label, figure.value) for label, figure in parts)
    yield SubCount(statement, whole, _label(before), values, True, max(f.step for f in figures))


def _below(parent: Statement, children: Sequence[Statement]) -> Iterator[SubCount]:
    if len(children) < 2 or _OPEN_ENDED.search(fold_width(parent.text)) or "=" in parent.text:
        return
    wholes = [f for f in find_figures(parent.text) if f.depth == 0 and not f.is_hedged and not is_ordinal(f)]
    for unit in dict.fromkeys(whole.unit for whole in wholes):
        own = [whole for whole in wholes if whole.unit == unit]
        parts = [_part_below(child, unit) for child in children]
        known = [part for part in parts if part is not None]
        if len(known) < len(children) or len(own) > 2:
            continue
        whole = own[-1]  # `825㎡ 중 427㎡ 사용`: the lines below break down what is used
        yield from _judged(parent, whole, known)


def _part_below(child: Statement, unit: str) -> tuple[str, Figure] | None:
    figures = [f for f in find_figures(child.text) if f.unit == unit]
    if not figures or _OPEN_ENDED.search(child.text[: figures[0].start]):
        return None
    first = figures[0]
    return None if first.is_hedged else (child.text[: first.start].rstrip(" :("), first)


def _judged(parent: Statement, whole: Figure, parts: Sequence[tuple[str, Figure]]) -> Iterator[SubCount]:
    labels = [label for label, _ in parts]
    total = sum((figure.value for _, figure in parts), Decimal(0))
    before = parent.text[: whole.start]
    certain = is_series(labels) or bool(_WHOLE.search(before))
    values = tuple((label, figure.value) for label, figure in parts)
    made = SubCount(parent, whole, _label(before), values, certain, max(f.step for _, f in parts))
    if certain or abs(total - whole.value) <= made.tolerance or total > whole.value:
        yield made


def _areas(statements: Sequence[Statement]) -> Iterator[SubCount]:
    """`- 면적 127㎡ / - 상담실 49㎡ / - 사무실 78㎡`: rooms in the lines after a floor area, on the same level."""
    for index, statement in enumerate(statements):
        if statement.kind is not Kind.ITEM or "면적" not in statement.text[:8]:
            continue
        wholes = [f for f in find_figures(statement.text) if f.unit == "㎡"]
        if len(wholes) != 1:
            continue
        rooms = list(_rooms(statement, statements[index + 1 :]))
        if len(rooms) >= 2:
            yield from _judged(statement, wholes[0], rooms)


def _rooms(area: Statement, following: Iterable[Statement]) -> Iterator[tuple[str, Figure]]:
    for statement in following:
        if (statement.scalar, statement.level, statement.parent) != (area.scalar, area.level, area.parent):
            return
        figures = [f for f in find_figures(statement.text) if f.unit == "㎡"]
        if len(figures) != 1 or "면적" in statement.text[:8]:
            return
        yield statement.text[: figures[0].start].rstrip(" :("), figures[0]


def _label(before: str) -> str:
    """A name for the whole from the words before it."""
    plain = re.sub(r"(?:^|\s|(?<=:))총$", "", without_brackets(before).rstrip()).rstrip(" :")
    return re.split(r"[,;]|:\s", plain)[-1].strip(" :-·")[-24:].strip() or "합"
