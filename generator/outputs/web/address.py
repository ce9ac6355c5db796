"""Where the archive is published, and addresses in it.

A site can be read without knowing its address, so everything works without it; what a standard wants as an absolute
address (RFC 4287 4.2.7, sitemaps.org, ogp.me) is then left out or stays relative where the standard allows that.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit, urlunsplit

FRONT = "index.html"

_KEPT = "/#?=&~"


def read_address(written: str) -> str:
    """Give a site's address with its slash at the end: `https://example.org/archive` is `https://example.org/archive/`.

    Gives the empty text for what is no address of a site: another scheme than http and https, or no host.
    """
    parts = urlsplit(written.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~") + "/"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def absolute(address: str, path: str) -> str:
    """Give the absolute address of a place in the site, empty where the site's address is not known.

    The front page is the site's address itself; every other page is named with its file, as links within the site
    name it, because not every host looks for `index.html` by itself.
    """
    if not address:
        return ""
    return address if path == FRONT else address + quote(path, safe=_KEPT)


def reference(address: str, path: str, root: str = "") -> str:
    """Give a place in the site absolute where that is possible, and otherwise relative to a file whose way to the
    site's root is `root` (`../../`)."""
    return absolute(address, path) or root + quote(path, safe=_KEPT)


def root_of(path: str) -> str:
    """Give the way from a file to the site's root: `2022/jobs-economy/index.html` has `../../`."""
    return "../" * path.count("/")
