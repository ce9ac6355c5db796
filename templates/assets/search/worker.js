/* The engine at work: loads the texts one by one, names first, then years from the newest, and answers while they arrive.
   It runs in a worker, or in the page where there are no workers (a folder on disk).

   Messages in:  { type: "query", id, query, options }
   Messages out: { type: "answer", id, answer, waiting }   `waiting` is how many files are still to come; the answer is
                                                           told again when later files change it; `answer.lost` are
                                                           the years that could not be read
                 { type: "failed" }                        the list of years, or every year, cannot be read
   The list of years calls reportSearch.years, a year's file reportSearch.receive, the others what they are called. */
{
const search = (self.reportSearch ??= {})

/* Begin. `load` loads a script by its path in the site and may give a promise; `post` hands a message over. Gives the
   function that takes messages. */
search.serve = (load, post) => {
  const engine = new search.Engine()
  let waiting = []
  let lost = []
  let listed = false
  let current = null
  let told = ""

  search.years = years => { waiting = ["names", ...years, "aside"] }
  search.receive = year => engine.add(year)
  search.names = entries => engine.addNames(entries)
  search.aside = pages => engine.addAside(pages)

  const tell = () => {
    if (!current || !listed) return
    const answer = { ...engine.search(current.query, current.options), lost }
    const { hits, searched, names, aside } = answer
    const state = [current.id, hits, searched.length, names.length, aside.length, lost.length, waiting.length === 0].join(" ")
    if (state === told) return
    told = state
    post({ type: "answer", id: current.id, answer, waiting: waiting.length })
  }

  /* The years that were asked for come before the others. */
  const next = () => {
    const asked = (current?.options?.filter?.year ?? []).map(Number)
    return waiting.find(file => asked.includes(file)) ?? waiting[0]
  }

  const loadNext = async () => {
    const file = next()
    try {
      await load(`search/${file}.js`)
    } catch {
      console.warn(`search/${file}.js could not be read`)
    }
    waiting = waiting.filter(other => other !== file)
    if (typeof file === "number" && !engine.shards.some(({ year }) => year === file)) lost = [...lost, file]
  }

  const loadAll = async () => {
    try {
      await load("search/years.js")
    } catch {
      post({ type: "failed" })
      return
    }
    listed = true
    while (waiting.length) {
      await loadNext()
      tell()
      // A pause lets a new query in before the next file.
      await new Promise(resolve => setTimeout(resolve))
    }
    if (lost.length && !engine.shards.length) post({ type: "failed" })
    else tell()
  }
  loadAll()

  return message => {
    if (message.type !== "query") return
    current = message
    tell()
  }
}

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  const root = new URL("../../", self.location.href)
  // Reading a script's data instead of running it (importScripts) leaves the worker free for queries meanwhile.
  const load = async path => {
    const response = await fetch(new URL(path, root))
    const [, name, data] = /^reportSearch\.(\w+)\((.*)\)\s*$/s.exec(response.ok ? await response.text() : "")
    search[name](JSON.parse(data))
  }
  const take = search.serve(load, message => self.postMessage(message))
  self.addEventListener("message", ({ data }) => take(data))
}
}
