"""check --stats: how many relations were compared in each report, how many agreed, and which rules did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.archive import Archive
from generator.checks import RULES
from generator.checks.engine import folder_of
from generator.checks.rule import Group
from generator.diagnostics import display_width

_HEADS = ("견줌", "맞음", "안 맞음", "이유를 밝힘")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one rule in one report, or sums of such. Of those that did not hold, `silenced` have a reason."""

    held: int = 0
    broken: int = 0
    silenced: int = 0

    @property
    def checked(self) -> int:
        """All that were compared."""
        return self.held + self.broken

    def __add__(self, other: Tally) -> Tally:
        """Add counts up."""
        return Tally(self.held + other.held, self.broken + other.broken, self.silenced + other.silenced)


def tallies(archive: Archive) -> dict[tuple[str, str], Tally]:
    """Count by folder of the report and code of the rule; rules on notation compare nothing and are left out."""
    codes = {rule.code for rule in RULES if rule.group is not Group.NOTATION}
    checked = archive.checked
    silenced = Counter(
        (folder_of(item.finding.diagnostic.at), item.finding.diagnostic.code) for item in archive.silenced
    )
    keys = {key for key in (*checked.held, *checked.broken) if key[1] in codes}
    return {key: Tally(checked.held.get(key, 0), checked.broken.get(key, 0), silenced[key]) for key in sorted(keys)}


def statistics_text(archive: Archive, is_wanted: Callable[[str], bool]) -> str:
    """Show the counts of the wanted reports as a table: each report, under it its rules, then all together."""
    counted = {key: tally for key, tally in tallies(archive).items() if is_wanted(key[0])}
    folders = sorted({folder for folder, _ in counted}, reverse=True)
    rows: list[tuple[str, Tally]] = []
    for folder in folders:
        own = [(code, counted[folder, code]) for code in _order() if (folder, code) in counted]
        rows.append((folder, _sum(tally for _, tally in own)))
        rows += [(f"  {code}", tally) for code, tally in own]
    rows.append(("모두", _sum(counted.values())))
    return _table(rows)


def statistics_json(archive: Archive, is_wanted: Callable[[str], bool]) -> list[dict[str, object]]:
    """Give the counts of the wanted reports as plain data, one entry for each report and rule."""
    return [
        {
            "report": folder,
            "rule": code,
            "checked": t.checked,
            "held": t.held,
            "broken": t.broken,
            "silenced": t.silenced,
        }
        for (folder, code), t in tallies(archive).items()
        if is_wanted(folder)
    ]


def _order() -> Sequence[str]:
    return [rule.code for rule in RULES]


def _sum(counts: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in counts:
        total += tally
    return total


def _table(rows: Sequence[tuple[str, Tally]]) -> str:
    wide = max(display_width(name) for name, _ in rows) + 2
    lines = [_padded("보고서와 검사", wide) + "".join(_right(head) for head in _HEADS)]
    for name, tally in rows:
        figures = (tally.checked, tally.held, tally.broken, tally.silenced)
        lines.append(_padded(name, wide) + "".join(_right(f"{figure:,}") for figure in figures))
    return "\n".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))


def _right(text: str) -> str:
    return " " * (13 - display_width(text)) + text
