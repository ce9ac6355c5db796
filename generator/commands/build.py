"""build: check all reports, then make the archive aside and put it in the place of the old one.

What makes pages and PDFs is loaded only where something is to be made: a build of what stands already ends before.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from generator.cache import Store
from generator.commands.progress import Progress
from generator.standing import Standing, build_key, folder_digest, keep_standing, still_stands

UNPRINTED = 2


def run(options: argparse.Namespace) -> int:
    """Build the archive; 1 where content has errors (the old site stays), 2 where PDFs had to be left out."""
    content: Path = options.content
    if not content.is_dir():
        print(f"'{content}' 폴더가 없습니다. 보고서가 있는 content 폴더를 --content로 알려 주세요.", file=sys.stderr)
        return 2
    store = Store(options.cache)
    # A review depends on Git's history as well, which is not looked at here.
    key = "" if options.review else build_key(content, _settings(options))
    standing = still_stands(store, key, options.site) if key else None
    if standing is not None:
        for text in standing.said:
            print(text, file=sys.stderr)
        _say(f"바뀐 것이 없어 누리집을 그대로 두었습니다: {options.site}/index.html")
        return standing.status
    from generator.commands.making import make

    made = make(options, store, Progress(sys.stderr))
    if key and made.status in (0, UNPRINTED):
        keep_standing(store, key, Standing(folder_digest(options.site), made.said, made.status))
    return made.status


def _settings(options: argparse.Namespace) -> Mapping[str, str]:
    """What changes the outputs beside content and program."""
    return {"SITE_URL": os.environ.get("SITE_URL", ""), "site": str(options.site.absolute())}


def _say(text: str) -> None:
    if sys.stderr.isatty():
        print(text, file=sys.stderr)
