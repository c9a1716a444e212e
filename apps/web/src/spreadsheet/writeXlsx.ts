// A workbook of one sheet, as small as spreadsheets accept: its entries are stored, not deflated.

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${body}`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const fixed: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Isian" sheetId="1" r:id="r1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
}

/** Rows of text as a workbook. Every cell is text whatever it looks like: nothing in it runs as a formula. */
export function writeXlsx(rows: readonly (readonly string[])[]): Blob {
  const lines = rows.map(
    cells =>
      `<row>${cells.map(cell => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`).join('')}</row>`,
  )
  const sheet = `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`
  return stored({ ...fixed, 'xl/worksheets/sheet1.xml': sheet })
}

/** An archive of these texts. */
function stored(entries: Record<string, string>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const central: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const title = new TextEncoder().encode(name)
    const data = new TextEncoder().encode(xml(text))
    const common = [
      ...short(20, 0, 0, 0, 0x21),
      ...long(crc32(data), data.length, data.length),
      ...short(title.length, 0),
    ]
    const local = [bytes(long(0x04034b50), common), title, data]
    central.push(bytes(long(0x02014b50), short(20), common, short(0, 0, 0), long(0, at)), title)
    parts.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const count = Object.keys(entries).length
  const size = central.reduce((sum, part) => sum + part.length, 0)
  const end = bytes(long(0x06054b50), short(0, 0, count, count), long(size, at), short(0))
  return new Blob([...parts, ...central, end], { type: `${type}.sheet` })
}

const short = (...values: number[]): number[] => values.flatMap(value => [value & 255, (value >>> 8) & 255])
const long = (...values: number[]): number[] =>
  values.flatMap(value => [...short(value & 0xffff), ...short(value >>> 16)])
const bytes = (...groups: number[][]): Uint8Array<ArrayBuffer> => new Uint8Array(groups.flat())

function crc32(data: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of data) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
