"""A review as a comment on a pull request: a short summary, figures in a table, everything else folded.

Hosts refuse a comment of more than 65,536 characters. What does not fit is left to the page of changes, and said so.
Text from reports is escaped: it may neither mark up the comment nor call anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.changes.headlines import headlines
from generator.changes.kinds import Change, ReportChanges, folder_of
from generator.changes.wording import archive_text, change_sentence, figure_text, place_text
from generator.changes.words import Run, RunKind
from generator.diagnostics import Diagnostic, LinesOf
from generator.document import Document
from generator.outputs.review.kinds import (
    Review,
    figure_label,
    findings_summary,
    grouped,
    is_figure,
    label_of,
)

LIMIT = 65_000
"""Characters, with room for the mark by which the comment is found again."""

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@$]")
_PAGE = "review/index.html"


def render_markdown(review: Review, *, address: str = "", limit: int = LIMIT) -> str:
    """Give the review as Markdown of at most `limit` characters; `address` is that of the page of changes, empty where
    it is not known."""
    link = f"[신구대조표]({address})" if address else f"산출물의 `{_PAGE}`"
    head = [f"**{_escaped(archive_text(review.changes))}**", _escaped(findings_summary(review)), f"전체 내용: {link}"]
    blocks = list(_blocks(review))
    rest = f"\n내용이 길어 여기까지만 적었습니다. 나머지는 {link}에 있습니다.\n"
    made = "\n\n".join(head) + "\n"
    for count, block in enumerate(blocks):
        room = limit - len(made) - (0 if count == len(blocks) - 1 else len(rest))
        if len(block) + 1 > room:
            return made + rest
        made += f"\n{block}"
    return made


def _blocks(review: Review) -> Iterator[str]:
    found = review.changes
    yield from _findings("새로 생긴 검사 결과", review.findings.new, review.new_lines, review.root)
    yield from _findings("사유를 적고 검사에서 뺀 것", review.findings.silenced, review.new_lines, review.root)
    for word, documents in (("새 보고서", found.added), ("없어진 보고서", found.removed)):
        for document in documents:
            yield f"### {word}: {_title(document)}\n"
    if found.settings:
        yield "### 설정\n"
        yield from _changes(found.settings)
    for report in found.reports:
        yield f"### {_title(report.new)}\n"
        if report in found.moved:
            yield f"폴더가 바뀌었습니다: `{folder_of(report.old)}` → `{folder_of(report.new)}`\n"
        if said := headlines(report):
            yield "".join(f"- {_escaped(sentence)}\n" for sentence in said)
        yield from _changes(report)
    if review.findings.fixed:
        yield _folded(
            f"고쳐진 검사 결과 {len(review.findings.fixed)}건",
            [f"- {_finding(f, review.root)}" for f in review.findings.fixed],
        )


def _findings(title: str, found: Sequence[Diagnostic], lines_of: LinesOf, root: str) -> Iterator[str]:
    if found:
        lines = []
        for finding in found:
            source = lines_of(finding.at.path)
            line = source[finding.at.line - 1].strip() if 1 <= finding.at.line <= len(source) else ""
            shown = [_finding(finding, root), _escaped(line)]
            shown += [f"이렇게 하세요. {_escaped(finding.hint)}"] if finding.hint else []
            lines.append("- " + "  \n  ".join(filter(None, shown)))
        yield f"### {title} {len(found)}건\n\n" + "\n".join(lines) + "\n"


def _finding(finding: Diagnostic, root: str) -> str:
    place = f"{root}{finding.at.path}:{finding.at.line}".replace("`", "")
    return f"**{finding.severity}** {_escaped(finding.message)} (`{place}`)"


def _changes(changes: ReportChanges | tuple[Change, ...]) -> Iterator[str]:
    listed = changes.changes if isinstance(changes, ReportChanges) else changes
    figures = [change for change in listed if is_figure(change)]
    written = [change for change in figures if not change.derived]
    derived = [change for change in figures if change.derived]
    others = [change for change in listed if not is_figure(change)]
    if written:
        yield _table(written)
    if others:
        lines = []
        for place, found in grouped(others):
            lines.append(f"\n**{_escaped(place)}**\n" if place else "")
            lines += map(_line, found)
        yield _folded(f"추가·삭제·이동·문구 {len(others)}곳", lines)
    if derived:
        yield _folded(f"따라서 바뀐 계산한 값 {len(derived)}곳", [_table(derived)])


def _table(changes: Sequence[Change]) -> str:
    rows = ["| 자리 | 항목 | 전 | 후 | 차이 |", "|---|---|---:|---:|---:|"]
    for change in changes:
        for figure in change.figures:
            about = " ".join(filter(None, (figure.difference, f"({figure.percent})" if figure.percent else "")))
            old, new = (figure_text(text, figure.unit) for text in (figure.old_text, figure.new_text))
            cells = (place_text(change), figure_label(change, figure), old, new, about)
            rows.append(f"| {' | '.join(map(_escaped, cells))} |")
    return "\n".join(rows) + "\n"


def _line(change: Change) -> str:
    if change.runs:
        return f"- {change.kind} {_escaped(label_of(change))}: {''.join(map(_run, change.runs))}"
    return f"- {_escaped(change_sentence(change))}"


def _run(run: Run) -> str:
    text = _escaped(run.text)
    match run.kind:
        case RunKind.DEL:
            return f"<del>{text}</del>"
        case RunKind.INS:
            return f"<ins>{text}</ins>"
        case RunKind.SAME:
            return text


def _folded(summary: str, lines: Sequence[str]) -> str:
    return f"<details><summary>{summary}</summary>\n\n" + "\n".join(lines) + "\n\n</details>\n"


def _title(document: Document) -> str:
    return _escaped(f"{document.year}년 {document.department} {document.title}")


def _escaped(text: str) -> str:
    """Write characters that mean something to Markdown, HTML or the host (`@name`, `#12`) as character references, and
    line breaks as blanks."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", re.sub(r"\s+", " ", text))
