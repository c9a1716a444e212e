import { certainText } from '@sepakat/rules/numbers/certainText.ts'
import { decimalText, exact, hundred } from '@sepakat/rules/numbers/decimal.ts'
import { TooLargeToRead } from './fileFaults.ts'
import type { XmlReader } from './readXml.ts'
import { runs } from './sharedStrings.ts'

/** Limits: rows and columns of a sheet, and characters of all its cells: one string may be referenced by every one of them. */
const most = { rows: 20_000, columns: 100, letters: 5_000_000 }

/** `BC12` → 54. */
function columnOf(address: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}

const isNumber = /^-?\d{1,400}(\.\d{1,400})?(E[+-]?\d{1,3})?$/i
/** A spreadsheet keeps fifteen digits. */
const digitsKept = 15

interface Cell {
  column: number
  type: string
  isPercent: boolean
  value: string
}

function cellText({ type, value, isPercent }: Cell, words: string, strings: readonly string[]): string {
  if (type === 'inlineStr') return words
  if (type === 's') return strings[Number(value)] ?? ''
  if (type !== 'n' || !isNumber.test(value)) return value
  const number = exact(value).prec(digitsKept)
  return isPercent ? `${certainText(decimalText(number.times(hundred)))} %` : certainText(decimalText(number))
}

/** The rows of a sheet as text. @throws TooLargeToRead */
export function sheetRows(strings: readonly string[], percents: ReadonlySet<number>): XmlReader<string[][]> {
  const rows: string[][] = []
  const inline = runs()
  let cells: string[] | null = null
  let cell: Cell | null = null
  let isValue = false
  let letters = 0

  function endCell(): void {
    if (!cell || !cells || cell.column >= most.columns) return
    const text = cellText(cell, inline.take(), strings)
    letters += text.length
    if (letters > most.letters) throw new TooLargeToRead('letters')
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = text
  }
  /** Empty rows are often formatted to the end of a sheet. */
  function endRow(): void {
    if (!cells) return
    if (rows.length < most.rows) rows.push(cells)
    else if (cells.some(Boolean)) throw new TooLargeToRead('rows')
  }
  return {
    open(name, { r = '', t = 'n', s = '0' }) {
      if (name === 'row') cells = []
      else if (name === 'c' && cells)
        cell = { column: columnOf(r) ?? cells.length, type: t, isPercent: percents.has(Number(s)), value: '' }
      else if (name === 'v') isValue = cell?.value === ''
      else inline.open(name)
    },
    text(text) {
      if (!cell) return
      if (!isValue) inline.text(text)
      else if (cell.value.length + text.length <= most.letters) cell.value += text
    },
    close(name) {
      if (name === 'v') isValue = false
      else if (name === 'c') {
        endCell()
        cell = null
      } else if (name === 'row') {
        endRow()
        cells = null
      } else inline.close(name)
    },
    result: () => rows,
  }
}
