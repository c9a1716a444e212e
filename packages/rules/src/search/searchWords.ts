/** Lower case, without accents, words of letters and digits alone with one space between: `search_words` of the database does the same. */
export const searchWords = (said: string): string =>
  said
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Of a name the parts that words of a search found, in the order of the name: `[from, to]` as in `slice`. */
export function foundParts(name: string, words: string): [number, number][] {
  const asked = searchWords(words).split(' ').filter(Boolean)
  const parts: [number, number][] = []
  for (const { 0: word, index } of name.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const own = searchWords(word)
    const met = asked.filter(one => own.includes(one)).sort((a, b) => b.length - a.length)[0]
    if (met === undefined) continue
    // with an accent the letters of the name and of its search word are not one to one: the whole word is marked
    const at = own.length === word.length ? own.indexOf(met) : -1
    parts.push(at < 0 ? [index, index + word.length] : [index + at, index + at + met.length])
  }
  return parts
}
