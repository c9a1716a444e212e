import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Verdict } from './judgePrinted.ts'
import { type PrintedTable, readTables } from './readTables.ts'
import { type Options, type Recomputed, recomputeTable } from './recomputeTable.ts'

const folder = join(import.meta.dirname, '../../testdata')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const plain: Options = { lower: '2T-R', cap: null, inputs: 'exact' }
/** Formula and cap of each table, as its document uses them. */
const choices: Record<string, Record<string, Partial<Options>>> = JSON.parse(read('recompute.json'))
const count = (list: Verdict[], verdict: Verdict) => list.filter(one => one === verdict).length
const short = (value: string | null) => (value === null ? null : Number(value).toFixed(4))

const pages = readTables(read('real/sakip-tables.md'))
const achievements = pages.filter(table => /^[ABC]\d/.test(table.id ?? ''))
const known = choices['sakip-tables.md'] ?? {}
const done = achievements.map(table => ({ table, rows: recomputeTable(table, { ...plain, ...known[table.id ?? ''] }) }))

/** What the one who collected the table found, in the words of `Verdict`. */
function marked(row: Record<string, string>): Verdict {
  const mark = row.hasil_hitung_ulang ?? ''
  if (mark === 'TIDAK COCOK') return 'does-not'
  if (mark === 'tidak dicetak') return 'nothing-printed'
  return /^cocok: .* potong$/.test(mark) ? 'cut' : 'follows'
}

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

  it('come to the values written beside them', () => {
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
  it('are consistent besides, when inputs may be off by half their last digit, exactly where marked', () => {
    expect(judged('rounded').map(row => row.verdict)).toEqual(table.rows.map(row => verdict(row, true)))
  })
})
