/* The dialog's chips: one row of toggle buttons that narrow the results by year, department and kind. A toolbar to the
   keyboard: one stop of the Tab key, arrows within (WAI-ARIA Authoring Practices, Toolbar). */
{
const search = (self.reportSearch ??= {})
const { FACETS, escaped } = search

const MOST = 12
const NAMES = { year: "연도", department: "부서", kind: "종류" }
const MOVES = { ArrowLeft: (at, last) => (at ? at - 1 : last), ArrowRight: (at, last) => (at < last ? at + 1 : 0), Home: () => 0, End: (_, last) => last }
const label = (name, value) => (name === "year" ? `${value}년` : value)

/* What is offered of a facet: a single value narrows nothing, unless it is chosen. */
function offered(values, chosen) {
  const first = values.filter(([value], index) => index < MOST || chosen.includes(value))
  return values.length > 1 || chosen.length ? first : []
}

class Chips {
  /* `bar` is the element to fill; `onChange` is called when the choice changes, which is `filter`. */
  constructor(bar, onChange) {
    this.filter = {}
    this._bar = bar
    this._onChange = onChange
    bar.addEventListener("click", ({ target }) => this._toggle(target.closest("button")))
    bar.addEventListener("keydown", event => this._move(event))
    bar.addEventListener("focusin", ({ target }) => this._stopAt(target))
  }

  clear() {
    this.filter = {}
  }

  /* Show an answer's facets. Buttons that stay are kept, with their focus. */
  draw(facets) {
    const known = new Map(this._buttons().map(button => [button.dataset.key, button]))
    const focused = this._bar.contains(document.activeElement) ? document.activeElement : null
    for (const name of FACETS) {
      const group = this._group(name)
      const values = offered(facets[name] ?? [], this.filter[name] ?? [])
      const buttons = values.map(([value, count]) => this._button(known.get(`${name} ${value}`), name, value, count))
      for (const button of [...group.children]) if (!buttons.includes(button)) button.remove()
      buttons.forEach((button, index) => { if (group.children[index] !== button) group.insertBefore(button, group.children[index] ?? null) })
      group.hidden = !buttons.length
    }
    this._bar.hidden = !this._buttons().length
    if (focused?.isConnected) focused.focus()
    this._stopAt(this._buttons().find(button => button.tabIndex === 0) ?? this._buttons()[0])
  }

  hide() {
    this._bar.hidden = true
  }

  _buttons() {
    return [...this._bar.querySelectorAll("button")]
  }

  _group(name) {
    const made = this._bar.querySelector(`[data-facet=${name}]`)
    if (made) return made
    const group = document.createElement("div")
    group.dataset.facet = name
    group.setAttribute("role", "group")
    group.setAttribute("aria-label", NAMES[name])
    this._bar.append(group)
    return group
  }

  _button(known, name, value, count) {
    const button = known ?? document.createElement("button")
    if (!known) {
      Object.assign(button, { type: "button", className: "chip", tabIndex: -1 })
      Object.assign(button.dataset, { key: `${name} ${value}`, name, value })
      button.innerHTML = `${escaped(label(name, value))} <small></small>`
    }
    button.setAttribute("aria-pressed", String(this.filter[name]?.includes(value) ?? false))
    button.querySelector("small").textContent = count
    return button
  }

  _toggle(button) {
    if (!button) return
    const { name, value } = button.dataset
    const chosen = this.filter[name] ?? []
    this.filter = { ...this.filter, [name]: chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value] }
    this._onChange()
  }

  /* Material takes every key in the dialog for the field, except those that walk through the results or close it. */
  _move(event) {
    if (["ArrowUp", "ArrowDown", "Escape", "Tab"].includes(event.key)) return
    event.stopPropagation()
    const buttons = this._buttons()
    const to = MOVES[event.key]?.(buttons.indexOf(document.activeElement), buttons.length - 1)
    if (to === undefined) return
    event.preventDefault()
    buttons[to].focus()
    buttons[to].scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  _stopAt(chosen) {
    for (const button of this._buttons()) button.tabIndex = button === chosen ? 0 : -1
  }
}

Object.assign(search, { Chips })
}
