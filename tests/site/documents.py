"""The HTML files of a finished site, read as a browser reads them (HTML Living Standard 13.2), and one or two pages of
each kind to look at in a browser.

The parser is the one that WeasyPrint brings; it notes every parse error that the standard names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tinyhtml5.parser import HTMLParser
from tinyhtml5.treebuilder import Comment

MISSING, PAPER = "missing", "paper"
"""The kinds of two pages that carry none: the page for wrong addresses, and a report as it is printed."""

_KIND = re.compile(r"(?:^| )page--([a-z-]+)(?: |$)")
_PRINTED = "report.html"


@dataclass(frozen=True)
class HtmlFile:
    """One HTML file: its path in the site, its tree, and its parse errors as `line:column code`."""

    path: str
    text: str
    root: Any
    parse_errors: tuple[str, ...]

    @cached_property
    def elements(self) -> tuple[Any, ...]:
        """All elements in document order; names of other vocabularies begin with `{address}`."""
        return tuple(e for e in self.root.iter() if e.tag is not Comment and isinstance(e.tag, str))

    @cached_property
    def _parents(self) -> Mapping[Any, Any]:
        return {child: parent for parent in self.elements for child in parent}

    @cached_property
    def ids(self) -> frozenset[str]:
        """All anchors."""
        return frozenset(e.get("id") for e in self.elements if e.get("id"))

    @cached_property
    def kind(self) -> str:
        """The page kind, as the frame names it in a class of its container; empty for a file of no kind."""
        if self.path == "404.html":
            return MISSING
        if self.path.rpartition("/")[2] == _PRINTED:
            return PAPER
        found = (_KIND.search(e.get("class") or "") for e in self.named("div"))
        return next((match[1] for match in found if match), "")

    def named(self, *names: str) -> Iterator[Any]:
        """Elements of these names, in document order."""
        return (e for e in self.elements if e.tag in names)

    def ancestors(self, element: Any) -> Iterator[Any]:
        """The elements around one, from the innermost."""
        while (element := self._parents.get(element)) is not None:
            yield element

    def place(self, element: Any) -> str:
        """Say where an element is: `2022/x/index.html: table.table--matrix > tr > th`."""
        around = [element, *self.ancestors(element)][:3]
        return f"{self.path}: " + " > ".join(_sign(e) for e in reversed(around))


def _sign(element: Any) -> str:
    if element.get("id"):
        return f"{element.tag}#{element.get('id')}"
    first = (element.get("class") or "").split()[:1]
    return ".".join([element.tag.rpartition("}")[2], *first])


def read_file(path: str, text: str) -> HtmlFile:
    """Read one HTML file; faults in it are noted, never raised."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(text)
    errors = tuple(f"{line}:{column} {code} {data or ''}".strip() for (line, column), code, data in parser.errors)
    return HtmlFile(path, text, root, errors)


def read_site(folder: Path) -> dict[str, HtmlFile]:
    """Read all HTML files of a site, by their paths in it."""
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    return {name: read_file(name, path.read_text(encoding="utf-8")) for name, path in paths.items()}


def words_to_find(report: HtmlFile) -> str:
    """Give words that stand in a report's page: the longest of the first programme's title, or of the first heading
    that can be linked to."""
    title = next(heading for heading in (*report.named("h3"), *report.named("h2")) if heading.get("id"))
    return " ".join(max(title.itertext(), key=len).split())


@dataclass(frozen=True, slots=True)
class Sample:
    """A page that stands for its kind."""

    kind: str
    path: str

    def __str__(self) -> str:
        return f"{self.kind} {self.path}"


MANY = 5
"""Pages of a kind from which on the barest is looked at as well: there, things are missing."""


def samples_of(files: Iterable[HtmlFile]) -> list[Sample]:
    """Choose the fullest page of each kind, and of kinds with many pages the barest too; kinds in their order."""
    sized = sorted((len(file.text), file.path, file.kind) for file in files if file.kind)
    chosen = []
    for kind in sorted({kind for _, _, kind in sized}):
        paths = [path for _, path, of in sized if of == kind]
        chosen += [Sample(kind, path) for path in (paths[-1:] if len(paths) < MANY else [paths[-1], paths[0]])]
    return chosen
