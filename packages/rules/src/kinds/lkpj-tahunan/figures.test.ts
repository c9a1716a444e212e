import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roundShown } from '../../numbers/formatNumber.ts'
import { judgePrinted } from '../../recompute/judgePrinted.ts'
import { readTables } from '../../recompute/readTables.ts'
import { evaluate, figureOf, idOf, indicatorId, type Tree } from './lkpj.fixture.ts'

const money = (before: string, spent: string, after?: string) => ({ before, spent, ...(after && { after }) })

/** Two programmes: one of two activities, one of one. */
const tree: Tree = {
  '1.02.02': {
    '1.02.02.2.01': {
      '1.02.02.2.01.0001': {
        cells: money('100', '50'),
        aims: [
          ['10', '5'],
          ['4', '4'],
        ],
      },
      '1.02.02.2.01.0002': { cells: money('300', '330', '330'), aims: [['8', '8']] },
    },
    '1.02.02.2.02': { '1.02.02.2.02.0001': { cells: money('0', '20', '40'), aims: [['5', '1']] } },
  },
  '1.02.03': { '1.02.03.2.01': { '1.02.03.2.01.0001': { cells: money('600', '600'), aims: [['2', '2']] } } },
}
const shown = (...of: Parameters<typeof figureOf>) => {
  const { value } = figureOf(...of)
  return value && roundShown(value, 4)
}

describe('budgets', () => {
  it('roll up as sums: before the change, in force, spent', () => {
    const done = evaluate(tree)
    const sums = (row?: string) => ['before', 'budget', 'spent'].map(code => figureOf(done, code, row).value)
    expect(sums('1.02.02.2.01')).toEqual(['400', '430', '380'])
    expect(sums('1.02.02.2.02')).toEqual(['0', '40', '20'])
    expect(sums('1.02.02')).toEqual(['400', '470', '400'])
    expect(sums()).toEqual(['1000', '1070', '1000'])
  })

  it('are absorbed by what was spent of that in force, added up before it is divided', () => {
    const done = evaluate(tree)
    expect(shown(done, 'absorption', '1.02.02.2.01.0002')).toBe('100')
    expect(shown(done, 'absorption', '1.02.02')).toBe('85.1064')
    expect(shown(done, 'absorption')).toBe('93.4579')
    expect(figureOf(done, 'absorption')).toMatchObject({ numerator: '1000', denominator: '1070' })
  })

  it('with an unknown side are left out of the absorption and named, never 0', () => {
    const done = evaluate({
      '1.02.02': {
        '1.02.02.2.01': {
          '1.02.02.2.01.0001': { cells: money('100', '50') },
          '1.02.02.2.01.0002': { cells: { before: '900' } },
        },
      },
    })
    expect(figureOf(done, 'absorption')).toMatchObject({ value: '50.0000'.replace(/\.0+$/, '') })
    expect(figureOf(done, 'absorption', '1.02.02.2.01').derivation.left).toEqual([
      { at: `/subactivities/${idOf('1.02.02.2.01.0002')}/spent`, why: 'empty' },
    ])
    expect(figureOf(done, 'spent').value).toBe('50')
    expect(figureOf(done, 'budget').value).toBe('1000')
  })
})

describe('physical achievement', () => {
  it('is the mean of the level below, never a sum of percentages', () => {
    const done = evaluate(tree)
    expect(shown(done, 'physical', '1.02.02.2.01.0001')).toBe('75')
    expect(shown(done, 'physical', '1.02.02.2.01')).toBe('87.5')
    expect(shown(done, 'physical', '1.02.02.2.02')).toBe('20')
    expect(shown(done, 'physical', '1.02.02')).toBe('53.75')
    expect(shown(done, 'physical')).toBe('76.875')
  })

  it('weighs by the budget in force where the rule set says so', () => {
    const done = evaluate(tree, 'weighted-by-budget')
    expect(shown(done, 'physical', '1.02.02.2.01')).toBe('94.186')
    expect(shown(done, 'physical', '1.02.02')).toBe('87.8723')
    expect(shown(done, 'physical')).toBe('94.6729')
  })

  it('leaves out what has no target, names it and counts it', () => {
    const own: Tree = structuredClone(tree)
    own['1.02.03'] = {
      '1.02.03.2.01': {
        '1.02.03.2.01.0001': {
          aims: [
            [null, '7'],
            ['0', '0'],
            ['4', '3'],
          ],
        },
      },
    }
    const done = evaluate(own)
    expect(shown(done, 'physical', '1.02.03')).toBe('75')
    expect(figureOf(done, 'physical', '1.02.03.2.01.0001').derivation.left.map(one => one.why)).toEqual([
      'empty',
      'zero-denominator',
    ])
    expect(done.findings.filter(one => one.at === '').map(one => one.message)).toEqual([
      '1 indikator tanpa target tidak ikut dihitung dalam capaian fisik.',
    ])
    const none = evaluate({ '1.02.03': { '1.02.03.2.01': { '1.02.03.2.01.0001': {} } } })
    expect(figureOf(none, 'physical')).toMatchObject({ value: null, why: 'no-inputs' })
  })

  it('has no share for a step of a scale', () => {
    const done = evaluate({
      '5.02.02': {
        '5.02.02.2.01': {
          '5.02.02.2.01.0001': {
            aims: [
              ['WTP', 'WTP'],
              ['2', '1'],
            ],
          },
        },
      },
    })
    expect(shown(done, 'physical')).toBe('50')
    expect(done.findings.find(one => one.code === 'step-not-counted')).toMatchObject({
      level: 'notice',
      at: `/indicators/${indicatorId('5.02.02.2.01.0001')}/target`,
    })
  })
})

describe('what was published', () => {
  const [table] = readTables(readFileSync(join(import.meta.dirname, '../../../testdata/real/lkpj.csv'), 'utf8'))
  const expected: Record<string, string> = {
    'ya (pembulatan)': 'follows',
    'ya (dipotong)': 'cut',
    TIDAK: 'does-not',
    kosong: 'nothing-printed',
    'ya (selisih <=0.01)': 'does-not',
    'konsisten (masukan dibulatkan)': 'does-not',
  }
  const code = '1.02.02.2.01.0001'
  const lone = (leaf: Tree[string][string][string]): Tree => ({ '1.02.02': { '1.02.02.2.01': { [code]: leaf } } })
  const rows = (table?.rows ?? []).map(row => [`${row.daerah} ${row.tahun} ${row.uraian}`, row] as const)

  it.each(rows)('%s: as a physical target and as money', (_, row) => {
    const { target_atau_anggaran: target = '', realisasi = '', persen_terbit: printed = '' } = row
    const plain = (text: string) => text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
    const aimed = evaluate(lone({ aims: [[plain(target), plain(realisasi)]] }))
    const spent = evaluate(lone({ cells: { before: plain(target), spent: plain(realisasi) } }))
    const values = [figureOf(aimed, 'physical').value, figureOf(spent, 'absorption').value]
    expect(new Set(values).size).toBe(1)
    expect(values.map(value => value && roundShown(value, 4))).toEqual(
      Array(2).fill(roundShown(row.persen_hitung ?? '', 4)),
    )
    expect(judgePrinted(values[0] ?? null, printed)).toBe(expected[row.cocok ?? ''])
  })
})
