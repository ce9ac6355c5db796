/* The archive's search: texts come in, answers go out. Knows neither pages nor workers.

   Texts are years of reports, names of programmes over the years (names.js), and pages aside from the reports, such as
   the staff guide: { pages: [page] }, a page as a report without year and department, with the `group` it stands in. */
{
const search = (self.reportSearch ??= {})
const { Names, Shard, answer, byReport, excerpt, marksIn, normalForm, pieces, readQuery } = search

const HITS = 8
const FACETS = {
  year: report => String(report.year),
  department: (report, shared) => (shared.has(report.department) ? report.issuer : report.department),
  kind: report => report.kind,
}
const NOTHING = { hits: [], forms: [], searched: [], missing: [], hints: [] }

/* Whether a report is among the chosen values; `aside` names a facet that is not looked at. `shared` are names that
   departments of several institutions have: each is then a value with its institution, and the bare name means all. */
const passes = (report, filter, shared, aside) =>
  Object.entries(FACETS).every(([name, of]) =>
    name === aside || !filter[name]?.length || filter[name].includes(of(report, shared)) || filter[name].includes(report[name]))

function sharedNames(shards) {
  const institutions = new Map()
  for (const { reports } of shards) for (const { report } of reports)
    institutions.set(report.department, (institutions.get(report.department) ?? new Set()).add(report.institution))
  return new Set([...institutions].filter(([, of]) => of.size > 1).map(([name]) => name))
}

/* How many hits each value of each facet has (the choice in the facet itself left aside), a chosen value always. */
function facets(groups, filter, shared) {
  const made = {}
  for (const [name, of] of Object.entries(FACETS)) {
    const counts = new Map((filter[name] ?? []).map(value => [value, 0]))
    for (const { report, hits } of groups)
      if (passes(report, filter, shared, name)) counts.set(of(report, shared), (counts.get(of(report, shared)) ?? 0) + hits.length)
    made[name] = [...counts].sort((a, b) => (name === "year" ? b[0] - a[0] : b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
  }
  return made
}

/* Of two answers to one query those that belong together: what one had to guess and the other had not is left out. */
function agreed(one, other) {
  const guess = ({ searched, missing }) => (searched.length || missing.length ? JSON.stringify([searched, missing]) : "")
  if (!one.hits.length || !other.hits.length || guess(one) === guess(other)) return [one, other]
  return guess(one) && !guess(other) ? [NOTHING, other] : [one, NOTHING]
}

function drawn({ section, score }, { forms, hints }) {
  return {
    id: section.id,
    cited: section.cited,
    team: section.team,
    page: section.page,
    score,
    title: pieces(section.title, marksIn(section.title, forms)),
    ...excerpt(section, forms, hints),
  }
}

const bare = report => ({ ...report, sections: undefined })

function asideGroups(found, shown) {
  const groups = new Map()
  for (const hit of found.hits) {
    const { report } = hit.section
    if (!groups.has(report.group)) groups.set(report.group, { title: report.group, count: 0, hits: [] })
    const group = groups.get(report.group)
    group.count++
    if (group.hits.length < shown) group.hits.push({ ...drawn(hit, found), report: bare(report) })
  }
  return [...groups.values()]
}

function named({ entry, name, guessed }, query) {
  const forms = [normalForm(guessed ? name : query), normalForm(name)]
  const marked = text => pieces(text, marksIn(text, forms))
  const former = name === entry.name ? [] : marked(name)
  return { ...entry, names: undefined, former, title: marked(entry.name), summary: marked(entry.summary) }
}

class Engine {
  constructor() {
    this.shards = []
    this.asides = []
    this._shared = new Set()
    this.names = new Names([])
  }

  /* Take in the texts of a year or of a piece of it; one that is there already is replaced. */
  add(texts) {
    const added = new Shard(texts)
    this.shards = [...this.shards.filter(({ year, piece }) => year !== added.year || piece !== added.piece), added]
      .sort((one, other) => other.year - one.year || one.piece - other.piece)
    this._shared = sharedNames(this.shards)
  }

  /* Take in the pages aside from the reports. */
  addAside({ pages }) {
    this.asides = [new Shard({ year: 0, reports: pages })]
  }

  /* Take in the names of programmes over the years. */
  addNames(entries) {
    this.names = new Names(entries)
  }

  /* Answer a query. `filter` has lists of chosen values by `year`, `department`, `kind`; `reports` is how many reports
     at most are shown, `hits` how many of each. Pages aside have none of these values, and a programme over the years
     has years only. Everything in the answer is plain data. */
  search(query, { filter = {}, reports = 50, hits: shown = HITS } = {}) {
    const whole = answer(query, this.shards)
    const isNarrowed = Object.keys(FACETS).some(name => filter[name]?.length)
    const [found, aside] = agreed(whole, isNarrowed ? NOTHING : answer(query, this.asides))
    const all = byReport(found.hits)
    const groups = all.filter(({ report }) => passes(report, filter, this._shared))
    return {
      query,
      empty: whole.empty,
      searched: [...(found.hits.length ? found : aside).searched],
      missing: (found.hits.length ? found : aside).missing,
      forms: [...new Set([...found.forms, ...aside.forms])],
      hits: groups.reduce((sum, { hits }) => sum + hits.length, 0),
      reports: groups.length,
      facets: facets(all, filter, this._shared),
      names: this._named(query, filter, !found.hits.length || found.searched.length > 0),
      aside: asideGroups(aside, shown),
      groups: groups.slice(0, reports).map(({ report, hits }) => ({
        report: bare(report),
        count: hits.length,
        hits: hits.slice(0, shown).map(hit => drawn(hit, found)),
      })),
    }
  }

  _named(query, filter, guess) {
    if (filter.department?.length || filter.kind?.length) return []
    const asked = readQuery(query).terms.map(({ typed }) => typed).join(" ")
    return this.names.find(asked, guess)
      .filter(({ entry }) => !filter.year?.length || entry.years.some(year => filter.year.includes(String(year))))
      .map(found => named(found, asked))
  }
}

Object.assign(search, { Engine })
}
