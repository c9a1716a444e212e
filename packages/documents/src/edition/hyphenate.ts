/** Where a word may end its line; it is seen only there. */
export const softHyphen = '\u00ad'

/** Forms that are divided from what they are bound to, whatever the letters there. */
const bound = ['antar', 'infra', 'pasca', 'trans']
const vowels = 'aeiou'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && vowels.includes(letter)
/** Letters that are one sound. */
const pairs = ['ng', 'ny', 'sy', 'kh']
/** Two vowels that are one sound in some words: never divided, for which ones no rule tells. */
const glides = ['ai', 'au', 'ei', 'oi']

/** Fewest letters before and after a division. */
const [before, after] = [2, 3]
/** Shorter words are left whole. */
const shortest = 7

/**
 * A text with soft hyphens where its Indonesian words are divided: by syllables (EYD V, II.F), a division being left out where the
 * letters do not tell: at `ber-`, `ter-` and `per-` before a vowel, before the consonant of a last `-an`, within what may be a
 * diphthong. Short words, abbreviations and what is not a word are left as they are.
 */
export const hyphenate = (text: string): string =>
  text.replace(/[A-Za-z\u00ad]+/g, word =>
    word.length < shortest || /[A-Z\u00ad]/.test(word.slice(1)) ? word : divided(word),
  )

function divided(word: string): string {
  const lower = word.toLowerCase()
  const form = bound.find(one => lower.startsWith(one) && lower.length - one.length >= 4)
  const start = form?.length ?? 0
  const at = [...(form ? [start] : []), ...syllables(lower.slice(start)).map(place => place + start)].filter(
    place => place >= before && lower.length - place >= after && !isUnsure(lower, place),
  )
  return [0, ...at].map((from, n) => word.slice(from, at[n])).join(softHyphen)
}

/** Where the syllables after the first one begin. */
function syllables(word: string): number[] {
  const found: number[] = []
  for (let at = 0; at < word.length; at++) {
    if (!isVowel(word[at])) continue
    const next = nextVowel(word, at + 1)
    if (next === -1) break
    const sounds = soundsBetween(word, at + 1, next)
    if (sounds.length > 0) found.push(onset(sounds))
    else if (!glides.includes(word.slice(at, next + 1))) found.push(next)
  }
  return found
}

const nextVowel = (word: string, from: number): number => {
  for (let at = from; at < word.length; at++) if (isVowel(word[at])) return at
  return -1
}

interface Sound {
  at: number
  letters: string
}
function soundsBetween(word: string, from: number, to: number): Sound[] {
  const sounds: Sound[] = []
  for (let at = from; at < to; at += sounds.at(-1)?.letters.length ?? 1) {
    const pair = word.slice(at, at + 2)
    sounds.push({ at, letters: at + 2 <= to && pairs.includes(pair) ? pair : (word[at] ?? '') })
  }
  return sounds
}

/** Of one consonant before it, of more after the first; `ks` before another closes its syllable. */
function onset([first, second, third]: Sound[]): number {
  if (first && second && third && first.letters === 'k' && second.letters === 's') return third.at
  return (second ?? first)?.at ?? 0
}

function isUnsure(word: string, at: number): boolean {
  const rest = word.slice(at)
  const pair = pairs.find(one => rest.startsWith(one))
  if (pair === 'kh') return true
  // makan-an or ma-kan, kebijak-an or makan-an
  if (rest.slice(pair?.length ?? 1) === 'an' && isVowel(word[at - 1])) return true
  return /^[btp]er[aeiou]/.test(word) && at <= 3
}
