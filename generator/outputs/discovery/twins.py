"""A report's Markdown twin: the same text as its page, for those who read without a browser.

It stands beside the page under the page's name with `.md` behind it (`index.html.md`), where llmstxt.org has machines
look for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.document import Division, Document, NoteRef, Role, footnotes, plain, programmes
from generator.editions import EDITIONS
from generator.outputs.artifacts import Asset
from generator.outputs.discovery.markdown_text import escaped, line_of, opened, place, strong
from generator.outputs.discovery.twin_blocks import block_lines, joined
from generator.outputs.discovery.works import Work
from generator.outputs.pages.report_views import ProgrammeView, has_computed, issuer, programme_views
from generator.outputs.web.errata import Erratum

_DEEPEST = 6
_FILES = (
    *((edition.file, edition.label) for edition in EDITIONS),
    ("report.html", "인쇄용 HTML"),
    ("report.json", "JSON 데이터"),
)


def twin_path(page: str) -> str:
    """Give the place of a page's twin."""
    return f"{page}.md"


def twin_asset(work: Work, errata: Sequence[Erratum] = ()) -> Asset:
    """Give a report's twin as a file; `errata` are told at its end."""
    return Asset(twin_path(work.page), render_twin(work, errata).encode())


def render_twin(work: Work, errata: Sequence[Erratum] = ()) -> str:
    """Give a report as Markdown, a line end at its end."""
    document = work.document
    views = programme_views(document, {})
    pieces = [[f"# {opened(escaped(document.title))}"], _facts(work), _files(work)]
    pieces += [piece for part in document.parts for piece in _division(part, 2, views, document)]
    pieces += [_footnote(note) for note in _all_footnotes(document)]
    pieces += [_errata(errata), _reading(document)]
    return "\n".join(joined(pieces)) + "\n"


def _facts(work: Work) -> list[str]:
    document = work.document
    count = len(programmes(document))
    facts = (
        ("기관", issuer(document)),
        ("연도", f"{document.year}년"),
        ("종류", document.kind),
        ("기준일", document.basis),
        ("사업", f"{count}개" if count else ""),
        ("원문", document.origin),
        ("이용 조건", work.licence.sentence),
    )
    return [f"- {name}: {escaped(value)}" for name, value in facts if value]


def _files(work: Work) -> list[str]:
    links = [("웹 쪽", "index.html"), *((label, name) for name, label in _FILES if name in work.files)]
    return [" · ".join(f"[{label}]({place(name)})" for label, name in links)]


def _division(
    division: Division, level: int, views: dict[str, ProgrammeView], document: Document
) -> Iterator[list[str]]:
    view = views.get(division.id)
    title = plain(division.title)
    yield [f"{'#' * min(level, _DEEPEST)} {opened(_heading(division, view))}"]
    if view:
        yield from _programme(division, view, level + 1, document)
    yield from (block_lines(block, title) for block in division.blocks)
    for child in view.topics if view else division.children:
        yield from _division(child, level + 1, views, document)


def _heading(division: Division, view: ProgrammeView | None) -> str:
    number = view.number if view else "" if division.role is Role.TOPIC else division.number.strip(" .")
    title = f"{escaped(number)} {line_of(division.title)}".strip()
    value = f": {line_of(division.value)}" if division.value else ""
    suffix = f" {escaped(division.suffix)}" if division.suffix else ""
    return f"{title}{value}{suffix}"


def _programme(division: Division, view: ProgrammeView, level: int, document: Document) -> Iterator[list[str]]:
    facts = division.programme
    if facts and facts.team:
        yield [f"{strong('담당팀')}: {escaped(facts.team)}"]
    if facts and facts.purpose:
        yield [f"{strong('목적')}: {line_of(facts.purpose)}"]
    if view.rail:
        dated = f" ({document.basis} 기준)" if view.rail.dated and document.basis else ""
        yield [f"{'#' * min(level, _DEEPEST)} {opened(escaped(f'{view.rail.title}{dated}'))}"]
        yield block_lines(view.rail.budget, view.rail.title)


def _all_footnotes(document: Document) -> tuple[NoteRef, ...]:
    found = {note.id: note for part in document.parts for note in footnotes(part)}
    return tuple(found.values())


def _footnote(note: NoteRef) -> list[str]:
    return [f"[^{note.id}]: {line_of(note.content)}"]


def _errata(errata: Sequence[Erratum]) -> list[str]:
    if not errata:
        return []
    lines = ["## 정오", "", "펴낸 그대로 두고 바로잡은 것입니다.", ""]
    for erratum in errata:
        right = f", 계산한 값 {erratum.computed}" if erratum.computed else ""
        written = f"적힌 값 {erratum.written}{right}"
        lines.append(f"- {escaped(f'{erratum.place}: {written}. {erratum.reason}')}")
    return lines


def _reading(document: Document) -> list[str]:
    return ["---", "", "*기울인 값*은 적힌 값에서 계산한 것입니다."] if has_computed(document) else []
