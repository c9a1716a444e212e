import type { Column, Line } from './paper.ts'

/** Letters beside each other on a page, at the size in which tables are drawn. */
const page = 112
/** Room at the sides of a cell. */
const sides = 3

/**
 * How wide the columns of a table are, in letters: each number as long as it is, since it is never broken, and texts have what is
 * left, the longer the more, but never less than their longest word. Widths that are given are drawn fastest.
 */
export function sharesOf(titles: readonly Omit<Column, 'share'>[], lines: readonly Line[]): number[] {
  const wishes = titles.map(({ title, number }, at) => {
    const word = longestOf(title.split(' ')) + sides
    const lengths = lines.flatMap(one => ('cells' in one ? lettersAt(one.cells, at, number) : []))
    const longest = Math.max(word, longestOf(lengths) + sides)
    const text = !number && longest >= 11
    const least = Math.max(word, 14)
    return { text, least, wish: text ? Math.max(least, Math.min(longest / 2, 34)) : Math.max(7, Math.min(longest, 29)) }
  })
  const sum = (texts: boolean) => wishes.reduce((all, { text, wish }) => (text === texts ? all + wish : all), 0)
  const more = (page - sum(false)) / sum(true)
  return wishes.map(({ text, least, wish }) => (text ? Math.max(least, wish * more) : wish))
}

const longestOf = (words: readonly string[]): number => Math.max(0, ...words.map(({ length }) => length))

/** The words in one column of a line: a number and its category on lines of their own. */
function lettersAt(cells: Extract<Line, { cells: unknown }>['cells'], at: number, number: boolean): string[] {
  if (cells.some(({ span }) => span !== 1)) return []
  return (cells[at]?.pieces ?? []).flatMap(piece => {
    if (piece.kind !== 'text') return []
    const words = piece.words.map(({ text }) => text)
    return number ? words.map(text => text.trim()) : [words.join('')]
  })
}
