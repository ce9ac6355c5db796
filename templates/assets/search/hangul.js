/* Hangul as it is typed: syllables and their letters, initial consonants, and what a wrong keyboard layout makes of them.
   Letters are the 24 keys of the standard two-set keyboard (KS X 5002) and their shifted forms; compound vowels and
   finals count as the keys that they are typed with. */
{
const search = (self.reportSearch ??= {})

const INITIALS = [..."ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"]
const VOWELS = ["ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"]
const FINALS = ["", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"]
const COMPOUNDS = {
  ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ",
  ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ",
}
const KEYS = {
  q: "ㅂ", w: "ㅈ", e: "ㄷ", r: "ㄱ", t: "ㅅ", y: "ㅛ", u: "ㅕ", i: "ㅑ", o: "ㅐ", p: "ㅔ", a: "ㅁ", s: "ㄴ", d: "ㅇ",
  f: "ㄹ", g: "ㅎ", h: "ㅗ", j: "ㅓ", k: "ㅏ", l: "ㅣ", z: "ㅋ", x: "ㅌ", c: "ㅊ", v: "ㅍ", b: "ㅠ", n: "ㅜ", m: "ㅡ",
  Q: "ㅃ", W: "ㅉ", E: "ㄸ", R: "ㄲ", T: "ㅆ", O: "ㅒ", P: "ㅖ",
}
const LATIN = Object.fromEntries(Object.entries(KEYS).map(([key, letter]) => [letter, key.toLowerCase()]))
const FIRST = 0xac00
const LAST = 0xd7a3

const isSyllable = code => code >= FIRST && code <= LAST

/* The letters of a text, one for each key: 값 is ㄱㅏㅂㅅ. Other characters stay. */
function letters(text) {
  let found = ""
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (!isSyllable(code)) found += COMPOUNDS[character] ?? character
    else {
      const place = code - FIRST
      found += INITIALS[Math.floor(place / 588)] + VOWELS[Math.floor(place / 28) % 21] + FINALS[place % 28]
    }
  }
  return found
}

/* The initial consonant of each syllable; other characters stay, so that places agree with those of the text. */
function initials(text) {
  const found = new Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    found[at] = isSyllable(code) ? INITIALS[Math.floor((code - FIRST) / 588)] : text[at]
  }
  return found.join("")
}

/* Put typed letters together as an input method does: a consonant before a vowel begins a new syllable. */
function syllables(typed) {
  const isVowel = letter => VOWELS.includes(letter)
  let made = ""
  let at = 0
  const vowelAt = place => place < typed.length && isVowel(typed[place])
  const takes = (list, text) => at < typed.length && list.includes(text + typed[at])
  while (at < typed.length) {
    const initial = INITIALS.indexOf(typed[at])
    if (initial < 0 || !vowelAt(at + 1)) {
      made += typed[at++]
      continue
    }
    let vowel = typed[at + 1]
    at += 2
    if (takes(VOWELS, vowel)) vowel += typed[at++]
    let final = ""
    while (takes(FINALS, final) && !vowelAt(at) && !vowelAt(at + 1)) final += typed[at++]
    made += String.fromCharCode(FIRST + (initial * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final))
  }
  return made
}

Object.assign(search, {
  isSyllable,
  letters,
  initials,
  /* Hangul typed with the Latin layout on: dlfwkfl is 일자리. Shifted keys count where they differ. */
  hangulOf: text => syllables([...text].map(key => KEYS[key] ?? KEYS[key.toLowerCase()] ?? key).join("")),
  /* Latin typed with the Hangul layout on: ㅓㅐㅠ is job. */
  latinOf: text => [...letters(text)].map(letter => LATIN[letter] ?? letter).join(""),
  isInitials: text => text.length > 0 && [...letters(text)].every(letter => INITIALS.includes(letter)),
  isLoneLetter: text => /^[ㄱ-ㅣ]$/.test(text),
})
}
