import { readNumber } from '@sepakat/rules/numbers/readNumber.ts'
import { describe, expect, it } from 'vitest'
import { TooLargeToRead, UnreadableArchive } from './fileFaults.ts'
import { readXlsx } from './readXlsx.ts'
import { readZip } from './readZip.ts'

const packed = async (text: string): Promise<Uint8Array<ArrayBuffer>> => {
  const stream = new Response(text).body!.pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
const words = (...of: [size: 2 | 4, value: number][]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(of.reduce((sum, [size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [size, value] of of) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

/** A workbook with these entries, deflated or stored. `says`: the unpacked size it names, whatever that is. */
async function workbook(
  entries: Record<string, string>,
  deflate = true,
  says = (text: string): number => text.length,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const central: Uint8Array<ArrayBuffer>[] = []
  const length = (of: Uint8Array[]) => of.reduce((sum, part) => sum + part.byteLength, 0)
  for (const [name, text] of Object.entries(entries)) {
    const title = new TextEncoder().encode(name)
    const data = deflate ? await packed(text) : new TextEncoder().encode(text)
    const method = deflate ? 8 : 0
    const sizes: [4, number][] = [
      [4, 0],
      [4, data.byteLength],
      [4, says(text)],
    ]
    const at = length(parts)
    parts.push(
      words([4, 0x04034b50], [2, 20], [2, 0], [2, method], [4, 0], ...sizes, [2, title.byteLength], [2, 0]),
      title,
      data,
    )
    central.push(
      words(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, 0],
        [2, method],
        [4, 0],
        ...sizes,
        [2, title.byteLength],
        [2, 0],
        [2, 0],
      ),
      words([2, 0], [2, 0], [4, 0], [4, at]),
      title,
    )
  }
  const count = Object.keys(entries).length
  const end = words(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length(central)],
    [4, length(parts)],
    [2, 0],
  )
  return new Uint8Array(await new Blob([...parts, ...central, end]).arrayBuffer())
}

const sheet = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="urn:x"><sheetData>${rows}</sheetData></worksheet>`
const shared = '<sst xmlns="urn:x"><si><t>Kode</t></si><si><r><t>Nama </t></r><r><t>program</t></r></si></sst>'

describe('a workbook', () => {
  it.each([true, false])('returns its first sheet as rows of text (deflated: %s)', async deflate => {
    const file = await workbook(
      {
        'xl/worksheets/sheet2.xml': sheet('<row><c><v>9</v></c></row>'),
        'xl/worksheets/sheet1.xml': sheet(
          '<row><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>Pagu</t></is></c></row>' +
            '<row><c r="A2" t="str"><v>1.02.02</v></c><c r="D2"><v>450000000</v></c></row>',
        ),
        'xl/sharedStrings.xml': shared,
      },
      deflate,
    )
    expect(await readXlsx(file)).toEqual([
      ['Kode', 'Nama program', '', 'Pagu'],
      ['1.02.02', '', '', '450000000'],
    ])
  })

  it.each([
    ['450000000', '450000000'],
    ['4.5E8', '450000000'],
    ['1.234', '1.234'],
    ['0.30000000000000004', '0.3'],
    ['-12.5', '-12.5'],
  ])('a stored number %s is read as %s, whatever its decimals', async (stored, value) => {
    const file = await workbook({ 'xl/worksheets/sheet1.xml': sheet(`<row><c r="A1"><v>${stored}</v></c></row>`) })
    const [[text = ''] = []] = await readXlsx(file)
    expect(readNumber(text, 'pasted')).toMatchObject({ kind: 'number', value })
  })

  const styles =
    '<styleSheet xmlns="urn:x"><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0.00&quot;%&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'

  it.each([
    [2, '6.2399999999999998E-2', '6,24 %'],
    [1, '1.2450000000000001', '124,5 %'],
    [3, '0.95', '95 %'],
    [1, '-0.0207', '-2,07 %'],
    [1, '12', '1200 %'],
    [2, '0.01234', '1,2340 %'],
    [4, '0.0624', '0,0624'],
    [0, '0.0624', '0,0624'],
  ])('a cell of style %s containing %s yields %s, without a float', async (style, stored, text) => {
    const row = `<row><c r="A1" s="${style}"><v>${stored}</v></c></row>`
    const file = await workbook({ 'xl/worksheets/sheet1.xml': sheet(row), 'xl/styles.xml': styles })
    expect(await readXlsx(file)).toEqual([[text]])
  })

  it('is refused where it is none', async () => {
    await expect(readXlsx(new TextEncoder().encode('kode\tnama'))).rejects.toBeInstanceOf(UnreadableArchive)
    await expect(readXlsx(await workbook({ 'word/document.xml': '<x/>' }))).rejects.toBeInstanceOf(UnreadableArchive)
    await expect(readXlsx(await workbook({ 'xl/worksheets/sheet1.xml': '<a><b></a>' }))).rejects.toBeInstanceOf(
      UnreadableArchive,
    )
    const whole = await workbook({ 'xl/worksheets/sheet1.xml': sheet('') })
    await expect(readXlsx(whole.slice(0, whole.byteLength - 30))).rejects.toBeInstanceOf(UnreadableArchive)
  })
})

describe('a malicious workbook', () => {
  const stringsOf = (count: number, text: string) =>
    `<sst xmlns="urn:x">${`<si><t>${text}</t></si>`.repeat(count)}</sst>`
  const named = (rows: number) => sheet(`<row>${'<c t="s"><v>0</v></c>'.repeat(50)}</row>`.repeat(rows))
  const refused = async (entries: Record<string, string>) =>
    expect(await readXlsx(await workbook(entries)).catch((error: unknown) => error)).toBeInstanceOf(TooLargeToRead)

  it('is refused with one long string that every cell names', () =>
    refused({ 'xl/worksheets/sheet1.xml': named(2000), 'xl/sharedStrings.xml': stringsOf(1, 'x'.repeat(20_000)) }))

  it('is refused with a cell longer than any spreadsheet keeps', () =>
    refused({ 'xl/worksheets/sheet1.xml': sheet(''), 'xl/sharedStrings.xml': stringsOf(1, 'x'.repeat(40_000)) }))

  it('is refused with more strings than any list has', () =>
    refused({ 'xl/worksheets/sheet1.xml': sheet(''), 'xl/sharedStrings.xml': stringsOf(300_001, 'x') }))

  it('is refused with more rows than any list has, not truncated', () =>
    refused({ 'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>'.repeat(20_001)) }))

  it('is read without rows that are formatted and empty', async () => {
    const rows = `<row><c t="str"><v>ada</v></c></row>${'<row><c s="1"/></row>'.repeat(30_000)}`
    expect((await readXlsx(await workbook({ 'xl/worksheets/sheet1.xml': sheet(rows) })))[0]).toEqual(['ada'])
  })

  it('is refused while it is unpacked, by its unpacked size', () =>
    refused({ 'xl/worksheets/sheet1.xml': sheet(' '.repeat(9_000_000)) }))

  it('is refused where it unpacks to more than it says, of which no more is unpacked', async () => {
    const entries = { 'xl/worksheets/sheet1.xml': sheet(' '.repeat(9_000_000)) }
    const file = await workbook(entries, true, () => 1000)
    await expect(readXlsx(file)).rejects.toBeInstanceOf(UnreadableArchive)
    const { pieces } = readZip(file)
    expect([...(pieces('xl/worksheets/sheet1.xml') ?? [])].join('')).toHaveLength(1000)
  })

  it('is refused with multiplying entities', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'y'.repeat(1000)}">]>${sheet('<row><c t="str"><v>&a;&a;</v></c></row>')}`
    await expect(readXlsx(await workbook({ 'xl/worksheets/sheet1.xml': bomb }))).rejects.toBeInstanceOf(
      UnreadableArchive,
    )
  })

  it('is read in linear time with numbers of many digits, brackets and dashes', async () => {
    const took = async (cells: number) => {
      const value = `<c><v>${'1'.repeat(200)}E</v></c>`.repeat(cells)
      const file = await workbook({ 'xl/worksheets/sheet1.xml': sheet(`<row>${value}</row>`.repeat(20)) })
      const started = performance.now()
      await readXlsx(file)
      return performance.now() - started
    }
    const small = Math.min(await took(20), await took(20), await took(20))
    expect(Math.min(await took(80), await took(80))).toBeLessThan(Math.max(small, 5) * 12)
  })
})
