"""Finding a place of programs.yml in a composed report, and reading the figures that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Severity
from generator.document import Division, Document, plain, walk_divisions
from generator.document.geometry import bare_name, head_paths, row_paths
from generator.fields import nearest, words
from generator.house import House
from generator.lineage.figures import StatedFigure, stated_figure
from generator.lineage.model import Place, name_and_unit
from generator.lineage.slots import Slot, closed_up, column_slots, row_slots, slot_named, total_slots
from generator.lineage.written import WrittenLine, written_lines, written_tables
from generator.notation.particle import with_particle
from generator.source import Scalar


@dataclass(frozen=True, slots=True)
class PlaceFigure:
    """A figure read at a place: the measure that the file names it, the words that the report has for it, and the
    anchor that leads to it."""

    measure: str
    label: str
    stated: StatedFigure
    anchor: str
    computed: bool = False


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place that was found. `division` is the programme or section that holds it, `lines` what is written there of
    the programme."""

    place: Place
    document: Document
    division: Division
    anchor: str
    figures: tuple[PlaceFigure, ...]
    lines: tuple[str, ...]

    @property
    def year(self) -> int | None:
        """The year that the file says its figures are of, None where it is the report's own."""
        return int(words(self.place.year)) if self.place.year else None

    @property
    def programme(self) -> str:
        """The id of the programme that holds the place, empty where a section does."""
        return self.division.programme.id if self.division.programme else ""


Findings = list[Diagnostic]


def find_place(place: Place, document: Document, house: House, findings: Findings) -> FoundPlace | None:
    """Find a place and read its figures; what is not there becomes a finding."""
    division = _division(place, document, findings)
    if division is None:
        return None
    if place.column or place.row:
        slots = _table_slots(place, division, findings)
        if slots is None:
            return None
        shown = tuple(line for slot in slots if slot.text for line in slot.lines)
        figures = tuple(_figures(place, slots, house, findings))
        return FoundPlace(place, document, division, slots[0].anchor if slots else division.id, figures, shown)
    lines = written_lines(division)
    told = _line_named(place.item, lines, findings) if place.item else None
    if place.item and told is None:
        return None
    # Inside an item the file names the words beside a figure: `94명 수료, 35명 취업` has 취업.
    within = (told, *told.inner) if told else lines
    totals = () if told else tuple(slot for table in written_tables(division) for slot in total_slots(table))
    figures = tuple(_figures(place, totals, house, findings, within))
    anchor = told.anchor if told else figures[0].anchor if figures else division.id
    return FoundPlace(place, document, division, anchor, figures, (told.text, *told.below) if told else ())


def _division(place: Place, document: Document, findings: Findings) -> Division | None:
    wanted, report = words(place.division), f"보고서 {document.year}/{document.slug}"
    divisions = tuple(walk_divisions(document.parts))
    by_id = [d for d in divisions if d.programme and d.programme.id == wanted]
    titled = [d for d in divisions if bare_name(plain(d.title)) == bare_name(wanted)]
    inside = {id(d) for d in divisions if d.programme for d in walk_divisions(d.children)}
    # Every programme may have an 예산현황; the section of that name is meant.
    named = by_id or [d for d in titled if id(d) not in inside] or titled
    if len(named) == 1:
        return named[0]
    if named:
        message = f"{with_particle(wanted, '이/가', quote=True)} {report}에 {len(named)}곳 있습니다."
        findings.append(_missing(place.division, message, "사업의 id를 적어 한 곳만 가리키게 하세요."))
        return None
    known = [d.programme.id for d in divisions if d.programme] + [plain(d.title) for d in divisions]
    message = f"{report}에 '{wanted}' 사업이나 절이 없습니다."
    findings.append(_missing(place.division, message, _meant(wanted, known, "사업의 id나 절의 제목을 적으세요.")))
    return None


