// How an indicator is computed by the kind of its formula: the number over the number times a factor, a value as it was
// measured, a step of a scale, growth, deviation, the share of a checklist, or its parts together.

import { stepScale, stepsOf } from '../../scales/stepsOf.ts'
import type { RowFormula } from '../../types/Catalogue.ts'
import type { Reader } from '../../types/Context.ts'
import type { Decimal } from '../../types/Decimal.ts'
import type { Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import type { Scale } from '../../types/RuleSet.ts'
import { measured } from '../sakip-indikator/measure.ts'
import { counts, type LppdContext } from './lppdContext.ts'
import type { tables } from './tables.ts'

export interface IkkFormula {
  formula: string
  inputs: Input[]
  params?: Record<string, Decimal>
  band?: Scale
}

/** This year's answers, or last year's report read the same way, so that the two can be compared. */
export type From = 'previous' | undefined

type Place = {
  [T in keyof typeof tables]: `/${T}/${string}/${keyof (typeof tables)[T]['fields'] & string}`
}[keyof typeof tables]

const combined = { mean: 'mean.1', sum: 'sum.1', weighted: 'weighted.1' } as const

/** The default factor of a numerator over a denominator. */
const usual = { ratio: '100', quotient: '1', average: '1' }
type Divided = keyof typeof usual

/** The factor of a share or quotient; null where an indicator is computed in another way. */
export const factorOf = (formula: RowFormula | undefined): Decimal | null =>
  formula && formula.kind in usual ? (formula.factor ?? usual[formula.kind as Divided]) : null

/** Formula and inputs of one indicator, as a figure asks for them. */
export function ikkFormula(c: LppdContext, row: RowId, formula: RowFormula, from?: From): IkkFormula {
  const input = inputsFrom(c, from)
  switch (formula.kind) {
    case 'ratio':
    case 'quotient':
    case 'average':
      return {
        formula: 'ratio.1',
        inputs: [
          input('numerator', `/indicators/${row}/numerator`),
          input('denominator', `/indicators/${row}/denominator`),
        ],
        params: { factor: formula.factor ?? usual[formula.kind] },
      }
    case 'direct':
      return { formula: 'value.1', inputs: [input('nilai', `/indicators/${row}/value`)] }
    case 'category':
      return category(c, row, formula.scale ?? '', from)
    case 'growth':
      return {
        formula: 'growth.1',
        inputs: [input('current', `/indicators/${row}/current`), yearBefore(c, row)],
        params: { sign: formula.sense === 'fall' ? '-1' : '1' },
      }
    case 'deviation':
      return {
        formula: 'deviation.1',
        inputs: [input('planned', `/indicators/${row}/planned`), input('realized', `/indicators/${row}/realized`)],
      }
    case 'checklist':
      return checklist(c, row, from)
    case 'composite':
      return { formula: combined[formula.combine ?? 'mean'], inputs: parts(c, row, from) }
  }
}

function inputsFrom(c: LppdContext, from: From) {
  return (name: string, at: Place): Input => (from ? c.input(name, at, { from }) : c.input(name, at))
}
const cellsFrom = (c: LppdContext, from: From): Pick<Reader, 'cell' | 'text'> | null => (from ? c.source(from) : c)

/** Last year's number from its approved report, else as typed with its source. */
function yearBefore(c: LppdContext, row: RowId): Input {
  const approved = c.input('previous', `/indicators/${row}/current`, { from: 'previous' })
  const counted = approved.value !== null && counts(c.source('previous')?.status)
  return counted ? approved : c.input('previous', `/indicators/${row}/previous`)
}

/** A step contributes the value of its place on the scale, and its name. */
function category(c: LppdContext, row: RowId, scale: string, from: From): IkkFormula {
  const at = `/indicators/${row}/step` as const
  const steps = stepsOf(scale, c.rules.ordinals) ?? []
  const step = measured(inputsFrom(c, from)('kategori', at), cellsFrom(c, from)?.cell(at), steps)
  return { formula: 'value.1', inputs: [step], band: stepScale(scale, steps) }
}

/** A met row counts 1, any other 0, over the number of rows. */
function checklist(c: LppdContext, row: RowId, from: From): IkkFormula {
  const rows = c.rows('checks', row)
  const met = rows.map((check): Input => {
    const at = `/checks/${check}/met` as const
    const { state, ...asked } = inputsFrom(c, from)('numerator', at)
    const answer = state === 'unread' ? cellsFrom(c, from)?.cell(at) : undefined
    return typeof answer === 'boolean' ? { ...asked, value: answer ? '1' : '0' } : { ...asked, state }
  })
  const all: Input = { name: 'denominator', at: 'constant:banyaknya butir', value: String(rows.length) }
  return { formula: 'ratio.1', inputs: [...met, all], params: { factor: '100' } }
}

/** The weight of a part is from the catalogue, or typed; without one the part cannot be counted. */
function parts(c: LppdContext, row: RowId, from: From): Input[] {
  const input = inputsFrom(c, from)
  return c.rows('parts', row).map((part): Input => {
    const value = input('nilai', `/parts/${part}/value`)
    const own = c.catalogue(part)?.attrs?.weight
    if (own !== 'input') return { ...value, weight: own ?? '1' }
    const weight = input('bobot', `/parts/${part}/weight`)
    return weight.value === null
      ? { ...value, value: null, state: value.state ?? weight.state ?? 'empty' }
      : { ...value, weight: weight.value }
  })
}
