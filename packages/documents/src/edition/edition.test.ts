import { Workbook } from '@cj-tech-master/excelts'
import type { FrozenEdition } from '@sepakat/rules/editions/FrozenEdition.ts'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { exampleEdition, exampleTable } from '../testing/exampleEdition.ts'
import { editionTables } from './editionTables.ts'
import { editionWays } from './editionWays.ts'
import { makeEdition } from './makeEdition.ts'

const bare = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u00ad]/g, '')
const edition = exampleEdition({ tables: 5, lines: 9 })

interface Node {
  role?: string
  alt?: string
  children?: Node[]
}
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)]

async function readPdf(of: FrozenEdition, look?: Parameters<typeof editionWays.pdf.make>[1]) {
  const pdf = await getDocumentProxy(new Uint8Array(await editionWays.pdf.make(of, look)))
  const { text } = await extractText(pdf, { mergePages: false })
  const pages = await Promise.all(text.map((_, at) => pdf.getPage(at + 1)))
  const trees = await Promise.all(pages.map(page => page.getStructTree()))
  return {
    texts: text.map(bare),
    read: text.join('\n'),
    sizes: pages.map(page => page.view.slice(2).map(Math.round)),
    roles: new Set(trees.flatMap(tree => (tree ? nodes(tree as Node) : [])).flatMap(({ role }) => role ?? [])),
    alts: trees.flatMap(tree => (tree ? nodes(tree as Node) : [])).flatMap(({ alt }) => alt ?? []),
    bookmarks: ((await pdf.getOutline()) ?? []).map(({ title }) => title),
  }
}

describe('an edition as PDF', () => {
  it('has its texts and numbers, tags, bookmarks, contents, annexes and a page on its side for the wide table', async () => {
    const { texts, read, sizes, roles, alts, bookmarks } = await readPdf(edition)
    const all = texts.join()
    // a search finds words that could be divided, in letters of each sort
    for (const word of ['Penyelenggaraan pemerintahan', 'belum diperiksa', 'Melayani dengan sepenuh hati'])
      expect(read).toContain(word)
    const { lines, columns } = editionTables(edition)[0]?.table ?? { lines: [], columns: [] }
    expect(lines.length * columns.length).toBeGreaterThan(30)
    for (const said of [
      'Rp1.234.567.890.123,45',
      '1.234.567.890.123.456.789,25',
      '#settext(red)',
      '12dari19',
      'tidakdapatdihitung',
    ])
      expect(all).toContain(bare(said))
    for (const { sha256 } of edition.sources) expect(all).toContain(sha256)
    expect(bookmarks).toEqual(
      expect.arrayContaining(['BAB II CAPAIAN KINERJA', 'LAMPIRAN II YANG BELUM ADA', 'LAMPIRAN IV DAFTAR SUMBER']),
    )
    expect([...roles]).toEqual(
      expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TH', 'TD', 'L', 'Figure', 'Caption']),
    )
    expect(alts.join()).toContain('Sekretariat DPRD, 2024 tidak ada, 2025 100')
    const lying = sizes.flatMap(([width, height], at) => ((width ?? 0) > (height ?? 0) ? [texts[at]] : []))
    // and the list of sources
    expect(lying.length).toBeLessThan(5)
    expect(lying[0]).toContain('Tabel2.99')
    for (const text of texts.slice(1)) expect(text).toContain('Versi2·kodeperiksaa1b2c3d4e5f60718')
    expect(all).not.toContain('DRAF')
  })

  it('of a draft says so on each page, and shows the emblem', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="5"/></svg>'
    const { texts, alts } = await readPdf(exampleEdition({ tables: 1, lines: 1, draft: true }), {
      emblem: { svg },
      address: 'Jalan Pelabuhan 1',
    })
    for (const text of texts) expect(text).toContain('DRAF')
    expect(alts).toContain('Lambang Kabupaten Nunukan')
    expect(texts[0]).toContain('JalanPelabuhan1')
  })
})

