/* An answer as Material draws it: lists of documents, each list an item of the dialog. Material opens on Enter what has the
   highest score, and folds documents that score less than the first of their list. */
{
const search = (self.reportSearch ??= {})
const { addressOf, escaped, html, span } = search

const FIRST_HITS = 3
const TOP = 1e6

const titled = hit => `${escaped(hit.cited)} ${html(hit.title)}`.trim()
const lined = hit => `<p>${hit.heading ? `<b>${escaped(hit.heading)}</b> ` : ""}${html(hit.line)}</p>`

/* A list of Material's: its head, and hits of which all but the first few are folded. */
function listed(head, hits, best) {
  return [{ text: "", terms: {}, ...head, score: best - 0.01 }, ...hits.map((hit, index) => ({
    location: hit.location + (hit.location.includes("#") ? "" : "#_main"),
    title: hit.title,
    text: hit.text,
    score: index < FIRST_HITS ? best : best / 2,
    terms: {},
  }))]
}

/* A programme over the years, with the former name that was asked for and its figures: they may be all that was asked. */
function name({ name: shown, href, former, title, years, summary, figures }, index) {
  const other = former.length ? ` (${html(former)})` : ""
  const over = years.length ? `사업 이력 ${span(years)}` : "사업 이력"
  const told = figures.map(([label, text]) => `<span><b>${escaped(label)}</b> ${escaped(text)}</span>`).join(" ")
  const text = `<p>${html(summary)}</p>${told ? `<p class="told">${told}</p>` : ""}`
  return [{ location: href, title: `${html(title)}${other} — ${over}`, text, score: TOP - index, terms: {}, name: shown }]
}

function report({ report: own, hits }, forms) {
  const head = { location: own.path, title: escaped(`${own.year} ${own.department} · ${own.kind}`) }
  return listed(head, hits.map(hit => ({ location: addressOf(own, hit, forms), title: titled(hit), text: lined(hit) })), hits[0].score)
}

function aside({ title, hits }, forms) {
  const drawn = hits.map(hit => ({
    location: addressOf(hit.report, hit, forms),
    title: hit.id ? `${escaped(hit.report.title)} › ${titled(hit)}` : titled(hit),
    text: lined(hit),
  }))
  // Below every report, however well it fits.
  return listed({ location: hits[0].report.path, title: escaped(title) }, drawn, 0.1)
}

/* Give Material's items of an answer. */
function items({ names, groups, aside: others, forms }) {
  return [...names.map(name), ...groups.map(group => report(group, forms)), ...others.map(group => aside(group, forms))]
}

Object.assign(search, { items })
}
