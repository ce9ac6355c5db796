"""Rendering a page's body from its template."""

from __future__ import annotations

import re

from generator.outputs.web.forms import web_environment


def render_body(name: str, **values: object) -> str:
    """Give the finished HTML of `templates/pages/<name>.html`; `root` among `values` leads to the archive's root and
    is empty or ends with a slash."""
    html = web_environment().get_template(f"pages/{name}.html").render(**values)
    # Templates are indented for their authors; readers need not load that.
    return re.sub(r"\n\s*\n+", "\n", html)
