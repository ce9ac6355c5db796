"""Percentages: what they are of, and one rule of rounding for the whole report."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.reading.ratio_claims import RatioClaim, ratio_claims, usual_rounding
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.notation.number import format_number
from generator.notation.percent import Rounding

_NAMES = {Rounding.HALF_UP: "반올림", Rounding.DOWN: "버림"}


def _look(subject: Subject) -> Iterator[Relation]:
    claims = tuple(ratio_claims(subject.programmes, subject.tables, subject.statements))
    usual = usual_rounding(claims)
    for claim in claims:
        yield _relation(claim, usual)


def _relation(claim: RatioClaim, usual: Rounding) -> Relation:
    other = Rounding.DOWN if usual is Rounding.HALF_UP else Rounding.HALF_UP
    by_other = claim.written == claim.rounded(other)
    shown = {rule: format_number(claim.rounded(rule)) for rule in (usual, other)}
    remark = (
        f"{_NAMES[usual]}하면 {shown[usual]}, {_NAMES[other]}이면 {shown[other]}입니다. "
        f"이 보고서의 다른 비율은 {_NAMES[usual]}으로 적혀 있으니 한 가지로 맞추세요."
    )
    return Relation(
        label=claim.label,
        written=claim.written,
        computed=claim.rounded(usual),
        at=claim.at,
        formula=claim.formula,
        unit="%",
        severity=Severity.WARNING if by_other else None,
        remark=remark if by_other else "",
    )


RULE = Rule(
    code="percentage",
    title="비율은 계산한 값과 같고, 한 보고서에서는 한 가지 방법으로 끝자리를 처리합니다.",
    reason="집행률이 어디서는 반올림이고 어디서는 버림이면 서로 견줄 수 없습니다.",
    source="통계의 관례",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="예산액: 860,419 (시비)\n집행액: 648,099\n집행률: 80",
    corrected="예산액: 860,419 (시비)\n집행액: 648,099\n집행률: 75.3",
)
