"""Programmes over the years: one that is gone was ended or renamed, not forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checks.reading.programme import PlacedProgramme
from generator.checks.reading.succession import index_of, kind_of, successions
from generator.checks.reading.title import bare_title, is_near
from generator.checks.relation import Agreement
from generator.checks.rule import Group, Rule, Trouble
from generator.checks.subject import Subject
from generator.diagnostics import Related, Severity
from generator.fields import nearest

_ENDED = ("종료", "완료", "폐지", "한시")


def _look(subjects: Sequence[Subject]) -> Iterator[Agreement | Trouble]:
    told: set[int] = set()
    for succession in successions(subjects):
        by_id, by_title = index_of(succession.beside)
        for earlier in succession.earlier:
            for programme in earlier.programmes:
                if id(programme) in told or earlier.is_plan_beside_results(programme.keys):
                    continue
                told.add(id(programme))
                if _goes_on(programme, by_id, by_title):
                    yield Agreement(programme.model.id.at)
                elif kind_of(earlier, programme) == succession.subject.document.kind and not _has_ended(
                    earlier, programme
                ):
                    yield _trouble(succession.subject, programme, tuple(by_id))


def _goes_on(
    programme: PlacedProgramme, by_id: Mapping[str, PlacedProgramme], by_title: Mapping[str, PlacedProgramme]
) -> bool:
    name, bare = programme.model.id.text.strip(), bare_title(programme.title)
    return name in by_id or bare in by_title or any(is_near(bare, title) for title in by_title)


def _has_ended(subject: Subject, programme: PlacedProgramme) -> bool:
    texts = (programme.title, *(s.text for s in subject.statements_of(programme) if "사업" in s.text))
    return any(f"사업{word}" in "".join(text.split()) or f"({word})" in text for text in texts for word in _ENDED)


def _trouble(subject: Subject, programme: PlacedProgramme, known: Sequence[str]) -> Trouble:
    report = subject.loaded.report
    assert report is not None
    name = programme.model.id.text.strip()
    near = nearest(name, known)
    guess = f"이름이 바뀌어 '{near}'(으)로 적었으면 id를 '{name}'으로 되돌리세요. " if near else ""
    message = f"지난해의 사업 '{programme.title}'(id: {name})이 올해 보고서에 없습니다."
    hint = (
        f"{guess}id는 해마다 같아야 사업의 이력이 이어집니다. 끝난 사업이면 지난해 보고서에 '(사업종료)'라고 적습니다."
    )
    return Trouble(message, report.title.at, hint, related=(Related(programme.model.id.at, "지난해의 사업입니다."),))


RULE = Rule(
    code="programme-vanished",
    title="지난해의 사업은 올해에도 같은 id로 나오거나, 끝났다고 적혀 있습니다.",
    reason="id가 바뀌면 여러 해의 예산과 실적을 이어 볼 수 없습니다.",
    source="이 아카이브의 약속",
    group=Group.CONTINUITY,
    severity=Severity.WARNING,
    archive=_look,
    example="2021년의 id: stable-jobs, 2022년의 id: stable-job",
    corrected="2021년의 id: stable-jobs, 2022년의 id: stable-jobs",
)
