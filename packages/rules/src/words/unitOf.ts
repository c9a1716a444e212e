import type { Cell, Field } from '../types.ts'

/** What a number is counted in: what its field says, the row's unit, or what the row's own column `unit` says; '' for nothing. */
export function unitOf(spec: Field | undefined, own: string | null | undefined, typed: Cell | undefined): string {
  if (spec?.type !== 'number' && spec?.type !== 'measure') return ''
  if (spec.type === 'number' && spec.unit !== undefined) return spec.unit
  return own || (typeof typed === 'string' ? typed : '')
}
