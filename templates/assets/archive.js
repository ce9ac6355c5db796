/* What needs a script: opening the search dialog, folding, marking where one is, copying a link. Reading needs none.
   A classic script, because browsers refuse modules from a folder on disk; the braces keep its names private. */
{
const all = (selector, within = document) => [...within.querySelectorAll(selector)]

/* Search. The field on the front page keeps what is typed, so that an input method can finish its syllable, and hands it
   over on Enter or the button. A click opens the dialog at once. */
const toggle = document.querySelector("[data-md-toggle=search]")
const query = document.querySelector("[data-md-component=search-query]")

function openSearch(text = "") {
  if (!toggle || !query) return
  if (!toggle.checked) toggle.click()
  if (text) query.value = text
  query.focus()
  for (const type of ["input", "keyup"]) query.dispatchEvent(new Event(type, { bubbles: true }))
}

for (const button of all("[data-open-search]")) button.addEventListener("click", () => openSearch())
for (const field of all("[data-find-field]")) {
  field.addEventListener("click", () => { if (!field.value) openSearch() })
  field.form.addEventListener("submit", event => {
    event.preventDefault()
    openSearch(field.value)
  })
}

/* A folded menu closes when focus or a tap leaves it, when something in it is chosen, and on Escape. */
for (const fold of all(".site-menu, .toc__fold, .download-fold")) {
  const list = fold.querySelector("ul") ?? fold.parentElement.querySelector(".site-nav, .toc__list")
  const inside = node => fold.contains(node) || list.contains(node)
  document.addEventListener("click", event => { if (!inside(event.target)) fold.open = false })
  document.addEventListener("focusin", event => { if (!inside(event.target)) fold.open = false })
  list.addEventListener("click", event => { if (event.target.closest("a")) fold.open = false })
  for (const part of [fold, list]) part.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !fold.open) return
    fold.open = false
    fold.querySelector("summary").focus()
  })
}

/* Contents: the line of the division that is being read is current. */
const contents = document.querySelector("[data-toc]")
if (contents) {
  const links = all("a[href^='#']", contents)
  const targets = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))))
  const here = document.querySelector("[data-toc-here]")
  let current
  const follow = () => {
    const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 48
    const passed = targets.findLastIndex(target => target && target.getBoundingClientRect().top <= edge)
    const link = links[passed]
    if (link === current) return
    current?.removeAttribute("aria-current")
    link?.setAttribute("aria-current", "location")
    if (here) here.textContent = link ? link.textContent.trim().replace(/\s+/g, " ") : ""
    const box = contents.parentElement
    if (link && box.scrollHeight > box.clientHeight) {
      const offset = link.offsetTop - box.clientHeight / 2
      if (Math.abs(box.scrollTop - offset) > box.clientHeight / 3) box.scrollTop = offset
    }
    current = link
  }
  let waiting = false
  addEventListener("scroll", () => {
    if (waiting) return
    waiting = true
    requestAnimationFrame(() => { waiting = false; follow() })
  }, { passive: true })
  addEventListener("resize", follow)
  follow()
}

/* A region that does not scroll need not be a stop of the Tab key, nor a landmark. */
const scrollers = new Map([
  ...all("[role=region][tabindex='0']").map(box => [box, { tabindex: "0", role: "region", "aria-label": box.getAttribute("aria-label") }]),
  ...all(".guide pre").map(box => [box, { tabindex: "0" }]),
])
const watcher = new ResizeObserver(entries => {
  for (const { target } of entries)
    for (const [name, value] of Object.entries(scrollers.get(target)))
      if (target.scrollWidth > target.clientWidth + 1) target.setAttribute(name, value)
      else target.removeAttribute(name)
})
for (const box of scrollers.keys()) watcher.observe(box)
for (const box of all("[data-scroll-to-end]")) box.scrollLeft = box.scrollWidth

/* Copying: the address of a programme, or the line to cite a report by. Its buttons are there only where a script is;
   what happened is shown on the button and said to those who listen. A page from a folder on disk may have no clipboard
   of the new kind, so the old command stands in. */
const said = document.querySelector("[data-copy-said]")
const placeOf = id => new URL(id ? `#${id}` : "", location.href.split(/[?#]/)[0]).href

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement("textarea")
    field.value = text
    field.setAttribute("readonly", "")
    field.className = "visually-hidden"
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    return done
  }
}

function report(button, done, what) {
  const name = (button.dataset.name ??= button.textContent)
  button.textContent = done ? "복사했습니다" : "복사하지 못했습니다"
  if (said) said.textContent = done ? `${what} 복사했습니다.` : `${what} 복사하지 못했습니다.`
  if (done) button.dataset.copied = ""
  clearTimeout(button.waiting)
  button.waiting = setTimeout(() => {
    button.textContent = name
    delete button.dataset.copied
    if (said) said.textContent = ""
  }, 2400)
}

for (const button of all("[data-copy-link]")) {
  button.hidden = false
  button.addEventListener("click", async () => {
    const done = await copy(placeOf(encodeURIComponent(button.dataset.copyLink)))
    button.focus()
    report(button, done, "주소를")
  })
}
for (const button of all("[data-copy-text]")) {
  button.hidden = false
  const source = document.getElementById(button.dataset.copyText)
  // A folder on disk is no address for others.
  if ("copyAddress" in button.dataset && location.protocol.startsWith("http")) source.textContent += ` ${placeOf("")}`
  button.addEventListener("click", async () => {
    const done = await copy(source.textContent.trim())
    button.focus()
    report(button, done, "인용을")
  })
}
}
