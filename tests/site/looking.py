"""What a reader meets on a page, asked of the browser: its words, its stops of the Tab key, its edges.

Each question is a function in JavaScript, evaluated in the tab; evaluation goes past a Content-Security-Policy.
"""

from __future__ import annotations

from typing import Any, cast

from playwright.sync_api import Page as Tab

_VISIBLE = """
  const hiddenText = element => { const s = getComputedStyle(element), box = element.getBoundingClientRect()
    return s.visibility !== "visible" || s.opacity === "0" || box.width < 2 && box.height < 2 || box.width === 0
      || box.height === 0 || s.clipPath === "inset(50%)" || s.clip === "rect(0px, 0px, 0px, 0px)" }
  const named = e => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}`
    + [...e.classList].slice(0, 2).map(c => "." + c).join("")
"""

_WORDS = f"""([root, leaving]) => {{ {_VISIBLE}
  const words = [], walk = document.createTreeWalker(document.querySelector(root), NodeFilter.SHOW_TEXT)
  while (walk.nextNode()) {{
    const text = walk.currentNode.data.replace(/\\s+/g, " ").trim(), parent = walk.currentNode.parentElement
    if (!text || /^(SCRIPT|STYLE|NOSCRIPT)$/.test(parent.tagName) || hiddenText(parent)) continue
    if (!parent.checkVisibility() || leaving && parent.closest(leaving)) continue
    words.push({{ text, place: named(parent), at: [...(function* () {{
      for (let e = parent; e; e = e.parentElement) yield named(e) }})()].join(" < ") }})
  }}
  return words }}"""

_FOCUSABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])"

_STOPS = f"""async () => {{ {_VISIBLE}
  const look = e => {{ const s = getComputedStyle(e)
    return [s.outlineStyle === "none" ? "" : `${{s.outlineWidth}} ${{s.outlineStyle}} ${{s.outlineColor}}`,
      s.boxShadow, s.backgroundColor, s.borderTopColor, s.borderBottomColor, s.borderBottomWidth].join("|") }}
  const around = e => [e, e.parentElement, e.parentElement.parentElement, ...(e.labels ?? [])]
  const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
  const shown = e => e.offsetWidth || e.getBoundingClientRect().width ? [e, ...(e.labels ?? [])] : [e.parentElement]
  const uncovered = e => shown(e).flatMap(one => [...one.getClientRects()]).some(box =>
    [[.5, .5], [.1, .3], [.9, .7]].some(([x, y]) => {{
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)
      return top && shown(e).some(one => one.contains(top)) }}))
  const stops = [...document.querySelectorAll({_FOCUSABLE!r})].filter(e => !e.disabled && e.tabIndex >= 0
    && e.checkVisibility({{ visibilityProperty: true }}) && !e.closest("[inert], .md-search"))
  const unseen = [], covered = [], saying = e => `${{named(e)}}: ${{e.textContent.trim().slice(0, 30)}}`
  for (const e of stops.reverse()) {{
    document.activeElement.blur()
    const before = around(e).map(look).join()
    e.focus()
    if (document.activeElement !== e) continue
    if (!e.matches(":focus-visible") || around(e).map(look).join() === before) unseen.push(saying(e))
    if (uncovered(e)) continue
    await drawn()
    if (!uncovered(e)) covered.push(saying(e))
  }}
  return {{ count: stops.length, unseen, covered }} }}"""

_OVERHANG = f"""() => {{ {_VISIBLE}
  const found = [], over = document.documentElement.scrollWidth - innerWidth
  if (over > 0) found.push(`the page is ${{over}} px too wide`)
  for (const e of document.body.querySelectorAll("*")) {{
    const s = getComputedStyle(e), box = e.getBoundingClientRect()
    if (!e.textContent.trim() || !e.checkVisibility() || hiddenText(e) || e.closest("svg")) continue
    const wide = e.scrollWidth - e.clientWidth > 1 && /hidden|clip/.test(s.overflowX)
    const high = e.scrollHeight - e.clientHeight > 2 && /hidden|clip/.test(s.overflowY)
    if (e.clientWidth && (wide || high))
      found.push(`${{named(e)}} cuts its text: ${{e.textContent.trim().slice(0, 40)}}`)
  }}
  return found }}"""

_SCROLLERS = f"""() => {{ {_VISIBLE}
  return [...document.querySelectorAll("main *")].filter(e => e.checkVisibility() && !hiddenText(e) && !e.closest("svg")
    && e.clientWidth && e.textContent.trim() && getComputedStyle(e).overflowX !== "visible"
    && e.scrollWidth - e.clientWidth > 1).map(e => `${{named(e)}} (${{e.scrollWidth}} in ${{e.clientWidth}} px)`) }}"""

_MOTION = f"""() => {{ {_VISIBLE}
  const seconds = text => Math.max(...text.split(",").map(one => parseFloat(one) * (/ms$/.test(one.trim()) ? .001 : 1)))
  const moving = []
  for (const e of document.querySelectorAll("*")) for (const part of ["", "::before", "::after"]) {{
    const s = getComputedStyle(e, part)
    if (seconds(s.transitionDuration) > .01 || s.animationName !== "none" && seconds(s.animationDuration) > .01)
      moving.push(named(e) + part)
    if (s.scrollBehavior === "smooth") moving.push(named(e) + " scrolls")
  }}
  return moving }}"""

_SHIFT = """() => new Promise(done => { let sum = 0
  new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value })
    .observe({ type: "layout-shift", buffered: true })
  requestAnimationFrame(() => setTimeout(() => done(sum), 100)) })"""


def visible_words(tab: Tab, root: str, *, leaving_out: str = "") -> list[dict[str, str]]:
    """Give every piece of text that can be seen inside an element, but not inside those that `leaving_out` selects:
    `text`, its element `place`, and the way up `at`."""
    return cast("list[dict[str, str]]", tab.evaluate(_WORDS, [root, leaving_out]))


def stops_of_the_tab_key(tab: Tab) -> dict[str, Any]:
    """Focus everything the Tab key stops at, from the last to the first as Shift+Tab does: how many there are
    (`count`), whose focus cannot be seen (`unseen`, WCAG 2.4.7), and what is covered meanwhile (`covered`, 2.4.11)."""
    # Browsers show the focus that a script sets only to those who use the keyboard.
    tab.keyboard.press("Tab")
    return cast("dict[str, Any]", tab.evaluate(_STOPS))


def overhang(tab: Tab) -> list[str]:
    """Say where the page is wider than the window, and where text is cut off."""
    return cast("list[str]", tab.evaluate(_OVERHANG))


def scrolled_sideways(tab: Tab) -> list[str]:
    """Name the boxes whose content is wider than they are: on paper nobody can scroll."""
    return cast("list[str]", tab.evaluate(_SCROLLERS))


def moving_parts(tab: Tab) -> list[str]:
    """Name what moves by itself or smoothly."""
    return cast("list[str]", tab.evaluate(_MOTION))


def layout_shift(tab: Tab) -> float:
    """Measure how much moved while the page was loading (Cumulative Layout Shift without the reader's own doing)."""
    return cast("float", tab.evaluate(_SHIFT))