def _table_slots(place: Place, division: Division, findings: Findings) -> tuple[Slot, ...] | None:
    key = place.column or place.row
    assert key is not None
    tables = written_tables(division)
    of = column_slots if place.column else row_slots
    for written in tables:
        if (slots := of(written, words(key))) is not None:
            return slots
    paths = head_paths if place.column else row_paths
    known = [path[-1] for written in tables for path in paths(written.table) if path]
    what = "열" if place.column else "행"
    message = f"'{plain(division.title)}'의 표에 '{words(key)}' {with_particle(what, '이/가')} 없습니다."
    findings.append(_missing(key, message, _meant(words(key), known, f"표에 적힌 {what}의 이름을 그대로 적으세요.")))
    return None


def _figures(
    place: Place, slots: Sequence[Slot], house: House, findings: Findings, lines: Sequence[WrittenLine] | None = None
) -> Iterator[PlaceFigure]:
    for key, where in place.values.items():
        measure, unit = name_and_unit(key.text)
        slot = _cell_slot(where, slots, findings) if lines is None else _line_slot(where, lines, slots, findings)
        if slot is None:
            continue
        start = slot.text.find(words(where))
        near = (start, start + len(words(where))) if start >= 0 else None
        given = stated_figure(slot.text, measure, unit, house, table_unit=slot.table_unit, value=slot.value, near=near)
        if given is None:
            asked = f"{with_particle(unit, '으로/로')} 센 숫자가" if unit else "숫자가"
            message = f"'{words(where)}'의 글 '{slot.text}'에 {asked} 없습니다."
            findings.append(_trouble("lineage-figure", where, message, "숫자가 적힌 곳을 적거나 이 줄을 지우세요."))
            continue
        yield PlaceFigure(measure, measure if place.item else _label(slot, measure), given, slot.anchor, slot.computed)


def _label(slot: Slot, measure: str) -> str:
    """Under a head over several columns the lowest may not say what it counts: `10.31기준` below 집행액."""
    own, full = slot.names
    return own if measure in own else full or measure


def _cell_slot(where: Scalar, slots: Sequence[Slot], findings: Findings) -> Slot | None:
    wanted = words(where)
    if (slot := slot_named(slots, wanted)) is not None:
        return slot
    known = [slot.names[0] for slot in slots]
    hint = _meant(wanted, known, f"쓸 수 있는 이름: {', '.join(known)}")
    findings.append(_missing(where, f"표에 '{wanted}' 자리가 없습니다.", hint))
    return None


def _line_slot(where: Scalar, lines: Sequence[WrittenLine], totals: Sequence[Slot], findings: Findings) -> Slot | None:
    own: Findings = []
    if (line := _line_named(where, lines, own)) is not None:
        return Slot((line.label, line.label), line.value, line.anchor)
    if (total := slot_named(totals, words(where))) is not None:
        return total
    findings.extend(own)
    return None


def _line_named(where: Scalar, lines: Sequence[WrittenLine], findings: Findings) -> WrittenLine | None:
    wanted = closed_up(words(where))
    tiers = (
        [line for line in lines if closed_up(line.text) == wanted],
        [line for line in lines if closed_up(line.label) == wanted],
        [line for line in lines if closed_up(line.text).startswith(wanted)],
        [line for line in lines if wanted in closed_up(line.text)],
    )
    named = next((tier for tier in tiers if tier), [])
    if len(named) == 1:
        return named[0]
    if named:
        hint = "한 곳만 가리키도록 항목의 글을 더 길게 적으세요."
        findings.append(_missing(where, f"'{words(where)}' 항목이 {len(named)}곳 있습니다.", hint))
        return None
    known = [line.label or line.text for line in lines]
    hint = _meant(words(where), known, "항목의 첫머리를 보고서에 적힌 대로 적으세요.")
    findings.append(_missing(where, f"'{words(where)}' 항목이 없습니다.", hint))
    return None


def _meant(word: str, known: Sequence[str], otherwise: str) -> str:
    near = nearest(word, [name for name in known if name])
    return f"{with_particle(near, '을/를', quote=True)} 쓰려던 것입니까? {otherwise}" if near else otherwise


def _missing(where: Scalar, message: str, hint: str) -> Diagnostic:
    return _trouble("lineage-place", where, message, hint)


def _trouble(code: str, where: Scalar, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, Severity.WARNING, message, where.at, hint)
