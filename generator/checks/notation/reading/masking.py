"""Taking out of a text what a notation rule must not judge: names, titles of laws, addresses, marks of the layout.

    mask("○ 「A ․ B 법」 지원중") -> "\\ue000 「\\ue000\\ue000…」 지원중"

What stands in quotation marks was named by somebody else, who may spell as he likes. The result has the length of the
text, so that offsets into it are offsets into the text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from generator.markup import ALIKE
from generator.markup.row import is_delimiter

MASK = "\ue000"
"""Stands for a character that is not to be judged; it is no letter, no digit and no blank."""
DOT_MARK = "\ue001"
"""Stands for a dot that marks an item."""

_YEAR_AHEAD = r"(?!\d\d\s?(?:[.~∼〜년]|[상하]반기))"
_SIGNS = "".join(sign for sign in ALIKE if not sign.isalnum())
_LETTER_SIGNS = "".join(sign for sign in ALIKE if sign.isalnum())
_DOTS = frozenset({"·", *(sign for sign, meaning in ALIKE.items() if meaning == "·")})
_LINE = r"(?m:^|\||<br ?/?>|⏎)[^\S\n]*"

_WHOLE = (
    r"(?:https?|ftp)://[^\s|<>()\"']+",
    r"www\.[^\s|<>()\"']+",
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}",
    r"(?<![\w.])(?:[A-Za-z0-9-]{1,64}\.){1,5}(?:go\.kr|or\.kr|co\.kr|re\.kr|ac\.kr|kr|com|net|org)(?:/[^\s|<>()]*)?",
    r"(?<![^\s|()\"'「」])[^\s|()\"'「」]{1,80}\.(?:png|jpe?g|gif|svg|webp|pdf|hwpx?|xlsx?|docx?|pptx?|csv|zip|ya?ml|json)\b",
    r"!?\[[^\]\n]*\]\([^)\n]*\)",
    r"\[\^[^\]\n]+\]:?",
    r"<br ?/?>|⏎",
    r"(?<![\d-])0\d{1,2}[-)]\s?\d{3,4}-\d{4}(?!\d)",
    r"(?<!\d)1\d{3}-\d{4}(?!\d)",
)
_INNER = (
    r"(?<=「)[^「」\n]+(?=」)",
    r"(?<=『)[^『』\n]+(?=』)",
    r"(?<=｢)[^｢｣\n]+(?=｣)",
    r"(?<=《)[^《》\n]+(?=》)",
    r"(?<=〈)[^〈〉\n]+(?=〉)",
    r"(?<=“)[^“”\n]+(?=”)",
    rf"(?<=‘)[^‘’\n]+(?=’{_YEAR_AHEAD})",
    r"(?<![\w\"])\"[^\"\n]{1,60}\"",
    rf"(?<![\w'’])'{_YEAR_AHEAD}[^'\n]{{1,60}}'{_YEAR_AHEAD}",
)
_TAKEN = tuple(re.compile(shape) for shape in (*_WHOLE, *_INNER))
# The row between head and body; what else is made of dashes and pipes has a figure of nothing in it.
_ROW = re.compile(r"(?m:^)[|:\- \t]{3,}(?m:$)")
_MARK = re.compile(rf"{_LINE}(?P<mark>[□○·{re.escape(_SIGNS)}-]|[{_LETTER_SIGNS}](?=\s))")


@lru_cache(maxsize=4096)
def mask(text: str) -> str:
    """Give the text with everything masked that no notation rule may judge or change."""
    masked = _ROW.sub(lambda found: MASK * len(found[0]) if is_delimiter(found[0].strip()) else found[0], text)
    for shape in _TAKEN:
        masked = shape.sub(lambda found: MASK * len(found[0]), masked)
    return _MARK.sub(lambda found: found[0][:-1] + (DOT_MARK if found["mark"] in _DOTS else MASK), masked)
