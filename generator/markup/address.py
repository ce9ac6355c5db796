"""Which addresses a link or a picture may have."""

from __future__ import annotations

import re
from urllib.parse import unquote

SCHEMES = ("http", "https", "mailto", "tel")
"""Schemes that a link may have; others could run a script or open a program."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
# `[별표](참고)` is text: an address is told by a file ending, a slash at the end, or how it begins.
_PATH = re.compile(r"[./#\\].*|.*/|[^:]*\.[A-Za-z0-9]{2,5}(?:[?#].*)?")


def is_address(text: str) -> bool:
    """Tell whether the text in the brackets of `[글](…)` is meant as an address."""
    return bool(_SCHEME.match(text) or _PATH.fullmatch(text))


def link_trouble(address: str) -> str | None:
    """Say why a link may not have this address; None where it may."""
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in SCHEMES:
        return f"'{scheme[1]}:'로 시작하는 주소는 열 수 없습니다."
    if scheme:
        return None if len(address) > scheme.end() else "':' 뒤에 주소가 없습니다."
    if address.lower().startswith("www."):
        return "누리집 주소는 'https://'로 시작해야 합니다."
    return None if address.startswith("#") else _path_trouble(address)


def picture_trouble(file: str) -> str | None:
    """Say why a picture may not have this file; None where it may, and for no file at all."""
    if not file:
        return None
    if _SCHEME.match(file):
        return "다른 누리집의 그림이나 컴퓨터의 절대 경로는 쓸 수 없습니다."
    return _path_trouble(file)


def _path_trouble(path: str) -> str | None:
    plain = unquote(path)
    if "\\" in plain:
        return "폴더는 '/'로 나눕니다."
    if plain.startswith("/"):
        return "'/'로 시작하는 절대 경로는 쓸 수 없습니다."
    if ".." in re.split(r"[/?#]", plain):
        return "'..'로 폴더 밖을 가리킬 수 없습니다."
    if ":" in plain.split("/")[0] or any(ord(character) < 0x20 for character in plain):
        return "경로에 쓸 수 없는 글자가 있습니다."
    return None
