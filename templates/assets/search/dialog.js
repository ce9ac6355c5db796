/* Material's search dialog, answered by our engine. Material's script starts one worker for it and talks to it in four
   messages (setup 0, ready 1, query 2, result 3); here that worker is replaced by one of ours that speaks the same.
   Should the engine fail, Material's own worker is started after all, with Material's own index. */
{
const search = (self.reportSearch ??= {})
const { Chips, announce, connect, items, keepFocus, summary, resultsAddress, normalForm, isLoneLetter, root } = search

const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3
/* Words end at white space and at marks: Material's search finds whole words and their beginnings only. */
const MATERIAL = { lang: ["en"], separator: "[\\s\\-,.·ㆍ:;()\\[\\]「」『』“”‘’\"'~/※○□]+" }

const Original = self.Worker
const field = document.querySelector("[data-md-component=search-query]")
const dialog = document.querySelector(".md-search__inner")
const meta = document.querySelector(".md-search-result__meta")
const list = document.querySelector(".md-search-result__list")
const foot = document.querySelector("[data-search-all]")
const bar = document.querySelector("[data-search-chips]")
const region = document.querySelector("[data-search-status]")

class SearchWorker extends EventTarget {
  constructor(address) {
    super()
    this._address = address
    this._text = ""
    this._own = null
    this._ask = null
    this._chips = bar && new Chips(bar, () => this._find(this._text))
    setTimeout(() => this._emit({ type: READY }))
    field.addEventListener("focus", () => this._start(), { once: true })
    field.form.addEventListener("reset", () => this._clear())
  }

  postMessage({ type, data }) {
    if (type !== QUERY) return
    this._text = data
    if (this._own) this._own.postMessage({ type, data })
    else this._find(data)
  }

  terminate() {
    this._own?.terminate()
  }

  _start() {
    this._ask ??= connect((answer, waiting) => this._show(answer, waiting), () => this._fallBack())
  }

  _clear() {
    this._chips?.clear()
    this._chips?.draw({})
    this._link("")
  }

  /* A lone letter is the beginning of a syllable: the list stays as it is until there is more. */
  _find(text) {
    // Material asks for the empty text on every page; nothing need be loaded for that.
    if (isLoneLetter(normalForm(text)) || (!text && !this._ask)) return
    this._start()
    this._ask(text, { filter: this._chips?.filter })
  }

  _show(answer, waiting) {
    if (this._own || (answer.empty && answer.query.trim())) return
    const emit = () => this._emit({ type: RESULT, data: { items: items(answer) } })
    if (list) keepFocus(list, emit)
    else emit()
    if (meta && !answer.empty) meta.textContent = summary(answer, waiting)
    this._chips?.draw(answer.facets)
    this._link(answer.empty ? "" : answer.query)
  }

  _link(query) {
    if (!foot) return
    foot.hidden = !query.trim()
    foot.href = new URL(resultsAddress(query, this._chips?.filter ?? {}), root)
  }

  async _fallBack() {
    this._chips?.hide()
    try {
      const response = await fetch(new URL("search/search_index.json", root))
      const { config, docs } = await response.json()
      this._own = new Original(this._address)
      this._own.addEventListener("message", ({ data }) => {
        this._emit(data)
        if (data.type === READY) this._own.postMessage({ type: QUERY, data: this._text })
      })
      this._own.postMessage({ type: SETUP, data: { config: { ...config, ...MATERIAL }, docs, options: { suggest: false } } })
    } catch {
      // From a folder on disk browsers let neither workers nor data be loaded.
      if (meta) meta.textContent = "찾기 자료를 읽지 못했습니다. 쪽을 새로 고쳐 주세요."
    }
  }

  _emit(data) {
    this.dispatchEvent(new MessageEvent("message", { data }))
  }
}

/* Material closes the dialog on Tab; here Tab first goes through what there is beside the field. */
function keepTab(event) {
  if (event.key !== "Tab") {
    // Material would take a shift key on the link for a letter, and go back to the field.
    if (event.target === foot && event.key === "Shift") event.stopPropagation()
    return
  }
  const beyond = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  const stops = [...dialog.querySelectorAll("input, [tabindex='0'], [data-search-all]")]
  if (stops.some(stop => stop.offsetParent && event.target.compareDocumentPosition(stop) & beyond)) event.stopPropagation()
}

if (field) {
  // Material loads its own index for a form of this name on every page; here it is loaded only where it is needed.
  field.form.removeAttribute("name")
  self.Worker = function (address, options) {
    if (!/\/workers\/search\.[^/]*$/.test(String(address))) return new Original(address, options)
    self.Worker = Original
    return new SearchWorker(address)
  }
  if (meta && region) announce(meta, region)
  dialog?.addEventListener("keydown", keepTab)
  // Material's own shortcut puts the focus into a field that cannot take it while the dialog is closed.
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return
    event.preventDefault()
    document.querySelector("[data-open-search]")?.click()
  })
  // Material reads the field on keyup, which comes late or not at all while an input method composes a syllable.
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })))
}
}
