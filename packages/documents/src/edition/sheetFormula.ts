import type { EditionLine, EditionTable } from '@sepakat/rules/editions/FrozenEdition.ts'
import { places } from '@sepakat/rules/editions/shownCell.ts'
import { divide, exact } from '@sepakat/rules/numbers/decimal.ts'
import { sheetNumber } from './sheetNumber.ts'

/** `A`, `Z`, `AA`. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

interface Place {
  table: EditionTable
  line: number
  column: string
  /** The row of the sheet that the first line is in. */
  firstRow: number
}

/**
 * How a sheet computes a cell from others of its table, or null where that would not give the very value of the cell: a sheet
 * computes in floats, of which `ROUND` makes the decimal that the cell has.
 */
export function sheetFormula({ table, line, column, firstRow }: Place): string | null {
  const cell = table.lines[line]?.cells[column]
  const written = cell?.value == null ? null : sheetNumber(cell.value)
  if (!cell?.formula || written === null) return null
  const address = (id: string, of: number) => {
    const at = table.columns.findIndex(one => one.id === id)
    return at < 0 ? null : `${letterOf(at)}${firstRow + of}`
  }
  const decimals = places(written)
  if ('sum' in cell.formula) {
    const parts = cell.formula.sum.map(of => valueAt(table.lines[of], column))
    if (parts.length === 0 || parts.includes(null) || cell.formula.sum.includes(line)) return null
    const sum = parts.reduce((total, part) => total.plus(exact(part ?? '0')), exact('0'))
    if (!sum.eq(exact(written))) return null
    const ranges = runs(cell.formula.sum).map(([from, to]) =>
      from === to ? address(column, from) : `${address(column, from)}:${address(column, to)}`,
    )
    const most = Math.max(...parts.map(part => places(part ?? '0')))
    return most === 0 ? `SUM(${ranges.join(',')})` : `ROUND(SUM(${ranges.join(',')}),${most})`
  }
  const { ratio, times } = cell.formula
  const [above, below] = ratio.map(id => valueAt(table.lines[line], id))
  if (above == null || below == null || exact(below).eq(exact('0'))) return null
  const value = divide(exact(above).times(exact(times)), exact(below))
  if (!value.round(decimals).eq(exact(written))) return null
  return `ROUND(${address(ratio[0], line)}/${address(ratio[1], line)}*${times},${decimals})`
}

/** The number that a sheet has there; null where it has none, or text. */
const valueAt = (line: EditionLine | undefined, column: string): string | null => {
  const value = line?.cells[column]?.value
  return value == null ? null : sheetNumber(value)
}

/** Lines that follow one another, as from and to. */
const runs = (lines: readonly number[]): [number, number][] =>
  [...lines]
    .sort((a, b) => a - b)
    .reduce<[number, number][]>((found, line) => {
      const last = found.at(-1)
      if (last && last[1] + 1 === line) last[1] = line
      else found.push([line, line])
      return found
    }, [])
