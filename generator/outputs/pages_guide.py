"""The generated pages of the staff guide."""

from __future__ import annotations

from generator.guide import key_groups
from generator.outputs.artifacts import Page
from generator.outputs.templating import environment


def guide_pages() -> tuple[Page, ...]:
    """Give the pages of the staff guide that are made from the model: the reference of keys."""
    body = environment("web").get_template("pages/keys.html").render(groups=key_groups())
    return (
        Page("guide/keys/index.html", "guide", "쓸 수 있는 항목", body, "보고서 파일에 쓸 수 있는 모든 항목과 보기"),
    )
