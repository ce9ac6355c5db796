"""Changes in plain Korean, one sentence each.

    ‘예산액’이 1,250,000천원에서 1,430,000천원으로 180,000천원 늘었습니다(+14.4%).
    항목 ‘자치구 우수사례 견학’을 추가했습니다.

The terminal, Markdown and the page show the same sentences.
"""

from __future__ import annotations

from generator.changes.kinds import ArchiveChanges, Change, ChangeKind, FigureChange, ReportChanges, Subject, counted
from generator.changes.words import RunKind
from generator.notation.number import fold_width
from generator.notation.particle import Particle, with_particle

_LONGEST, _SHORT = 60, 30
# Signs of units as they are read: 제곱미터, 세제곱미터, 킬로미터, 킬로그램, 헥타르.
_SOUNDS = (
    ("㎡", "터"),
    ("m²", "터"),
    ("㎥", "터"),
    ("㎞", "터"),
    ("km", "터"),
    ("㎏", "램"),
    ("kg", "램"),
    ("ha", "르"),
)
_DASHES = ("-", "−", "–", "—")
# These came or went as a whole and are told by their name.
_NAMED = frozenset(
    {Subject.PART, Subject.SECTION, Subject.PROGRAMME, Subject.TOPIC, Subject.TABLE, Subject.TEAM, Subject.FACILITY}
)


def change_sentence(change: Change) -> str:
    """Say what changed, without its place."""
    match change.kind:
        case ChangeKind.ADDED:
            return _came(change, change.new, "에", "추가했습니다")
        case ChangeKind.REMOVED:
            return _came(change, change.old, "에서", "삭제했습니다")
        case ChangeKind.RENAMED:
            what = "사업의 id" if _is_id(change) else f"{change.subject} 이름"
            return f"{with_particle(what, '을/를')} ‘{change.old}’에서 {_quoted(change.new, '으로/로')} 바꿨습니다."
        case ChangeKind.MOVED:
            return _moved(change)
        case ChangeKind.FIGURE:
            return " ".join(figure_sentence(figure) for figure in change.figures)
        case ChangeKind.TEXT:
            return _reworded(change)
        case ChangeKind.MARK:
            marks = (_run(change, kind) or "없음" for kind in (RunKind.DEL, RunKind.INS))
            return f"‘{_shortened(change.name)}’의 글머리를 바꿨습니다: {' → '.join(marks)}"


def figure_sentence(figure: FigureChange) -> str:
    """Say how a figure changed."""
    subject = f"{_quoted(figure.label, '이/가')} " if figure.label else ""
    old, new = (figure_text(text, figure.unit) for text in (figure.old_text, figure.new_text))
    verb = "늘었습니다" if figure.is_increase else "줄었습니다"
    percent = f"({figure.percent})" if figure.percent else ""
    derived = " 계산한 값입니다." if figure.derived else ""
    amount = _difference(figure).lstrip("+△")
    return f"{subject}{old}에서 {new}{_particle(new, '으로/로')} {amount} {verb}{percent}.{derived}"


def figure_difference(figure: FigureChange) -> str:
    """Give difference and percent as a margin prints them: `+180,000천원 (+14.4%)`, `△0.9%p`."""
    return _difference(figure) + (f" ({figure.percent})" if figure.percent else "")


def figure_text(text: str, unit: str) -> str:
    """Give a figure as printed with its unit, unless it stands there already; a dash is none: `0명`."""
    plain = fold_width(text).replace(" ", "")
    if plain in _DASHES:
        return f"0{unit}"
    return f"{text}{unit}" if unit and plain[-1:].isdigit() else text


def place_text(change: Change) -> str:
    """Say where a change stands: `Ⅱ-1 희망이 되는 안정적 일자리 지원 › 예산현황`."""
    trail = change.place.trail[1:] if change.place.cited and len(change.place.trail) > 1 else change.place.trail
    return f"{change.place.cited} {' › '.join(trail)}".strip()


def counts_text(changes: ReportChanges) -> str:
    """Count a report's changes by kind: `수치 3건, 문구 2건`; says so where there is none."""
    return ", ".join(f"{kind} {count}건" for kind, count in changes.counts) or "달라진 내용이 없습니다"


def archive_text(changes: ArchiveChanges) -> str:
    """Sum an archive's changes up in one line."""
    if changes.is_empty:
        return "달라진 내용이 없습니다."
    parts = [
        f"{words} {len(found)}건"
        for words, found in (("추가한 보고서", changes.added), ("삭제한 보고서", changes.removed))
        if found
    ]
    if changes.reports:
        listed = [change for report in changes.reports for change in report.changes]
        counts = ", ".join(f"{kind} {count}건" for kind, count in counted(listed))
        parts.append(f"달라진 보고서 {len(changes.reports)}건" + (f"({counts})" if counts else ""))
    if changes.settings:
        parts.append(f"설정 {len(changes.settings)}건")
    return ", ".join(parts) + "."


def _came(change: Change, text: str, particle: str, verb: str) -> str:
    if change.subject in _NAMED and change.name:
        return f"{change.subject} {_quoted(change.name, '을/를')} {verb}."
    shown = _quoted(_shortened(text), "을/를")
    if not change.name or text.startswith(change.name):
        return f"{change.subject} {shown} {verb}."
    return f"‘{change.name}’{particle} {shown} {verb}."


def _moved(change: Change) -> str:
    named = f"{change.subject} {_quoted(_shortened(change.name or change.new), '을/를')}"
    if change.subject is Subject.SETTING:
        return f"{named} ‘{change.old}’에서 {_quoted(change.new, '으로/로')} 바꿨습니다."
    if change.old == change.new:
        return f"{named} 다른 순서로 옮겼습니다."
    old = f"‘{change.old}’에서" if change.old else "맨 위에서"
    new = _quoted(change.new, "으로/로") if change.new else "맨 위로"
    return f"{named} {old} {new} 옮겼습니다."


def _reworded(change: Change) -> str:
    if change.subject is Subject.LINK:
        return f"‘{_shortened(change.name)}’의 링크를 바꿨습니다."
    subject = f"‘{change.name}’의 " if change.name else ""
    if len(change.old) <= _SHORT and len(change.new) <= _SHORT:
        return f"{subject}{_quoted(change.old, '을/를')} {_quoted(change.new, '으로/로')} 고쳤습니다."
    figures = " ".join(figure_sentence(figure) for figure in change.figures)
    return f"{subject}문구를 고쳤습니다." + (f" {figures}" if figures else "")


def _run(change: Change, kind: RunKind) -> str:
    return next((run.text.strip() for run in change.runs if run.kind is kind), "")


def _is_id(change: Change) -> bool:
    return change.subject is Subject.PROGRAMME and change.name == "id"


def _difference(figure: FigureChange) -> str:
    return figure.difference if figure.difference.endswith("%p") else f"{figure.difference}{figure.unit}"


def _quoted(word: str, particle: Particle) -> str:
    # The word decides on the particle, which stands behind the quotation mark.
    return f"‘{word}’{_particle(word, particle)}"


def _particle(word: str, particle: Particle) -> str:
    heard = next((word.removesuffix(sign) + sound for sign, sound in _SOUNDS if word.endswith(sign)), word)
    return with_particle(heard, particle)[len(heard) :]


def _shortened(text: str) -> str:
    first = " ".join(text.split("\n")[0].split())
    return first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1].rstrip()}…"
