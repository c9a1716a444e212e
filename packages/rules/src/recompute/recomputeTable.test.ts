import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatOf, nearestFormat } from './formats.ts'
import type { Verdict } from './judgePrinted.ts'
import { type PrintedTable, readTables } from './readTables.ts'
import { type Options, type Recomputed, recomputeTable } from './recomputeTable.ts'

const folder = join(import.meta.dirname, '../../testdata')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const plain: Options = { lower: '2T-R', cap: null, inputs: 'exact', tree: 'services' }
/** Formula and cap of each table, as its document uses them. */
const choices: Record<string, Record<string, Partial<Options>>> = JSON.parse(read('recompute.json'))
const count = (list: Verdict[], verdict: Verdict) => list.filter(one => one === verdict).length
const short = (value: string | null) => (value === null ? null : Number(value).toFixed(4))

const pages = readTables(read('real/sakip-tables.md'))
const achievements = pages.filter(table => /^[ABC]\d/.test(table.id ?? ''))
const known = choices['sakip-tables.md'] ?? {}
const done = achievements.map(table => ({ table, rows: recomputeTable(table, { ...plain, ...known[table.id ?? ''] }) }))

/** The collector's verdict on the table, as a `Verdict`. */
function marked(row: Record<string, string>): Verdict {
  const mark = row.hasil_hitung_ulang ?? ''
  if (mark === 'TIDAK COCOK') return 'does-not'
  if (mark === 'tidak dicetak') return 'nothing-printed'
  return /^cocok: .* potong$/.test(mark) ? 'cut' : 'follows'
}

it('every collected table has a known format, and something of it is computed', () => {
  for (const file of readdirSync(join(folder, 'real')))
    for (const table of readTables(read(`real/${file}`)))
      expect(formatOf(table.columns) && recomputeTable(table, plain).length, `${file} ${table.id}`).toBeGreaterThan(0)
})

describe('tables of minimum service standards', () => {
  const tables = readTables(read('real/spm-tables.md'))
  const of = (id: string, options: Partial<Options> = {}) =>
    recomputeTable(tables.find(table => table.id === id)!, { ...plain, ...options })
  const told = (rows: Recomputed[]) => rows.map(({ value, printed, verdict }) => [short(value), printed, verdict])

  it('T2: both percentages follow, and who was not served', () =>
    expect(told(of('T2'))).toEqual([
      ['13.2623', '13.26', 'follows'],
      ['1.9170', '1.92', 'follows'],
      ['497281.0000', '497281', 'follows'],
    ]))
  it('of 29 services is judged within its rounding as soon as one of seven', () => {
    const row = (komponen: string, nilai: string) => ({
      level: 'kabupaten',
      periode: '2026',
      komponen,
      nilai_published: nilai,
    })
    const rows = [...Array.from({ length: 29 }, (_, n) => row(`p${n}`, '80.6')), row('total_indeks', '80.65')]
    const table = { id: null, title: '', columns: ['level', 'periode', 'komponen', 'nilai_published'], rows }
    expect(told(recomputeTable(table, { ...plain, inputs: 'rounded' })).map(([, , verdict]) => verdict)).toEqual([
      'consistent',
    ])
    expect(told(recomputeTable(table, plain))[0]?.[2]).toBe('does-not')
  })
  it('T2 (2): the sums of the years, which the page does not print in its table', () =>
    expect(of('T2 (2)').map(({ label, value, verdict }) => [label, value, verdict])).toEqual([
      ['jumlah records', '510', 'nothing-printed'],
      ['jumlah kk_terlayani', '52816', 'nothing-printed'],
      ['jumlah jiwa_terlayani', '264066', 'nothing-printed'],
      ['jumlah sr', '52832', 'nothing-printed'],
    ]))
  it('T4: two parts do not come to their total; services by sub-urusan do, within the rounding of what is printed', () => {
    expect(told(of('T4'))).toEqual([
      ['67.6600', '66.84', 'does-not'],
      ['52.8880', '54.95', 'does-not'],
    ])
    expect(told(of('T4', { tree: 'subgroups' }))[1]).toEqual(['54.9422', '54.95', 'does-not'])
    const rounded = told(of('T4', { tree: 'subgroups', inputs: 'rounded' }))
    expect(rounded.map(([, , verdict]) => verdict)).toEqual(['does-not', 'consistent'])
    expect(told(of('T4', { inputs: 'rounded' }))[1]?.[2]).toBe('does-not')
  })
  it('T7: categories follow, of a range at both its ends; another would not', () => {
    expect(told(of('T7')).map(([, printed, verdict]) => [printed, verdict])).toEqual([
      ['97.935', 'follows'],
      ['93', 'follows'],
      ['100', 'follows'],
      ['71.4', 'follows'],
    ])
    const table = readTables('ukuran,nilai_published,kategori_published\nindeks,71.4,Tuntas Utama')[0]!
    expect(recomputeTable(table, plain)[0]?.verdict).toBe('does-not')
  })
})

it('E4: the predicate of each total is that of its band', () => {
  const table = pages.find(({ id }) => id === 'E4')!
  expect(recomputeTable(table, plain).map(row => row.verdict)).toEqual(Array(15).fill('follows'))
  const [first] = table.rows
  const changed = { ...table, rows: [{ ...first!, predikat_dari_realisasi: 'AA' }] }
  expect(recomputeTable(changed, plain)[0]?.verdict).toBe('does-not')
})

