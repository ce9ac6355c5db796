/* Which sections answer a whole query, in which order, and grouped by which report. */
{
const search = (self.reportSearch ??= {})
const { find, findSyllable, findTerm, isInitials, isSyllable, latinOf, normalForm, readQuery, yearMeant } = search

const ENOUGH = 0.6
const PHRASE = 4
/* More than two sections' ranks (shard.js) ever differ by. */
const RANKS = 1e11

/* All terms as one word, spacing aside: 사회적경제 지원센터 is 사회적경제지원센터. Parts typed with the wrong layout are
   put right (ㅓㅐㅠ 포 유). */
function findJoined(words, shards) {
  if (words.length < 2) return null
  const finds = find(normalForm(words.join(" ")), shards)
  if (finds.size || !words.some(word => isInitials(word) || /^[ㄱ-ㅣ]+$/.test(word))) return finds
  const word = normalForm(words.map(word => (/^[ㄱ-ㅣ]+$/.test(word) ? latinOf(word) : word)).join(" "))
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

/* Score every section that has all terms, or, where none has all, six in ten of them, by number or by length: what is
   asked of a thing may be nowhere (마을기업 목록), but the thing is found. A section whose report alone fits (its year, its
   department) is no answer. */
function scoreSections(found, total) {
  if (found.length === 1) return scoreOnly(found[0].finds, rarityOf(found[0].finds, total))
  const scores = new Map()
  for (const { finds, isLight, length } of found) {
    const rarity = rarityOf(finds, total)
    for (const [section, met] of finds.sections) {
      const known = scores.get(section) ?? { section, score: 0, terms: 0, length: 0, own: false }
      known.score += (rarity * strength(met)) / found.length
      known.terms += isLight ? 0 : 1
      known.length += met.own ? length : 0
      known.own ||= met.own && !isLight
      scores.set(section, known)
    }
  }
  const heavy = found.filter(({ isLight }) => !isLight).length
  const length = found.reduce((sum, term) => sum + term.length, 0)
  const own = [...scores.values()].filter(entry => entry.own)
  const most = own.reduce((best, { terms }) => Math.max(best, terms), 0)
  const isEnough = most >= Math.ceil(heavy * ENOUGH)
  return own.filter(entry => entry.terms === most && (isEnough || entry.length >= length * ENOUGH))
}

/* Look the terms of a query up. A syllable beside longer terms is light: it finds nothing by itself. Years have no length:
   nothing is left of a query without its other words. */
function findTerms(terms, shards) {
  const forms = terms.map(({ typed }) => normalForm(typed))
  const isSingle = form => form.length === 1 && isSyllable(form.charCodeAt(0))
  const hasLonger = forms.some(form => form.length > 1)
  return terms.map((term, at) => {
    const form = forms[at]
    const isLight = hasLonger && isSingle(form)
    const finds = isLight ? findSyllable(form, shards) : findTerm(term, shards)
    return { typed: term.typed, isLight, length: isLight || yearMeant(form) ? 0 : form.length, finds }
  }).filter(({ finds }) => finds)
}

/* All words of a query as one, those that only ask (asking.js) left out where they are nowhere. */
function findWhole(query, terms, shards) {
  const words = query.trim().split(/\s+/).filter(Boolean)
  const joined = findJoined(words, shards)
  return joined?.size || terms.length === words.length ? joined : findJoined(terms.map(({ typed }) => typed), shards)
}

/* Answer a query: its `hits` ({ section, score }), best first; the normal `forms` that were met; `searched`, pairs of
   a typed term and the words that were looked up instead; `missing`, the terms that are nowhere in the hits; `hints`, what a
   line that answers may have in it. */
function answer(query, shards) {
  const { terms, hints } = readQuery(query)
  const found = findTerms(terms, shards)
  if (!found.length) return { hits: [], forms: [], searched: [], missing: [], hints, empty: true }
  const joined = findWhole(query, terms, shards)
  const total = shards.reduce((sum, shard) => sum + shard.sections.length, 0)
  const some = found.filter(({ finds }) => finds.size)
  const useJoined = joined?.size > 0
  // With a syllable alone, or a term that is nowhere, the words were meant together.
  const together = useJoined && (some.length < found.length || terms.some(({ typed }) => normalForm(typed).length === 1))
  let hits = together ? [] : scoreSections(found, total)
  if (useJoined) {
    const scores = new Map(hits.map(hit => [hit.section, hit]))
    for (const [section, met] of joined.sections) {
      const known = scores.get(section) ?? { section, score: 0 }
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
    hints,
    empty: false,
  }
}

function corrections(found, joined, apart, query) {
  const whole = joined?.searched.length ? [{ typed: query.trim(), words: joined.searched }] : []
  const parts = found.filter(({ finds }) => finds.searched.length).map(({ typed, finds }) => ({ typed, words: finds.searched }))
  return whole.length ? whole : apart ? parts : []
}

function missingTerms(found, hits) {
  return found.filter(({ finds, isLight }) => !isLight && !hits.some(({ section }) => finds.sections.has(section)))
    .map(({ typed }) => typed)
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
