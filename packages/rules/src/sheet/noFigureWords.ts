import type { FormNames } from '../names/formNames.ts'
import type { Figure } from '../types/Figure.ts'
import type { Kind } from '../types/Kind.ts'
import { awaitsEvaluator } from '../words/awaitsEvaluator.ts'

/** Why a figure has no value; where only the evaluator's part is missing, in the word of an empty cell of his or hers. */
export const noFigureWords = (kind: Kind, names: FormNames, figure: Figure, figures: readonly Figure[]): string =>
  awaitsEvaluator(kind, figure, figures) ? 'belum dinilai' : names.why(figure)