describe('an edition as workbook', () => {
  it('has a sheet for each table with its numbers, live sums of the same value, and texts that do not run', async () => {
    const workbook = new Workbook()
    await workbook.xlsx.load(await makeEdition({ way: 'xlsx', edition, look: undefined }))
    const tables = editionTables(edition)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Ringkasan', ...tables.map(({ name }) => name)])
    const sheet = workbook.getWorksheet('Tabel 1.1')
    expect(sheet?.getCell('B14').formula).toBe('ROUND(SUM(B5:B13),2)')
    const table = tables[0]?.table
    expect(sheet?.getCell('B14').result).toBe(Number(table?.lines[10]?.cells.budget?.value))
    expect(sheet?.getCell('C5').value).toBe(Number(table?.lines[1]?.cells.spent?.value))
    expect(sheet?.getCell('D5').formula).toBe('ROUND(C5/B5*100,5)')
    const wide = workbook.getWorksheet('Tabel 2.99')
    expect(wide?.getCell('D7').value).toBe('1.234.567.890.123.456.789,25')
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 })
  })

  it('is the same bytes for the same edition', async () => {
    const made = () => makeEdition({ way: 'xlsx', edition, look: undefined })
    expect(await made()).toEqual(await made())
  })
})

it('an edition as a text of Word has headings, contents, counted captions, repeated heads and its charts', async () => {
  const parts = unzipSync(await makeEdition({ way: 'docx', edition, look: undefined }))
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const count = (pattern: RegExp) => document.match(pattern)?.length ?? 0
  expect(count(/<w:pStyle w:val="Heading1"/g)).toBe(5 + 4)
  expect(count(/<w:tblHeader/g)).toBe(editionTables(edition).length)
  expect(count(/SEQ Tabel_2 /g)).toBe(2)
  expect(document).toMatch(/TOC [^<]*\\h/)
  expect(count(/w:orient="landscape"/g)).toBe(2)
  expect(document).toContain('Rp1.234.567.890.123,45')
  expect(Object.keys(parts).filter(name => /charts\/chart\d*\.xml$/.test(name))).toHaveLength(2)
})

it('an edition as a text of Word has the emblem and the mark of a draft', async () => {
  const look = {
    emblem: { svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' },
    address: 'Jalan Pelabuhan 1',
  }
  const draft = exampleEdition({ tables: 1, lines: 1, draft: true })
  const parts = unzipSync(await makeEdition({ way: 'docx', edition: draft, look }))
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(Object.keys(parts).filter(name => name.endsWith('.svg'))).toHaveLength(1)
  expect(text('word/document.xml')).toContain('Lambang Kabupaten Nunukan')
  expect(text('word/document.xml')).toContain('Jalan Pelabuhan 1')
  expect(Object.keys(parts).some(name => name.includes('header') && text(name).includes('DRAF'))).toBe(true)
})

it('an edition of nothing yet comes out in every way', async () => {
  const table = { ...exampleTable(1, 1), lines: [] }
  const chart = { id: 'c', title: 'Belum ada', as: 'bars' as const, unit: '%', categories: [], series: [], notes: [] }
  const blocks = [
    { block: 'table' as const, number: 'Tabel 1.1', table },
    { block: 'chart' as const, number: 'Gambar 1.1', chart },
  ]
  const sections = [{ id: 's', number: '', title: 'PENUTUP', blocks }]
  const empty = {
    ...edition,
    chapters: [{ id: 'c', number: 'BAB I', title: 'PENUTUP', sections }],
    sources: [],
    annexes: [],
  }
  for (const way of Object.keys(editionWays) as (keyof typeof editionWays)[])
    expect((await makeEdition({ way, edition: empty, look: undefined })).length).toBeGreaterThan(100)
})

it('an edition as CSV is a file a table, with every digit and nothing that runs', async () => {
  const files = unzipSync(await makeEdition({ way: 'csv', edition, look: undefined }))
  expect(Object.keys(files)).toHaveLength(editionTables(edition).length + 1)
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const wide = Object.keys(files).find(name => name.endsWith('Tabel 2.99.csv')) ?? ''
  expect([...(files[wide] ?? []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(text(wide)).toContain('"1234567890123456789,25"')
  expect(text('001 Tabel 1.1.csv')).toMatch(
    /^"Perangkat daerah";"Anggaran \(Rp\)";"Realisasi \(Rp\)";"Terserap \(%\)";"Cakupan"\r\n/,
  )
})

it('an edition as JSON is all of it', async () => {
  expect(JSON.parse(new TextDecoder().decode(await makeEdition({ way: 'json', edition, look: undefined })))).toEqual(
    JSON.parse(JSON.stringify(edition)),
  )
})
