import type { Option, Row, RuleSet, Scope } from '@sepakat/rules'

const stepPattern = /^[A-Za-z][A-Za-z0-9 +-]{0,39}$/

/** The steps a scale is written as: by its name in the rule set, or from the lowest, parted by semicolons. Null for no scale. */
export function stepsOfScale(scale: string, ordinals: RuleSet['ordinals']): Option[] | null {
  const named = Object.hasOwn(ordinals, scale.trim()) ? ordinals[scale.trim()] : undefined
  if (named) return named.map(({ id, label }) => ({ id, label }))
  const steps = scale.split(';').map(part => part.split('=')[0]?.trim() ?? '')
  return steps.length > 1 && steps.every(step => stepPattern.test(step)) ? steps.map(id => ({ id, label: id })) : null
}

/**
 * The scale of a row, as the rules look for what another form told of it: the row's own cell `scale`, else that of the same
 * row in a source.
 */
export function scaleOfRow(
  { table, id }: Pick<Row, 'table' | 'id'>,
  own: unknown,
  sources: Scope['sources'],
): string | null {
  if (typeof own === 'string') return own
  for (const { answers } of Object.values(sources)) {
    const cell = answers[table]?.[id]?.scale
    if (typeof cell === 'string') return cell
  }
  return null
}
