"""What the archive's search looks through: the composed reports as sections of plain lines, by year.

A section is what a reader is led to: a programme with all its topics, or a part or numbered section with its own. Its
text keeps what belongs together on one line (a label with its value, a table's row) and what does not apart: lines by
line breaks, table cells by tabs, over which no query reaches.

The files are scripts that hand over data, because browsers load no data from a folder on disk. A year that is long is
cut into several, so that the first answer does not wait for all of it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from generator.document import Division, Document, Role, footnotes, plain, walk_divisions
from generator.document.citing import cited_number
from generator.outputs.artifacts import Asset
from generator.outputs.pages.report_views import issuer
from generator.outputs.search.lines import block_lines
from generator.outputs.templating import TEMPLATES
from generator.remembering import Memory

ENGINE = (
    "hangul", "normalise", "particles", "money", "asking", "shard", "typo", "query", "ranking", "marks", "names",
    "engine", "worker",
)  # fmt: skip
"""The engine's files in the order in which they lean on each other; the site has them as one file."""
PAGE_SCRIPTS = ("hangul", "normalise", "marks", "client", "chips", "items", "dialog", "landing")
"""The files that every page loads, as one file too."""
PIECE_BYTES = 600_000
"""How long a file of texts may be before it is compressed, unless a single report is longer. Compressed it is a fifth
of that, which takes a second at 1 Mbit/s."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of a section, empty for what stands before the first, with its lines."""

    id: str
    heading: str
    lines: str


@dataclass(frozen=True, slots=True)
class Section:
    """What a find leads to. `id` is its anchor on the report's page, `cited` the number that people cite it by (`Ⅱ-5`),
    `programme` the id that is the same every year, `page` its page in print; empty or None where there is none."""

    id: str
    title: str
    cited: str
    programme: str
    team: str
    page: int | None
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class LifeLineEntry:
    """A programme over the years, as the search shows it first when its name is asked for.

    `names` are all names that it ever had, `name` the newest; `href` leads to its page from the archive's root.
    `summary` is one line on it, `figures` a few labels with their texts (`2022년 예산`, `26억 9,800만 원`)."""

    name: str
    href: str
    names: tuple[str, ...]
    years: tuple[int, ...]
    summary: str = ""
    figures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AsidePage:
    """A page that is no report, found after the reports: `group` is the heading that it is listed under (`작성 안내`).

    The first section, without an id, is the page itself."""

    path: str
    title: str
    group: str
    sections: tuple[Section, ...]


def search_sections(document: Document, pages: Mapping[str, int]) -> tuple[Section, ...]:
    """Give a report's sections in printed order. `pages` gives pages in print by division or programme id."""
    return tuple(section for part in document.parts for section in _sections(part, part, pages))


def search_assets(
    reports: Sequence[tuple[Document, Mapping[str, int]]],
    *,
    lifelines: Sequence[LifeLineEntry] = (),
    aside: Sequence[AsidePage] = (),
    memory: Memory | None = None,
) -> list[Asset]:
    """Give the search's scripts and texts: all reports, each with its pages in print, a year in one file or several
    (`2022.js`, `2022-2.js`); the programmes over the years by name; and the pages `aside`, such as the staff guide.
    What a `memory` has of an earlier time is not made again."""
    known = memory or Memory()
    years = sorted({document.year for document, _ in reports}, reverse=True)
    shards = {year: _shard(year, [r for r in reports if r[0].year == year], known) for year in years}
    return [
        Asset("assets/search/engine.js", engine_script().encode()),
        Asset("assets/search/page.js", _joined(PAGE_SCRIPTS).encode()),
        Asset("assets/search/results.js", _joined(("results",)).encode()),
        Asset("search/years.js", _handed_over("years", [(year, len(pieces)) for year, pieces in shards.items()])),
        Asset("search/names.js", _handed_over("names", names_data(lifelines))),
        Asset("search/aside.js", _handed_over("aside", aside_data(aside))),
        *(asset for pieces in shards.values() for asset in pieces),
    ]


def _shard(year: int, reports: Sequence[tuple[Document, Mapping[str, int]]], memory: Memory) -> list[Asset]:
    given = tuple((document, tuple(pages.items())) for document, pages in reports)
    files = memory.recall(("shard", year), given, lambda: _pieces(year, _in_order(reports)))
    return [
        Asset(f"search/{year}.js" if piece == 1 else f"search/{year}-{piece}.js", data)
        for piece, data in enumerate(files, start=1)
    ]


