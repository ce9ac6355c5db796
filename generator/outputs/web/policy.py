"""What a page may load and run: its Content-Security-Policy (CSP level 3), as an element of its head.

It stands in the page itself, so that it holds on every host and in a copy on disk. Three directives work in a header
only (CSP 3.3: frame-ancestors, report-uri, sandbox); a host that can send headers should send
`Content-Security-Policy: frame-ancestors 'self'` and `X-Content-Type-Options: nosniff` beside.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?(?P<type>[^"'\s>]+)""", re.IGNORECASE)
_RUN = {"", "module", "text/javascript", "application/javascript"}


def content_policy(frame: str) -> str:
    """Give the policy of a page as text.

    `frame` is the page's HTML without what content put into it: only the scripts that the theme itself writes may run
    inline, each known by its hash, so a script that came in with content never does.
    """
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in inline_scripts(frame))
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}".strip(),
        "style-src": "'self'",
        "img-src": "'self' data:",  # the theme's style sheets carry their icons
        "font-src": "'self'",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def policy_element(policy: str) -> str:
    """Give the element that puts a policy into force for all that follows it."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def inline_scripts(html: str) -> Iterable[str]:
    """Give the text of each inline script that browsers run, once, in order; data blocks (JSON) are not run."""
    found = (match["text"] for match in _SCRIPT.finditer(html) if _is_run(match["attributes"]))
    return tuple(dict.fromkeys(found))


def _is_run(attributes: str) -> bool:
    kind = _TYPE.search(attributes)
    return not re.search(r"\bsrc\s*=", attributes) and (kind["type"].lower() if kind else "") in _RUN


def _digest(script: str) -> str:
    # Browsers hash the text after normalising line ends (HTML, preprocessing the input stream).
    normal = script.replace("\r\n", "\n").replace("\r", "\n")
    return base64.b64encode(hashlib.sha256(normal.encode()).digest()).decode("ascii")
