"""Making the archive: reading, checking, printing, framing, publishing."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator import mkdocs_plugin
from generator.archive import Archive, read_archive
from generator.cache import Store
from generator.commands.findings import content_root, summary
from generator.diagnostics import has_errors, render_text
from generator.git_tree import GitTrouble
from generator.organization import with_address
from generator.press import Press, in_processes, on_cluster, usable_processors
from generator.publish import published
from generator.reviewing import between_revisions
from generator.site import Site, site_of
from generator.site.review import review_site


@dataclass(frozen=True, slots=True)
class Made:
    """What was said, and the exit status."""

    said: tuple[str, ...] = ()
    status: int = 0


def make(options: argparse.Namespace, store: Store, tell: Callable[[str, int, int], None]) -> Made:
    """Build the archive; status 1 where content has errors (the old site stays), 2 where PDFs had to be left out or a
    revision to review against is not to be had."""
    talk = _Talk()
    archive = _addressed(read_archive(options.content), os.environ.get("SITE_URL", ""))
    for finding in archive.findings:
        talk.say(render_text(finding, archive.library.lines_of, content_root(options.content)) + "\n")
    talk.whisper(summary(archive.findings, len(archive.library.reports)))
    if has_errors(archive.findings):
        talk.say("오류를 고친 뒤 다시 실행하세요. 누리집은 이전 그대로 두었습니다.")
        return Made(talk.said, 1)
    run = on_cluster(options.scheduler) if options.scheduler else in_processes(options.jobs or usable_processors())
    press = Press(run, store, tell)
    try:
        site = _composed(archive, options, press)
    except GitTrouble as trouble:
        talk.say(f"{trouble}\n{trouble.hint}")
        return Made(talk.said, 2)
    for warning in site.warnings:
        talk.say(warning)
    with published(options.site) as folder:
        mkdocs_plugin.build(site, options.content, folder)
    talk.whisper(f"누리집을 만들었습니다: {options.site}/index.html")
    if site.unprinted:
        talk.say(f"PDF는 빼고 만들었습니다. {site.unprinted}")
    return Made(talk.said, 2 if site.unprinted else 0)


def _addressed(archive: Archive, address: str) -> Archive:
    """The address that the host gives, as for a preview, comes before the one in organization.yml."""
    organization = archive.library.organization
    if organization is None or not address:
        return archive
    return replace(archive, library=replace(archive.library, organization=with_address(organization, address)))


def _composed(archive: Archive, options: argparse.Namespace, press: Press) -> Site:
    if not options.review:
        return site_of(archive, press)
    history = options.history or options.content
    with between_revisions(history, options.review, root=content_root(history)) as compared:
        pages, assets = review_site(compared, press)
    return site_of(archive, press, more=pages, beside=assets)


class _Talk:
    """Says things to whoever started the build; `said` is what they must hear again when nothing has changed."""

    def __init__(self) -> None:
        self._said: list[str] = []

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(self._said)

    def say(self, text: str) -> None:
        self._said.append(text)
        print(text, file=sys.stderr)

    def whisper(self, text: str) -> None:
        if sys.stderr.isatty():
            print(text, file=sys.stderr)
