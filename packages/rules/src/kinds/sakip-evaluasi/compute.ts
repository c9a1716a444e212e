import { groupBy } from '../../grouping/groupBy.ts'
import type { Figure, Input } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'
import { checkGrade } from './check.ts'
import type { EvaluationForm } from './figures.ts'
import { gradeValue } from './grades.ts'

const legal = 'PermenPANRB 88/2021'
type Worth = Omit<Input, 'name'>

/** Scores by both columns: the office's by the grades proposed by its own shares, the evaluator's by the given ones. */
export function compute(c: EvaluationForm): void {
  const rows = c.rows('subcomponents')
  scores(c, 'sakip.ownScore', new Map(rows.map(row => [row, proposed(c, share(c, row, 'met'))])))
  for (const row of rows) checkGrade(c, row, share(c, row, 'verified'))
  scores(c, 'sakip.score', new Map(rows.map(row => [row, given(c, row)])))
}

/** The met criteria over all of the subcomponent; open while one is unanswered. The band is the proposed grade. */
function share(c: EvaluationForm, row: RowId, side: 'met' | 'verified'): Figure {
  const criteria = c.rows('criteria', row)
  const inputs = criteria.map((criterion): Input => {
    const at = `/criteria/${criterion}/${side}` as const
    const met = c.cell(at)
    if (typeof met === 'boolean') return { name: 'numerator', at, value: met ? '1' : '0' }
    return { name: 'numerator', at, value: null, state: met === undefined ? 'empty' : 'unread' }
  })
  const all = String(criteria.length)
  return c.figure({
    code: side === 'met' ? 'sakip.ownShare' : 'sakip.share',
    row,
    formula: 'ratio.1',
    inputs: [...inputs, { name: 'denominator', at: 'constant:jumlah kriteria', value: all }],
    band: c.rules.sakip.grade,
    legal,
  })
}

/** The value of the proposed grade. */
function proposed(c: EvaluationForm, { band, code, row, why }: Figure): Worth {
  const value = band && gradeValue(c.rules, band.id)
  if (!band || !value) return { at: `figure:${code}/${row}`, value: null, state: why ?? 'unread' }
  return { at: `constant:nilai ${band.label}`, value }
}

/** The value of the evaluator's grade. */
function given(c: EvaluationForm, row: RowId): Worth {
  const at = `/subcomponents/${row}/grade` as const
  const value = gradeValue(c.rules, c.text(at))
  return value ? { at, value } : { at, value: null, state: c.cell(at) === undefined ? 'empty' : 'unread' }
}

/** Grade ÷ 100 × weight, summed by component and over all, with its predicate; nothing until each has its grade. */
function scores(c: EvaluationForm, code: 'sakip.ownScore' | 'sakip.score', worth: Map<RowId, Worth>): void {
  const parts = [...worth].map(([row, grade]) => {
    const factor = c.catalogue(row)?.attrs?.weight ?? '0'
    const full: Input = { name: 'denominator', at: 'constant:nilai tertinggi', value: '100' }
    return c.figure({
      code,
      row,
      formula: 'ratio.1',
      inputs: [{ name: 'numerator', ...grade }, full],
      params: { factor },
      legal,
    })
  })
  const summed = (row: RowId, all: Figure[]) => ({
    code,
    row,
    formula: 'sum.1',
    inputs: all.map(one => c.of(one.row, one)),
    legal,
  })
  const components = [...groupBy(parts, part => c.catalogue(part.row)?.group ?? '')].map(([group, own]) =>
    c.figure(summed(group, own)),
  )
  c.figure({ ...summed('', components), band: c.rules.sakip.predicate })
}
