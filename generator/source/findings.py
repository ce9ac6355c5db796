"""How this folder words a finding: an error with a hint, since a file that cannot be read cannot be published."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Related, Severity
from generator.source.text import SourceText

PLAIN_ADVICE = "값을 따옴표(\" \")로 감싸거나, 값 자리에 '|'만 쓰고 글은 다음 줄에 두 칸 들여 쓰세요."


def finding(
    source: SourceText, code: str, place: tuple[int, int], message: str, hint: str, *related: tuple[int, str]
) -> Diagnostic:
    """Make an error at the offsets `place`; `related` are offsets with what stands there."""
    others = tuple(Related(source.span(offset, offset + 1), text) for offset, text in related)
    return Diagnostic(code, Severity.ERROR, message, source.span(*place), hint, others)


def shorten(text: str, most: int = 20) -> str:
    """Cut a quotation so that the message stays one readable line."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"
