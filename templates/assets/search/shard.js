/* The texts of one year, ready to be searched: one long normalised string, and where in it each section, its title, its
   headings and its words begin.

   A year comes as { year, reports: [report] }, a report as { path, title, department, kind, …, sections: [section] }, a
   section as { id, title, topics: [{ id, heading, lines }] }; lines are divided by line breaks, their cells by tabs. */
{
const search = (self.reportSearch ??= {})
const { BARRIER, initials, isDigit, normalise, normalForm } = search

const TITLE = 3
const HEADING = 2
const BODY = 1

class Shard {
  constructor({ year, reports }) {
    this.year = year
    this.sections = []
    this._fields = []
    this._starts = []
    const texts = []
    let length = 0
    const add = (field, source, section) => {
      const { text, starts } = normalise(source)
      this._fields.push({ from: length, field, section })
      for (const start of starts) this._starts.push(length + start)
      texts.push(text, BARRIER)
      length += text.length + 1
    }
    for (const report of reports) {
      const context = normalForm(`${report.year}년 ${report.institution} ${report.department} ${report.kind}`)
      for (const section of report.sections) {
        const number = this.sections.length
        this.sections.push({ ...section, report, context, number })
        add(TITLE, section.title, number)
        for (const topic of section.topics) if (topic.heading) add(HEADING, topic.heading, number)
        for (const topic of section.topics) if (topic.lines) add(BODY, topic.lines, number)
      }
    }
    this.text = texts.join("")
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
    let high = this._fields.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this._fields[middle].from <= at) low = middle
      else high = middle
    }
    return this._fields[low]
  }

  /* Every place where `wanted` stands in the text, or in its initial consonants. A number is not found within a
     longer number, whatever stands at its other end. */
  *places(wanted, within = this.text) {
    const headDigit = isDigit(wanted[0])
    const tailDigit = isDigit(wanted.at(-1))
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
      if (headDigit && isDigit(this.text[at - 1] ?? "")) continue
      if (tailDigit && isDigit(this.text[at + wanted.length] ?? "")) continue
      yield at
    }
  }

  get initials() {
    return (this._initials ??= initials(this.text))
  }

  /* Whether `wanted` stands somewhere as a word of its own. */
  hasWord(wanted) {
    for (const at of this.places(wanted)) if (this.beginsWord(at) && this.endsWord(at + wanted.length)) return true
    return false
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
