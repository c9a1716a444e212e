// The published catalogue and builders of answers, for the tests of this kind. Rows are named by their printed codes.
import { readFileSync } from 'node:fs'
import { catalogueSchema } from '../src/catalogue/catalogueSchema.ts'
import { buildForm } from '../src/form/buildForm.ts'
import { kind } from '../src/kinds/lppd-tahunan/kind.ts'
import { defaultRuleSet } from '../src/rule-sets/defaultRuleSet.ts'
import type { Answers, Attached, Cell } from '../src/types/Answers.ts'
import type { Figure } from '../src/types/Figure.ts'
import type { Evaluation } from '../src/types/Form.ts'
import type { RowId } from '../src/types/Pointer.ts'
import type { Scope, Source } from '../src/types/Scope.ts'

export const catalogue = catalogueSchema.parse(
  JSON.parse(readFileSync(new URL('../src/kinds/lppd-tahunan/catalogue.json', import.meta.url), 'utf8')),
)
export const indicators = catalogue.rows.filter(row => row.table === 'indicators')

export function idOf(code: string): RowId {
  const row = catalogue.rows.find(one => one.code === code)
  if (!row) throw new Error(`no row ${code}`)
  return row.id
}
export const childrenOf = (code: string, table: string): RowId[] =>
  catalogue.rows.filter(row => row.table === table && row.parent === idOf(code)).map(row => row.id)

export const scopeOf = (more: Partial<Scope> = {}): Scope => ({
  office: { id: 'dinas', name: 'Dinas' },
  period: '2026',
  rows: '*',
  plan: { from: 2025, to: 2029 },
  sources: {},
  ...more,
})
export const form = (more: Partial<Scope> = {}) => buildForm(kind, catalogue, defaultRuleSet, scopeOf(more))

/** The cells of one indicator. */
export const told = (code: string, cells: Record<string, Cell>): Answers => ({ indicators: { [idOf(code)]: cells } })
/** The same cell for each of the rows below it. */
export const below = (table: string, rows: RowId[], cells: Record<string, Cell>[]): Answers => ({
  [table]: Object.fromEntries(rows.map((row, at) => [row, cells[at] ?? {}])),
})

export const before = (answers: Answers, status: Source['status'] = 'approved'): Pick<Scope, 'sources'> => ({
  sources: { previous: { answers, rows: form({ period: '2025' }).rows(answers), status } },
})

export const evaluate = (answers: Answers, more: Partial<Scope> = {}, attached: Attached = {}): Evaluation =>
  form(more).evaluate(answers, attached)

export const figureOf = ({ figures }: Evaluation, code: string, row: RowId = ''): Figure | undefined =>
  figures.find(figure => figure.code === code && figure.row === row)

/** The figure of one indicator, in the hands of an office that has no other. */
export const ikk = (code: string, answers: Answers, more: Partial<Scope> = {}): Figure => {
  const figure = figureOf(evaluate(answers, { rows: [idOf(code)], ...more }), 'lppd.ikk', idOf(code))
  if (!figure) throw new Error(`no figure of ${code}`)
  return figure
}
