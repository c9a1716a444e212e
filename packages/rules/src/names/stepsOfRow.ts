import { stepsOf } from '../scales/stepsOf.ts'
import type { Answers } from '../types/Answers.ts'
import type { Catalogue } from '../types/Catalogue.ts'
import type { Row } from '../types/Form.ts'
import type { Option } from '../types/Option.ts'
import type { RuleSet } from '../types/RuleSet.ts'
import type { Scope } from '../types/Scope.ts'
import type { FrozenWords, StepsAt } from './formNames.ts'

/** Where the scale of a row, and the labels of its steps, are found. */
export interface Scales {
  scope: Pick<Scope, 'sources'>
  rules: Pick<RuleSet, 'ordinals'>
  catalogue: Pick<Catalogue, 'rows'>
}

/** The steps of a row's scale: by its own cell `scale`, that of the same row in a source form, or its catalogue. Null: in numbers. */
export function stepsOfRow(
  { table, id }: Pick<Row, 'table' | 'id'>,
  own: unknown,
  { scope, rules, catalogue }: Scales,
): readonly Option[] | null {
  const told = [own, ...Object.values(scope.sources).map(({ answers }) => answers[table]?.[id]?.scale)]
  const scale = told.find(cell => typeof cell === 'string') ?? catalogue.rows.find(row => row.id === id)?.formula?.scale
  return scale === undefined ? null : stepsOf(scale, rules.ordinals)
}

/** The same of any row of a form with these answers; steps have their labels of when it was frozen. */
export function stepsIn(
  answers: Answers,
  { scope, rules, catalogue }: Scales,
  { ordinals = rules.ordinals }: Pick<FrozenWords, 'ordinals'> = {},
): StepsAt {
  const scales = { scope, rules: { ordinals }, catalogue }
  return row => stepsOfRow(row, answers[row.table]?.[row.id]?.scale, scales)
}