def _pieces(year: int, reports: Sequence[object]) -> tuple[bytes, ...]:
    """Give a year's texts in files of `PIECE_BYTES` at most; the reports keep their order."""
    pieces: list[list[str]] = [[]]
    room = PIECE_BYTES
    for report in map(_written, reports):
        size = len(report.encode())
        if size > room and pieces[-1]:
            pieces.append([])
            room = PIECE_BYTES
        pieces[-1].append(report)
        room -= size
    return tuple(
        f'reportSearch.receive({{"year":{year},"piece":{piece},"reports":[{",".join(own)}]}})\n'.encode()
        for piece, own in enumerate(pieces, start=1)
    )


def engine_script() -> str:
    """Give the whole engine as one script."""
    return _joined(ENGINE)


def shard_data(year: int, reports: Sequence[tuple[Document, Mapping[str, int]]]) -> dict[str, object]:
    """Give the texts of one year as plain data."""
    return {"year": year, "reports": _in_order(reports)}


def names_data(lifelines: Sequence[LifeLineEntry]) -> list[dict[str, object]]:
    """Give the programmes over the years as plain data, each name once."""
    return [{**asdict(entry), "names": list(dict.fromkeys((entry.name, *entry.names)))} for entry in lifelines]


def aside_data(pages: Sequence[AsidePage]) -> dict[str, list[dict[str, object]]]:
    """Give the pages aside from the reports as plain data, in the form of reports without year and department."""
    unknown = dict.fromkeys(("institution", "department", "issuer", "kind"), "")
    return {"pages": [{"year": 0, **unknown, **asdict(page)} for page in pages]}


def _in_order(reports: Sequence[tuple[Document, Mapping[str, int]]]) -> list[dict[str, object]]:
    """Give reports by path, which is the order of equal finds; so it is kept where a year is cut."""
    return sorted((report_data(document, pages) for document, pages in reports), key=lambda report: str(report["path"]))


def _handed_over(name: str, data: object) -> bytes:
    return f"reportSearch.{name}({_written(data)})\n".encode()


def _written(data: object) -> str:
    return unicodedata.normalize("NFC", json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def report_data(document: Document, pages: Mapping[str, int]) -> dict[str, object]:
    """Give the texts of one report as plain data; `pages` gives pages in print by division or programme id."""
    cover = Section("", document.title, "", "", "", None, (Topic("", "", _cover_lines(document)),))
    return {
        "year": document.year,
        "path": f"{document.year}/{document.slug}/index.html",
        "title": document.title,
        "institution": document.institution,
        "department": document.department,
        "issuer": issuer(document),
        "kind": document.kind,
        "sections": [asdict(section) for section in (cover, *search_sections(document, pages))],
    }


def _cover_lines(document: Document) -> str:
    basis = f"{document.basis} 기준" if document.basis else ""
    return "\n".join(line for line in (f"{document.year}년 {document.kind}", issuer(document), basis) if line)


def _sections(division: Division, part: Division, pages: Mapping[str, int]) -> Iterator[Section]:
    whole = division.role is Role.PROGRAMME
    below = [] if whole else [child for child in division.children if child.role is not Role.TOPIC]
    own = division.children if whole else [child for child in division.children if child.role is Role.TOPIC]
    topics = [Topic("", "", "\n".join(_own_lines(division)))]
    topics += [
        Topic(inner.id, plain(inner.title), "\n".join(_own_lines(inner))) for inner in walk_divisions(tuple(own))
    ]
    notes = footnotes(replace(division, children=tuple(own)))
    programme = division.programme
    last = [*(plain(note.content) for note in notes), programme.team if programme else ""]
    topics.append(Topic("", "", "\n".join(line for line in last if line)))
    number = cited_number(part, division) if division is not part else division.number.strip(" .")
    yield Section(
        id=division.id,
        title=plain(division.title),
        cited=number,
        programme=programme.id if programme else "",
        team=programme.team if programme else "",
        page=pages.get(programme.id if programme else division.id),
        topics=tuple(topic for topic in topics if topic.heading or topic.lines),
    )
    for child in below:
        yield from _sections(child, part, pages)


def _own_lines(division: Division) -> Iterator[str]:
    """Give what a division itself says, without its title and the divisions below."""
    if division.value:
        yield f"{plain(division.title)}: {plain(division.value)}"
    programme = division.programme
    if programme:
        if programme.purpose:
            yield plain(programme.purpose)
        if programme.budget and not _is_printed(division, programme.budget):
            yield from block_lines(programme.budget)
    for block in division.blocks:
        yield from block_lines(block)


def _is_printed(division: Division, budget: object) -> bool:
    line = getattr(budget, "line", "")
    return any(budget in inner.blocks or (line and plain(inner.value) == line) for inner in walk_divisions((division,)))


def _joined(names: Sequence[str]) -> str:
    folder = TEMPLATES / "assets" / "search"
    return "".join((folder / f"{name}.js").read_text(encoding="utf-8") for name in names)
