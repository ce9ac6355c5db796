/* The one form in which texts and queries are compared: lower case, no white space, no punctuation.
   What must not be joined stays apart: lines and table cells by a barrier, separate numbers by a space. A query has
   no barrier in it, so it never reaches over one. */
{
const search = (self.reportSearch ??= {})

const BARRIER = "\n"
const isDigit = character => character >= "0" && character <= "9"
const isGrouping = (text, at) => text[at] === "," && isDigit(text[at - 1] ?? "") && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))
const isCentury = (text, at) => "'’‘′＇`".includes(text[at]) && /^\d\d(?!\d)/.test(text.slice(at + 1, at + 4))
/* U+318D looks like a middle dot and is used as one, although Unicode calls it a letter. */
const isWord = character => /[\p{L}\p{Nd}\p{Nl}]/u.test(character) && character !== "ㆍ"
/* One sign for several letters: units (㎡ is m2, ㏊ ha) and ㈜; the sign's brackets are no part of it. */
const isSigns = character => /[\u3200-\u321e\u3371-\u33df²³℃№]/.test(character)
const centuryOf = years => (Number(years) < 70 ? "20" : "19")
const WORDS = new Map()

const spelt = sign => [...sign.normalize("NFKC").toLowerCase()].filter(isWord).join("")

function wordCharacter(character) {
  let known = WORDS.get(character)
  if (known === undefined) {
    const code = character.charCodeAt(0)
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
    const lower = narrow.toLowerCase()
    known = isSigns(character) ? spelt(character) : isWord(narrow) ? (lower.length === 1 ? lower : narrow) : ""
    WORDS.set(character, known)
  }
  return known
}

/* Normalise a text (Unicode NFC). Gives `text`; `starts`, the places in it where a word begins; and `origin`, for each
   of its characters the place in the source. `728,991` becomes 728991, `’22` becomes 2022, `3 4` and `3.4` stay apart. */
function normalise(source) {
  const origin = []
  const starts = []
  let text = ""
  let gap = true
  const put = (characters, at) => {
    text += characters
    for (let count = 0; count < characters.length; count++) origin.push(at)
  }
  const begin = (at, digit) => {
    if (digit && isDigit(text.at(-1) ?? "")) put(" ", at)
    starts.push(text.length)
    gap = false
  }
  for (let at = 0; at < source.length; at++) {
    const character = source[at]
    const kept = wordCharacter(character)
    if (kept) {
      if (gap || (isDigit(kept[0]) && isSigns(character) && isDigit(text.at(-1) ?? ""))) begin(at, isDigit(kept[0]))
      put(kept, at)
    } else if (character === "\n" || character === "\t") {
      put(BARRIER, at)
      gap = true
    } else if (isCentury(source, at)) {
      begin(at, true)
      put(centuryOf(source.slice(at + 1, at + 3)), at)
    } else if (!isGrouping(source, at)) gap = true
  }
  return { text, starts, origin }
}

Object.assign(search, {
  BARRIER,
  centuryOf,
  isDigit,
  normalise,
  /* A query's or word's normal form; a line break in it is a space. */
  normalForm: text => normalise(text.normalize("NFC").replace(/\s+/g, " ")).text,
})
}
