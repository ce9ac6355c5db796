/* What a typed term may mean, tried in order until something is found: initial consonants, the word itself (with its
   particle taken off, with a year for a year), a number or syllable still being typed, the other keyboard layout, a typing mistake. */
{
const search = (self.reportSearch ??= {})
const { BODY, HEADING, TITLE, centuryOf, hangulOf, isDigit, isInitials, isLoneLetter, isSyllable, latinOf, letters, nearest, normalForm, stem } = search

const MOST_FORMS = 24
const SHORTEST_END = 3
const ENOUGH_PLACES = 8

/* What a place is worth: titles weigh more than headings, these more than text; the beginning of a word more than its
   inside; `trust` is how likely this is what was meant. */
const placeWeight = (field, begins, trust) => trust * (2 * (field - BODY) + 1 + (begins ? 0.5 : 0)) * (field === TITLE ? 1.5 : 1)

/* What was found for one term: for each section the weight of its best place and how many there are; `forms`, the
   texts that were met (for marking); `searched`, the word that took the place of the typed one, if any. */
class Finds {
  constructor() {
    this.sections = new Map()
    this.forms = new Set()
    this.searched = []
  }

  get size() {
    return this.sections.size
  }

  /* Note a place of a shard. */
  note(shard, at, length, trust) {
    const { field, section } = shard.fieldAt(at)
    this.noteSection(shard.sections[section], placeWeight(field, shard.beginsWord(at), trust))
    this.noteForm(shard.text.slice(at, at + length))
  }

  noteForm(form) {
    if (this.forms.size < MOST_FORMS) this.forms.add(form)
  }

  /* Note a section for `count` places, the best of which is worth `weight`. */
  noteSection(section, weight, count = 1, own = true) {
    const known = this.sections.get(section)
    if (!known) this.sections.set(section, { weight, count, own })
    else {
      known.weight = Math.max(known.weight, weight)
      known.count += count
      known.own ||= own
    }
  }
}

/* Look a word up as it stands in all shards. */
function find(wanted, shards, trust = 1, finds = new Finds()) {
  if (!wanted) return finds
  const weights = []
  for (const field of [BODY, HEADING, TITLE]) for (const begins of [0, 1]) weights[2 * field + begins] = placeWeight(field, begins, trust)
  let isMet = false
  const visit = (section, weight, count) => {
    isMet = true
    finds.noteSection(section, weight, count)
  }
  for (const shard of shards) shard.meet(wanted, weights, ENOUGH_PLACES, visit)
  if (isMet) finds.noteForm(wanted)
  return finds
}

/* Sections of a report whose year, department or kind is meant: they help a query of several terms, but are no find
   by themselves. */
function findContext(term, year, shards, finds) {
  const wanted = year ? `${year}년` : term
  if (wanted.length < 2) return
  for (const shard of shards) for (const { context, sections } of shard.reports)
    if (context.includes(wanted)) for (const section of sections) finds.noteSection(section, 0.3, 1, false)
}

/* Initial consonants mean a whole word rather than its beginning; the beginnings of several words only where they are of
   no single one. The words met are then looked for inside other words too: 청년일자리, once 일자리 begins a word. */
function findInitials(term, shards) {
  const wanted = letters(term)
  const alone = new Finds()
  const across = new Finds()
  const atEnd = new Finds()
  const words = new Set()
  for (const shard of shards)
    for (const at of shard.places(wanted, shard.initials)) {
      const end = at + wanted.length
      const met = shard.text.slice(at, end)
      if (![...met].every(character => isSyllable(character.charCodeAt(0)))) continue
      const isAcross = [...met].some((_, index) => index > 0 && shard.beginsWord(at + index))
      if (!shard.beginsWord(at)) {
        if (!isAcross && wanted.length >= SHORTEST_END && shard.endsWord(end)) atEnd.note(shard, at, wanted.length, 0.5)
      } else if (isAcross) across.note(shard, at, wanted.length, 1)
      else alone.note(shard, at, wanted.length, shard.endsWord(end) ? 1 : 0.9)
      if (!isAcross && shard.beginsWord(at) && shard.endsWord(end)) words.add(met)
    }
  for (const word of words) find(word, shards, 0.5, alone)
  return [alone, across, atEnd].find(finds => finds.size) ?? alone
}

/* A last syllable that is still being typed: 사회적ㄱ, 협동조하, 메타벗 (the final will move to the next syllable). */
function findUnfinished(term, shards, finds) {
  const typed = letters(term.at(-1))
  if (!/[가-힣ㄱ-ㅣ]/.test(term.at(-1)) || term.length < 2) return
  const head = term.slice(0, -1)
  for (const shard of shards)
    for (const at of shard.places(head)) {
      const end = at + head.length
      if (letters(shard.text.slice(end, end + 2)).startsWith(typed)) finds.note(shard, at, term.length, 0.6)
    }
}

/* A number of three digits or more that is still being typed. */
function findNumberBeginning(term, shards, finds) {
  if (!/^\d{3,}$/.test(term)) return
  for (const shard of shards)
    for (let at = shard.text.indexOf(term); at >= 0; at = shard.text.indexOf(term, at + 1))
      if (!isDigit(shard.text[at - 1] ?? "")) finds.note(shard, at, term.length, 0.4)
}

function findOtherLayout(term, typed, shards, finds) {
  const other = normalForm(/^[a-z]+$/.test(term) ? hangulOf(typed) : /^[가-힣ㄱ-ㅣ]+$/.test(term) ? latinOf(typed) : "")
  const usual = /^[a-z]+$/.test(term) ? /^[가-힣]{2,}$/ : /^[a-z]{2,}$/
  if (!usual.test(other)) return
  find(other, shards, 0.8, finds)
  if (finds.size) finds.searched.push(other)
}

/* A syllable beside longer terms (협동조합 수): of use only where it is a word of its own. */
function findSyllable(term, shards) {
  const finds = new Finds()
  for (const shard of shards)
    for (const at of shard.places(term)) if (shard.beginsWord(at) && shard.endsWord(at + 1)) finds.note(shard, at, 1, 0.3)
  return finds
}

/* The year that a term names: 2022, 2022년, 22년 (which may also be a number of years). */
function yearMeant(term) {
  const [, whole, short] = /^(?:((?:19|20)\d\d)(?:년도?)?|(\d\d)년도?)$/.exec(term) ?? []
  return whole ?? (short && `${centuryOf(short)}${short}`)
}

/* An amount, however its unit is printed: 7억 2,899만 원 stands in a table of 천원 as 728,991. */
function findAmount({ value, low, high }, shards, finds) {
  for (const shard of shards)
    for (const met of shard.amountsBetween(low, high)) finds.note(shard, met.at, met.length, met.value === value ? 0.9 : 0.7)
}

/* A number whose unit stands in the head of its column: 772명. */
function findCounted(term, shards, finds) {
  const [, digits] = /^(\d{2,})(?:\D{1,3})$/.exec(term) ?? []
  if (digits) find(digits, shards, 0.6, finds)
}

/* A place named without what kind of place it is: 강남구 stands in a list as 강남. */
function findPlace(term, shards, finds) {
  const [, name] = /^([가-힣]{2,})[시군구읍면동]$/.exec(term) ?? []
  if (name && shards.some(shard => shard.hasWord(name))) find(name, shards, 0.6, finds)
  if (name && finds.size) finds.searched.push(name)
}

/* Look one term up (asking.js); null where it says nothing yet (a lone letter, a mark). */
function findTerm({ typed, money }, shards) {
  const term = normalForm(typed)
  if (!term || isLoneLetter(term)) return null
  if (money) {
    const finds = find(term, shards)
    findAmount(money, shards, finds)
    return finds
  }
  if (isInitials(term)) {
    const finds = findInitials(term, shards)
    if (!finds.size) findOtherLayout(term, typed, shards, finds)
    return finds
  }
  const year = yearMeant(term)
  const finds = find(term, shards)
  if (year && year !== term) find(year, shards, 0.8, finds)
  const word = stem(term)
  if (word && shards.some(shard => shard.hasWord(word))) find(word, shards, finds.size ? 0.7 : 1, finds)
  findContext(term, year, shards, finds)
  if (!finds.size && word) find(word, shards, 0.8, finds)
  for (const attempt of [
    () => findNumberBeginning(term, shards, finds),
    () => findUnfinished(term, shards, finds),
    () => findOtherLayout(term, typed, shards, finds),
    () => findCounted(term, shards, finds),
    () => findPlace(term, shards, finds),
    () => findNearest(term, shards, finds),
  ]) if (!finds.size) attempt()
  return finds
}

/* A mistake in one of several words that were typed, or are written, without the space between them: the longest
   beginning or end that is right stays as it is. */
function nearestInPart(term, shards) {
  const isKnown = text => shards.some(shard => shard.text.includes(text))
  const cuts = Array.from(term, (_, index) => index).filter(cut => cut >= 2 && cut <= term.length - 2)
  const head = cuts.findLast(cut => isKnown(term.slice(0, cut)))
  const tail = cuts.find(cut => isKnown(term.slice(cut)))
  const made = [
    ...(head ? nearest(term.slice(head), shards).map(rest => term.slice(0, head) + rest) : []),
    ...(tail ? nearest(term.slice(0, tail), shards).map(rest => rest + term.slice(tail)) : []),
  ]
  return [...new Set(made)].filter(isKnown)
}

function findNearest(term, shards, finds) {
  // A particle may be part of the word, or hide it from other places.
  let candidates = [...new Set([...nearest(term, shards), ...nearest(stem(term), shards)])]
  if (!candidates.length) candidates = nearestInPart(term, shards)
  for (const word of candidates) find(word, shards, 0.5, finds)
  if (finds.size) finds.searched.push(...candidates)
}

Object.assign(search, { find, findSyllable, findTerm, yearMeant })
}
