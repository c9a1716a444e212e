import { isDecimal } from '../../numbers/decimal.ts'
import { formatNumber } from '../../numbers/formatNumber.ts'
import type { Cell } from '../../types/Answers.ts'
import type { Input } from '../../types/Figure.ts'
import type { OrdinalStep } from '../../types/RuleSet.ts'
import type { Source } from '../../types/Scope.ts'

/** A target or realization for display: a number in Indonesian format, a step by its label. */
export const shownMeasure = (text: string): string => (isDecimal(text) ? formatNumber(text) : text)

/** The status of the other form, where that matters: not when it is approved, nor for answers passed to `evaluate`. */
export const statusWords = (status: Source['status'] | undefined): string | null =>
  status === 'handed-in' ? 'sudah dikirim tetapi belum disetujui' : status === 'draft' ? 'masih draf' : null

/** Whether the typed value is of this indicator's measure: a number, or a step of its scale. Text as typed is another finding. */
export function fits(cell: Cell | undefined, steps: OrdinalStep[] | null): boolean {
  if (typeof cell !== 'string') return true
  return steps ? steps.some(step => step.id === cell) : isDecimal(cell)
}

/** The input as a number: a step has the value of its place on the scale; a number where steps are asked has none. */
export function measured(input: Input, cell: Cell | undefined, steps: OrdinalStep[] | null): Input {
  const { value, state, ...rest } = input
  if (!steps) return input
  const step = steps.find(one => one.id === cell)
  if (step && state === 'unread') return { ...rest, value: step.value }
  return { ...rest, value: null, state: value === null ? (state ?? 'empty') : 'unread' }
}
