import { stateLabels } from '../saving/kindShape.ts'
import type { Cell, Declared } from '../types/Answers.ts'
import type { FieldId } from '../types/Pointer.ts'
import { declaredWords } from '../words/textOf.ts'

/** What a row or a list declares in place of its answers: `Nihil (alasan: …)`; null where it declares nothing. */
export function declaredOnPaper(values: Record<FieldId, Cell> | undefined): string | null {
  const state = values?.state
  if (!values || typeof state !== 'string' || !Object.hasOwn(stateLabels, state)) return null
  return `${stateLabels[state as Declared]} ${declaredWords(values)}`.trim()
}
