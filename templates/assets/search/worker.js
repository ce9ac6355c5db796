/* The engine at work: loads the texts one by one and answers while they arrive: the newest year's first piece, so that
   there is an answer soon, then the names, the other pieces and years from the newest, and the pages aside.
   It runs in a worker, or in the page where there are no workers (a folder on disk).

   Messages in:  { type: "query", id, query, options }
   Messages out: { type: "answer", id, answer, waiting }   `waiting` is how many files are still to come; the answer is
                                                           told again when later files change it; `answer.lost` are
                                                           the years that could not be read: { year, whole },
                                                           whether no piece of it could
                 { type: "failed" }                        the list of years, or every year, cannot be read
   The list of years calls reportSearch.years with [year, number of pieces] pairs, newest first; a year's pieces, the files
   2022.js, 2022-2.js, …, call reportSearch.receive, the other files what they are called. */
{
const search = (self.reportSearch ??= {})

const filesOf = ([year, pieces]) =>
  Array.from({ length: pieces }, (_, index) => ({ name: index ? `${year}-${index + 1}` : `${year}`, year, piece: index + 1 }))

/* Of the pieces that were lost the years, and whether all of a year is lost. */
function yearsOf(lost, listed) {
  return listed.map(([year, pieces]) => [year, pieces, lost.filter(file => file.year === year).length])
    .filter(([, , count]) => count)
    .map(([year, pieces, count]) => ({ year, whole: count === pieces }))
}

/* Begin. `load` loads a script by its path in the site and may give a promise; `post` hands a message over. Gives the
   function that takes messages. */
search.serve = (load, post) => {
  const engine = new search.Engine()
  let waiting = []
  let lost = []
  let listed = null
  let current = null
  let told = ""
  let found = 0

  search.years = years => {
    const files = years.flatMap(filesOf)
    listed = years
    waiting = [...files.slice(0, 1), { name: "names" }, ...files.slice(1), { name: "aside" }]
  }
  search.receive = texts => engine.add(texts)
  search.names = entries => engine.addNames(entries)
  search.aside = pages => engine.addAside(pages)

  const tell = () => {
    if (!current || !listed) return
    const answer = { ...engine.search(current.query, current.options), lost: yearsOf(lost, listed) }
    const { hits, searched, names, aside } = answer
    found = hits
    const state = [current.id, hits, searched.length, names.length, aside.length, lost.length, waiting.length === 0].join(" ")
    if (state === told) return
    told = state
    post({ type: "answer", id: current.id, answer, waiting: waiting.length })
  }

  /* The years that were asked for come before the others. */
  const next = () => {
    const asked = (current?.options?.filter?.year ?? []).map(Number)
    return waiting.find(({ year }) => asked.includes(year)) ?? waiting[0]
  }

  const loadNext = async () => {
    const file = next()
    try {
      await load(`search/${file.name}.js`)
    } catch {
      console.warn(`search/${file.name}.js could not be read`)
    }
    waiting = waiting.filter(other => other !== file)
    if (file.year && !engine.shards.some(({ year, piece }) => year === file.year && piece === file.piece)) lost = [...lost, file]
    return file
  }

  const loadAll = async () => {
    try {
      await load("search/years.js")
    } catch {
      listed = null
    }
    if (!listed) {
      post({ type: "failed" })
      return
    }
    while (waiting.length) {
      const { year: loaded } = await loadNext()
      // Where there is an answer, the pieces of a year change it together.
      if (!found || !loaded || !waiting.some(({ year }) => year === loaded)) tell()
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
