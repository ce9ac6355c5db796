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

/* Of a section's lines the one with most of the words; the first line where none has any. The normal text that the shard
   has tells where to look: no line has more words than stand in it. */
function bestLine(section, forms) {
  let best = null
  const bodies = section.shard.bodies(section)
  section.topics.filter(topic => topic.lines).forEach((topic, index) => {
    const inTopic = forms.filter(form => bodies[index].includes(form))
    if (best && inTopic.length <= best.worth) return
    for (const [line, text] of linesOf(topic, bodies[index])) {
      if (best && inTopic.filter(form => text.includes(form)).length <= best.worth) continue
      const marks = marksIn(line, forms)
      const worth = new Set(marks.map(([, , form]) => form)).size
      if (!best || worth > best.worth) best = { topic, line, marks, worth }
    }
  })
  return best
}

/* The excerpt of a section: the heading it stands under and the best line in pieces, cut to a readable length. */
function excerpt(section, forms) {
  const best = bestLine(section, forms)
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
