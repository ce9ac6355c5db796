"""What a kind of report asks for and a report lacks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.kinds import Kind
from generator.model import Division, Programme
from generator.notation.particle import with_particle
from generator.source import Scalar


def missing_parts(titles: tuple[Scalar, ...], kind: Kind, at: Scalar) -> Iterator[Diagnostic]:
    """Name the parts that a report of this kind must have and has not; `at` is where the report names its parts."""
    for accepted in kind.parts:
        if not _has(accepted, titles):
            message = f"{kind.name}에 꼭 있어야 할 {with_particle(accepted[0], '이/가', quote=True)} 없습니다."
            hint = f"제목이 '{accepted[0]}'인 부 파일을 만들고 보고서.yml의 구성에 넣으세요."
            yield Diagnostic("required-part", Severity.WARNING, message, at.at, hint)


def missing_topics(division: Division, kind: Kind) -> Iterator[Diagnostic]:
    """Name the headings that the programmes of a section, at any depth, must have and have not."""
    for programme in division.programmes:
        yield from _missing_in(programme, kind)
    for below in division.divisions:
        yield from missing_topics(below, kind)


def _missing_in(programme: Programme, kind: Kind) -> Iterator[Diagnostic]:
    if programme.content is not None:
        return  # its headings stand in the text, where □ lines open them
    for accepted in kind.topics:
        if not _has(accepted, tuple(programme.body)):
            message = f"{kind.name} 사업에 꼭 있어야 할 {with_particle(accepted[0], '이/가', quote=True)} 없습니다."
            hint = f"이 사업의 본문에 '{accepted[0]}: |'를 적고 그 아래에 내용을 적으세요."
            yield Diagnostic("required-topic", Severity.WARNING, message, programme.title.at, hint)
    if kind.budget and programme.budget is None and programme.required_budget is None:
        hint = "'예산현황:' 또는 '소요예산:'을 적고 그 아래에 예산액을 적으세요."
        yield Diagnostic("required-topic", Severity.WARNING, "사업의 예산이 없습니다.", programme.title.at, hint)


def _has(accepted: tuple[str, ...], titles: tuple[Scalar, ...]) -> bool:
    wanted = {"".join(title.split()) for title in accepted}
    return any("".join(title.text.split()) in wanted for title in titles)
