/* Words that a mistyped word may have been meant to be: those one or two keystrokes away. */
{
const search = (self.reportSearch ??= {})
const { letters } = search

const SHORTEST = 5
const LONG = 8
const LONG_WORD = 4
const MOST = 4
/* Two or three syllables are like some part or other of very many words: two are compared with beginnings of words only,
   three with ends too. */
const INSIDE = 4

/* How many keystrokes two texts differ by (inserted, left out, another, or two exchanged), or limit + 1 if more. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1)
      next.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = row
    row = next
  }
  return row[other.length]
}

/* How many mistakes make `other` of `one`, or more than `limit`; `typed` are the first one's letters. A compound vowel is two
   keys, but one letter to who reads it (도서군, 도서관), so the smaller number counts. */
function mistakesIn(one, typed, other, limit) {
  const away = distance(typed, letters(other), limit)
  return away > 1 ? Math.min(away, distance(one.normalize("NFD"), other.normalize("NFD"), limit)) : away
}

/* How many mistakes a word may have: none where it is short or has figures. */
function mistakes(asked) {
  const { length } = letters(asked)
  if (length < SHORTEST || /\d/.test(asked)) return 0
  return length < LONG || asked.length < LONG_WORD ? 1 : 2
}

/* The words of all shards together, so that a word of many years is compared once. */
const VOCABULARIES = new WeakMap()
function vocabularyOf(shards) {
  let all = VOCABULARIES.get(shards)
  if (!all) {
    all = new Map()
    for (const { words } of shards) for (const [word, count] of words) all.set(word, (all.get(word) ?? 0) + count)
    VOCABULARIES.set(shards, all)
  }
  return all
}

/* Give the parts of known words nearest to `asked`, most frequent first; none where it is too short or has figures.
   `asked` is in normal form, `shards` are searched for their words. Two mistakes are allowed in words of four characters
   and eight keystrokes or more, and half of its characters must be right. */
function nearest(asked, shards) {
  const typed = letters(asked)
  let limit = mistakes(asked)
  if (!limit) return []
  let found = new Map()
  const right = new Set(asked)
  const shared = limit === 1 ? Math.max(1, asked.length - 2) : Math.ceil(asked.length / 2)
  for (const [word, count] of vocabularyOf(shards)) {
    if ([...word].filter(character => right.has(character)).length < shared) continue
    for (let from = 0; from < word.length; from++)
      for (let size = asked.length - 1; size <= asked.length + 1 && from + size <= word.length; size++) {
        const isEdge = from === 0 || (asked.length === INSIDE - 1 && from + size === word.length)
        if (asked.length < INSIDE && !isEdge) continue
        const part = word.slice(from, from + size)
        const away = mistakesIn(asked, typed, part, limit)
        if (away > limit) continue
        if (away < limit) {
          limit = away
          found = new Map()
        }
        found.set(part, (found.get(part) ?? 0) + count)
      }
  }
  return [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST).map(([part]) => part)
}

Object.assign(search, { distance, mistakes, mistakesIn, nearest })
}
