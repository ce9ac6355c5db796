"""The data files that the archive offers, as machines are told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.outputs.artifacts import Asset

MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Registered media types (IANA) by the ending of a file's name."""

_OF_THE_ARCHIVE = ("csv", "json", "xlsx", "zip")
_ABOUT_A_TABLE = "-metadata.json"
"""How CSV on the Web names what describes a table (W3C, Model for Tabular Data 5.3); it is no data itself."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of data about the whole archive: its place in the site, a title, and its size in bytes."""

    path: str
    title: str
    size: int

    @property
    def media_type(self) -> str:
        """The registered media type."""
        return media_type(self.path)


def media_type(path: str) -> str:
    """Give the registered media type of a file, empty where its ending is not known."""
    return MEDIA_TYPES.get(path.rpartition(".")[2], "")


def data_files(assets: Sequence[Asset], titles: Mapping[str, str]) -> tuple[DataFile, ...]:
    """Find the data of the whole archive among the site's files: tables under `data/`. `titles` names them by their
    path; one that it does not name is called by its file."""
    found = (asset for asset in assets if asset.path.startswith("data/") and _is_data(asset.path))
    return tuple(
        DataFile(asset.path, titles.get(asset.path, asset.path.rpartition("/")[2]), len(asset.data)) for asset in found
    )


def _is_data(path: str) -> bool:
    return path.rpartition(".")[2] in _OF_THE_ARCHIVE and not path.endswith(_ABOUT_A_TABLE)