it('an unknown table gets the nearest format, and the columns it lacks', () =>
  expect(nearestFormat(['pembilang', 'penyebut', 'hasil'])).toEqual({
    title: 'indikator kinerja kunci',
    lacks: ['faktor', 'capaian_terbit'],
  }))

describe('tables A to C', () => {
  it('are seventeen, each with the choices of its document', () => {
    expect(achievements.map(table => table.id)).toEqual(Object.keys(known))
    expect(done.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(232)
  })

  it.each(done.map(({ table, rows }) => [table.id, table, rows] as const))(
    '%s follows, is cut, or does not exactly as it is marked',
    (_, table, rows) => {
      expect(rows.map(row => row.verdict)).toEqual(table.rows.map(marked))
    },
  )

  it('give the values written beside them', () => {
    for (const { table, rows } of done)
      for (const [at, row] of rows.entries())
        expect(table.rows[at]?.nilai_hitung, row.label).toContain(`=${short(row.value)}`)
  })

  it('hold 206 that follow, 16 that are cut, 8 that do not, and 2 not printed', () => {
    const all = done.flatMap(({ rows }) => rows.map(row => row.verdict))
    const by = (['follows', 'cut', 'does-not', 'nothing-printed'] as const).map(verdict => count(all, verdict))
    expect(by).toEqual([206, 16, 8, 2])
  })

  it('do not follow with the other lower-is-better formula', () => {
    const table = achievements.find(one => one.id === 'A5')!
    expect(recomputeTable(table, { ...plain, lower: 'T/R' }).map(row => row.verdict)).toEqual(['does-not', 'does-not'])
  })

  it('are capped where a cap is given', () => {
    const table = achievements.find(one => one.id === 'A7')!
    expect(recomputeTable(table, { ...plain, cap: '100' }).map(row => [row.rounded, row.verdict])).toEqual([
      ['97.32', 'follows'],
      ['100.00', 'does-not'],
      ['100.00', 'does-not'],
    ])
  })
})

describe('tables of evaluation', () => {
  const table = (id: string) => pages.find(one => one.id === id)!
  const verdicts = (changed: PrintedTable) => recomputeTable(changed, plain).map(row => row.verdict)
  const change = (from: PrintedTable, at: number, cells: Record<string, string>): PrintedTable => ({
    ...from,
    rows: from.rows.map((row, n) => (n === at ? { ...row, ...cells } : row)),
  })
  it('E2: components come to the total and its predicate', () => {
    expect(recomputeTable(table('E2'), plain).map(row => [row.value, row.verdict])).toEqual([
      ['79.55', 'follows'],
      ['82.68', 'follows'],
    ])
    expect(verdicts(change(table('E2'), 1, { predikat_terbit: 'AA' }))).toEqual(['follows', 'does-not'])
  })
  it('E3: grade times weight, the grade from the share of criteria met, and their sum', () => {
    const rows = recomputeTable(table('E3'), plain)
    expect(rows.map(row => row.verdict)).toEqual(rows.map(() => 'follows'))
    expect(rows.map(row => short(row.value))).toEqual(table('E3').rows.map(row => short(row.nilai_hitung ?? null)))
    expect(verdicts(change(table('E3'), 2, { grade: 'A', nilai_terbit: '13.50' }))[2]).toBe('does-not') // 7 of 8 is no A
    expect(verdicts(change(table('E3'), 12, { grade: 'AA' }))[12]).toBe('does-not')
  })
})

const alone = (name: string) => {
  const [table] = readTables(read(`real/${name}`))
  return table!
}

describe('key indicators', () => {
  const table = alone('lppd-ikk.csv')
  const words: Record<string, Verdict> = {
    TIDAK: 'does-not',
    kosong: 'nothing-printed',
    'ya (dipotong)': 'cut',
    'ya (pembulatan)': 'follows',
  }
  it('follow, are cut, or do not exactly as marked, and come to the values beside them', () => {
    const rows = recomputeTable(table, plain)
    expect(rows.map(row => row.verdict)).toEqual(table.rows.map(row => words[row.cocok ?? '']))
    expect(rows.map(row => short(row.value))).toEqual(table.rows.map(row => row.capaian_hitung))
  })
})

describe('lines of the accountability report', () => {
  const table = alone('lkpj.csv')
  const verdict = (row: Record<string, string>, rounded: boolean): Verdict => {
    const mark = row.cocok ?? ''
    if (mark === 'kosong') return 'nothing-printed'
    if (/^konsisten|selisih/.test(mark)) return rounded ? 'consistent' : 'does-not'
    return mark === 'TIDAK' ? 'does-not' : mark === 'ya (dipotong)' ? 'cut' : 'follows'
  }
  const judged = (inputs: Options['inputs']): Recomputed[] => recomputeTable(table, { ...plain, inputs })
  it('follow from exact inputs except those marked otherwise', () => {
    expect(judged('exact').map(row => row.verdict)).toEqual(table.rows.map(row => verdict(row, false)))
    expect(judged('exact').map(row => short(row.value))).toEqual(table.rows.map(row => row.persen_hitung))
  })
  it('are also consistent, when inputs may be off by half their last digit, exactly where marked', () => {
    expect(judged('rounded').map(row => row.verdict)).toEqual(table.rows.map(row => verdict(row, true)))
  })
})
