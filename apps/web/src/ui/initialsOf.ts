/** The first letters of a name's first and last word, without titles: `dr. Siti Aminah, M.Kes` → SA. */
export function initialsOf(name: string): string {
  const words = name
    .split(',')[0]!
    .split(/\s+/)
    .filter(word => word !== '' && !word.endsWith('.'))
  const [first = name.trim(), ...rest] = words
  return [first, rest.at(-1) ?? '']
    .map(word => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}
