import { describe, expect, it } from 'vitest'
import { matrixOf, type OverviewCell, overviewSentence } from './overview.ts'

const cell = (name: string, form: string, period: string): OverviewCell => ({
  office: { id: name, name, shortName: name },
  form,
  period,
  submission: null,
  status: 'draft',
  late: false,
})
const totals = (all: number, begun: number, submitted: number, approved: number, late: number) => ({
  totals: [{ reportType: 'spm' as const, all, begun, submitted, approved, late }],
  coverage: [],
  cells: [] as OverviewCell[],
})

describe('overviewSentence', () => {
  it('counts what was submitted and not yet approved as waiting', () =>
    expect(overviewSentence(totals(49, 47, 46, 41, 3), 2026)).toBe(
      '41 dari 49 laporan tahun 2026 sudah disetujui; 5 menunggu diperiksa; 3 terlambat, semuanya sudah dikirim.',
    ))
  it('tells apart the late ones that are still to be sent', () => {
    const late = (status: OverviewCell['status']) => ({ ...cell('A', 'x/q', '2026-TW1'), status, late: true })
    const said = (...cells: OverviewCell[]) => overviewSentence({ ...totals(9, 9, 2, 1, cells.length), cells }, 2026)
    expect(said(late('approved'), late('draft'), late('returned'))).toContain(
      '; 3 terlambat, 2 di antaranya belum dikirim.',
    )
    expect(said(late('not-begun'))).toContain('; 1 terlambat, belum dikirim.')
  })
  it('says that nothing is late', () =>
    expect(overviewSentence(totals(2, 0, 0, 0, 0), 2026)).toBe(
      '0 dari 2 laporan tahun 2026 sudah disetujui; tidak ada yang terlambat.',
    ))
  it('counts once an office that owes something and cannot file yet', () => {
    const office = (id: string) => ({ id, name: id, shortName: id })
    const line = (...ids: string[]) => ({
      form: 'spm/triwulan',
      period: '2026-TW1',
      coverage: { owed: 3, reported: 0, approved: 0 },
      standing: 'incomplete' as const,
      notUsing: ids.map(office),
    })
    const { totals: some } = totals(2, 1, 1, 1, 0)
    expect(overviewSentence({ totals: some, cells: [], coverage: [line('a', 'b'), line('b')] }, 2026)).toBe(
      '1 dari 2 laporan tahun 2026 sudah disetujui; tidak ada yang terlambat; 2 perangkat daerah belum memakai SEPAKAT.',
    )
  })
  it('says that nothing is owed yet', () =>
    expect(overviewSentence({ totals: [], coverage: [], cells: [] }, 2027)).toBe(
      'Belum ada kewajiban lapor untuk tahun 2027.',
    ))
})

describe('matrixOf', () => {
  it('puts offices against forms and periods, with gaps where nothing is owed', () => {
    const matrix = matrixOf(
      [cell('B', 'x/q', '2026-TW2'), cell('A', 'x/q', '2026-TW1'), cell('A', 'x/y', '2026')],
      new Map(),
    )
    expect(matrix.columns.map(column => `${column.title} ${column.period}`)).toEqual([
      'X · x/q Triwulan I',
      'X · x/q Triwulan II',
      'X · x/y Tahun 2026',
    ])
    expect(matrix.rows.map(row => [row.office.name, ...row.cells.map(one => one !== null)])).toEqual([
      ['A', true, false, true],
      ['B', false, true, false],
    ])
  })
  it('puts offices with more late reports first', () => {
    const late = (name: string, period: string) => ({ ...cell(name, 'x/q', period), late: true })
    const all = [cell('A', 'x/q', '2026-TW1'), late('B', '2026-TW1'), late('C', '2026-TW1'), late('C', '2026-TW2')]
    expect(matrixOf(all, new Map()).rows.map(({ office }) => office.name)).toEqual(['C', 'B', 'A'])
  })
  it('lists forms in working order, whatever their names', () => {
    const forms = new Map([
      ['x/z', 'Pertama'],
      ['x/q', 'Kedua'],
    ])
    const all = [
      cell('A', 'x/y', '2026'),
      cell('A', 'x/q', '2026-TW2'),
      cell('A', 'x/q', '2026-TW1'),
      cell('A', 'x/z', '2026'),
    ]
    expect(matrixOf(all, forms).columns.map(column => `${column.title} ${column.period}`)).toEqual([
      'X · Pertama Tahun 2026',
      'X · Kedua Triwulan I',
      'X · Kedua Triwulan II',
      'X · x/y Tahun 2026',
    ])
  })
})
