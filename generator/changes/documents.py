"""Two versions of a report, or of an archive: by ids and labels, never by line.

Documents compare by content, without their places; so what is equal costs one comparison, and a file that was only
written differently yields nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from generator.changes.aligning import Matching
from generator.changes.divisions import compare_parts
from generator.changes.kinds import ArchiveChanges, Change, Place, ReportChanges, Subject, folder_of
from generator.changes.lines import Line, compare_line
from generator.changes.pairing import pair_programmes
from generator.changes.relocating import with_relocations
from generator.changes.settings import compare_settings
from generator.document import Document
from generator.source import Node

Heads: TypeAlias = Mapping[str, Node]
"""The 보고서.yml of reports by their folder."""

# What the composed report shows of its head is compared there.
_PRINTED = ("제목", "부서", "종류", "기준일", "구성", "출처", "표지")


def compare_documents(old: Document, new: Document) -> ReportChanges:
    """Compare two versions of one report."""
    if old == new:
        return ReportChanges(old, new)
    pairing = pair_programmes(old, new, {})
    changes = (*_metadata(old, new), *compare_parts(old.parts, new.parts, pairing))
    return ReportChanges(old, new, with_relocations(changes))


def compare_archives(
    old: Sequence[Document],
    new: Sequence[Document],
    heads: tuple[Heads, Heads] = ({}, {}),
    settings: Sequence[Change] = (),
) -> ArchiveChanges:
    """Compare the reports of two archives, by their folders; a report whose folder was renamed is known by its year,
    department and kind. `heads` are the 보고서.yml of the old and of the new archive; `settings` what changed in the
    settings for all reports."""
    before, after = ({folder_of(document): document for document in documents} for documents in (old, new))
    matching = Matching(len(before), len(after))
    ones, others = list(before.values()), list(after.values())
    matching.by_key(list(before), list(after))
    matching.by_key([_identity(d) for d in ones], [_identity(d) for d in others])
    alignment = matching.result()
    made = [_with_head(compare_documents(ones[i], others[k]), heads) for i, k in alignment.pairs]
    return ArchiveChanges(
        added=tuple(others[k] for k in alignment.added),
        removed=tuple(ones[i] for i in alignment.removed),
        moved=tuple(m for m in made if folder_of(m.old) != folder_of(m.new)),
        changed=tuple(m for m in made if folder_of(m.old) == folder_of(m.new) and m.changes),
        settings=tuple(settings),
    )


def _identity(document: Document) -> tuple[object, ...]:
    return document.year, document.department_slug, document.kind


def _with_head(changes: ReportChanges, heads: tuple[Heads, Heads]) -> ReportChanges:
    before, after = (h.get(folder_of(d)) for h, d in zip(heads, (changes.old, changes.new), strict=True))
    return replace(changes, changes=(*compare_settings(before, after, leaving=_PRINTED), *changes.changes))


def _metadata(old: Document, new: Document) -> Iterator[Change]:
    for name, before, after in (
        ("제목", old.title, new.title),
        ("종류", old.kind, new.kind),
        ("기관", old.institution, new.institution),
        ("부서", old.department, new.department),
        ("기준일", old.basis, new.basis),
        ("출처", old.origin, new.origin),
        ("표지 제목", _own(old.cover.title, old.title), _own(new.cover.title, new.title)),
        ("표지 부제", old.cover.subtitle, new.cover.subtitle),
        ("표지 날짜", _own(old.cover.date, f"{old.basis} 기준"), _own(new.cover.date, f"{new.basis} 기준")),
        ("표지 기관", _own(old.cover.organization, _issuer(old)), _own(new.cover.organization, _issuer(new))),
    ):
        yield from compare_line(Line(before, Subject.METADATA), Line(after, Subject.METADATA), Place(), name)


def _own(written: str, given: str) -> str:
    """What a cover says by itself; what it takes from elsewhere changes there."""
    return "" if written == given else written


def _issuer(document: Document) -> str:
    return f"{document.institution} {document.department}"
