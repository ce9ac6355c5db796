"""A footnote that is called twice on a page stands below it once.

The printer sets a note for every call. Once it is known which calls share a page, the later ones are left as calls.
"""

from __future__ import annotations

import re
from collections.abc import Collection

# A note holds text, links and strong text, so the next end of a span is its own.
_NOTE = re.compile(r'<span class="footnote" data-number="(\d+)">.*?</span>', re.DOTALL)


def call_only(html: str, again: Collection[int]) -> str:
    """Give the HTML with the notes of these calls left out; calls are counted from 0 in their order."""
    places = iter(range(len(_NOTE.findall(html))))

    def kept(found: re.Match[str]) -> str:
        return f'<span class="call">{found[1]})</span>' if next(places) in again else found[0]

    return _NOTE.sub(kept, html) if again else html
