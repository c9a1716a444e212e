import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answered, byCode, evaluate, figure, graded, subcomponents, together } from '#test/evaluationWorksheet.ts'
import { defaultRuleSet } from '../../rule-sets/defaultRuleSet.ts'
import { bandOf } from '../../scales/bandOf.ts'

const tables = readFileSync(new URL('../../../testdata/real/sakip-tables.md', import.meta.url), 'utf8')
/** The rows of a published table, by its heading. */
const published = (heading: string): Record<string, string>[] => {
  const block = tables.slice(tables.indexOf(`### ${heading}`)).split('```')[1] ?? ''
  const [head = '', ...rows] = block.trim().split('\n').slice(1)
  return rows.map(row => Object.fromEntries(head.split(';').map((name, at) => [name, row.split(';')[at] ?? ''])))
}

describe('the worked example E3', () => {
  const lines = published('E3').filter(line => line.subkomponen !== 'total')
  const met = Object.fromEntries(lines.map(line => [line.subkomponen!, Number(line.kriteria_terpenuhi)]))
  const grades = Object.fromEntries(lines.map(line => [line.subkomponen!, line.grade!]))
  const reasons = Object.fromEntries(lines.map(line => [line.subkomponen!, 'Dipertahankan, dan ada upaya.']))
  const evaluation = evaluate(together(answered('met', met), answered('verified', met), graded(grades, reasons)))

  it('has the criteria and weights of the catalogue', () => {
    expect(lines.map(line => [line.subkomponen, line.bobot])).toEqual(
      subcomponents.map(row => [row.code, row.attrs?.weight]),
    )
    expect(lines.reduce((sum, line) => sum + Number(line.kriteria), 0)).toBe(80)
  })

  it.each(lines.map(line => [line.subkomponen!, line] as const))('follows for %s', (code, line) => {
    const share = figure(evaluation, 'sakip.share', byCode(code))
    expect([share.numerator, share.denominator]).toEqual([line.kriteria_terpenuhi, line.kriteria])
    expect(Number(share.value)).toBe(Number(line.persen_isian))
    const score = figure(evaluation, 'sakip.score', byCode(code))
    expect(Number(score.value)).toBe(Number(line.nilai_terbit))
  })

  it('gives 88.10, an A, and nothing is left to do', () => {
    expect(figure(evaluation, 'sakip.score')).toMatchObject({ value: '88.1', band: { id: 'A' } })
    expect(evaluation.review.filter(finding => finding.blocks)).toEqual([])
  })

  it('by the office itself is at most BB: only the evaluator gives A and AA', () => {
    expect(figure(evaluation, 'sakip.ownShare', byCode('1.c')).band?.id).toBe('B')
    expect(figure(evaluation, 'sakip.ownScore')).toMatchObject({ value: '78.5', band: { id: 'BB' } })
  })
})

describe('the component tables E2', () => {
  it.each(published('E2'))('$sumber: the parts add up to the total, and the total gives its predicate', line => {
    const parts = ['perencanaan_30', 'pengukuran_30', 'pelaporan_15', 'evaluasi_25'].map(name => Number(line[name]))
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(line.total_terbit), 2)
    expect(bandOf(defaultRuleSet.sakip.predicate, line.total_terbit!).id).toBe(line.predikat_terbit)
  })
})

describe('scores', () => {
  const all = (grade: string) => Object.fromEntries(subcomponents.map(row => [row.code, grade]))

  it.each([
    ['E', '0', 'D'],
    ['D', '30', 'D'],
    ['C', '50', 'C'],
    ['CC', '60', 'CC'],
    ['B', '70', 'B'],
    ['BB', '80', 'BB'],
    ['A', '90', 'A'],
    ['AA', '100', 'AA'],
  ])('%s throughout is %s, predicate %s: a bound itself falls below', (grade, value, predicate) => {
    expect(figure(evaluate(graded(all(grade))), 'sakip.score')).toMatchObject({ value, band: { id: predicate } })
  })

  it('are summed by component, each out of its weight', () => {
    const evaluation = evaluate(graded(all('AA')))
    const components = ['perencanaan-kinerja', 'pengukuran-kinerja', 'pelaporan-kinerja']
    expect(components.map(row => figure(evaluation, 'sakip.score', row).value)).toEqual(['30', '30', '15'])
    expect(figure(evaluation, 'sakip.score', 'evaluasi-akuntabilitas-kinerja-internal').value).toBe('25')
  })

  it('are open until each subcomponent has its grade, and an unanswered criterion is not a no', () => {
    const { '4.c': _, ...others } = all('BB')
    expect(figure(evaluate(graded(others)), 'sakip.score')).toMatchObject({ value: null, why: 'empty' })
    const open = evaluate(answered('met', { '2.a': null }))
    expect(figure(open, 'sakip.ownShare', byCode('2.a'))).toMatchObject({ value: null, why: 'empty' })
    expect(figure(open, 'sakip.ownScore')).toMatchObject({ value: null, why: 'empty' })
  })
})
