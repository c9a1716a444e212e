import type { Decimal } from '../../types/Decimal.ts'
import type { RuleSet } from '../../types/RuleSet.ts'

/** The grades of a subcomponent, lowest first; the rule set says the value of each (`lke-grade`). */
export const grades = ['E', 'D', 'C', 'CC', 'B', 'BB', 'A', 'AA'] as const

/** Grades above the best that a share of criteria can propose: an evaluator's judgement. */
export const isJudgement = (grade: string): boolean => grade === 'A' || grade === 'AA'

/** The value of a grade out of 100; null for none, or for one the rule set does not have. */
export const gradeValue = ({ ordinals }: RuleSet, grade: string | null): Decimal | null =>
  ordinals['lke-grade']?.find(step => step.id === grade)?.value ?? null
