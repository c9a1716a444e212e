import { groupBy } from '../../grouping/groupBy.ts'
import type { Derivation, Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { urusanOf } from './codes.ts'
import { type Lkpj, stepOf } from './figures.ts'
import { legal, meanOf, type Part, rolledUp } from './rolledUp.ts'

export function compute(c: Lkpj): void {
  const achievements = new Map(c.rows('indicators').map(row => [row, achievement(c, row)]))
  const programs = c.rows('programs').map(program => {
    const activities = c.rows('activities', program).map(activity => {
      const own = c.rows('subactivities', activity)
      return rolledUp(
        c,
        activity,
        own.map(row => subactivity(c, row, achievements)),
      )
    })
    return { urusan: urusanOf(c.text(`/programs/${program}/code`)), part: rolledUp(c, program, activities) }
  })
  // The office's figures of each field of government; the region adds these.
  for (const [urusan, own] of groupBy(programs, one => one.urusan))
    rolledUp(
      c,
      urusan,
      own.map(({ part }) => part),
    )
  rolledUp(
    c,
    '',
    programs.map(({ part }) => part),
  )
  for (const row of c.rows('assistance')) {
    const at = `/assistance/${row}` as const
    ratio(c, 'lkpj.absorption', row, [c.input('numerator', `${at}/spent`), c.input('denominator', `${at}/budget`)])
  }
}

const ratio = (
  c: Lkpj,
  code: 'lkpj.absorption' | 'lkpj.achievement',
  row: RowId,
  inputs: Input[],
  left?: Derivation['left'],
): Figure => c.figure({ code, row, formula: 'ratio.1', inputs, left, legal })

/** Realization over target: the LKPJ format knows no other direction. A step of a scale has no share. */
function achievement(c: Lkpj, row: RowId): Figure {
  const at = `/indicators/${row}` as const
  const step = stepOf(c, row)
  if (step) return ratio(c, 'lkpj.achievement', row, [], [{ at: `${at}/${step.field}`, why: 'notApplicable' }])
  return ratio(c, 'lkpj.achievement', row, [
    c.input('numerator', `${at}/realization`),
    c.input('denominator', `${at}/target`),
  ])
}

/** The lowest level, where money is typed. Its budget is that after the change of APBD, if there was one. */
function subactivity(c: Lkpj, row: RowId, achievements: Map<RowId, Figure>): Part {
  const at = `/subactivities/${row}` as const
  const before = c.input('before', `${at}/before`)
  const budget = c.cell(`${at}/after`) === undefined ? before : c.input('after', `${at}/after`)
  const spent = c.input('spent', `${at}/spent`)
  const pair: Part['pair'] = [
    { ...spent, name: 'numerator' },
    { ...budget, name: 'denominator' },
  ]
  ratio(c, 'lkpj.absorption', row, pair)
  const indicators = c.rows('indicators', row).flatMap(indicator => achievements.get(indicator) ?? [])
  const below = indicators.map(one => c.of('', one))
  return { amounts: { before, budget, spent }, pair, physical: meanOf(c, row, below) }
}
