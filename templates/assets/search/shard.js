/* The texts of one year, or of a piece of it, ready to be searched: one long normalised string, and where in it each
   section, its title, its headings and its words begin.

   They come as { year, piece, reports: [report] }, where pieces are counted from 1 and cut in the order of the reports'
   paths; a report as { path, title, department, kind, …, sections: [section] }, a
   section as { id, title, topics: [{ id, heading, lines }] }; lines are divided by line breaks, their cells by tabs. */
{
const search = (self.reportSearch ??= {})
const { BARRIER, initials, isDigit, normalise, normalForm, printedAmounts } = search

const TITLE = 3
const HEADING = 2
const BODY = 1

/* More sections than a piece has, and more than all pieces of a year have. */
const PIECE = 1e5
const YEAR = 1e7

/* Number a piece's sections so that of two sections the one with the higher `rank` is the newer or, in one year, stands
   before the other: by the path of its report, then as printed. */
function rank(reports, piece) {
  let place = (piece - 1) * PIECE
  for (const { report, sections } of [...reports].sort((one, other) => (one.report.path < other.report.path ? -1 : 1)))
    for (const section of sections) section.rank = report.year * YEAR - place++
}

class Shard {
  constructor({ year, piece = 1, reports }) {
    this.year = year
    this.piece = piece
    this.reports = []
    this.sections = []
    this._starts = []
    const froms = []
    const kinds = []
    const owners = []
    const texts = []
    let length = 0
    const add = (field, source, section) => {
      const { text, starts } = normalise(source)
      froms.push(length)
      kinds.push(field)
      owners.push(section)
      for (const start of starts) this._starts.push(length + start)
      texts.push(text, BARRIER)
      length += text.length + 1
    }
    for (const report of reports) {
      const context = normalForm(`${report.year}년 ${report.institution} ${report.department} ${report.kind}`)
      const first = this.sections.length
      for (const section of report.sections) {
        const number = this.sections.length
        this.sections.push({ ...section, report, shard: this, field: froms.length, rank: 0 })
        add(TITLE, section.title, number)
        for (const topic of section.topics) if (topic.heading) add(HEADING, topic.heading, number)
        for (const topic of section.topics) if (topic.lines) add(BODY, topic.lines, number)
      }
      this.reports.push({ report, context, sections: this.sections.slice(first) })
    }
    rank(this.reports, piece)
    this.text = texts.join("")
    // For each field where it begins, its kind (TITLE, HEADING, BODY), and the number of its section.
    this._froms = Int32Array.from(froms)
    this._kinds = Uint8Array.from(kinds)
    this._owners = Int32Array.from(owners)
    this._startsAt = new Uint8Array(this.text.length + 1)
    for (const start of this._starts) this._startsAt[start] = 1
  }

  /* Whether a word begins at this place. */
  beginsWord(at) {
    return this._startsAt[at] === 1
  }

  /* Whether a word ends before this place. */
  endsWord(at) {
    return at >= this.text.length || this.text[at] === BARRIER || this.text[at] === " " || this._startsAt[at] === 1
  }

  /* The field (section and weight of its kind) that a place belongs to. */
  fieldAt(at) {
    let low = 0
    let high = this._froms.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this._froms[middle] <= at) low = middle
      else high = middle
    }
    return { field: this._kinds[low], section: this._owners[low] }
  }

  /* The normal texts of a section's topics, of those that have lines, in order. */
  bodies({ field }) {
    const made = []
    for (let at = field; this._owners[at] === this._owners[field]; at++)
      if (this._kinds[at] === BODY) made.push(this.text.slice(this._froms[at], (this._froms[at + 1] ?? this.text.length) - 1))
    return made
  }

  /* Call `visit(section, weight, count)` for every section in which `wanted` stands: with the weight of its best place, by
     `weights[2 * field + begins]` where `begins` is 1 for the beginning of a word, and how many there are; beyond
     `enough` they need not be counted. Looks through the text once and keeps no list of places: a common word has
     a hundred thousand. */
  meet(wanted, weights, enough, visit) {
    const { text, _froms: froms, _kinds: kinds, _owners: owners, _startsAt: startsAt } = this
    const last = froms.length - 1
    let field = 0
    let section = -1
    let weight = 0
    let count = 0
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      if (!this._isApart(wanted, at)) continue
      while (field < last && froms[field + 1] <= at) field++
      if (owners[field] !== section) {
        if (count) visit(this.sections[section], weight, count)
        section = owners[field]
        weight = count = 0
      }
      const begins = startsAt[at]
      weight = Math.max(weight, weights[2 * kinds[field] + begins])
      count++
      // No other place of this field is better than the beginning of a word.
      if (begins && count >= enough && field < last) at = froms[field + 1] - 1
    }
    if (count) visit(this.sections[section], weight, count)
  }

  /* Whether what stands here is no part of a longer number, whatever stands at its other end. */
  _isApart(wanted, at) {
    return !(isDigit(wanted[0]) && isDigit(this.text[at - 1] ?? ""))
      && !(isDigit(wanted.at(-1)) && isDigit(this.text[at + wanted.length] ?? ""))
  }

  /* Every place where `wanted` stands in the text, or in its initial consonants; a number not within a longer number. */
  *places(wanted, within = this.text) {
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1))
      if (this._isApart(wanted, at)) yield at
  }

  get initials() {
    return (this._initials ??= initials(this.text))
  }

  /* Whether `wanted` stands somewhere as a word of its own. */
  hasWord(wanted) {
    for (const at of this.places(wanted)) if (this.beginsWord(at) && this.endsWord(at + wanted.length)) return true
    return false
  }

  /* Every place where an amount of `low` won or more, but less than `high`, is printed: { value, at, length }. */
  amountsBetween(low, high) {
    this._amounts ??= [...printedAmounts(this.text)]
    return this._amounts.filter(({ value }) => value >= low && value < high)
  }

  /* The words of two to sixteen characters without figures, with how often each stands in the texts. */
  get words() {
    if (this._words) return this._words
    this._words = new Map()
    for (let index = 0; index < this._starts.length; index++) {
      const from = this._starts[index]
      const next = this._starts[index + 1] ?? this.text.length
      const word = this.text.slice(from, Math.min(next, from + 17)).split(/[\n ]/, 1)[0]
      if (word.length < 2 || word.length > 16 || /\d/.test(word)) continue
      this._words.set(word, (this._words.get(word) ?? 0) + 1)
    }
    return this._words
  }
}

Object.assign(search, { Shard, TITLE, HEADING, BODY })
}
