"""The policy's text: what it forbids, and whose scripts it lets run."""

from __future__ import annotations

import base64
import hashlib

import pytest

from generator.outputs.web.policy import content_policy, inline_scripts, policy_element
from tests.outputs.example import Markup

# CSP 3, 3.3: these do nothing in an element, and browsers complain.
ONLY_IN_HEADERS = {"frame-ancestors", "report-uri", "report-to", "sandbox"}


def directives(frame: str) -> dict[str, list[str]]:
    parts = [part.split() for part in content_policy(frame).split(";")]
    assert len({part[0] for part in parts}) == len(parts), "a directive counts once, the first time (2.2.1)"
    return {part[0]: part[1:] for part in parts}


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "run"),
    [
        ("<script>a()</script><script>b()</script><script>a()</script>", ("a()", "b()")),
        ('<script src="x.js"></script><script src=x.js defer></script>', ()),
        ('<script type="application/json">{}</script><script type="application/ld+json">{}</script>', ()),
        ('<script type="module">m()</script><SCRIPT TYPE=text/javascript>t()</SCRIPT>', ("m()", "t()")),
        ("<script>\n  a()\n</script>", ("\n  a()\n",)),
        ("<p>script</p>", ()),
    ],
)
def test_inline_scripts_are_found(html: str, run: tuple[str, ...]) -> None:
    assert inline_scripts(html) == run


def test_the_theme_s_scripts_run_by_their_hashes_and_nothing_else() -> None:
    assert directives("<script>a()</script>")["script-src"] == ["'self'", digest("a()")]
    assert directives("<p></p>")["script-src"] == ["'self'"]
    assert directives("<script>a()\r\n</script>")["script-src"] == ["'self'", digest("a()\n")]


def test_everything_is_forbidden_that_is_not_allowed() -> None:
    found = directives("<script>a()</script>")
    assert found["default-src"] == ["'none'"]
    assert found["base-uri"] == ["'none'"] and found["form-action"] == ["'self'"], "default-src does not cover them"
    sources = {source for values in found.values() for source in values}
    assert {s for s in sources if not s.startswith("'sha256-")} == {"'none'", "'self'", "data:"}
    assert not ONLY_IN_HEADERS & set(found)


def test_the_element_carries_the_policy_whole() -> None:
    policy = content_policy("<script>a()</script>")
    (element,) = Markup(policy_element(policy)).elements
    assert element.attributes == {"http-equiv": "Content-Security-Policy", "content": policy}
