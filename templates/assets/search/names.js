/* Programmes over the years (life-lines), found by name: by any name that they ever had, whole or nearly whole, however it
   is typed. They come as [{ name, href, names, years, summary, figures }]; `names` holds `name` too. */
{
const search = (self.reportSearch ??= {})
const { hangulOf, initials, isInitials, latinOf, letters, mistakes, mistakesIn, normalForm, normalise, stem } = search

const MOST = 3
const NEARLY = 0.6
const WITHIN_QUERY = 0.4
const SHORTEST_PART = 3
/* A word of three syllables begins many names (일자리카페); among other words it names none of them. */
const SHORTEST_WITHIN = 4

/* How much of a name was asked for, from 0 (too little) to 1 (the name itself). A part counts from the beginning of a
   word on. */
function share(asked, { text, starts }) {
  if (asked === text) return 1
  const part = asked.length / text.length
  if (asked.length < SHORTEST_PART || part <= NEARLY || part > 1) return 0
  const at = text.indexOf(asked)
  return starts.has(at) ? part * (at ? 0.9 : 0.95) : 0
}

/* Every run of a query's words as one text, the whole query first. */
function runsOf(terms) {
  const runs = []
  for (let length = terms.length; length > 0; length--)
    for (let from = 0; from + length <= terms.length; from++) runs.push(normalForm(terms.slice(from, from + length).join(" ")))
  return runs
}

/* A whole query that is nearly the name, or nearly a name that is most of a query: 맥주축제 예산, 공공근로 예산. */
function plainly(terms) {
  const [whole, ...runs] = runsOf(terms)
  const bare = stem(whole)
  const parts = [...new Set(runs.flatMap(run => [run, stem(run)]))].filter(part => part.length >= SHORTEST_PART)
  return ({ form }) => {
    const best = Math.max(share(whole, form), bare ? share(bare, form) : 0)
    const within = parts
      .filter(part => part.length / whole.length >= WITHIN_QUERY && (part === form.text || part.length >= SHORTEST_WITHIN))
      .map(part => share(part, form) * (part.length / whole.length))
    return Math.max(best, 0.9 * Math.max(0, ...within))
  }
}

function byKeystrokes(asked) {
  const typed = letters(asked)
  const limit = mistakes(asked)
  return ({ form }) => {
    const away = limit ? mistakesIn(asked, typed, form.text, limit) : 1
    return away > limit ? 0 : 1 - away / typed.length
  }
}

/* The ways to read a query, in order until one of them meets a name: [score of a name, whether it is a guess]. */
function* readings(query) {
  const terms = query.trim().split(/\s+/).filter(Boolean)
  const asked = normalForm(query)
  if (isInitials(asked)) yield [({ form }) => share(letters(asked), { ...form, text: form.initials }), false]
  else yield [plainly(terms), false]
  const other = /^[a-z]+$/.test(asked) ? hangulOf(query.trim()) : /^[ㄱ-ㅣ]+$/.test(asked) ? latinOf(asked) : ""
  if (other) yield [({ form }) => share(normalForm(other), form), true]
  yield [byKeystrokes(asked), true]
}

class Names {
  constructor(entries) {
    this._forms = entries.flatMap(entry => entry.names.map(name => {
      const { text, starts } = normalise(name)
      return { entry, name, form: { text, starts: new Set(starts), initials: initials(text) } }
    }))
  }

  /* Give the entries that a query names, best first, each once: [{ entry, name, guessed }], where `name` is the one that
     was met. Guesses (the other keyboard layout, typing mistakes) only where `guess` allows them. */
  find(query, guess) {
    if (!normalForm(query)) return []
    for (const [score, guessed] of readings(query)) {
      if (guessed && !guess) continue
      const met = []
      for (const known of this._forms) {
        const own = score(known)
        if (own > 0) met.push({ ...known, score: own, guessed })
      }
      if (met.length) return firstOfEach(met.sort((one, other) => other.score - one.score))
    }
    return []
  }
}

function firstOfEach(met) {
  const entries = new Map()
  for (const { entry, name, guessed } of met) if (!entries.has(entry)) entries.set(entry, { entry, name, guessed })
  return [...entries.values()].slice(0, MOST)
}

Object.assign(search, { Names })
}
