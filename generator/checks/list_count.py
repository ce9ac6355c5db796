"""Enumerations with a number: so many names as the number says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.checks.reading.enumeration import Enumeration, enumerations
from generator.checks.relation import Comparison, Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity

_BODIES = re.compile(
    r".*(?:구|군|시|도|동|읍|면|국|과|팀|부서|기관|기업|업체|단체|시장|상가|학교|센터|도시|지역|조합|공장|도서관)"
)
_REGIONS = re.compile(r".*(?:구|군|시|동|읍|면|시군|시도)")
_MOST_SHOWN = 5


def _look(subject: Subject) -> Iterator[Relation]:
    for found in enumerations(subject.statements):
        if found.figure is not None and found.counted_in is not None and _speaks(found):
            yield _relation(found)


def _speaks(found: Enumeration) -> bool:
    """Tell whether names and number may be compared.

    Names of bodies in single words are surely what was counted, unless they are far fewer and so only examples; of
    other things a difference of a few is taken for a slip.
    """
    assert found.figure is not None
    named, told = len(found.names), int(found.figure.value)
    if named == told or found.is_open:
        return True
    if named < 2:
        return False
    words = all(" " not in name.text for name in found.names)
    if words and _counts_bodies(found) and (told > 1 or _REGIONS.fullmatch(found.noun or found.figure.unit)):
        return named * 3 >= told
    return told > 1 and abs(named - told) <= max(2, told // 3)


def _counts_bodies(found: Enumeration) -> bool:
    assert found.figure is not None
    return found.figure.unit != "개소" and bool(_BODIES.fullmatch(found.noun or found.figure.unit))


def _relation(found: Enumeration) -> Relation:
    assert found.figure is not None and found.counted_in is not None
    names = [name.text for name in found.names]
    listed = ", ".join(names[:_MOST_SHOWN]) + (" …" if len(names) > _MOST_SHOWN else "")
    times = found.figure.unit == "회"
    # 등 tells that there are more than the names; the number may not be less.
    return Relation(
        label="늘어놓은 때의 수" if times else f"늘어놓은 {found.noun or '것'}의 수",
        written=Decimal(len(names)) if found.is_open else found.figure.value,
        computed=found.figure.value if found.is_open else Decimal(len(names)),
        at=found.counted_in.locate(found.figure.start, found.figure.end),
        formula=f"{listed} ({len(names)})",
        unit="회" if times else "개",
        comparison=Comparison.AT_MOST if found.is_open else Comparison.EQUAL,
        severity=None if _counts_bodies(found) or _is_alike(names) else Severity.WARNING,
    )


def _is_alike(names: list[str]) -> bool:
    """Names that end alike are things of one kind."""
    return len({name[-1] for name in names}) == 1 or (len(names) > 3 and all(len(name) < 6 for name in names))


RULE = Rule(
    code="list-count",
    title="늘어놓은 이름의 수는 앞에 적은 수와 같습니다.",
    reason="9개라고 적고 8개만 늘어놓으면 빠진 하나가 무엇인지 알 수 없습니다.",
    source="통계의 관례",
    group=Group.LISTS,
    severity=Severity.ERROR,
    report=_look,
    example="- 지원대상: 4개 자치구(강동, 마포, 도봉)",
    corrected="- 지원대상: 3개 자치구(강동, 마포, 도봉)",
)
