/* The page of results: what was asked stands in its address (?q=…&year=…&department=…&kind=…), so that it can be shared.
   Chips narrow the results by year, department and kind. */
{
const search = (self.reportSearch ??= {})
const { connect, keepFocus, escaped, html, summary, addressOf, root, normalForm, isLoneLetter } = search

const FACETS = ["year", "department", "kind"]
const REPORTS = 20
const HITS = 30

const page = document.querySelector("[data-results]")
const part = name => page.querySelector(`[data-results-${name}]`)
const field = part("field")
const filters = part("filters")
const list = part("list")
const more = part("more")

let shown = REPORTS
let filter = {}

const label = (name, value) => (name === "year" ? `${value}년` : value)

/* Chips keep their focus when their counts change: only what is new is made. */
function drawChips(facets) {
  for (const name of FACETS) {
    const group = filters.querySelector(`[data-facet=${name}]`)
    const box = group.querySelector("[data-chips]")
    const known = new Map([...box.children].map(chip => [chip.dataset.value, chip]))
    const values = facets[name] ?? []
    for (const [value, count] of values) {
      const chip = known.get(value) ?? newChip(name, value)
      known.delete(value)
      chip.querySelector("input").checked = filter[name]?.includes(value) ?? false
      chip.querySelector("[data-count]").textContent = count
      if (chip !== document.activeElement?.closest(".chip") || !chip.isConnected) box.append(chip)
    }
    for (const chip of known.values()) chip.remove()
    group.hidden = values.length === 0
  }
}

function newChip(name, value) {
  const chip = document.createElement("label")
  chip.className = "chip"
  chip.dataset.value = value
  chip.innerHTML = `<input type="checkbox" name="${name}"> <span>${escaped(label(name, value))}</span> <small data-count></small>`
  chip.querySelector("input").value = value
  return chip
}

function drawHit(report, hit, forms) {
  const place = [hit.team, hit.page ? `${hit.page}쪽` : ""].filter(Boolean).map(text => `<small>${escaped(text)}</small>`).join(" ")
  const line = `${hit.heading ? `<b>${escaped(hit.heading)}</b> ` : ""}${html(hit.line)}`
  return `<li><h3><a href="${escaped(new URL(addressOf(report, hit, forms), root).href)}">${escaped(hit.cited)} ${html(hit.title)}</a> ${place}</h3><p>${line}</p></li>`
}

function drawReport({ report, hits, count }, forms) {
  const rest = count > hits.length ? `<p class="hits__rest">이 보고서에서 ${count - hits.length}곳 더 찾았습니다. 말을 더하면 좁혀집니다.</p>` : ""
  return `<section class="hits"><header class="hits__head"><h2>${escaped(report.title)}</h2>`
    + `<p>${escaped(report.issuer)} <span class="kind">${escaped(report.kind)}</span></p></header>`
    + `<ol>${hits.map(hit => drawHit(report, hit, forms)).join("")}</ol>${rest}</section>`
}

function show(answer, waiting) {
  if (answer.empty && answer.query.trim()) return
  keepFocus(list, () => { list.innerHTML = answer.groups.map(group => drawReport(group, answer.forms)).join("") })
  drawChips(answer.empty ? {} : answer.facets)
  more.hidden = answer.reports <= answer.groups.length
  part("status").textContent = answer.empty ? "찾을 말을 쓰면 여기에 나옵니다." : summary(answer, waiting)
}

function fail() {
  part("status").textContent = "찾기 자료를 읽지 못했습니다. 쪽을 새로 고쳐 주세요."
}

const ask = connect(show, fail)

/* Ask with what stands in the field and the chosen chips, and write it into the address. */
function find() {
  if (isLoneLetter(normalForm(field.value))) return
  const address = new URL(location.href)
  address.search = ""
  if (field.value.trim()) address.searchParams.set("q", field.value.trim())
  for (const name of FACETS) for (const value of filter[name] ?? []) address.searchParams.append(name, value)
  try {
    history.replaceState(history.state, "", address)
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

// The page has a field of its own. Material would open its dialog for ?q=.
document.querySelector(".md-search")?.remove()
for (const button of document.querySelectorAll("[data-open-search]")) button.addEventListener("click", () => field.focus())
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.target.closest("input, textarea")) return
  event.preventDefault()
  field.focus()
})

field.addEventListener("input", () => { shown = REPORTS; find() })
field.form.addEventListener("submit", event => { event.preventDefault(); find() })
filters.addEventListener("change", ({ target }) => {
  const chosen = filter[target.name] ?? []
  filter[target.name] = target.checked ? [...chosen, target.value] : chosen.filter(value => value !== target.value)
  shown = REPORTS
  find()
})
more.addEventListener("click", () => { shown += REPORTS; find() })

readAddress()
find()
}
