import type { FormNames } from '../names/formNames.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import { awaitsEvaluator } from '../words/awaitsEvaluator.ts'

/** Names of a form that knows its figures: one that lacks only the evaluator's part says so in the word of an empty cell of his or hers. */
export const withFigures = (names: FormNames, kind: Kind, figures: () => readonly Figure[]): FormNames => ({
  ...names,
  why: figure => (awaitsEvaluator(kind, figure, figures()) ? 'belum dinilai' : names.why(figure)),
})
