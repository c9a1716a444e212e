import type { Context } from '../../types/Context.ts'
import type { Derivation, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'

export const legal = 'PP 13/2019'
export type Amount = 'before' | 'budget' | 'spent'
type Maker = Pick<Context, 'rules' | 'of' | 'figure'>

/** What a row contributes to its parent; an unknown value is an input without a value. */
export interface Part {
  amounts: Record<Amount, Input>
  /** The spending, and its budget. */
  pair: [numerator: Input, denominator: Input]
  physical: Input
}

/** Amounts as sums, absorption where both sides are known, physical achievement as the mean of the level below. */
export function rolledUp(c: Maker, row: RowId | '', parts: Part[]): Part {
  const sum = (name: Amount): Input => {
    const inputs = counted(parts.map(part => part.amounts[name]))
    return c.of(name, c.figure({ code: `lkpj.${name}`, row, formula: 'sum.1', ...inputs }))
  }
  const amounts = { before: sum('before'), budget: sum('budget'), spent: sum('spent') }
  const known = parts.filter(({ pair }) => pair.every(input => input.value !== null))
  const left = parts.filter(part => !known.includes(part)).flatMap(({ pair }) => counted(pair).left.slice(0, 1))
  const inputs = known.flatMap(part => part.pair)
  const absorbed = c.figure({ code: 'lkpj.absorption', row, formula: 'ratio.1', inputs, left, legal })
  return {
    amounts,
    pair: [
      { ...c.of('numerator', absorbed), value: absorbed.numerator },
      { ...c.of('denominator', absorbed), value: absorbed.denominator },
    ],
    physical: physicalOf(c, row, parts),
  }
}

/** By the rule set parts have equal weight, or that of their budget. */
function physicalOf(c: Maker, row: RowId | '', parts: Part[]): Input {
  const below = parts.map(({ physical }) => physical)
  if (c.rules.lkpj.physical === 'mean') return meanOf(c, row, below)
  const weighed = parts.map(({ physical, amounts: { budget } }) =>
    budget.value === null ? { ...physical, ...budget, at: physical.at } : { ...physical, weight: budget.value },
  )
  return c.of('', c.figure({ code: 'lkpj.physical', row, formula: 'weighted.1', ...counted(weighed), legal }))
}

export const meanOf = (c: Maker, row: RowId | '', below: Input[]): Input =>
  c.of('', c.figure({ code: 'lkpj.physical', row, formula: 'mean.1', ...counted(below), legal }))

/** A part without a value (no target, nothing typed yet) is left out and named, never 0. */
function counted(all: Input[]): { inputs: Input[]; left: Derivation['left'] } {
  return {
    inputs: all.filter(input => input.value !== null),
    left: all.flatMap(({ value, at, state }) => (value === null ? [{ at, why: state ?? 'empty' }] : [])),
  }
}
