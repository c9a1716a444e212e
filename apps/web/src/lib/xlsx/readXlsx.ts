import { decimalText, exact, hundred } from '@sepakat/rules/numbers/decimal.ts'
import { certainText } from './certainText.ts'
import { percentStyles } from './percentStyles.ts'
import { readZip, UnreadableArchive } from './readZip.ts'

/** Rows and columns a sheet may have here. */
const most = { rows: 20_000, columns: 100 }

/**
 * The first sheet of a workbook as rows of text. A numeric cell gives its stored number, written so that it has one reading; one
 * formatted as percent the percentage that is shown there, all its decimals, with its sign: 0.0624 is `6,24 %`.
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
  const styles = await text('xl/styles.xml')
  const percents = styles === null ? new Set<number>() : percentStyles(parsed(styles))
  const rows: string[][] = []
  for (const row of elements(parsed(sheet), 'row').slice(0, most.rows)) {
    const cells: string[] = []
    for (const cell of elements(row, 'c')) {
      const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length
      if (column >= most.columns) continue
      while (cells.length < column) cells.push('')
      cells[column] = cellText(cell, strings, percents)
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

function cellText(cell: Element, strings: string[], percents: ReadonlySet<number>): string {
  const type = cell.getAttribute('t') ?? 'n'
  if (type === 'inlineStr') return wordsOf(cell)
  const value = elements(cell, 'v')[0]?.textContent ?? ''
  if (type === 's') return strings[Number(value)] ?? ''
  if (type !== 'n' || !isNumber.test(value)) return value
  const number = exact(value).prec(digitsKept)
  const isPercent = percents.has(Number(cell.getAttribute('s') ?? 0))
  return isPercent ? `${certainText(decimalText(number.times(hundred)))} %` : certainText(decimalText(number))
}

const isNumber = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i
/** Fifteen digits are all a spreadsheet keeps. */
const digitsKept = 15
