// A worksheet of the current catalogue, filled by how many criteria of each subcomponent are met.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildForm } from '../src/form/buildForm.ts'
import { kind } from '../src/kinds/sakip-evaluasi/kind.ts'
import { defaultRuleSet } from '../src/rule-sets/defaultRuleSet.ts'
import type { Answers, Attached, Cell } from '../src/types/Answers.ts'
import type { Catalogue } from '../src/types/Catalogue.ts'
import type { Evaluation } from '../src/types/Form.ts'
import type { FieldId, RowId } from '../src/types/Pointer.ts'
import type { Source } from '../src/types/Scope.ts'

export const catalogue: Catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '../src/kinds/sakip-evaluasi/catalogue.json'), 'utf8'),
)
export const subcomponents = catalogue.rows.filter(row => row.table === 'subcomponents')
export const criteriaOf = (subcomponent: RowId): RowId[] =>
  catalogue.rows.filter(row => row.parent === subcomponent).map(row => row.id)
/** The id of a subcomponent by its printed code: `1.c`. */
export const byCode = (code: string): RowId => subcomponents.find(row => row.code === code)!.id

/** Criteria met, by printed code of their subcomponent; all of those not named. Null: not answered. */
export type Met = Record<string, number | null>

export const answered = (side: 'met' | 'verified', met: Met = {}): Answers => ({
  criteria: Object.fromEntries(
    subcomponents.flatMap(({ id, code }) =>
      criteriaOf(id).flatMap((criterion, at, all): [RowId, Record<FieldId, Cell>][] => {
        const count = met[code] === undefined ? all.length : met[code]
        return count === null ? [] : [[criterion, { [side]: at < count }]]
      }),
    ),
  ),
})

/** Grades by printed code, with a note where one is given. */
export const graded = (grades: Record<string, string>, notes: Record<string, string> = {}): Answers => ({
  subcomponents: Object.fromEntries(
    Object.entries(grades).map(([code, grade]) => [
      byCode(code),
      { grade, ...(notes[code] !== undefined && { note: notes[code] }) },
    ]),
  ),
})

/** Every cell of both, those of the second before those of the first. */
export const together = (...all: Answers[]): Answers => {
  const joined: Answers = {}
  for (const answers of all)
    for (const [table, rows] of Object.entries(answers))
      for (const [row, cells] of Object.entries(rows))
        joined[table] = { ...joined[table], [row]: { ...joined[table]?.[row], ...cells } }
  return joined
}

export const evaluate = (answers: Answers, attached: Attached = {}, previous?: Source): Evaluation =>
  buildForm(kind, catalogue, defaultRuleSet, {
    office: { id: 'dinsos', name: 'Dinas Sosial' },
    period: '2026',
    rows: '*',
    plan: { from: 2025, to: 2029 },
    sources: previous ? { previous } : {},
  }).evaluate(answers, attached)

export const figure = ({ figures }: Evaluation, code: string, row = '') =>
  figures.find(one => one.code === code && one.row === row)!
