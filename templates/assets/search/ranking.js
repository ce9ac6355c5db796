/* Which sections answer a whole query, in which order, and grouped by which report. */
{
const search = (self.reportSearch ??= {})
const { find, findTerm, isInitials, latinOf, normalForm } = search

const ENOUGH = 0.6
const PHRASE = 4
/* More than two sections' ranks (shard.js) ever differ by. */
const RANKS = 1e11

/* All terms as one word, spacing aside: 사회적경제 지원센터 is 사회적경제지원센터. Parts typed with the wrong layout are
   put right (ㅓㅐㅠ 포 유). */
function findJoined(terms, shards) {
  if (terms.length < 2) return null
  const finds = find(normalForm(terms.join(" ")), shards)
  if (finds.size || !terms.some(term => isInitials(term) || /^[ㄱ-ㅣ]+$/.test(term))) return finds
  const word = normalForm(terms.map(term => (/^[ㄱ-ㅣ]+$/.test(term) ? latinOf(term) : term)).join(" "))
  find(word, shards, 0.8, finds)
  if (finds.size) finds.searched.push(word)
  return finds
}

/* How much a section's places of one term are worth together: eight or more of them count alike. */
const strength = ({ weight, count }) => 2 * Math.log2(1 + weight) + Math.min(0.3, 0.1 * Math.log2(count))

/* Rare terms weigh more. */
const rarityOf = (finds, total) => 0.5 + Math.log2(1 + total / (1 + finds.size)) / 4

/* Score every section that has the only term of a query: nothing to put together, and most queries are so. */
function scoreOnly(finds, rarity) {
  const hits = []
  for (const [section, met] of finds.sections) if (met.own) hits.push({ section, score: rarity * strength(met) })
  return hits
}

/* Score every section that has all terms, or, where none has all, at least six in ten of them. A section whose report
   alone fits (its year, its department) is no answer. */
function scoreSections(all, total) {
  if (all.length === 1) return scoreOnly(all[0], rarityOf(all[0], total))
  const rarity = all.map(finds => rarityOf(finds, total))
  const scores = new Map()
  all.forEach((finds, index) => {
    for (const [section, met] of finds.sections) {
      const known = scores.get(section) ?? { section, score: 0, terms: 0, own: false }
      known.score += (rarity[index] * strength(met)) / all.length
      known.terms++
      known.own ||= met.own
      scores.set(section, known)
    }
  })
  const own = [...scores.values()].filter(entry => entry.own)
  const most = own.reduce((best, { terms }) => Math.max(best, terms), 0)
  return most < Math.ceil(all.length * ENOUGH) ? [] : own.filter(entry => entry.terms === most)
}

/* Answer a query: its `hits` ({ section, score }), best first; the normal `forms` that were met; `searched`, pairs of
   a typed term and the words that were looked up instead; `missing`, the terms that are nowhere in the hits. */
function answer(query, shards) {
  const terms = query.trim().split(/\s+/).filter(Boolean)
  const found = terms.map(term => ({ term, finds: findTerm(term, shards) })).filter(({ finds }) => finds)
  if (!found.length) return { hits: [], forms: [], searched: [], missing: [], empty: true }
  const joined = findJoined(terms, shards)
  const total = shards.reduce((sum, shard) => sum + shard.sections.length, 0)
  const some = found.filter(({ finds }) => finds.size)
  const useJoined = joined?.size > 0
  // With a syllable alone, or a term that is nowhere, the words were meant together.
  const together = useJoined && (some.length < found.length || terms.some(term => normalForm(term).length === 1))
  let hits = together ? [] : scoreSections(found.map(({ finds }) => finds), total)
  if (useJoined) {
    const scores = new Map(hits.map(hit => [hit.section, hit]))
    for (const [section, met] of joined.sections) {
      const known = scores.get(section) ?? { section, score: 0, terms: found.length }
      scores.set(section, { ...known, score: known.score + PHRASE + strength(met) })
    }
    hits = [...scores.values()]
  }
  for (const hit of hits) hit.place = placeOf(hit)
  const apart = hits.some(({ section }) => !joined?.sections.has(section))
  const used = [...(apart ? some.map(({ finds }) => finds) : []), ...(useJoined ? [joined] : [])]
  return {
    hits: hits.sort((one, other) => other.place - one.place),
    forms: [...new Set(used.flatMap(finds => [...finds.forms]))].sort((a, b) => b.length - a.length),
    searched: corrections(found, joined, apart, query),
    missing: apart ? missingTerms(found, hits) : [],
    empty: false,
  }
}

function corrections(found, joined, apart, query) {
  const whole = joined?.searched.length ? [{ typed: query.trim(), words: joined.searched }] : []
  const parts = found.filter(({ finds }) => finds.searched.length).map(({ term, finds }) => ({ typed: term, words: finds.searched }))
  return whole.length ? whole : apart ? parts : []
}

function missingTerms(found, hits) {
  return found.filter(({ finds }) => !hits.some(({ section }) => finds.sections.has(section))).map(({ term }) => term)
}

/* Where a hit stands among all, the highest first, as one number to sort by: better first, of equals (scores are rounded
   to a tenth) the newer, then as printed. */
const placeOf = ({ score, section }) => Math.round(score * 10) * RANKS + section.rank

/* Put hits together by report; reports stand in the order of their best hit. */
function byReport(hits) {
  const groups = new Map()
  for (const hit of hits) {
    const { report } = hit.section
    if (!groups.has(report)) groups.set(report, { report, hits: [] })
    groups.get(report).hits.push(hit)
  }
  return [...groups.values()]
}

Object.assign(search, { answer, byReport })
}
