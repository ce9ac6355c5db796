"""Lines of tables that follow from others: 증감, 과부족, 예산현액, 집행잔액."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.reading.declared import declared_relations
from generator.checks.reading.figure import decimals
from generator.checks.reading.formulas import Formula, change_formula, has_letter_formula, named_formulas
from generator.checks.reading.matrix import Matrix, Place
from generator.checks.relation import Relation
from generator.checks.rule import Group, Rule
from generator.checks.subject import Subject
from generator.diagnostics import Severity
from generator.document.geometry import bare_name
from generator.notation.number import format_number


def _look(subject: Subject) -> Iterator[Relation]:
    for placed in subject.tables:
        found = placed.matrix
        if found.numeric:
            inferred = (*_columns(found), *_rows(found))
            yield from inferred
            yield from declared_relations(found, without=inferred, sums=False)


def _columns(found: Matrix) -> Iterator[Relation]:
    full = [" ".join(path) for path in found.heads]
    names = [found.name_of(column) for column in range(len(found.heads))]
    named = (f for f in named_formulas(names) if f.target in found.numeric)
    formulas = [f for f in named if not has_letter_formula(full[f.target])]
    known = {formula.target for formula in formulas}
    for target in found.numeric:
        if target not in known and (formula := change_formula(full, target, found.numeric)):
            formulas.append(formula)
    for formula in formulas:
        for row in range(len(found.names)):
            line = found.cells[row]
            label = f"'{found.names[row]}'의 {found.title_of(formula.target)}"
            yield from _relation(formula, line, [found.title_of(c) for c in range(len(names))], label)


def _rows(found: Matrix) -> Iterator[Relation]:
    names = [bare_name(name) for name in found.names]
    formulas = named_formulas(names)
    for target in range(len(names)):
        if not any(formula.target == target for formula in formulas):
            formula = change_formula(list(found.names), target, range(len(names)))
            formulas += [formula] if formula else []
    for formula in formulas:
        for column in found.numeric:
            line = [found.cells[row][column] for row in range(len(names))]
            label = f"{found.title_of(column)}의 '{found.names[formula.target]}'"
            yield from _relation(formula, line, list(found.names), label)


def _relation(formula: Formula, line: Sequence[Place | None], names: Sequence[str], label: str) -> Iterator[Relation]:
    place = line[formula.target]
    terms = [(sign, names[index], line[index]) for sign, index in formula.terms]
    if place is None or place.at is None or not place.is_written or any(term[2] is None for term in terms[:1]):
        return
    known = [(sign, name, term.value if term else Decimal(0)) for sign, name, term in terms]
    computed = sum((sign * value for sign, _, value in known), Decimal(0))
    places = max(decimals(value) for value in (place.value, *(value for _, _, value in known)))
    yield Relation(
        label=label,
        written=place.value,
        computed=computed,
        at=place.at,
        formula=_shown(known),
        tolerance=Decimal(1).scaleb(-places) * len(known) / 2 if places else Decimal(0),
    )


def _shown(terms: Sequence[tuple[int, str, Decimal]]) -> str:
    pieces = [f"{'-' if sign < 0 else '+'} {name} {format_number(value)}" for sign, name, value in terms]
    return " ".join(pieces).removeprefix("+ ")


RULE = Rule(
    code="table-formula",
    title="증감, 과부족, 예산현액, 집행잔액은 다른 칸에서 계산한 값과 같습니다.",
    reason="계산으로 나오는 칸이 틀리면 본디 숫자까지 의심받습니다.",
    source="「지방회계법 시행규칙」 결산 서식, 예산서 서식의 관례",
    group=Group.ARITHMETIC,
    severity=Severity.ERROR,
    report=_look,
    example="| 단위사업 | 예산액 | 전년도 예산액 | 증감 |\n|---|---:|---:|---:|\n| 상담 | 700 | 600 | 90 |",
    corrected="| 단위사업 | 예산액 | 전년도 예산액 | 증감 |\n|---|---:|---:|---:|\n| 상담 | 700 | 600 | 100 |",
)
