"""The site of a content folder made again and again, as the preview does: only what depends on an edit is made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.archive import Archive, Reader
from generator.file_tree import FolderTree
from generator.outputs.artifacts import Page
from generator.remembering import Memory
from generator.site import Printer, Site, made_of, print_reports
from generator.site.gathered import Gathered, gather
from generator.site.reports import report_pages


class Renewal:
    """Makes the site of a content folder for the preview. The site is the one that `compose_site` makes.

    `outdated` tells whether the content has changed since it was read; what `compose` makes is of no use then.
    """

    def __init__(self, content: Path, printer: Printer | None = None) -> None:
        self._content = content
        self._printer = printer
        self.outdated: Callable[[], bool] = lambda: False
        self._reader = Reader()
        self._memory = Memory()
        self._archive: Archive | None = None
        self._former: Gathered | None = None

    def early(self) -> Iterator[Page]:
        """Read the content and give the pages of its reports, which are what people edit. What they tell of other
        reports may still be as it was; `compose` comes after and settles it. None the first time."""
        self._archive = self._reader.read(FolderTree(self._content))
        if self._former is not None:
            former = self._former
            gathered = gather(self._archive, former.printed, self._memory, former.lines)
            yield from report_pages(gathered, preview=True)

    def compose(self) -> Site:
        """Make the whole site of the content as `early` has read it, or as it is now; raises Interrupted once that is
        outdated."""
        archive = self._archive or self._reader.read(FolderTree(self._content))
        self._archive = None
        with self._memory.round(self.outdated):
            printed, unprinted = print_reports(archive, self._printer, self._memory)
            self._former = gather(archive, printed, self._memory)
            return made_of(self._former, unprinted, preview=True)
