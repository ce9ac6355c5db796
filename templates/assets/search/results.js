/* The page of results: what was asked stands in its address (?q=…&year=…&department=…&kind=…), so that it can be shared,
   and the back button undoes a choice. */
{
const search = (self.reportSearch ??= {})
const { FACETS, announce, connect, keepFocus, escaped, findings, html, summary, span, resultsAddress, addressOf, root, normalForm, isLoneLetter } = search

const REPORTS = 20
const HITS = 30

const page = document.querySelector("[data-results]")
const part = name => page.querySelector(`[data-results-${name}]`)
const field = part("field")
const filters = part("filters")
const fold = part("fold")
const list = part("list")
const more = part("more")
const shownStatus = part("status")

let shown = REPORTS
let filter = {}

const label = (name, value) => (name === "year" ? `${value}년` : value)
const linked = (path, inner) => `<a href="${escaped(new URL(path, root).href)}">${inner}</a>`

/* Boxes keep their focus when their counts change: only what is new is made. */
function drawFilters(facets) {
  for (const name of FACETS) {
    const group = filters.querySelector(`[data-facet=${name}]`)
    const list = group.querySelector("[data-values]")
    const known = new Map([...list.children].map(box => [box.dataset.value, box]))
    const boxes = (facets[name] ?? []).map(([value, count]) => {
      const box = known.get(value) ?? newBox(name, value)
      box.querySelector("input").checked = filter[name]?.includes(value) ?? false
      box.querySelector("small").textContent = count
      return box
    })
    for (const box of [...list.children]) if (!boxes.includes(box)) box.remove()
    boxes.forEach((box, index) => { if (list.children[index] !== box) place(list, box, index) })
    group.hidden = !boxes.length
  }
  const chosen = FACETS.reduce((sum, name) => sum + (filter[name]?.length ?? 0), 0)
  part("chosen").textContent = chosen ? `${chosen}개 고름` : ""
}

/* Moving an element takes the focus from it. */
function place(list, box, index) {
  const focused = box.contains(document.activeElement) ? document.activeElement : null
  list.insertBefore(box, list.children[index] ?? null)
  focused?.focus()
}

function newBox(name, value) {
  const box = document.createElement("label")
  box.className = "filter"
  box.dataset.value = value
  box.innerHTML = `<input type="checkbox" name="${name}"> <span>${escaped(label(name, value))}</span> <small></small>`
  box.querySelector("input").value = value
  return box
}

function drawHit(path, title, beside, hit) {
  const small = beside.filter(Boolean).map(text => `<small>${escaped(text)}</small>`).join(" ")
  const line = `${hit.heading ? `<b>${escaped(hit.heading)}</b> ` : ""}${html(hit.line)}`
  return `<li><h3>${linked(path, title)} ${small}</h3><p>${line}</p></li>`
}

function drawReport({ report, hits, count }, forms) {
  const rest = count > hits.length ? `<p class="hits__rest">이 보고서에서 ${count - hits.length}곳 더 찾았습니다. 말을 더하면 좁혀집니다.</p>` : ""
  const drawn = hits.map(hit => drawHit(addressOf(report, hit, forms), `${escaped(hit.cited)} ${html(hit.title)}`, [hit.team, hit.page ? `${hit.page}쪽` : ""], hit))
  return `<section class="hits"><header class="hits__head"><h2>${escaped(report.title)}</h2>`
    + `<p>${escaped(report.issuer)} <span class="kind">${escaped(report.kind)}</span></p></header><ol>${drawn.join("")}</ol>${rest}</section>`
}

function drawAside({ title, hits, count }, forms) {
  const rest = count > hits.length ? `<p class="hits__rest">${count - hits.length}곳 더 찾았습니다. 말을 더하면 좁혀집니다.</p>` : ""
  const drawn = hits.map(hit => drawHit(addressOf(hit.report, hit, forms), html(hit.title), [hit.id && hit.report.title], hit))
  return `<section class="hits"><header class="hits__head"><h2>${escaped(title)}</h2></header><ol>${drawn.join("")}</ol>${rest}</section>`
}

/* A programme over the years: its names, what is known of it, a few figures. */
function drawName({ href, title, former, years, summary: about, figures }) {
  const figure = ([name, text]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(text)}</dd></div>`
  return `<section class="best-hit"><p class="best-hit__kind">사업 이력 ${years.length ? span(years) : ""}</p><h2>${linked(href, html(title))}</h2>`
    + `${former.length && !about.some(([, marked]) => marked) ? `<p>다른 이름: ${html(former)}</p>` : ""}${about.length ? `<p>${html(about)}</p>` : ""}`
    + `${figures.length ? `<dl>${figures.map(figure).join("")}</dl>` : ""}</section>`
}

function show(answer, waiting) {
  if (answer.empty && answer.query.trim()) return
  const { names, groups, aside, forms } = answer
  keepFocus(list, () => {
    list.innerHTML = [...names.map(drawName), ...groups.map(group => drawReport(group, forms)), ...aside.map(group => drawAside(group, forms))].join("")
  })
  drawFilters(answer.facets)
  more.hidden = answer.reports <= groups.length
  const asked = findings(answer).length ? `‘${answer.query.trim()}’ ` : ""
  shownStatus.textContent = answer.empty ? "찾을 말을 쓰면 여기에 나옵니다." : asked + summary(answer, waiting)
}

function fail() {
  shownStatus.textContent = "찾기 자료를 읽지 못했습니다. 쪽을 새로 고쳐 주세요."
}

const ask = connect(show, fail)

/* Ask with what stands in the field and the chosen boxes, and write it into the address: as a step of its own that the
   back button undoes, or in place of the last one. */
function find({ step = false } = {}) {
  if (isLoneLetter(normalForm(field.value))) return
  const address = new URL(resultsAddress(field.value, filter), root)
  const isNew = address.search !== new URL(location.href).search
  try {
    if (isNew) history[step ? "pushState" : "replaceState"](history.state, "", address)
  } catch {
    // A browser may refuse this for files on disk; the search works all the same.
  }
  ask(field.value, { filter, reports: shown, hits: HITS })
}

function readAddress() {
  const { searchParams } = new URL(location.href)
  field.value = searchParams.get("q") ?? ""
  filter = Object.fromEntries(FACETS.map(name => [name, searchParams.getAll(name)]))
}

/* Beside the results where there is room; folded above them on a phone, unless something is chosen. */
const wide = matchMedia("(min-width: 1081px)")
const unfold = () => { fold.open = wide.matches || FACETS.some(name => filter[name]?.length) }

// The page has a field of its own. Material would open its dialog for ?q=.
document.querySelector(".md-search")?.remove()
for (const button of document.querySelectorAll("[data-open-search]")) button.addEventListener("click", () => field.focus())
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.target.closest("input:not([type=checkbox]), textarea")) return
  event.preventDefault()
  field.focus()
})

field.addEventListener("input", () => { shown = REPORTS; find() })
field.form.addEventListener("submit", event => { event.preventDefault(); find({ step: true }) })
filters.addEventListener("submit", event => event.preventDefault())
filters.addEventListener("change", ({ target }) => {
  const chosen = filter[target.name] ?? []
  filter[target.name] = target.checked ? [...chosen, target.value] : chosen.filter(value => value !== target.value)
  shown = REPORTS
  find({ step: true })
})
more.addEventListener("click", () => { shown += REPORTS; find() })
wide.addEventListener("change", unfold)
addEventListener("popstate", () => { readAddress(); find() })
announce(shownStatus, part("announced"))

readAddress()
unfold()
find()
}
