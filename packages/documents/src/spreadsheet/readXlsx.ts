import { UnreadableArchive } from './fileFaults.ts'
import { readXml, type XmlReader } from './readXml.ts'
import { readZip } from './readZip.ts'
import { sharedStrings } from './sharedStrings.ts'
import { sheetRows } from './sheetRows.ts'

/** Formats every workbook has without naming them: `0%` and `0.00%`. */
const builtIn = [9, 10]

/** A percent sign that is not text: in quotes, or after a backslash, it is literal and multiplies nothing. */
const isPercent = (code: string): boolean => code.replace(/"[^"]*"|\\./g, '').includes('%')

/** Which of the workbook's cell styles (the `s` of a cell) show a number as a percentage. */
function percentStyles(): XmlReader<Set<number>> {
  const percents = new Set(builtIn)
  const formats: number[] = []
  const above: string[] = []
  return {
    open(name, { numFmtId = '0', formatCode = '' }) {
      const list = above.at(-1)
      if (name === 'numFmt' && list === 'numFmts' && isPercent(formatCode)) percents.add(Number(numFmtId))
      if (name === 'xf' && list === 'cellXfs') formats.push(Number(numFmtId))
      above.push(name)
    },
    close: () => void above.pop(),
    text: () => undefined,
    result: () => new Set(formats.flatMap((format, at) => (percents.has(format) ? [at] : []))),
  }
}

const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0)

/**
 * The first sheet of a workbook as rows of text. A numeric cell yields its stored number, written with one reading; one
 * formatted as percent the percentage shown there, all its decimals, with its sign: 0.0624 is `6,24 %`.
 * @throws UnreadableArchive where it is no workbook, TooLargeToRead where it contains more than any list has
 */
export async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const { names, pieces } = readZip(bytes)
  const read = <T>(name: string, reader: XmlReader<T>): T => {
    const found = pieces(name)
    return found ? readXml(found, reader) : reader.result()
  }
  const [first] = names
    .filter(name => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    .sort((a, b) => numberIn(a) - numberIn(b))
  if (first === undefined) throw new UnreadableArchive('no sheet')
  const strings = read('xl/sharedStrings.xml', sharedStrings())
  const percents = read('xl/styles.xml', percentStyles())
  return read(first, sheetRows(strings, percents))
}
