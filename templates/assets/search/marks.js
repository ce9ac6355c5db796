/* Where the words of a query stand in a text as it is read, and the line that shows them best. */
{
const search = (self.reportSearch ??= {})
const { BARRIER, isDigit, normalise } = search

const LENGTH = 130
const BEFORE = 40

/* The places of the normal `forms` in a source text: [from, to] pairs in order, none overlapping. */
function marksIn(source, forms) {
  const { text, origin } = normalise(source)
  const found = []
  for (const form of forms)
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const end = at + form.length
      if (isDigit(form[0]) && isDigit(text[at - 1] ?? "")) continue
      if (isDigit(form.at(-1)) && isDigit(text[end] ?? "")) continue
      found.push([origin[at], origin[end - 1] + 1, form])
    }
  found.sort((one, other) => one[0] - other[0] || other[1] - one[1])
  const kept = []
  for (const mark of found) if (!kept.length || mark[0] >= kept.at(-1)[1]) kept.push(mark)
  return kept
}

/* Cut a text into [text, isMarked] pieces. */
function pieces(source, marks) {
  const made = []
  let at = 0
  for (const [from, to] of marks) {
    if (from > at) made.push([source.slice(at, from), false])
    made.push([source.slice(from, to), true])
    at = to
  }
  if (at < source.length) made.push([source.slice(at), false])
  return made
}

/* Every line of a topic with its normal text, in which barriers stand for the tabs. */
function* linesOf(topic, body) {
  const cells = body.split(BARRIER)
  let from = 0
  for (const line of topic.lines.split("\n")) {
    const to = from + line.split("\t").length
    if (line) yield [line, cells.slice(from, to).join(BARRIER)]
    from = to
  }
}

/* What a line tells more for having a form: little where the title tells it already, or where it is only the year. */
const tells = (form, title) => (title.includes(form) || /^(?:19|20)\d\d(?:년도?)?$/.test(form) ? 1 : 3)
const HINT = 2

/* Of a section's lines the one that tells most of what was asked; the first line where none tells anything. What stands in a
   topic's heading is told by each of its lines, and one that has a hint answers the question that was asked. The normal text
   that the shard has tells where to look: no line tells more than stands in it. */
function bestLine(section, forms, hints) {
  let best = null
  const bodies = section.shard.bodies(section)
  const title = normalise(section.title).text
  const worthOf = (text, heading) => {
    const met = forms.filter(form => text.includes(form) || heading.includes(form))
    const answers = hints.some(hint => text.includes(hint) || heading.includes(hint))
    return met.reduce((sum, form) => sum + tells(form, title), answers ? HINT : 0)
  }
  section.topics.filter(topic => topic.lines).forEach((topic, index) => {
    const heading = normalise(topic.heading).text
    if (best && worthOf(bodies[index], heading) <= best.worth) return
    for (const [line, text] of linesOf(topic, bodies[index])) {
      const worth = worthOf(text, heading)
      if (!best || worth > best.worth) best = { topic, line, worth }
    }
  })
  return best && { ...best, marks: marksIn(best.line, forms) }
}

/* The excerpt of a section: the heading it stands under and the best line in pieces, cut to a readable length. */
function excerpt(section, forms, hints = []) {
  const best = bestLine(section, forms, hints)
  if (!best) return { heading: "", line: [] }
  const first = best.marks[0]?.[0] ?? 0
  let from = first > BEFORE && best.line.length > LENGTH ? first - BEFORE : 0
  if (from) from = Math.max(0, best.line.lastIndexOf(" ", from) + 1)
  const to = Math.min(best.line.length, from + LENGTH)
  const marks = best.marks.filter(mark => mark[0] >= from && mark[1] <= to).map(([a, b]) => [a - from, b - from])
  const line = pieces(best.line.slice(from, to), marks).map(([text, marked]) => [text.replaceAll("\t", " · "), marked])
  if (from) line.unshift(["… ", false])
  if (to < best.line.length) line.push([" …", false])
  return { heading: best.topic.heading, line }
}

Object.assign(search, { marksIn, pieces, excerpt })
}
