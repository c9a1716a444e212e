import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../figures/recompute.ts'
import { type Recap, recapOf } from '../../form/recapOf.ts'
import { roundShown } from '../../numbers/formatNumber.ts'
import { readTables } from '../../recompute/readTables.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import type { Catalogue } from '../../types/Catalogue.ts'
import type { CountedFigure } from '../../types/Figure.ts'
import type { RuleSet } from '../../types/RuleSet.ts'
import { kind } from './kind.ts'
import { type Aim, evaluate, type Tree } from './lkpj.fixture.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
const catalogue: Catalogue = JSON.parse(read('catalogue.json'))
type Rule = RuleSet['lkpj']['physical']
type Standing = CountedFigure['standing']

/** A programme of one sub-activity. */
const programme = (code: string, money: { before: string; after?: string; spent?: string }, ...aims: Aim[]): Tree => ({
  [code]: { [`${code}.2.01`]: { [`${code}.2.01.0001`]: { cells: money, aims } } },
})
/** The recap of what these offices filed; null: not filed yet. */
function region(offices: Record<string, Tree | null>, physical: Rule = 'mean', standing: Standing = 'final'): Recap {
  const counted = Object.entries(offices).flatMap(([office, tree]) =>
    tree === null ? [] : evaluate(tree, physical).figures.map(figure => ({ office, standing, figure })),
  )
  const owners = new Map([['*', Object.keys(offices)]])
  return recapOf(kind, { period: '2026', rules: { ...defaultRuleSet, lkpj: { physical } }, catalogue, owners, counted })
}
function figureIn({ figures }: Recap, code: string, row = '') {
  const found = figures.find(one => one.code === `lkpj.${code}` && one.row === row)
  if (!found) throw new Error(`no lkpj.${code} of ${row}`)
  return found
}
const value = (...of: Parameters<typeof figureIn>) => {
  const exactly = figureIn(...of).value
  return exactly && roundShown(exactly, 4)
}

const health: Tree = {
  ...programme('1.02.02', { before: '100', after: '120', spent: '60' }, ['10', '5']),
  ...programme('2.14.02', { before: '40', spent: '40' }, ['4', '4']),
}
const hospital = programme('1.02.01', { before: '300', spent: '290' }, ['10', '9'])

describe('the region', () => {
  const both = region({ dinkes: health, rsud: hospital })

  it('adds the spending of offices by urusan and in all', () => {
    const sums = (row?: string) => ['before', 'budget', 'spent'].map(code => value(both, code, row))
    expect(sums('1.02')).toEqual(['400', '420', '350'])
    expect(sums('2.14')).toEqual(['40', '40', '40'])
    expect(sums()).toEqual(['440', '460', '390'])
    expect(value(both, 'absorption', '1.02')).toBe('83.3333') // 350 ÷ 420, not the mean of 50 and 96,67
    expect(value(both, 'absorption')).toBe('84.7826')
  })

  it('takes physical achievement as the mean of its offices, and of its urusan', () => {
    expect(value(both, 'physical', '1.02')).toBe('70') // 50 and 90
    expect(value(both, 'physical')).toBe('85') // 70 and 100
    const weighed = region({ dinkes: health, rsud: hospital }, 'weighted-by-budget')
    expect(value(weighed, 'physical', '1.02')).toBe('78.5714') // 50 × 120 and 90 × 300, of 420
    expect(value(weighed, 'physical')).toBe('80.4348')
  })

  it('counts offices, and names those that have not reported', () => {
    expect(both.coverage).toEqual({ owed: 2, reported: 2, approved: 2 })
    const some = region({ dinkes: health, rsud: null }, 'mean', 'provisional')
    expect([some.coverage, some.standing]).toEqual([{ owed: 2, reported: 1, approved: 0 }, 'incomplete'])
    expect(value(some, 'spent')).toBe('100')
    for (const code of ['before', 'budget', 'spent', 'absorption', 'physical'])
      expect(figureIn(some, code).derivation.left).toEqual([{ at: `rsud:figure:lkpj.${code}/`, why: 'empty' }])
  })

  it('handles programmes of every office, and codes without an urusan', () => {
    const odd = region({
      a: {
        ...programme('X.XX.01', { before: '5', spent: '1' }),
        ...programme('kode lama', { before: '7', spent: '2' }),
      },
    })
    expect([value(odd, 'budget', 'x.xx'), value(odd, 'budget', 'tanpa-urusan'), value(odd, 'budget')]).toEqual([
      '5',
      '7',
      '12',
    ])
    expect(catalogue.groups.map(({ id }) => id)).toEqual(expect.arrayContaining(['x.xx', 'tanpa-urusan', '1.02']))
  })
})

it('reproduces the budget of Malinau, for any split by office', () => {
  const [table] = readTables(read('../../../testdata/real/lkpj.csv'))
  const row = table?.rows.find(({ daerah, uraian }) => daerah === 'Malinau' && uraian === 'Belanja daerah')
  const [budget, spent] = [BigInt(row?.target_atau_anggaran ?? ''), BigInt(row?.realisasi ?? '')]
  const parted = (all: bigint) => [String(all / 3n), String(all - all / 3n)] as const
  const [budgets, paid] = [parted(budget), parted(spent)]
  const recap = region({
    a: programme('1.01.02', { before: budgets[0], spent: paid[0] }),
    b: programme('7.01.02', { before: budgets[1], spent: paid[1] }),
  })
  expect(value(recap, 'budget')).toBe(String(budget))
  expect(value(recap, 'absorption')).toBe(row?.persen_hitung)
  expect(roundShown(figureIn(recap, 'absorption').value ?? '', 2)).toBe(row?.persen_terbit)
})

it('money is counted once, whatever unit executes it, and every figure follows from its derivation', () => {
  const amount = fc.integer({ min: 0, max: 1e9 }).map(String)
  const code = fc.constantFrom('1.02.02', '1.02.03', '7.01.02', '7.01.05', 'X.XX.01')
  const tree = fc
    .uniqueArray(fc.tuple(code, amount, amount, amount), { selector: ([of]) => of, maxLength: 4 })
    .map(all =>
      Object.assign({}, ...all.map(([of, before, spent, did]) => programme(of, { before, spent }, ['100', did]))),
    )
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree),
      fc.constantFrom<Rule>('mean', 'weighted-by-budget'),
      (offices: Record<string, Tree>, rule) => {
        const recap = region(offices, rule)
        const all = Object.values(offices).flatMap(of =>
          Object.values(of).flatMap(activities => Object.values(activities).flatMap(own => Object.values(own))),
        )
        const spent = all.reduce((sum, { cells }) => sum + BigInt(String(cells?.spent)), 0n)
        expect(figureIn(recap, 'spent').value).toBe(all.length > 0 ? String(spent) : null)
        for (const { value: stands, raw, why, numerator, denominator, derivation } of recap.figures)
          expect(recompute(derivation)).toEqual({ value: stands, raw, why, numerator, denominator })
      },
    ),
  )
})
