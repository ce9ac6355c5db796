"""Following programs.yml into the composed reports: which programmes an entry joins, and where else it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Related, Severity
from generator.document import Document, programmes
from generator.fields import is_slug, nearest, words
from generator.house import House
from generator.lineage.model import Lineage, Lineages
from generator.lineage.places import FoundPlace, find_place
from generator.source import Scalar


@dataclass(frozen=True, slots=True)
class ResolvedLineage:
    """An entry with what it leads to: the ids of programmes that it joins, in its institution, and the places."""

    entry: Lineage
    institution: str
    ids: tuple[str, ...]
    places: tuple[FoundPlace, ...]


def resolve_lineages(
    lineages: Lineages | None,
    documents: Mapping[str, Document],
    house: House,
    institution: str,
    broken: frozenset[str] = frozenset(),
) -> tuple[tuple[ResolvedLineage, ...], tuple[Diagnostic, ...]]:
    """Follow every entry. `documents` are those of all reports by folder, `institution` the archive's own.

    Gives what was found, and a finding for everything that was not. In the `broken` reports, of which not all could be
    read, nothing is missed: their own findings come first.
    """
    if lineages is None:
        return (), ()
    findings: list[Diagnostic] = [*_twice(lineages)]
    owners = {words(entry.institution) or institution for entry in lineages.programmes}
    known = {owner: _ids(documents, owner) for owner in sorted(owners)}
    made = [_resolve(entry, documents, house, institution, known, broken, findings) for entry in lineages.programmes]
    return tuple(made), tuple(findings)


def _resolve(
    entry: Lineage,
    documents: Mapping[str, Document],
    house: House,
    institution: str,
    known_of: Mapping[str, frozenset[str]],
    broken: frozenset[str],
    findings: list[Diagnostic],
) -> ResolvedLineage:
    owner = words(entry.institution) or institution
    known = known_of[owner]
    own = words(entry.id)
    if not is_slug(own):
        hint = "id는 사업 이력의 주소가 됩니다. 영어 소문자와 숫자를 붙임표로 이어 적으세요. 보기: public-work"
        message = f"id '{own}'은(는) 쓸 수 없습니다."
        findings.append(Diagnostic("lineage-id", Severity.ERROR, message, entry.id.at, hint))
    joined = tuple(words(name) for name in entry.joined)
    places = tuple(_places(entry, documents, house, broken, findings))
    ids = tuple(dict.fromkeys(name for name in (own, *joined) if name in known))
    lost = [name for name in entry.joined if words(name) not in known]
    if not ids and not entry.places and not entry.joined:
        lost.append(entry.id)
    findings.extend(_unknown(name, known, owner) for name in lost if not broken)
    return ResolvedLineage(entry, owner, ids, places)


def _places(
    entry: Lineage,
    documents: Mapping[str, Document],
    house: House,
    broken: frozenset[str],
    findings: list[Diagnostic],
) -> Iterator[FoundPlace]:
    for place in entry.places:
        folder = words(place.report).strip("/")
        if folder in documents:
            missed = [] if folder in broken else findings
            if (found := find_place(place, documents[folder], house, missed)) is not None:
                yield found
            continue
        if folder in broken:
            continue
        near = nearest(folder, documents)
        hint = f"'{near}'을(를) 쓰려던 것입니까? " if near else ""
        hint += "보고서의 폴더를 '연도/부서'로 적으세요. 보기: 2022/jobs-economy"
        message = f"'{folder}' 보고서가 없습니다."
        findings.append(Diagnostic("lineage-report", Severity.WARNING, message, place.report.at, hint))


def _ids(documents: Mapping[str, Document], institution: str) -> frozenset[str]:
    return frozenset(
        division.programme.id
        for document in documents.values()
        if document.institution == institution
        for division in programmes(document)
        if division.programme
    )


def _unknown(name: Scalar, known: frozenset[str], institution: str) -> Diagnostic:
    near = nearest(words(name), sorted(known))
    hint = f"'{near}'을(를) 쓰려던 것입니까? " if near else ""
    hint += "보고서에 적은 사업의 id를 적으세요. 다른 기관의 사업이면 '기관'을 적습니다."
    message = f"{institution}의 보고서에 id가 '{words(name)}'인 사업이 없습니다."
    return Diagnostic("lineage-programme", Severity.WARNING, message, name.at, hint)


def _twice(lineages: Lineages) -> Iterator[Diagnostic]:
    seen: dict[tuple[str, str], Scalar] = {}
    for entry in lineages.programmes:
        for name in (entry.id, *entry.joined):
            key = (words(entry.institution), words(name))
            if key not in seen:
                seen[key] = name
                continue
            message = f"id '{words(name)}'을(를) 두 번 적었습니다."
            hint = "한 사업은 한 이력에만 이어집니다. 둘 가운데 하나를 지우거나 두 이력을 합치세요."
            related = (Related(seen[key].at, "먼저 적은 곳입니다."),)
            yield Diagnostic("lineage-twice", Severity.ERROR, message, name.at, hint, related)
