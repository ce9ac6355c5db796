"""The typefaces of paper: where they are, which characters they can draw, and how they travel inside an HTML file.

Reports are set in the Nanum families (SIL Open Font License, Debian package `fonts-nanum`). Signs that no Nanum face
has are drawn by a face of our own, made in `signs.py`; a character that none of them has is reported, because another
family would appear in its place unasked.
"""

from __future__ import annotations

import base64
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz

from generator.outputs.errors import FontsMissing
from generator.outputs.paper.signs import SIGNS_FAMILY, build_signs
from generator.outputs.paper.subsetting import as_woff, characters_of, cut_to_characters, face_of
from generator.program import digest_of


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `emphatic` faces set heads and strong text only."""

    family: str
    weight: int
    file: str
    emphatic: bool


FACES = (
    Face("NanumMyeongjo", 400, "NanumMyeongjo.ttf", False),
    Face("NanumGothic", 400, "NanumGothic.ttf", False),
    Face("NanumMyeongjo", 700, "NanumMyeongjoBold.ttf", True),
    Face("NanumGothic", 700, "NanumGothicBold.ttf", True),
    Face("NanumSquare", 700, "NanumSquareB.ttf", True),
)

FAMILIES = frozenset({face.family for face in FACES} | {SIGNS_FAMILY})

_INSTALL = "글꼴을 설치해 주세요. Debian·Ubuntu: sudo apt-get install fonts-nanum"


@cache
def find_faces() -> Mapping[Face, Path]:
    """Give the file of each face that is installed, looked up by file name in the system's and the user's folders."""
    found: dict[str, Path] = {}
    wanted = {face.file for face in FACES}
    for folder in _font_folders():
        for path in sorted(folder.rglob("Nanum*.ttf")):
            if path.name in wanted:
                found.setdefault(path.name, path)
    return {face: found[face.file] for face in FACES if face.file in found}


def require_faces() -> None:
    """Raise `FontsMissing` where a face is not installed."""
    missing = [face.file for face in FACES if face not in find_faces()]
    if missing:
        raise FontsMissing(f"PDF를 만들 수 없습니다. 나눔글꼴이 없습니다: {', '.join(missing)}. {_INSTALL}")


def undrawable(text: str) -> tuple[str, ...]:
    """Give the characters of a text that none of our faces can draw, in code order."""
    known = _drawable()
    return tuple(sorted(c for c in set(text) if ord(c) not in known and not _draws_nothing(c)))


@cache
def signs_font() -> bytes:
    """Give the face with the signs that the Nanum families lack, as TrueType; empty where it cannot be made."""
    source = next((path for face, path in find_faces().items() if face.file == "NanumGothic.ttf"), None)
    return build_signs(source, _nanum_characters()) if source else b""


@cache
def own_faces() -> Mapping[str, uharfbuzz.Face]:
    """Give all our faces by the names of their files; the face of signs under its family's name."""
    faces = {face.file: face_of(path) for face, path in find_faces().items()}
    signs = signs_font()
    return faces | ({SIGNS_FAMILY: uharfbuzz.Face(signs)} if signs else {})


@cache
def own_files() -> Mapping[bytes, str]:
    """Give the name of each of our faces' files by its bytes: the machine may have another edition of the same name."""
    return {bytes(face.blob.data): name for name, face in own_faces().items()}


@cache
def faces_digest() -> str:
    """Give a digest of the typefaces that this machine has: another edition of them makes another PDF."""
    return digest_of(sorted(find_faces().values()))


def font_rule(family: str, weight: int, data: bytes, kind: str = "truetype") -> str:
    """Give a CSS rule that carries a font in itself."""
    encoded = base64.b64encode(data).decode("ascii")
    mime = {"truetype": "ttf"}.get(kind, kind)
    return (
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'src: url("data:font/{mime};base64,{encoded}") format("{kind}") }}'
    )


def embedded_fonts(text: str, emphatic: str) -> str:
    """Give the CSS that embeds our faces, cut down to the characters of a text; emphatic faces to those of `emphatic`.

    Faces that are not installed are left out, and the reader's own fonts stand in.
    """
    rules = []
    for face, path in find_faces().items():
        characters = frozenset(emphatic if face.emphatic else text)
        rules.append(font_rule(face.family, face.weight, _cut_down(path, characters), "woff"))
    if signs := signs_font():
        # Signs are no letters of any weight: one face serves both.
        rules.append(font_rule(SIGNS_FAMILY, 400, signs))
    return "\n".join(rules)


@cache
def _cut_down(path: Path, characters: frozenset[str]) -> bytes:
    return as_woff(cut_to_characters(face_of(path), map(ord, characters)))


@cache
def _drawable() -> frozenset[int]:
    signs = signs_font()
    own = characters_of(uharfbuzz.Face(signs)) if signs else frozenset()
    return _nanum_characters() | own


@cache
def _nanum_characters() -> frozenset[int]:
    # Every list of families in the style sheet ends with the regular Gothic, which has the most characters.
    regular = (path for face, path in find_faces().items() if not face.emphatic)
    return frozenset().union(*(characters_of(face_of(path)) for path in regular))


def _draws_nothing(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Zs", "Zl", "Zp") or "\ufe00" <= character <= "\ufe0f"


def _font_folders() -> Iterable[Path]:
    home = Path.home()
    folders = {
        "darwin": [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")],
        "win32": [
            Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts",
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        ],
    }.get(
        sys.platform,
        [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")],
    )
    return [folder for folder in folders if folder.is_dir()]
