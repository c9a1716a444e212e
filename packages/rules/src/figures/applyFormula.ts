// How figures are computed. A formula's version never changes: a figure must stay recomputable for ever.
import { groupBy } from '../grouping/groupBy.ts'
import { divide, exact, hundred, zero } from '../numbers/decimal.ts'
import type { Decimal, Exact } from '../types/Decimal.ts'
import type { Derivation, Input, NotComputable } from '../types/Figure.ts'

/** Arguments of a formula: every input has a value, and there is at least one. */
interface Terms {
  inputs: { name: string; value: Exact; group: string; weight: Exact | null }[]
  params: Record<string, Exact>
}
export interface Raw {
  raw: Exact | null
  why: NotComputable | null
  numerator?: Exact
  denominator?: Exact
}
type Formula = (terms: Terms) => Raw

const add = (values: Exact[]) => values.reduce((sum, value) => sum.plus(value), zero)
const given = (raw: Exact): Raw => ({ raw, why: null })
const quotient = (numerator: Exact, denominator: Exact, factor: Exact): Raw =>
  denominator.eq(zero) ? { raw: null, why: 'zero-denominator' } : given(divide(numerator.times(factor), denominator))
const mean = (values: Exact[]) => divide(add(values), exact(String(values.length)))

function named(terms: Terms, name: string): Exact {
  const input = terms.inputs.find(one => one.name === name)
  if (!input) throw new Error(`the formula needs an input named ${name}`)
  return input.value
}
const groupsOf = (inputs: Terms['inputs']) => [...groupBy(inputs, input => input.group).values()]

/** Σnumerator ÷ Σdenominator × factor; with `capEach` no pair (inputs of one group) contributes more than that much of its own denominator. */
const ratio: Formula = ({ inputs, params }) => {
  const factor = params.factor ?? hundred
  const side = (of: Terms['inputs'], name: string) => add(of.filter(i => i.name === name).map(i => i.value))
  const denominator = side(inputs, 'denominator')
  const capEach = params.capEach
  const numerator = !capEach
    ? side(inputs, 'numerator')
    : add(
        groupsOf(inputs).map(pair => {
          const most = side(pair, 'denominator').times(capEach).div(factor)
          const own = side(pair, 'numerator')
          return own.gt(most) ? most : own
        }),
      )
  return { ...quotient(numerator, denominator, factor), numerator, denominator }
}

const weighted: Formula = ({ inputs }) => {
  const terms = inputs.map(({ name, value, weight }) => {
    if (!weight) throw new Error(`input ${name} has no weight`)
    return { weight, product: value.times(weight) }
  })
  return quotient(add(terms.map(t => t.product)), add(terms.map(t => t.weight)), exact('1'))
}

const formulas: Record<string, Formula> = {
  'value.1': ({ inputs }) => given(inputs[0]?.value ?? zero),
  'sum.1': ({ inputs }) => given(add(inputs.map(i => i.value))),
  'difference.1': ({ inputs: [first, ...rest] }) => given((first?.value ?? zero).minus(add(rest.map(i => i.value)))),
  'ratio.1': ratio,
  'mean.1': ({ inputs }) => given(mean(inputs.map(i => i.value))),
  'group-mean.1': ({ inputs }) => given(mean(groupsOf(inputs).map(group => mean(group.map(i => i.value))))),
  'weighted.1': weighted,
  // of those with the weight 1: all that are told apart are named, also those that are not counted
  'count.1': ({ inputs }) => given(add(inputs.map(i => i.weight ?? zero))),
  'lower-2t-r.1': terms => {
    const target = named(terms, 'target')
    return quotient(target.times('2').minus(named(terms, 'realization')), target, hundred)
  },
  'lower-t-r.1': terms => quotient(named(terms, 'target'), named(terms, 'realization'), hundred),
  'growth.1': terms => {
    const previous = named(terms, 'previous')
    return quotient(named(terms, 'current').minus(previous), previous, (terms.params.sign ?? exact('1')).times(hundred))
  },
  'deviation.1': terms => {
    const planned = named(terms, 'planned')
    return quotient(planned.minus(named(terms, 'realized')).abs(), planned, hundred)
  },
}

const termsOf = (inputs: (Input & { value: Decimal })[], params: Derivation['params']): Terms => ({
  inputs: inputs.map(({ name, value, group, weight }) => ({
    name,
    value: exact(value),
    group: group ?? '',
    weight: weight === undefined ? null : exact(weight),
  })),
  params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, exact(value)])),
})

const isGiven = (input: Input): input is Input & { value: Decimal } => input.value !== null

/** Applies a formula before cap and floor. A missing input makes the result null with the reason; so do no inputs. */
export function applyFormula({
  formula,
  inputs,
  left,
  params,
}: Pick<Derivation, 'formula' | 'inputs' | 'left' | 'params'>): Raw {
  const apply = formulas[formula]
  if (!apply) throw new Error(`no formula ${formula}`)
  const values = inputs.filter(isGiven)
  if (values.length < inputs.length) return { raw: null, why: inputs.find(i => !isGiven(i))?.state ?? 'empty' }
  if (values.length === 0) return { raw: null, why: whyNothing(left) }
  return apply(termsOf(values, params))
}

/** Why no input is left: nil if all were nil, else the first other reason. */
const whyNothing = (left: Derivation['left']): NotComputable =>
  left.length === 0 ? 'no-inputs' : (left.find(one => one.why !== 'nil')?.why ?? 'nil')
