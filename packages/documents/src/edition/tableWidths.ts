import type { EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { shownCell } from '@sepakat/rules/editions/shownCell.ts'
import { columnWords } from './columnWords.ts'
import { emsOf } from './emsOf.ts'
import { hyphenate, softHyphen } from './hyphenate.ts'

/** How a table is set so that nothing in it is wider than its column. */
export interface TableWidths {
  /** On a page of its own that lies on its side. */
  wide: boolean
  /** Of its letters, in points. */
  size: number
  /** Of each column, in points. */
  widths: number[]
  /** Even so a number is wider than its column: it may be broken. */
  broken: boolean
}

/** Room for text on a page, in points: A4, 30 and 20 mm at its sides; lying, 25 and 25 mm. */
export const textWidth = { upright: 453, lying: 700 }
/** At both sides of a cell, in points. */
export const inset = 9
/** Of a level, in ems. */
const step = 0.9
/** With more columns a table has no room to be read upright. */
const mostUpright = 7

/** What is tried, in this order. */
const ways = [
  { wide: false, size: 9 },
  { wide: false, size: 8 },
  { wide: true, size: 9 },
  { wide: true, size: 8 },
  { wide: true, size: 7 },
  { wide: true, size: 6 },
]

/** Chooses the page, the size of letters and the widths of columns of a table, by what is in its cells. */
export function tableWidths(table: EditionTable): TableWidths {
  const least = table.columns.map(column => leastOf(table, column))
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
  for (const { wide, size } of ways) {
    const room = wide ? textWidth.lying : textWidth.upright
    const needed = least.map(ems => ems * size + inset)
    if (sum(needed) > room || (!wide && least.length > mostUpright)) continue
    return { wide, size, widths: filled(table, needed, room), broken: false }
  }
  const size = ways.at(-1)?.size ?? 6
  const needed = least.map(ems => ems * size + inset)
  const scale = textWidth.lying / sum(needed)
  return { wide: true, size, widths: needed.map(one => one * scale), broken: true }
}

/** How far words are indented by the level of their line, in points: where there is hardly room, no more than a third of their column. */
export const indentOf = (level: number, { size, width }: { size: number; width: number }): number =>
  Math.min(level * step * size, (width - inset) / 3)

/** Each column as wide as its share, but none narrower than it needs. */
function filled({ columns }: EditionTable, needed: readonly number[], room: number): number[] {
  let free = columns.map((_, n) => n)
  let left = room
  const widths = [...needed]
  // those that need more than their share have what they need, the others share what is left
  for (;;) {
    const shares = free.reduce((total, n) => total + (columns[n]?.share ?? 1), 0)
    const narrow = free.filter(n => (left * (columns[n]?.share ?? 1)) / shares < (needed[n] ?? 0))
    if (narrow.length === 0) {
      for (const n of free) widths[n] = (left * (columns[n]?.share ?? 1)) / shares
      return widths
    }
    left -= narrow.reduce((total, n) => total + (needed[n] ?? 0), 0)
    free = free.filter(n => !narrow.includes(n))
    if (free.length === 0) return widths
  }
}

/** The widest of what is never broken in a column, in ems: a number whole, of words their syllables. */
function leastOf({ lines }: EditionTable, column: EditionTable['columns'][number]): number {
  const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, emsOf(text)), 0)
  const head = widest(
    columnWords(column)
      .split(' ')
      .flatMap(word => chunks(headWord(word))),
  )
  return lines.reduce((most, line) => {
    const words = shownCell(column, line.cells[column.id])
    const whole = column.number && line.cells[column.id]?.text === undefined
    const own = whole ? emsOf(words) : widest(chunks(hyphenate(words)))
    const indent = column.number ? 0 : (line.level ?? 0) * step
    return Math.max(most, (line.as ? own * boldness : own) + indent)
  }, head * boldness)
}

/** Words in the head of a column that are shorter are not divided. */
const wholeHead = 13
export const headWord = (word: string): string => (word.length < wholeHead ? word : hyphenate(word))
/** How much wider bold letters are. */
const boldness = 1.08
/** Where a text may go on in the next line: not at a space that does not break. */
const chunks = (text: string): string[] =>
  text
    .split(/[ \t\n\u200b]+|(?<=[-/])(?=\D)/)
    .flatMap(word => {
      const parts = word.split(softHyphen)
      return parts.map((part, n) => (n < parts.length - 1 ? `${part}-` : part))
    })
    // longer ones are broken every so many letters, as the template does
    .map(part => (part.length >= 24 ? part.slice(0, 16) : part))
