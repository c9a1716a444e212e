import { UnreadableArchive } from './fileFaults.ts'
import { percentStyles } from './percentStyles.ts'
import { readXml, type XmlReader } from './readXml.ts'
import { readZip } from './readZip.ts'
import { sharedStrings } from './sharedStrings.ts'
import { sheetRows } from './sheetRows.ts'

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
