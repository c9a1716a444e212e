import { decimalText, exact } from '@sepakat/rules/numbers/decimal.ts'
import { certainText } from './certainText.ts'
import { readZip, UnreadableArchive } from './readZip.ts'

/** Rows and columns a sheet may have here. */
const most = { rows: 20_000, columns: 100 }

/**
 * The first sheet of a workbook as rows of text. A numeric cell gives its stored number, written so that it has one reading.
 * @throws UnreadableArchive where it is no workbook
 */
export async function readXlsx(file: Blob): Promise<string[][]> {
  const { names, text } = await readZip(file)
  const [first] = names
    .filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b))
  const sheet = first === undefined ? null : await text(first)
  if (sheet === null) throw new UnreadableArchive('no sheet')
  const shared = await text('xl/sharedStrings.xml')
  const strings = shared === null ? [] : elements(parsed(shared), 'si').map(wordsOf)
  const rows: string[][] = []
  for (const row of elements(parsed(sheet), 'row').slice(0, most.rows)) {
    const cells: string[] = []
    for (const cell of elements(row, 'c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length
      if (column >= most.columns) continue
      while (cells.length < column) cells.push('')
      cells[column] = cellText(cell, strings)
    }
    rows.push(cells)
  }
  return rows
}

const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0)

function parsed(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  if (document.querySelector('parsererror')) throw new UnreadableArchive('broken sheet')
  return document
}

const elements = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagNameNS('*', name)]

/** Text of all its runs, without the reading aids of other scripts. */
const wordsOf = (element: Element): string =>
  elements(element, 't')
    .filter(part => part.parentElement?.localName !== 'rPh')
    .map(part => part.textContent ?? '')
    .join('')

/** `BC12` → 54. */
function columnOf(address: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(address)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null
}

function cellText(cell: Element, strings: string[]): string {
  const type = cell.getAttribute('t') ?? 'n'
  if (type === 'inlineStr') return wordsOf(cell)
  const value = elements(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  return type === 'n' ? numberText(value) : value
}

/** Fifteen digits are all a spreadsheet keeps. */
const numberText = (stored: string): string =>
  /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i.test(stored) ? certainText(decimalText(exact(stored).prec(15))) : stored
