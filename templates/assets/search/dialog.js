/* Material's search dialog, answered by our engine. Material's script starts one worker for it and talks to it in four
   messages (setup 0, ready 1, query 2, result 3); here that worker is replaced by one of ours that speaks the same.
   Should the engine fail, Material's own worker is started after all. */
{
const search = (self.reportSearch ??= {})
const { connect, keepFocus, escaped, html, summary, addressOf, normalForm, isLoneLetter } = search

const READY = 1
const QUERY = 2
const RESULT = 3
const FIRST_HITS = 3

const Original = self.Worker
const field = document.querySelector("[data-md-component=search-query]")
const meta = document.querySelector(".md-search-result__meta")
const list = document.querySelector(".md-search-result__list")

/* A report as Material draws it: its title, then what was found in it. Enter opens what has the highest score, and hits
   that score less than the report are folded. */
function item({ report, hits }, { forms, missing }) {
  const best = hits[0].score
  const terms = Object.fromEntries(missing.map(term => [term, false]))
  const head = { location: report.path, title: escaped(`${report.year} ${report.department} · ${report.kind}`), text: "", score: best - 0.01, terms: {} }
  return [head, ...hits.map((hit, index) => ({
    location: addressOf(report, hit, forms) + (hit.id ? "" : "#_main"),
    title: `${escaped(hit.cited)} ${html(hit.title)}`.trim(),
    text: `<p>${hit.heading ? `<b>${escaped(hit.heading)}</b> ` : ""}${html(hit.line)}</p>`,
    score: index < FIRST_HITS ? best : best / 2,
    terms,
  }))]
}

function items(answer) {
  const found = answer.groups.map(group => item(group, answer))
  const all = { location: `search/index.html?q=${encodeURIComponent(answer.query.trim())}`, title: "결과 모두 보기", text: "", score: 0, terms: {} }
  return found.length ? [...found, [all]] : []
}

class SearchWorker extends EventTarget {
  constructor(address) {
    super()
    this._address = address
    this._setup = null
    this._query = null
    this._own = null
    this._ask = null
    setTimeout(() => this._emit({ type: READY }))
    field?.addEventListener("focus", () => this._start(), { once: true })
  }

  postMessage(message) {
    if (message.type === QUERY) this._query = message
    else this._setup = message
    if (this._own) this._own.postMessage(message)
    else if (message.type === QUERY) this._find(message.data)
  }

  terminate() {
    this._own?.terminate()
  }

  _start() {
    this._ask ??= connect((answer, waiting) => this._show(answer, waiting), () => this._fallBack())
  }

  /* A lone letter is the beginning of a syllable: the list stays as it is until there is more. */
  _find(text) {
    // Material asks for the empty text on every page; nothing need be loaded for that.
    if (isLoneLetter(normalForm(text)) || (!text && !this._ask)) return
    this._start()
    this._ask(text)
  }

  _show(answer, waiting) {
    if (answer.empty && answer.query.trim()) return
    const emit = () => this._emit({ type: RESULT, data: { items: items(answer) } })
    if (list) keepFocus(list, emit)
    else emit()
    if (meta && !answer.empty) meta.textContent = summary(answer, waiting)
  }

  _fallBack() {
    this._own = new Original(this._address)
    this._own.addEventListener("message", ({ data }) => {
      this._emit(data)
      if (data.type === READY && this._query) this._own.postMessage(this._query)
    })
    if (this._setup) this._own.postMessage(this._setup)
  }

  _emit(data) {
    this.dispatchEvent(new MessageEvent("message", { data }))
  }
}

if (field) {
  self.Worker = function (address, options) {
    if (!/\/workers\/search\.[^/]*$/.test(String(address))) return new Original(address, options)
    self.Worker = Original
    return new SearchWorker(address)
  }
  meta?.setAttribute("role", "status")
  // Material reads the field on keyup, which comes late or not at all while an input method composes a syllable.
  // Material's own shortcut puts the focus into a field that cannot take it while the dialog is closed.
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return
    event.preventDefault()
    document.querySelector("[data-open-search]")?.click()
  })
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })))
}
}
