import { describe, expect, it } from 'vitest'
import type { Cell } from '../../types/Answers.ts'
import type { Finding } from '../../types/Finding.ts'
import { kind } from './kind.ts'
import { answersOf, evaluate, form, idOf, indicatorId, type Tree } from './lkpj.fixture.ts'

const own = (findings: Finding[]) => findings.filter(one => Object.hasOwn(kind.findings, one.code))
const said = (tree: Tree) => own(evaluate(tree).findings).map(one => [one.code, one.at, one.blocks])
const leaf = (cells: Record<string, Cell>, aims: [Cell | null, Cell | null][] = []): Tree => ({
  '2.11.02': { '2.11.02.2.01': { '2.11.02.2.01.0001': { cells, aims } } },
})
const row = `/subactivities/${idOf('2.11.02.2.01.0001')}`

describe('codes', () => {
  it('of the national list and of the older scheme are accepted', () => {
    expect(said({ '2.11.02': { '2.11.02.2.01': { '2.11.02.2.01.0001': {}, '2.11.02.2.01.02': {} } } })).toEqual([])
    expect(said({ 'X.XX.01': { '2.11.01.2.02': { '2.11.01.2.02.0001': {} } } })).toEqual([])
  })

  it('of another shape are reported', () => {
    expect(said({ '2.11': { '2.11.202': { '2.11.202.01': {} } } })).toEqual([
      ['program-code-shape', `/programs/${idOf('2.11')}/code`, false],
      ['activity-code-shape', `/activities/${idOf('2.11.202')}/code`, false],
      ['subactivity-code-shape', `/subactivities/${idOf('2.11.202.01')}/code`, false],
    ])
  })

  it('under another code need an explanation', () => {
    expect(said({ '2.11.02': { '2.11.03.2.01': { '2.11.03.2.01.0001': {} } } })).toEqual([
      ['activity-code-outside', `/activities/${idOf('2.11.03.2.01')}/code`, true],
    ])
  })

  it('used twice need an explanation, unless other units execute them', () => {
    const answers = answersOf(leaf({}))
    const again = idOf('again')
    const parent = idOf('2.11.02.2.01')
    const twice = (executor?: string) => {
      const cells = { $parent: parent, $position: 'b00', code: '2.11.02.2.01.0001', ...(executor && { executor }) }
      const { findings } = form().evaluate({ ...answers, subactivities: { ...answers.subactivities, [again]: cells } })
      return own(findings).map(one => [one.code, one.at, one.why])
    }
    expect(twice()).toEqual([
      ['subactivity-code-twice', `/subactivities/${again}/code`, `/subactivities/${again}/why-subactivity-code-twice`],
    ])
    expect(twice('Kelurahan Nunukan Timur')).toEqual([])
  })

  it('come before the name, and say that it is missing', () => {
    const answers = answersOf(leaf({}))
    const { name: _, ...nameless } = answers.programs?.[idOf('2.11.02')] ?? {}
    const rows = form().rows({ ...answers, programs: { [idOf('2.11.02')]: nameless } })
    expect(rows.programs?.map(one => one.label)).toEqual(['2.11.02 nama belum ada'])
    expect(rows.activities?.map(one => one.label)).toEqual(['2.11.02.2.01 Kegiatan 2.11.02.2.01'])
  })
})

describe('money and targets', () => {
  it('spending over the budget in force needs an explanation', () => {
    expect(said(leaf({ before: '100', spent: '101' }))).toEqual([['spent-over-budget', `${row}/spent`, true]])
    expect(said(leaf({ before: '100', after: '120', spent: '101' }))).toEqual([])
    expect(said(leaf({ before: '100', after: '90', spent: '91' }))).toEqual([
      ['spent-over-budget', `${row}/spent`, true],
    ])
  })

  it('a missed target requires a problem, and a problem a remedy', () => {
    expect(said(leaf({}, [['4', '3']]))).toEqual([['problem-missing', `${row}/problem`, false]])
    expect(said(leaf({ problem: 'Cuaca' }, [['4', '3']]))).toEqual([['remedy-missing', `${row}/remedy`, false]])
    expect(said(leaf({ problem: 'Cuaca', remedy: 'Jadwal ulang' }, [['4', '3']]))).toEqual([])
  })

  it('more than the target, and a target of 0, are reported', () => {
    const at = `/indicators/${indicatorId('2.11.02.2.01.0001')}`
    expect(said(leaf({}, [['4', '5']]))).toEqual([['over-target', `${at}/realization`, false]])
    expect(said(leaf({}, [['4', '40']]))).toEqual([['over-target', `${at}/realization`, false]])
    expect(said(leaf({}, [['100', '60000000000']]))).toEqual([['far-over-target', `${at}/realization`, true]])
    expect(said(leaf({}, [['0', '5']]))).toEqual([['zero-target', `${at}/target`, false]])
    expect(said(leaf({}, [['-2', '5']]))).toEqual([])
  })

  it('of an assistance task are kept apart from those of the office', () => {
    const task = idOf('task')
    const cells = { $position: 'a0', task: 'Rehabilitasi mangrove', budget: '100', spent: '120' }
    const { findings, figures } = form().evaluate({ assistance: { [task]: cells } })
    expect(own(findings).map(one => [one.code, one.why])).toEqual([
      ['assistance-spent-over-budget', `/assistance/${task}/why-assistance-spent-over-budget`],
    ])
    expect(figures.find(one => one.code === 'lkpj.absorption' && one.row === task)?.value).toBe('120')
    expect(figures.find(one => one.code === 'lkpj.absorption' && one.row === '')?.value).toBeNull()
  })
})
