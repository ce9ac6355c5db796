"""What outputs hand over: pages to be framed by the site, and files to be copied as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the archive. `path` is where it stands in the site (`2022/jobs-economy/index.html`), `body` the
    finished HTML of its main part, `name` the page kind (`front`, `report`), which style sheets may use."""

    path: str
    name: str
    title: str
    body: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file of the archive, as bytes."""

    path: str
    data: bytes
