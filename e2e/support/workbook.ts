import { crc32, deflateRawSync } from 'node:zlib'

const short = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2)
  return bytes
}
const long = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4)
  return bytes
}

/** A workbook of these entries, deflated like a spreadsheet's. */
function workbook(entries: Record<string, string>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  const length = (parts: Buffer[]) => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [name, text] of Object.entries(entries)) {
    const data = deflateRawSync(text)
    const title = Buffer.from(name)
    const common = Buffer.concat([
      short(20, 0, 8, 0, 0x21),
      long(crc32(text), data.length, Buffer.byteLength(text)),
      short(title.length, 0),
    ])
    const at = length(local)
    local.push(long(0x04034b50), common, title, data)
    central.push(long(0x02014b50), short(20), common, short(0, 0, 0), long(0, at), title)
  }
  const count = Object.keys(entries).length
  const end = [long(0x06054b50), short(0, 0, count, count), long(length(central), length(local)), short(0)]
  return Buffer.concat([...local, ...central, ...end])
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheetOf = (rows: string) => `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`

/** One sheet with these rows. */
export const sheet = (rows: string[][]): Buffer =>
  workbook({
    'xl/worksheets/sheet1.xml': sheetOf(
      rows
        .map(cells => `<row>${cells.map(cell => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
        .join(''),
    ),
  })

/** A small file in which each of a million cells references one long string. */
export const freezing = (): Buffer =>
  workbook({
    'xl/worksheets/sheet1.xml': sheetOf(`<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(20_000)),
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${'x'.repeat(30_000)}</t></si></sst>`,
  })
