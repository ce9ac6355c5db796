/* What a query looks for, taken out of the question that it may be: "공공근로 예산이 얼마인가요" looks for 공공근로 and 예산. */
{
const search = (self.reportSearch ??= {})
const { moneyIn, normalForm } = search

/* Words that ask. 몇 and 왜 begin other words too (몇몇, 왜곡), so what may follow them is listed. */
const ASKS = [
  /^(?:얼마|무엇|뭐|뭘|뭔|무슨|어떤|어떻|어디|어느|언제|누가|누구|어때)/,
  /^왜(?:요|죠|지)?$/,
  /^몇(?:명|개|개소|건|곳|회|번|원|억|년|월|일|시|마리|가구|업체|사람|살|세|퍼센트|프로|군데)?(?:이나|이야|인가요?|인지|인데|이었나|였나|이에요|예요|입니까|나|을|를|이|가)?$/,
]
/* What asks to be told, shown or to know whether something was done. */
const REQUESTS =
  /^(?:알려(?:줘|주세요|줄래)|보여(?:줘|주세요)|찾아(?:줘|주세요)|궁금(?:해|해요|합니다)?|인가요?|인가|인지|일까요?|입니까|이에요|예요|이란|(?:있|했|하|됐|되|썼|쓰|들었|줬|받|였|이었|남았)(?:나요?|는지|니|을까|을까요|습니까|었나|어요?))$/
const COUNTERS = /^(?:명|개|개소|건|곳|회|번|원|억|년|마리|가구|업체|사람|살|세)(?:이나|인가요?|이야|인지|이에요|예요|입니까|나)?$/

const asks = word => ASKS.some(form => form.test(word)) || REQUESTS.test(word)

/* What stands between white space; an amount is one term (7억 2,899만 원), with `money`, what it may be in won. */
function written(query) {
  const amount = moneyIn(query)
  const words = text => text.split(/\s+/).filter(Boolean).map(typed => ({ typed }))
  if (!amount) return words(query)
  const { from, to, ...money } = amount
  return [...words(query.slice(0, from)), { typed: query.slice(from, to).trim(), money }, ...words(query.slice(to))]
}

/* What a line that answers has in it, by the word that asks. */
const HINTS = [
  [/^얼마|^(?:썼|쓰|들었)/, ["예산", "사업비", "원"]],
  [/^몇/, ["명", "개", "건", "회"]],
  [/^(?:어디|어느)/, ["위치", "소재지", "장소"]],
  [/^언제/, ["기간", "일시", "월"]],
]

/* Read a query: `terms`, [{ typed, money }] without the words that only make a question of it, unless there are no others;
   and `hints`, what a line that answers the question may have in it. */
function readQuery(query) {
  const all = written(query)
  const forms = all.map(({ typed }) => normalForm(typed))
  const isAsking = forms.map((form, at) => asks(form) || (forms[at - 1] === "몇" && COUNTERS.test(form)))
  const terms = all.filter((_, at) => !isAsking[at])
  if (!terms.length) return { terms: all, hints: [] }
  const asking = forms.filter((_, at) => isAsking[at])
  return { terms, hints: HINTS.flatMap(([form, words]) => (asking.some(word => form.test(word)) ? words : [])) }
}

Object.assign(search, { readQuery })
}
