"""build: check all reports, then make the archive aside and put it in the place of the old one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import mkdocs_plugin
from generator.archive import read_archive
from generator.commands.findings import content_root, summary
from generator.diagnostics import has_errors, render_text
from generator.outputs.pdf import render_pdf
from generator.publish import published
from generator.site import site_of


def run(options: argparse.Namespace) -> int:
    """Build the archive; 1 where content has errors (the old site stays), 2 where PDFs had to be left out."""
    content: Path = options.content
    if not content.is_dir():
        print(f"'{content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.", file=sys.stderr)
        return 2
    archive = read_archive(content)
    for finding in archive.findings:
        print(render_text(finding, archive.library.lines_of, content_root(content)), end="\n\n", file=sys.stderr)
    _say(summary(archive.findings, len(archive.library.reports)))
    if has_errors(archive.findings):
        print("오류를 고친 뒤 다시 실행하세요. 누리집은 이전 그대로 두었습니다.", file=sys.stderr)
        return 1
    site = site_of(archive, render_pdf)
    for warning in site.warnings:
        print(warning, file=sys.stderr)
    with published(options.site) as folder:
        mkdocs_plugin.build(site, content, folder)
    _say(f"누리집을 만들었습니다: {options.site}/index.html")
    if site.unprinted:
        print(f"PDF는 빼고 만들었습니다. {site.unprinted}", file=sys.stderr)
        return 2
    return 0


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(text, file=sys.stderr)
