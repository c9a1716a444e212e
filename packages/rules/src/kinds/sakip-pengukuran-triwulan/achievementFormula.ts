import type { Direction } from '../../types/Catalogue.ts'
import type { Input } from '../../types/Figure.ts'

/** The formula of an achievement, and its two inputs by their names in it. */
export interface AchievementFormula {
  formula: 'ratio.1' | 'lower-2t-r.1' | 'lower-t-r.1'
  names: { target: string; realization: string }
}

/** Higher is better: realization ÷ target × 100. Lower is better: by one of two formulas in use, which is the region's choice. */
export function achievementFormula(direction: Direction, lower: '2T-R' | 'T/R'): AchievementFormula {
  if (direction === 'higher') return { formula: 'ratio.1', names: { target: 'denominator', realization: 'numerator' } }
  const names = { target: 'target', realization: 'realization' }
  return { formula: lower === '2T-R' ? 'lower-2t-r.1' : 'lower-t-r.1', names }
}

/** Formula and inputs of an achievement, as a figure asks for them. */
export function achievementOf(
  by: { direction: Direction; lower: '2T-R' | 'T/R' },
  input: (side: 'realization' | 'target', name: string) => Input,
): { formula: string; inputs: Input[] } {
  const { formula, names } = achievementFormula(by.direction, by.lower)
  return { formula, inputs: [input('realization', names.realization), input('target', names.target)] }
}
