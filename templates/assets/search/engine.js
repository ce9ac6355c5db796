/* The archive's search: years of texts come in, answers go out. Knows neither pages nor workers. */
{
const search = (self.reportSearch ??= {})
const { Shard, answer, byReport, excerpt, marksIn, pieces } = search

const HITS = 8
const FACETS = { year: report => String(report.year), department: report => report.department, kind: report => report.kind }

/* Whether a report is among the chosen values; `aside` names a facet that is not looked at. */
const passes = (report, filter, aside) =>
  Object.entries(FACETS).every(([name, of]) => name === aside || !filter[name]?.length || filter[name].includes(of(report)))

/* How many hits each value of each facet has (the choice in the facet itself left aside), a chosen value always. */
function facets(hits, filter) {
  const made = {}
  for (const [name, of] of Object.entries(FACETS)) {
    const counts = new Map((filter[name] ?? []).map(value => [value, 0]))
    for (const { section: { report } } of hits)
      if (passes(report, filter, name)) counts.set(of(report), (counts.get(of(report)) ?? 0) + 1)
    made[name] = [...counts].sort((a, b) => (name === "year" ? b[0] - a[0] : b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
  }
  return made
}

class Engine {
  constructor() {
    this.shards = []
  }

  /* Take in one year's texts; a year that is there already is replaced. */
  add(year) {
    this.shards = [...this.shards.filter(shard => shard.year !== year.year), new Shard(year)].sort((a, b) => b.year - a.year)
  }

  /* Answer a query. `filter` has lists of chosen values by `year`, `department`, `kind`; `reports` is how many reports
     at most are shown, `hits` how many of each. Everything in the answer is plain data. */
  search(query, { filter = {}, reports = 50, hits: shown = HITS } = {}) {
    const { hits, forms, searched, missing, empty } = answer(query, this.shards)
    const chosen = hits.filter(({ section }) => passes(section.report, filter))
    const groups = byReport(chosen)
    return {
      query,
      empty,
      searched,
      missing,
      forms,
      hits: chosen.length,
      reports: groups.length,
      facets: facets(hits, filter),
      groups: groups.slice(0, reports).map(({ report, hits: own }) => ({
        report: { ...report, sections: undefined },
        count: own.length,
        hits: own.slice(0, shown).map(({ section, score }) => ({
          id: section.id,
          cited: section.cited,
          team: section.team,
          page: section.page,
          score,
          title: pieces(section.title, marksIn(section.title, forms)),
          ...excerpt(section, forms),
        })),
      })),
    }
  }
}

Object.assign(search, { Engine })
}
