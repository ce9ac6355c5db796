"""산출근거: a line with an amount is the sum of the lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.reading.price import Price, prices
from generator.checks.reading.statement import Kind, Statement
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import format_number


def _look(subject: Subject) -> Iterator[Relation]:
    found = list(prices(subject.statements))
    depths = _depths_of_rows(subject.statements)
    levels = {id(price): _level(price.statement, depths) for price in found}
    for index, price in enumerate(found):
        below = _below(found, index, levels)
        if len(below) > 1 or (below and price.computed is None):
            yield _relation(price, below)


def _depths_of_rows(statements: Sequence[Statement]) -> dict[tuple[int, tuple[int, int]], int]:
    """The depth of each row of a table: that of the first marked line in it."""
    depths: dict[tuple[int, tuple[int, int]], int] = {}
    for statement in statements:
        if statement.row is not None and statement.kind is Kind.ITEM:
            depths.setdefault((id(statement.scalar), statement.row), statement.level)
    return depths


def _level(statement: Statement, depths: dict[tuple[int, tuple[int, int]], int]) -> int:
    if statement.row is None:
        return statement.level
    return depths.get((id(statement.scalar), statement.row), 0)


def _below(found: Sequence[Price], index: int, levels: dict[int, int]) -> list[Price]:
    """The amounts directly under one: the next depth, up to the next amount of its own depth."""
    own = levels[id(found[index])]
    reach: list[Price] = []
    if not own:
        return reach
    for price in found[index + 1 :]:
        if price.statement.scalar is not found[index].statement.scalar or levels[id(price)] <= own:
            break
        reach.append(price)
    nearest = min((levels[id(price)] for price in reach), default=0)
    return [price for price in reach if levels[id(price)] == nearest]


def _relation(price: Price, below: Sequence[Price]) -> Relation:
    parts = [part.written / price.worth for part in below]
    coarsest = max(part.worth for part in below)
    return Relation(
        label="아랫줄의 합",
        written=price.written / price.worth,
        computed=sum(parts[1:], parts[0]),
        at=price.statement.locate(price.start, price.end),
        formula=" + ".join(format_number(part) for part in parts),
        unit=price.unit,
        tolerance=coarsest / price.worth * len(parts) / 2 if coarsest > price.worth else parts[0] * 0,
    )


RULE = Rule(
    code="estimate-sum",
    title="산출근거에서 윗줄의 금액은 아랫줄을 더한 값입니다.",
    reason="과목의 합계와 산출 내역이 다르면 어느 쪽이 편성된 예산인지 알 수 없습니다.",
    source="「지방자치단체 예산편성 운영기준」의 산출기초 작성 요령",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="○ 센터 운영 = 300,000천원\n  - 2개소 100,000천원*2개소 = 200,000천원\n"
    "  - 1개소 90,000천원*1개소 = 90,000천원",
    corrected="○ 센터 운영 = 290,000천원\n  - 2개소 100,000천원*2개소 = 200,000천원\n"
    "  - 1개소 90,000천원*1개소 = 90,000천원",
)
