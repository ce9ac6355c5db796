"""Framing a site again and again: a whole build first, then only the pages and files that differ.

What decides how other pages look asks for a whole build: the archive's name and address, the pages of the guide, and
whichever files the theme has asked for, such as those in the menu.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from generator.mkdocs_plugin.plugin import GUIDE, Build, Composed, configured, front_of, page_files, source_of
from generator.outputs.artifacts import Page
from generator.publish import published


@dataclass(frozen=True, slots=True)
class Written:
    """What a framing has changed: the paths of pages, or everything, since a whole build or a file that all pages
    share changes them all."""

    pages: frozenset[str] = frozenset()
    everything: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.pages)


@dataclass(slots=True)
class Frame:
    """A folder that holds the framed site of a content folder, and what stands in it. `address` is where it is
    served."""

    content: Path
    folder: Path
    address: str
    _build: Build | None = None
    _pages: dict[str, Page] = field(default_factory=dict)
    _assets: dict[str, bytes] = field(default_factory=dict)
    _guide: dict[str, bytes] = field(default_factory=dict)

    def show(self, site: Composed) -> Written:
        """Bring the folder up to a site."""
        pages = {page.path: page for page in site.pages}
        assets = {asset.path: asset.data for asset in site.assets}
        guide = self._read_guide()
        if self._build is None or guide != self._guide or self._needs_whole(pages, assets, self._build):
            self._whole(site)
            written = Written(everything=True)
        else:
            written = self._difference(pages, assets, self._build)
        self._pages, self._assets, self._guide = pages, assets, guide
        return written

    def hurry(self, pages: Iterable[Page]) -> Written:
        """Show pages before the rest of their site is made, those that stand in the folder already. Their heads, which
        tell of the whole site, are left as they are."""
        known = ((page, self._pages.get(page.path)) for page in pages)
        changed = [replace(page, head=old.head) for page, old in known if old and _bare(page) != _bare(old)]
        if self._build is None or any(page.path.startswith(GUIDE) or page.name == "front" for page in changed):
            return Written()
        self._write(changed, self._build)
        self._pages.update((page.path, page) for page in changed)
        return Written(frozenset(page.path for page in changed))

    def _whole(self, site: Composed) -> None:
        self._build = None
        # Until all is there, readers have what was there before.
        with published(self.folder) as fresh:
            config, plugin = configured(site, self.content, fresh, preview=True)
            build_with_mkdocs(config, serve_url=self.address)
        self._build = plugin.build

    def _needs_whole(self, pages: dict[str, Page], assets: dict[str, bytes], build: Build) -> bool:
        old, new = front_of(tuple(self._pages.values())), front_of(tuple(pages.values()))
        if (old and (old.title, old.head.address)) != (new and (new.title, new.head.address)):
            return True
        if _in_guide(pages) != _in_guide(self._pages):
            return True
        gone = {source_of(path) for path in self._pages.keys() - pages.keys()} | (self._assets.keys() - assets.keys())
        come = {source_of(path) for path in pages.keys() - self._pages.keys()} | (assets.keys() - self._assets.keys())
        return build.made.would_differ((frozenset(build.files.src_uris) - gone) | come)

    def _difference(self, pages: dict[str, Page], assets: dict[str, bytes], build: Build) -> Written:
        self._write([page for path, page in pages.items() if self._pages.get(path) != page], build)
        changed = {path for path, page in pages.items() if self._pages.get(path) != page}
        for path in self._pages.keys() - pages.keys():
            if file := build.files.get_file_from_path(source_of(path)):
                build.files.remove(file)
            (self.folder / path).unlink(missing_ok=True)
        for path, data in assets.items():
            if self._assets.get(path) != data:
                self._put(path, data)
        for path in self._assets.keys() - assets.keys():
            (self.folder / path).unlink(missing_ok=True)
        shared = {path for path in assets if path.endswith((".css", ".js")) and "/search/" not in path}
        everything = any(self._assets.get(path) != assets[path] for path in shared if path.startswith("assets/"))
        return Written(frozenset(changed), everything)

    def _write(self, pages: Sequence[Page], build: Build) -> None:
        """Frame pages aside and move each into its place, so that no half of one is ever served."""
        config, files = build.config, build.files
        with tempfile.TemporaryDirectory(dir=self.folder.parent, prefix="pages-") as aside:
            for file in page_files(pages, config):
                if former := files.get_file_from_path(file.src_uri):
                    files.remove(former)
                files.append(file)
                file.dest_dir = aside
                page = MkDocsPage(None, file, config)
                _populate_page(page, config, files)
                listed = files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
                _build_page(page, config, listed, build.nav, build.env)
                place = self.folder / file.dest_uri
                place.parent.mkdir(parents=True, exist_ok=True)
                Path(file.abs_dest_path).replace(place)

    def _put(self, path: str, data: bytes) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self.folder.parent, prefix="file-", delete=False) as fresh:
            fresh.write(data)
        Path(fresh.name).replace(place)

    def _read_guide(self) -> dict[str, bytes]:
        found = sorted(path for path in (self.content / GUIDE).rglob("*") if path.is_file())
        return {path.as_posix(): path.read_bytes() for path in found}


def _bare(page: Page) -> tuple[str, str, str, str]:
    return page.name, page.title, page.body, page.description


def _in_guide(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if path.startswith(GUIDE)}
