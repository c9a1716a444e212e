import { exact, isDecimal } from '../numbers/decimal.ts'
import type { OrdinalStep, RuleSet, Scale } from '../types/RuleSet.ts'
import { scaleId } from './scaleLabel.ts'

/** The id of a step of an ordinal scale: `BB`, `Sangat Baik`. */
export const stepPattern = /^[A-Za-z][A-Za-z0-9 +-]{0,39}$/

/**
 * The steps of a scale, by its name in the rule set (`opini-bpk`, or as people write it: `Opini BPK`) or written out, lowest first: `Rendah; Sedang; Tinggi`
 * counts 1, 2, 3; `D=30; C=50` counts as written. Null when the text is neither.
 */
export function stepsOf(text: string, ordinals: RuleSet['ordinals']): OrdinalStep[] | null {
  const name = scaleId(text)
  const named = Object.hasOwn(ordinals, name) ? ordinals[name] : undefined
  if (named) return named
  const steps = name.split(';').map((part, at) => {
    const [id = '', value = String(at + 1), ...more] = part.split('=').map(side => side.trim())
    return { id, value, fits: more.length === 0 && stepPattern.test(id) && isDecimal(value) }
  })
  const distinct = new Set(steps.map(step => step.id)).size === steps.length
  return steps.length > 1 && distinct && steps.every(step => step.fits)
    ? steps.map(({ id, value }) => ({ id, label: id, value }))
    : null
}

/** The scale on which the value of a step is called by its name. */
export const stepScale = (id: string, steps: OrdinalStep[]): Scale => ({
  id,
  bandOn: 'exact',
  bands: steps
    .map(step => ({ id: step.id, label: step.label, from: step.value }))
    .sort((a, b) => exact(b.from).cmp(exact(a.from))),
})
