const leftOutWords: ReadonlySet<string> = new Set(
  'dan yang di ke dari pada untuk dengan atau bagi dalam oleh terhadap serta sebagai kabupaten kota'.split(' '),
)
const mostLetters = 48

/**
 * A name as one level of a permanent id: lower case and hyphens, without filler words, at most 48 characters cut at a word;
 * '' where the name has no letter or digit that an id can contain.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(word => !leftOutWords.has(word))
  let id = words[0]?.slice(0, mostLetters) ?? ''
  for (const word of words.slice(1)) {
    if (id.length + 1 + word.length > mostLetters) break
    id += `-${word}`
  }
  return id
}
