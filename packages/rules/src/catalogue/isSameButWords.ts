import { canonicalJson } from '../canonical/canonicalJson.ts'
import type { RowFormula } from '../types/Catalogue.ts'

const withoutWords = (formula: RowFormula | undefined): string =>
  canonicalJson(formula === undefined ? null : { ...formula, inputs: Object.keys(formula.inputs).sort() })

/** Whether two formulas compute the same from the same inputs, whatever their labels. */
export const isSameButWords = (a: RowFormula | undefined, b: RowFormula | undefined): boolean =>
  withoutWords(a) === withoutWords(b)
