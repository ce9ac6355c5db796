"""What the archive's search looks through: the composed reports as sections of plain lines, one file for each year.

A section is what a reader is led to: a programme with all its topics, or a part or numbered section with its own. Its
text keeps what belongs together on one line (a label with its value, a table's row) and what does not apart: lines by
line breaks, table cells by tabs, over which no query reaches.

The files are scripts that hand over data, because browsers load no data from a folder on disk.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from generator.document import Division, Document, Role, footnotes, plain, walk_divisions
from generator.outputs.artifacts import Asset
from generator.outputs.pages_report import cited_number, issuer
from generator.outputs.search_lines import block_lines
from generator.outputs.templating import TEMPLATES

ENGINE = (
    "hangul", "normalise", "particles", "shard", "typo", "query", "ranking", "marks", "engine", "worker",
)  # fmt: skip
"""The engine's files in the order in which they lean on each other; the site has them as one file."""
PAGE_SCRIPTS = ("hangul", "normalise", "marks", "client", "dialog", "landing")
"""The files that every page loads, as one file too."""
_NO_INDEX = 'var __index = {config: {lang: [], separator: " ", pipeline: []}, docs: []}\n'


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


def search_sections(document: Document, pages: Mapping[str, int]) -> tuple[Section, ...]:
    """Give a report's sections in printed order. `pages` gives pages in print by division or programme id."""
    return tuple(section for part in document.parts for section in _sections(part, part, pages))


def search_assets(reports: Sequence[tuple[Document, Mapping[str, int]]]) -> list[Asset]:
    """Give the search's scripts and texts for all reports, each with its pages in print: one file of texts for each
    year, and the list of years."""
    years = sorted({document.year for document, _ in reports}, reverse=True)
    listed = f"reportSearch.years({json.dumps(years)})\n"
    shards = [
        Asset(f"search/{year}.js", _shard(year, [one for one in reports if one[0].year == year])) for year in years
    ]
    return [
        Asset("assets/search/engine.js", engine_script().encode()),
        Asset("assets/search/page.js", _joined(PAGE_SCRIPTS).encode()),
        Asset("assets/search/results.js", _joined(("results",)).encode()),
        Asset("search/years.js", listed.encode()),
        # Material's script asks for an index under this name in a folder on disk, and complains where there is none.
        Asset("search/search_index.js", _NO_INDEX.encode()),
        *shards,
    ]


def engine_script() -> str:
    """Give the whole engine as one script."""
    return _joined(ENGINE)


def shard_data(year: int, reports: Sequence[tuple[Document, Mapping[str, int]]]) -> dict[str, object]:
    """Give the texts of one year as plain data."""
    ordered = sorted(reports, key=lambda one: one[0].slug)
    return {"year": year, "reports": [_report(document, pages) for document, pages in ordered]}


def _shard(year: int, reports: Sequence[tuple[Document, Mapping[str, int]]]) -> bytes:
    data = json.dumps(shard_data(year, reports), ensure_ascii=False, separators=(",", ":"))
    return f"reportSearch.receive({unicodedata.normalize('NFC', data)})\n".encode()


def _report(document: Document, pages: Mapping[str, int]) -> dict[str, object]:
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
