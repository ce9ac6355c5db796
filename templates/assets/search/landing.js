/* The words that led to a page, marked in it: its address names them as ?h=. They are then taken out of the address,
   so that a link copied from it is the plain one. */
{
const search = (self.reportSearch ??= {})
const { marksIn } = search

const BLOCKS = "p, li, td, th, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, caption, div, section, article"
const LEFT_OUT = "[data-search-exclude], script, style, svg, .visually-hidden"

/* The text nodes of a page, put together by the block that they stand in, so that a word half in bold is one word. */
function runs(page) {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  const found = []
  let block = null
  while (walker.nextNode()) {
    const node = walker.currentNode
    const parent = node.parentElement
    if (parent.closest(LEFT_OUT)) continue
    const own = parent.closest(BLOCKS)
    if (own === block) found.at(-1).push(node)
    else found.push([node])
    block = own
  }
  return found
}

function markNode(node, from, to) {
  const part = node.splitText(from)
  part.splitText(to - from)
  const mark = document.createElement("mark")
  mark.className = "found"
  part.replaceWith(mark)
  mark.append(part)
}

function markRun(nodes, forms) {
  const text = nodes.map(node => node.data).join("")
  const marks = marksIn(text.replace(/\s/g, " "), forms)
  // From the end, so that places before stay right.
  for (const [from, to] of marks.reverse()) {
    let offset = text.length
    for (const node of [...nodes].reverse()) {
      offset = nodes.slice(0, nodes.indexOf(node)).reduce((sum, { data }) => sum + data.length, 0)
      const start = Math.max(0, from - offset)
      const end = Math.min(node.data.length, to - offset)
      if (start < end) markNode(node, start, end)
    }
  }
}

function markPage() {
  const address = new URL(location.href)
  const forms = address.searchParams.getAll("h").filter(Boolean)
  const page = document.querySelector(".page")
  if (!forms.length || !page) return
  for (const nodes of runs(page)) markRun(nodes, forms)
  address.searchParams.delete("h")
  try {
    history.replaceState(history.state, "", address)
  } catch {
    // A browser may refuse this for files on disk; the address then keeps the words.
  }
}

markPage()
}
