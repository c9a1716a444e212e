import { describe, expect, it } from 'vitest'
import { judgePrinted } from './judgePrinted.ts'
import { readTables } from './readTables.ts'
import { recomputeTable } from './recomputeTable.ts'

describe('a file of tables', () => {
  it('gives each block the letter and number of its heading', () => {
    const page =
      '## A, B.\n\n### A5. Provinsi\n\n```csv\na;b\n1;2\n```\n\n### B11. Dinas, lain\nCatatan\n```csv\na;b\n3;"4\n```\n'
    expect(readTables(page)).toEqual([
      { id: 'A5', title: 'Provinsi', columns: ['a', 'b'], rows: [{ a: '1', b: '2' }] },
      { id: 'B11', title: 'Dinas, lain', columns: ['a', 'b'], rows: [{ a: '3', b: '"4' }] },
    ])
  })
  it('names a table without a letter by its heading, and one more under the same heading by its number', () => {
    const block = '```csv\na;b\n1;2\n```\n'
    const page = `${block}\n## Per tahun\n${block}\n### B1. Dinas\n${block}\nkata\n${block}`
    expect(readTables(page).map(({ id, title }) => [id, title])).toEqual([
      ['tanpa judul', ''],
      ['Per tahun', 'Per tahun'],
      ['B1', 'Dinas'],
      ['B1 (2)', 'Dinas'],
    ])
  })
  it('reads a table alone, with quoted cells, an empty last cell and the byte order mark of a spreadsheet', () => {
    expect(readTables('\uFEFFa,b,c\r\n1,"x, ""y""",\r\n,2,"3"\r\n')).toEqual([
      {
        id: null,
        title: '',
        columns: ['a', 'b', 'c'],
        rows: [
          { a: '1', b: 'x, "y"', c: '' },
          { a: '', b: '2', c: '3' },
        ],
      },
    ])
  })
  it('of a kind that is not known cannot be computed', () => {
    const [table] = readTables('daerah,nilai\nX,1')
    expect(() => recomputeTable(table!, { lower: '2T-R', cap: null, inputs: 'exact', tree: 'services' })).toThrow(
      'no known table',
    )
  })
})

it('a table that a person made, without marks, is judged too', () => {
  const [table] = readTables(
    'indikator;target;realisasi;capaian_terbit;arah\nA;10;12,5;125;+\nB;0;5;100;+\nC;3;2;66.66;+\nD;3;2;N/A;+',
  )
  const rows = recomputeTable(table!, { lower: '2T-R', cap: null, inputs: 'exact', tree: 'services' })
  expect(rows.map(row => [row.verdict, row.why])).toEqual([
    ['does-not', 'unread'],
    ['does-not', 'zero-denominator'],
    ['cut', null],
    ['nothing-printed', null],
  ])
})

describe('a printed number', () => {
  it.each([
    ['100.3865', '100.39', 'follows'],
    ['100.3865', '100.38', 'cut'],
    ['100.3865', '100.4', 'follows'],
    ['100.385', '100.39', 'follows'], // half away from zero
    ['-2.345', '-2.35', 'follows'],
    ['-2.345', '-2.34', 'cut'],
    ['100', '100.00', 'follows'],
    ['99.4', '101', 'does-not'],
    ['99.4', '', 'nothing-printed'],
    ['99.4', '-', 'nothing-printed'],
  ] as const)('from %s printed as %j: %s', (value, printed, verdict) =>
    expect(judgePrinted(value, printed)).toBe(verdict),
  )

  it('may be consistent with inputs that were rounded', () => {
    const bounds = { least: '102.97', most: '104.49' }
    expect(judgePrinted('103.7313', '104.02', bounds)).toBe('consistent')
    expect(judgePrinted('103.7313', '104.50', bounds)).toBe('does-not')
    expect(judgePrinted('103.7313', '103.73', bounds)).toBe('follows')
  })
})
