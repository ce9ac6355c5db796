/* The engine at work: loads the years one by one, newest first, and answers while they arrive. It runs in a worker, or
   in the page where there are no workers (a folder on disk).

   Messages in:  { type: "query", id, query, options }
   Messages out: { type: "answer", id, answer, waiting }   `waiting` is how many years are still to come; the answer
                                                           is told again when later years change it
                 { type: "failed" }                        the list of years cannot be read
   A year's file calls reportSearch.receive, the list of years calls reportSearch.years. */
{
const search = (self.reportSearch ??= {})

/* Begin. `load` loads a script by its path in the site and may give a promise; `post` hands a message over. Gives the
   function that takes messages. */
search.serve = (load, post) => {
  const engine = new search.Engine()
  let waiting = []
  let listed = false
  let current = null
  let told = ""

  search.years = years => { waiting = [...years] }
  search.receive = year => engine.add(year)

  const tell = () => {
    if (!current || !listed) return
    const answer = engine.search(current.query, current.options)
    const state = `${current.id} ${answer.hits} ${answer.searched.length} ${waiting.length === 0}`
    if (state === told) return
    told = state
    post({ type: "answer", id: current.id, answer, waiting: waiting.length })
  }

  /* The years that were asked for come before the others. */
  const nextYear = () => {
    const asked = (current?.options?.filter?.year ?? []).map(Number)
    const index = Math.max(0, waiting.findIndex(year => asked.includes(year)))
    return waiting[index]
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
      const year = nextYear()
      try {
        await load(`search/${year}.js`)
      } catch {
        console.warn(`search/${year}.js could not be read`)
      }
      waiting = waiting.filter(other => other !== year)
      tell()
      // A pause lets a new query in before the next year.
      await new Promise(resolve => setTimeout(resolve))
    }
    tell()
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
