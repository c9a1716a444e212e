// Writes ZIP files as tests want them, wrong ones too: what the directory says can differ from what is there.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  name: string
  content: Buffer | string
  /** What the directory and the header say instead of the truth. */
  lie?: { size?: number; crc?: number }
  encrypted?: boolean
  /** Unix mode in the attributes. */
  mode?: number
}

const u16 = (n: number) => Buffer.from([n & 255, (n >>> 8) & 255])
const u32 = (n: number) => Buffer.from([n & 255, (n >>> 8) & 255, (n >>> 16) & 255, (n >>> 24) & 255])

export const zipOf = (entries: ZipEntry[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, lie = {}, encrypted = false, mode = 0 } of entries) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const named = Buffer.from(name)
    const flags = u16((encrypted ? 1 : 0) | 0x800)
    const sizes = [u32(lie.crc ?? crc32(raw)), u32(packed.length), u32(lie.size ?? raw.length)]
    const common = [flags, u16(8), u16(0), u16(0), ...sizes, u16(named.length), u16(0)]
    const local = Buffer.concat([u32(0x04034b50), u16(20), ...common, named, packed])
    directory.push(
      Buffer.concat([
        u32(0x02014b50),
        u16(0x0314),
        u16(20),
        ...common,
        u16(0),
        u16(0),
        u16(0),
        u32(mode * 65536),
        u32(at),
        named,
      ]),
    )
    parts.push(local)
    at += local.length
  }
  const central = Buffer.concat(directory)
  const count = u16(entries.length)
  const end = Buffer.concat([u32(0x06054b50), u16(0), u16(0), count, count, u32(central.length), u32(at), u16(0)])
  return Buffer.concat([...parts, central, end])
}

const office = 'application/vnd.openxmlformats-officedocument.'
const types = (...parts: [string, string][]) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('')}</Types>`

/** The entries of a small workbook, with whatever a test adds. */
export const xlsxEntries = (...more: ZipEntry[]): ZipEntry[] => [
  {
    name: '[Content_Types].xml',
    content: types(['/xl/workbook.xml', `${office}spreadsheetml.sheet.main+xml`]),
  },
  { name: 'xl/workbook.xml', content: '<workbook/>' },
  { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${'<row/>'.repeat(500)}</worksheet>` },
  ...more,
]

export const docxEntries = (...more: ZipEntry[]): ZipEntry[] => [
  {
    name: '[Content_Types].xml',
    content: types(['/word/document.xml', `${office}wordprocessingml.document.main+xml`]),
  },
  { name: 'word/document.xml', content: '<w:document/>' },
  ...more,
]

export const typesEntry = (part: string, type: string): ZipEntry => ({
  name: '[Content_Types].xml',
  content: types([part, type]),
})

/** Relationships of one part: one of this type, to something outside where the mode says so. */
export const relationship = (type: string, mode: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a>b" TargetMode='${mode}' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://lain.example/x"/></Relationships>`

/** A workbook with one part that links to something outside. */
export const linkedWorkbook = (link: string | Buffer): ZipEntry[] =>
  xlsxEntries(
    { name: 'xl/externalLinks/externalLink1.xml', content: link },
    { name: 'xl/externalLinks/_rels/externalLink1.xml.rels', content: relationship('externalLinkPath', 'External') },
  )

const pngPart = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A picture that says it is so large; its points are not there. */
export const pngOf = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 6], 8)
  const parts = [pngPart('IHDR', head), pngPart('IDAT', deflateRawSync('')), pngPart('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}
