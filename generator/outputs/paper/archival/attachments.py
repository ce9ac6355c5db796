"""The files that a report was made of, attached to its PDF as its source (ISO 19005-3 6.8)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_TYPES = {
    ".yml": "application/yaml",  # RFC 9512
    ".yaml": "application/yaml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".md": "text/markdown",
    ".csv": "text/csv",
}


def attach_sources(pdf: pikepdf.Pdf, sources: Mapping[str, bytes]) -> None:
    """Attach files by their names. Their dates are not said: a file's date is that of a machine."""
    if not sources:
        return
    # A name tree is ordered by the bytes of its names as they are written (ISO 32000-1 7.9.6).
    specs = sorted((bytes(String(name)), name, data) for name, data in sources.items())
    names, associated = Array(), Array()
    for _, name, data in specs:
        spec = pdf.make_indirect(_specification(pdf, name, data))
        names.append(String(name))
        names.append(spec)
        associated.append(spec)
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary(Names=names))
    pdf.Root.AF = associated


def attached_sources(pdf: pikepdf.Pdf) -> dict[str, bytes]:
    """Give the attached source files of a PDF by their names; none where it has none."""
    return {str(spec.UF): spec.EF.F.read_bytes() for spec in _associated(pdf)}


def _associated(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for spec in pdf.Root.get("/AF", Array()):
        if spec.get("/AFRelationship") == Name.Source and "/EF" in spec and "/UF" in spec:
            yield spec


def _specification(pdf: pikepdf.Pdf, name: str, data: bytes) -> Dictionary:
    stream = pdf.make_stream(data)
    stream.Type = Name.EmbeddedFile
    stream.Subtype = Name("/" + _TYPES.get(PurePosixPath(name).suffix.lower(), "application/octet-stream"))
    digest = hashlib.md5(data, usedforsecurity=False).digest()  # the check sum that ISO 32000-1 7.11.4 names
    stream.Params = Dictionary(Size=len(data), CheckSum=String(digest))
    return Dictionary(
        Type=Name.Filespec,
        F=String(name),
        UF=String(name),
        EF=Dictionary(F=stream, UF=stream),
        AFRelationship=Name.Source,
        Desc=String("보고서 원본"),
    )
