import type { Derivation, Figure, Input, RowId } from '../../types.ts'
import type { Lkpj } from './figures.ts'
import { stepOf } from './stepOf.ts'

const legal = 'PP 13/2019'
type Amount = 'before' | 'budget' | 'spent'

/** What a row brings to the one above it; what is not known is an input without a value. */
interface Part {
  amounts: Record<Amount, Input>
  /** What was spent, and of which budget. */
  pair: [numerator: Input, denominator: Input]
  physical: Figure
}

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
    return rolledUp(c, program, activities)
  })
  rolledUp(c, '', programs)
  for (const row of c.rows('assistance')) {
    const at = `/assistance/${row}` as const
    ratio(c, 'lkpj.absorption', row, [c.input('numerator', `${at}/spent`), c.input('denominator', `${at}/budget`)])
  }
}

const ratio = (
  c: Lkpj,
  code: 'lkpj.absorption' | 'lkpj.achievement',
  row: RowId | '',
  inputs: Input[],
  left?: Derivation['left'],
): Figure => c.figure({ code, row, formula: 'ratio.1', inputs, left, legal })

/** What was reached of the target: the format of LKPJ knows no other direction. No share is taken of a step of a scale. */
function achievement(c: Lkpj, row: RowId): Figure {
  const at = `/indicators/${row}` as const
  const step = stepOf(c, row)
  if (step) return ratio(c, 'lkpj.achievement', row, [], [{ at: `${at}/${step.field}`, why: 'notApplicable' }])
  return ratio(c, 'lkpj.achievement', row, [
    c.input('numerator', `${at}/realization`),
    c.input('denominator', `${at}/target`),
  ])
}

/** The lowest level, where money is typed. Its budget is that after the change of APBD, where there was one. */
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
  return { amounts: { before, budget, spent }, pair, physical: meanOf(c, row, indicators) }
}

/** Amounts as sums, absorption of those of which both sides are known, physical achievement as the mean of the level below. */
function rolledUp(c: Lkpj, row: RowId | '', parts: Part[]): Part {
  const sum = (name: Amount): Input => {
    const inputs = counted(parts.map(part => part.amounts[name]))
    return c.of(name, c.figure({ code: `lkpj.${name}`, row, formula: 'sum.1', ...inputs }))
  }
  const amounts = { before: sum('before'), budget: sum('budget'), spent: sum('spent') }
  const known = parts.filter(({ pair }) => pair.every(input => input.value !== null))
  const left = parts.filter(part => !known.includes(part)).flatMap(({ pair }) => counted(pair).left.slice(0, 1))
  const absorbed = ratio(
    c,
    'lkpj.absorption',
    row,
    known.flatMap(part => part.pair),
    left,
  )
  return {
    amounts,
    pair: [
      { ...c.of('numerator', absorbed), value: absorbed.numerator },
      { ...c.of('denominator', absorbed), value: absorbed.denominator },
    ],
    physical: physicalOf(c, row, parts),
  }
}

/** By the rule set each part weighs the same, or as much as its budget. */
function physicalOf(c: Lkpj, row: RowId | '', parts: Part[]): Figure {
  if (c.rules.lkpj.physical === 'mean')
    return meanOf(
      c,
      row,
      parts.map(part => part.physical),
    )
  const weighed = parts.map(({ physical, amounts: { budget } }) => {
    const input = c.of('', physical)
    return budget.value === null ? { ...input, ...budget, at: input.at } : { ...input, weight: budget.value }
  })
  return c.figure({ code: 'lkpj.physical', row, formula: 'weighted.1', ...counted(weighed), legal })
}

const meanOf = (c: Lkpj, row: RowId | '', below: Figure[]): Figure =>
  c.figure({ code: 'lkpj.physical', row, formula: 'mean.1', ...counted(below.map(one => c.of('', one))), legal })

/** What has no value (no target, nothing typed yet) is left out and named, never 0. */
function counted(all: Input[]): { inputs: Input[]; left: Derivation['left'] } {
  return {
    inputs: all.filter(input => input.value !== null),
    left: all.flatMap(({ value, at, state }) => (value === null ? [{ at, why: state ?? 'empty' }] : [])),
  }
}
