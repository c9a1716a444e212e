import { fieldTypeOf } from '../fields/fieldTypeOf.ts'
import type { Field } from '../types/Kind.ts'

/** What may be left open is not missing; a tick not set is a no. */
export function nothingWords(spec: Field | undefined, isRequired: boolean): string {
  if (spec?.writer === 'evaluator') return 'belum dinilai'
  return spec?.need !== 'optional' || isRequired ? 'belum diisi' : fieldTypeOf(spec).empty
}
