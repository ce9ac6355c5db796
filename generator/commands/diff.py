"""diff: what changed between two revisions of the content, or between two reports."""

from __future__ import annotations

import argparse
import sys

from generator.commands.findings import content_root
from generator.git_tree import GitTrouble
from generator.outputs.review.data import render_review_json
from generator.outputs.review.kinds import Review
from generator.outputs.review.markdown import render_markdown
from generator.outputs.review.terminal import render_terminal
from generator.reviewing import ReviewTrouble, between_reports, between_revisions, names_a_report


def run(options: argparse.Namespace) -> int:
    """Print the review; 2 where the two cannot be compared."""
    if not options.content.is_dir():
        print(f"'{options.content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.")
        return 2
    try:
        if names_a_report(options.base) and names_a_report(options.head):
            _print(between_reports(options.content, options.base, options.head), options)
        else:
            lone = next(filter(names_a_report, (options.base, options.head)), "")
            if lone and (options.content / lone).is_dir():
                hint = f"'diff 2021/부서 {lone}'처럼 보고서 두 건을 적거나, 'diff HEAD'처럼 시점을 적으세요."
                raise ReviewTrouble(f"'{lone}' 보고서와 견줄 보고서를 적지 않았습니다.", hint)
            root = content_root(options.content)
            with between_revisions(options.content, options.base, options.head, root=root) as compared:
                _print(compared.review, options)
    except (GitTrouble, ReviewTrouble) as trouble:
        print(f"{trouble}\n{trouble.hint}", file=sys.stderr)
        return 2
    return 0


def _print(review: Review, options: argparse.Namespace) -> None:
    match options.format:
        case "json":
            print(render_review_json(review), end="")
        case "markdown":
            print(render_markdown(review, address=options.address), end="")
        case _:
            print(render_terminal(review, colour=sys.stdout.isatty()), end="")
