"""Where a printed report comes from: its revision, date, address, terms, and the files that it was made of.

All of it is about the content and none about a build, so a PDF changes only when its report does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.file_tree import FileTree, paths_under
from generator.outputs.web.licence import Licence
from generator.outputs.web.revision import revision_of


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a PDF says about its origin; whatever is empty is not said.

    `revision` is the short digest of the report's files, `dated` its date in ISO 8601 (`2022-08-31`, `2022-08`),
    `address` the absolute address of the report's page, `licence` the terms in a sentence and `terms` where they are
    explained. `sources` are the report's files by their names within its folder, those that the revision is taken of.
    """

    revision: str
    dated: str
    address: str
    licence: str
    sources: Mapping[str, bytes] = field(default_factory=dict)
    terms: str = ""

    @property
    def key(self) -> tuple[str | bytes, ...]:
        """All that a PDF depends on here, in a fixed order, for the key of a print job."""
        files = (part for name, data in sorted(self.sources.items()) for part in (name, data))
        return (self.revision, self.dated, self.address, self.licence, self.terms, *files)


def provenance_of(tree: FileTree, folder: str, *, dated: str, address: str, licence: Licence) -> Provenance:
    """Gather the origin of the report in a folder: all its files, pictures included, and their revision."""
    sources = {path.removeprefix(f"{folder}/"): tree.read(path) or b"" for path in paths_under(tree, folder)}
    return Provenance(revision_of(sources), dated, address, licence.sentence, sources, licence.href)
