"""What the program needs from the system beside Python: which files show that it is there, and who brings them.

Files are looked for without starting a process: `ctypes.util.find_library` would run ldconfig and a compiler.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

NO_PDF = "PDF를 빼고 만듭니다."
LINKER_CACHE = Path("/etc/ld.so.cache")


class Kind(Enum):
    """How a file is looked for."""

    LIBRARY = "library"
    FONT = "font"
    PROGRAM = "program"


@dataclass(frozen=True)
class Need:
    """One need. All of `files` must be there; a library is named by its stem (`pango-1.0`).

    `name` and `loss` are for readers: what is missing, and what that costs. `packages` lists what brings it for each
    system whose packages are known to have it.
    """

    id: str
    kind: Kind
    files: tuple[str, ...]
    name: str
    loss: str
    packages: Mapping[str, tuple[str, ...]]
    for_tests: bool = False


def _apt(*names: str) -> dict[str, tuple[str, ...]]:
    return {"debian": names, "ubuntu": names}


# The libraries are those that WeasyPrint 70 opens (weasyprint/text/ffi.py); GObject, HarfBuzz and Fontconfig come with
# Pango. The one that it cuts faces down with is not needed: ours are cut down without it. Homebrew's Nanum casks hold
# Google's edition, whose families have other names, so none is listed for macOS.
NEEDS = (
    Need(
        "pango",
        Kind.LIBRARY,
        ("pango-1.0", "pangoft2-1.0"),
        "Pango",
        NO_PDF,
        {**_apt("libpango-1.0-0", "libpangoft2-1.0-0"), "fedora": ("pango",), "macos": ("pango",)},
    ),
    Need(
        "fonts",
        Kind.FONT,
        ("NanumMyeongjo.ttf", "NanumMyeongjoBold.ttf", "NanumGothic.ttf", "NanumGothicBold.ttf"),
        "나눔글꼴(명조·고딕)",
        NO_PDF,
        {**_apt("fonts-nanum"), "fedora": ("naver-nanum-myeongjo-fonts", "naver-nanum-gothic-fonts")},
    ),
    Need("fonts-square", Kind.FONT, ("NanumSquareB.ttf",), "나눔스퀘어", NO_PDF, _apt("fonts-nanum")),
    Need(
        "chromium",
        Kind.PROGRAM,
        ("chromium",),
        "Chromium",
        "화면 시험을 건너뜁니다.",
        # Ubuntu's package of that name only sends one to its app store.
        {"debian": ("chromium",), "fedora": ("chromium",)},
        True,
    ),
    Need(
        "poppler",
        Kind.PROGRAM,
        ("pdftotext",),
        "Poppler(pdftotext)",
        "PDF의 글자를 읽는 시험을 건너뜁니다.",
        {**_apt("poppler-utils"), "fedora": ("poppler-utils",), "macos": ("poppler",)},
        True,
    ),
)

# Where the fonts package is there without NanumSquare, the release keeps it in this one.
SQUARE_APART = "fonts-nanum-extra"


def needs_for(for_tests: bool) -> tuple[Need, ...]:
    """Give what the program needs, or what it and its tests need."""
    return tuple(need for need in NEEDS if for_tests or not need.for_tests)


def find(need: Need) -> tuple[str, ...]:
    """Give the files that meet a need; empty where one of them is missing."""
    look = {Kind.LIBRARY: _library, Kind.FONT: _font, Kind.PROGRAM: _program}[need.kind]
    found = tuple(look(name) for name in need.files)
    return found if all(found) else ()


def library_in_cache(cache: bytes, file_name: str) -> str:
    """Give the path of a library from the bytes of ld.so.cache: zero-ended paths, whatever stands around them."""
    ending = f"/{file_name}".encode() + b"\0"
    place = cache.find(ending)
    if place < 0:
        return ""
    return cache[cache.rfind(b"\0", 0, place) + 1 : place + len(ending) - 1].decode(errors="replace")


def _program(name: str) -> str:
    return shutil.which(name) or ""


def _library(stem: str) -> str:
    names = {"darwin": (f"lib{stem}.dylib", f"lib{stem}.0.dylib"), "win32": (f"lib{stem}-0.dll",)}
    for name in names.get(sys.platform, (f"lib{stem}.so.0",)):
        for folder in _library_folders():
            if (path := Path(folder, name)).exists():
                return str(path)
        if sys.platform == "linux":
            path_in_cache = library_in_cache(_linker_cache(), name)
            if path_in_cache and Path(path_in_cache).exists():
                return path_in_cache
    return ""


def _linker_cache() -> bytes:
    try:
        return LINKER_CACHE.read_bytes()
    except OSError:
        return b""


def _library_folders() -> list[str]:
    if sys.platform == "win32":
        # The folders that WeasyPrint itself looks through.
        return os.environ.get("WEASYPRINT_DLL_DIRECTORIES", r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin").split(";")
    own = os.environ.get("LD_LIBRARY_PATH", "").split(":")
    return [folder for folder in own if folder] + ["/opt/homebrew/lib", "/usr/local/lib", "/usr/lib", "/usr/lib64"]


def _font(name: str) -> str:
    return next((str(folder / name) for folder in _folders_with_fonts() if (folder / name).exists()), "")


def _folders_with_fonts() -> Iterator[Path]:
    yield Path("/usr/share/fonts/truetype/nanum")
    home = Path.home()
    roots = {
        "darwin": [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")],
        "win32": [
            Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft/Windows/Fonts",
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        ],
    }.get(
        sys.platform,
        [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")],
    )
    for root in roots:
        for folder, _, _ in os.walk(root):
            yield Path(folder)
