/* Going from change to change by key or button, and choosing the kinds to see. Reading needs none of it. */
{
const page = document.querySelector("[data-review]")
const bar = page.querySelector("[data-review-bar]")
const where = bar.querySelector("[data-review-where]")
const announced = bar.querySelector("[data-review-announced]")
const changes = [...page.querySelectorAll("[data-change]")]
const kinds = [...bar.querySelectorAll("[data-review-kind]")]
let current

const shown = () => changes.filter(change => !change.hidden)

function tell(speak) {
  const rows = shown()
  const place = rows.indexOf(current)
  where.textContent = place < 0 ? `${rows.length}건` : `${place + 1} / ${rows.length}`
  if (speak) announced.textContent = place < 0 ? `변경 ${rows.length}건` : `${rows.length}건 가운데 ${place + 1}번째. ${current.dataset.said}`
}

/* Where a change stands: at the line that it is folded under, or by itself. */
const topOf = change => (change.closest("details:not([open])") ?? change).getBoundingClientRect().top

function unfold(change) {
  const fold = change.closest("details")
  if (fold) fold.open = true
}

/* From the current change, or from what is being read where none is. */
function step(by) {
  const rows = shown()
  if (!rows.length) return
  const line = bar.getBoundingClientRect().bottom
  let place = rows.indexOf(current)
  if (place < 0) {
    const below = rows.findIndex(row => topOf(row) >= line)
    place = by > 0 ? (below < 0 ? rows.length : below) - 1 : below < 0 ? rows.length : below
  }
  const next = rows[place + by]
  if (!next) {
    announced.textContent = by > 0 ? "마지막 변경입니다." : "첫 변경입니다."
    return
  }
  current = next
  unfold(current)
  current.focus({ preventScroll: true })
  current.scrollIntoView({ block: "start" })
  tell(true)
}

function choose() {
  const chosen = new Set(kinds.filter(kind => kind.checked).map(kind => kind.value))
  for (const change of changes)
    change.hidden = !chosen.has(change.dataset.change) || (change.dataset.derived !== undefined && !chosen.has("derived"))
  for (const group of page.querySelectorAll(".review__group"))
    group.hidden = !group.querySelector("[data-change]:not([hidden])")
  for (const fold of page.querySelectorAll(".review__wholes"))
    fold.hidden = !fold.querySelector("[data-change]:not([hidden])")
  if (current?.hidden) current = undefined
  tell(true)
}

/* A link to a change that is hidden would lead nowhere. */
function arrive() {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
  if (!changes.includes(target)) return
  if (target.hidden) {
    for (const kind of kinds) kind.checked = true
    choose()
  }
  unfold(target)
  target.scrollIntoView({ block: "start" })
  current = target
  tell(false)
}

bar.querySelector("[data-review-next]").addEventListener("click", () => step(1))
bar.querySelector("[data-review-previous]").addEventListener("click", () => step(-1))
for (const kind of kinds) kind.addEventListener("change", choose)
addEventListener("hashchange", arrive)
/* While it is caught: the theme turns whole pages by the same keys. */
document.addEventListener("keydown", event => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
  if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return
  /* With a Korean keyboard the same keys give ㅜ and ㅔ. */
  const by = { KeyN: 1, KeyP: -1 }[event.code] ?? { n: 1, p: -1 }[event.key]
  if (!by) return
  event.preventDefault()
  event.stopPropagation()
  step(by)
}, true)
const filter = bar.querySelector("details")
filter.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !filter.open) return
  filter.open = false
  filter.querySelector("summary").focus()
})
document.addEventListener("click", event => { if (!filter.contains(event.target)) filter.open = false })
tell(false)
arrive()
}
