"""What a comparison finds: each change with its kind, its place in both reports, its wordings and its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from generator.changes.words import Run
from generator.diagnostics import Span
from generator.document import Document


class ChangeKind(StrEnum):
    """What happened; the value is the word that readers see."""

    ADDED = "추가"
    REMOVED = "삭제"
    RENAMED = "이름 변경"
    MOVED = "이동"
    FIGURE = "수치"
    TEXT = "문구"
    MARK = "글머리"


class Subject(StrEnum):
    """What it happened to; the value is the word that readers see."""

    REPORT = "보고서"
    METADATA = "보고서 정보"
    PART = "부"
    SECTION = "절"
    PROGRAMME = "사업"
    TOPIC = "소제목"
    TABLE = "표"
    ROW = "행"
    COLUMN = "열"
    CELL = "칸"
    ITEM = "항목"
    PARAGRAPH = "문단"
    NOTE = "주석"
    LINK = "링크"
    BUDGET = "예산"
    TEAM = "팀"
    PERSONNEL = "인력"
    FACILITY = "시설"
    STEP = "절차"
    PICTURE = "그림"
    SETTING = "설정"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that changed, both values in `unit`, which is empty where the report names none.

    `old_text` and `new_text` are the figures as printed. `difference` and `percent` are finished text (`+180,000`,
    `△70`; `+14.4%`); `percent` is empty where it says nothing: from zero, between signs, where it rounds to zero, and
    of a rate, which changes by percentage points (`%p`). `derived` marks a figure that the author did not write: it
    follows from others.
    """

    label: str
    old: Decimal
    new: Decimal
    unit: str
    old_text: str
    new_text: str
    difference: str
    percent: str
    derived: bool = False

    @property
    def is_increase(self) -> bool:
        """Tell whether it grew."""
        return self.new > self.old


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change stands: the titles from the part down, and the anchors of the nearest division in the old and in
    the new report, empty where it does not exist there.

    Within a programme `programme` is its id, `programme_before` its id in the old report, empty where it is new,
    `depth` the number of titles down to its own, and `cited` the number that people cite it by; all are those of the
    new report, or of the old one where the programme is gone.
    """

    trail: tuple[str, ...] = ()
    old_anchor: str = ""
    new_anchor: str = ""
    programme: str = ""
    programme_before: str = ""
    depth: int = 0
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    `name` says what changed within its place: a row and a column (`청년취업 › 예산액`), a label, a team. `old` and
    `new` are the wordings, `runs` lead from one to the other. `at` is the source of what is new, or of what is gone.
    """

    kind: ChangeKind
    subject: Subject
    place: Place
    name: str = ""
    old: str = ""
    new: str = ""
    runs: tuple[Run, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    at: Span | None = field(default=None, compare=False)

    @property
    def derived(self) -> bool:
        """Tell whether the change follows from others: all its figures are computed."""
        return bool(self.figures) and all(figure.derived for figure in self.figures)


@dataclass(frozen=True, slots=True)
class ReportChanges:
    """What changed between two documents, in the order of the new one; what is gone stands where it stood."""

    old: Document = field(repr=False)
    new: Document = field(repr=False)
    changes: tuple[Change, ...] = ()

    @property
    def folder(self) -> str:
        """The folder of the new report: `2022/jobs-economy`."""
        return folder_of(self.new)

    @property
    def counts(self) -> tuple[tuple[ChangeKind, int], ...]:
        """How many changes there are of each kind that occurs."""
        return counted(self.changes)


@dataclass(frozen=True, slots=True)
class ArchiveChanges:
    """What changed between two archives. `moved` are reports whose folder has another name now; `settings` are the
    entries of the files of settings for all of them."""

    added: tuple[Document, ...] = ()
    removed: tuple[Document, ...] = ()
    moved: tuple[ReportChanges, ...] = ()
    changed: tuple[ReportChanges, ...] = ()
    settings: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not (self.added or self.removed or self.moved or self.changed or self.settings)

    @property
    def reports(self) -> tuple[ReportChanges, ...]:
        """All reports that stand in both archives and differ."""
        return (*self.moved, *self.changed)


def folder_of(document: Document) -> str:
    """Give a report's folder."""
    return f"{document.year}/{document.slug}"


def counted(changes: Iterable[Change]) -> tuple[tuple[ChangeKind, int], ...]:
    """Count changes by kind, in the order of the kinds."""
    listed = [change.kind for change in changes]
    return tuple((kind, listed.count(kind)) for kind in ChangeKind if kind in listed)
