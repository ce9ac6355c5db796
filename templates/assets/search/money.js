/* Amounts as people write them (7억 2,899만 원, 34백만원) and as reports print them (728,991 in a table of 천원). */
{
const search = (self.reportSearch ??= {})
const { isDigit } = search

const UNITS = { 조: 1e12, 억: 1e8, 천만: 1e7, 백만: 1e6, 십만: 1e5, 만: 1e4, 천: 1e3, "": 1 }
const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`
const PART = String.raw`(${NUMBER})\s*(조|억|천만|백만|십만|만|천)`
const PARTS = new RegExp(String.raw`(${NUMBER})\s*(조|억|천만|백만|십만|만|천|)`, "g")
/* One part after the other, each smaller; the word 원 may be left out after 억 and 만. */
const AMOUNT = new RegExp(String.raw`(?<![\d.,])(?:${PART}\s*)+(?:(?:${NUMBER})?\s*원)?|(?<![\d.,])${NUMBER}\s*원`)
const ENDS = /^(?:짜리|대|쯤|정도|[은는이가을를의에도])?(?=\s|$)/
const COUNTED = /^\s*여?\s*(?:명|개|건|곳|회|톤|번|대|권|부|가구|마리|세대)/
/* The zeros of a number that was rounded (3,400만), of which two figures at least are meant. */
const ROUNDED = /(?<=\d\d)0*$|$/
const PRINTED = /\d+(?:(?:조|억|천만|백만|십만|만|천)\d*)*원?/g
/* An amount of less than three figures is rough. */
const ROUGH = 100
/* Shorter numbers in a table without a unit are rarely money, and four digits may be a year. */
const SMALLEST_BARE = 1000
const isYear = digits => /^(?:19|20)\d\d$/.test(digits)

/* What an amount is worth and how exact it is, in won: [value, precision]; [0, 0] where its parts do not get smaller. */
function valueOf(text) {
  let value = 0
  let last = Infinity
  let precision = 0
  for (const [, digits, unit] of text.matchAll(PARTS)) {
    if (UNITS[unit] >= last) return [0, 0]
    const [whole, fraction = ""] = digits.replaceAll(",", "").split(".")
    value += Number(`${whole}.${fraction}`) * UNITS[unit]
    last = UNITS[unit]
    precision = (last / 10 ** fraction.length) * 10 ** (fraction ? 0 : ROUNDED.exec(whole)[0].length)
  }
  return [value, precision]
}

/* The first amount in a query: from where to where it stands, its `value`, and what may be meant, from `low` up to but not including
   `high`, in won: 21억 3,224만 원 is what 2,132,238 천원 is rounded to; a rough 20억 is 20.9억 cut short, or hardly less than
   20억. Null where there is none. */
function moneyIn(query) {
  const met = AMOUNT.exec(query)
  if (!met) return null
  const text = met[0].trimEnd()
  const end = met.index + text.length
  const [ending] = ENDS.exec(query.slice(end)) ?? []
  if (ending === undefined || (!text.includes("원") && (COUNTED.test(query.slice(end)) || text.endsWith("천")))) return null
  const [value, precision] = valueOf(text)
  const below = precision / (value / precision < ROUGH ? 10 : 2)
  return value ? { from: met.index, to: end + ending.length, value, low: value - below, high: value + precision } : null
}

/* The amounts printed in a normal text, in won, and where: { value, at, length }. A bare number counts as so many 천원, the
   unit of Korean budgets' tables. */
function* printedAmounts(text) {
  for (const { 0: printed, index: at } of text.matchAll(PRINTED)) {
    if (/^\d+$/.test(printed)) {
      const value = Number(printed)
      if (value >= SMALLEST_BARE && !isYear(printed)) yield { value: value * UNITS.천, at, length: printed.length }
    } else if (/[원억조]$/.test(printed) && !isFraction(text, at, printed)) {
      const [value] = valueOf(printed)
      if (value) yield { value, at, length: printed.length }
    }
  }
}

/* A normal text has a space for the point of 70.6억원. */
const isFraction = (text, at, printed) => text[at - 1] === " " && isDigit(text[at - 2] ?? "") && !isDigit(printed[3] ?? "")

Object.assign(search, { moneyIn, printedAmounts })
}
