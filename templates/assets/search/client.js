/* A page's connection to the engine: a worker on a server, the same scripts in the page from a folder on disk. */
{
const search = (self.reportSearch ??= {})
const root = new URL("../../", document.currentScript.src)

const FACETS = ["year", "department", "kind"]

const loadScript = path => new Promise((resolve, reject) => {
  const script = document.createElement("script")
  script.src = new URL(path, root)
  script.addEventListener("load", resolve)
  script.addEventListener("error", reject)
  document.head.append(script)
})

function inWorker(onMessage, onFailure) {
  const worker = new Worker(new URL("assets/search/engine.js", root))
  worker.addEventListener("message", ({ data }) => onMessage(data))
  worker.addEventListener("error", onFailure)
  return message => worker.postMessage(message)
}

function inPage(onMessage, onFailure) {
  let take = null
  let kept = null
  loadScript("assets/search/engine.js").then(() => {
    take = search.serve(loadScript, onMessage)
    if (kept) take(kept)
  }).catch(onFailure)
  return message => { take ? take(message) : (kept = message) }
}

/* Connect to the engine. Gives `ask(query, options)`; `onAnswer(answer, waiting)` is called with the answers to the last
   query, `onFailure()` once if the engine cannot work. */
function connect(onAnswer, onFailure) {
  let last = 0
  let failed = false
  const fail = () => {
    if (!failed) onFailure()
    failed = true
  }
  const onMessage = message => {
    if (message.type === "failed") fail()
    else if (message.id === last) onAnswer(message.answer, message.waiting)
  }
  const send = (location.protocol === "file:" ? inPage : inWorker)(onMessage, fail)
  return (query, options = {}) => send({ type: "query", id: ++last, query, options })
}

const escaped = text => text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
const html = pieces => pieces.map(([text, marked]) => (marked ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("")

/* What was found, in words: "보고서 3건, 6곳", and what stands beside the reports. */
function findings({ reports, hits, names, aside }) {
  return [
    ...(hits ? [`보고서 ${reports}건, ${hits}곳`] : []),
    ...(names.length ? [`사업 이력 ${names.length}건`] : []),
    ...aside.map(({ title, count }) => `${title} ${count}곳`),
  ]
}

/* What a reader is told about an answer: how much was found, whether other words were looked up than were typed, and which
   years could not be read. */
function summary(answer, waiting) {
  const { query, empty, searched, missing, lost } = answer
  if (empty) return ""
  const found = findings(answer)
  const none = waiting ? "찾고 있습니다" : `‘${query.trim()}’: 찾은 것이 없습니다`
  const instead = found.length ? searched.map(({ typed, words }) => `‘${typed}’ 대신 찾은 말: ${words.join(", ")}`) : []
  const without = missing.length && found.length ? [`빠진 말: ${missing.join(", ")}`] : []
  const unread = lost.length ? [`읽지 못한 연도: ${lost.map(({ year, whole }) => (whole ? year : `${year}(일부)`)).join(", ")}`] : []
  return [...(found.length ? found : [none]), ...instead, ...without, ...unread].join(". ")
}

/* Say to screen readers what an element shows, once it has stood still: every key changes it while one types. */
function announce(shown, region) {
  let timer
  const say = () => { if (region.textContent !== shown.textContent) region.textContent = shown.textContent }
  new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(say, 600)
  }).observe(shown, { childList: true, characterData: true, subtree: true })
}

/* The years of a programme in words: 2017–2022. */
const span = years => [...new Set([Math.min(...years), Math.max(...years)])].join("–")

/* The address of the page of results with the chosen values, from the root of the site. */
function resultsAddress(query, filter) {
  const asked = new URLSearchParams()
  if (query.trim()) asked.set("q", query.trim())
  for (const name of FACETS) for (const value of filter[name] ?? []) asked.append(name, value)
  return `search/index.html${asked.size ? `?${asked}` : ""}`
}

/* The address of a hit from the root of the site: the words to mark, then the anchor. */
function addressOf(report, hit, forms) {
  const words = forms.slice(0, 8).map(form => `h=${encodeURIComponent(form)}`).join("&")
  return `${report.path}${words ? `?${words}` : ""}${hit.id ? `#${encodeURIComponent(hit.id)}` : ""}`
}

/* Draw a list anew and give the focus back to the link that had it, if that is still there. */
function keepFocus(list, draw) {
  const place = link => link.pathname + link.hash
  const focused = list.contains(document.activeElement) && document.activeElement.closest("a")
  draw()
  if (focused) [...list.querySelectorAll("a")].find(link => place(link) === place(focused))?.focus()
}

Object.assign(search, { FACETS, keepFocus, connect, escaped, html, findings, summary, announce, span, resultsAddress, addressOf, root })
}
