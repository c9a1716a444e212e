import type { Context } from '../../types/Context.ts'
import type { Derivation, Figure } from '../../types/Figure.ts'
import type { RowId } from '../../types/Pointer.ts'

type Value = (figure: Figure) => Figure['value']
const whole: Value = figure => figure.value

/** Whether caps and floor apply in an average too, or only for display. */
export const averaged = (c: Pick<Context, 'rules'>): Value =>
  c.rules.sakip.averageOf === 'raw' ? figure => figure.raw : whole

/** What a mean or a total leaves out, with the reason. */
export const leftOut = (figure: Figure): Derivation['left'][number] | null =>
  figure.value === null ? { at: `figure:${figure.code}/${figure.row}`, why: figure.why ?? 'empty' } : null

/** A simple mean of achievements; one without a value is left out and named, never 0. */
export function meanOf(
  c: Pick<Context, 'rules' | 'of' | 'figure'>,
  code: 'sakip.objective' | 'sakip.office',
  row: RowId,
  all: Figure[],
  value: Value,
): Figure {
  const inputs = all
    .filter(figure => figure.value !== null)
    .map(figure => c.of(figure.row, figure, { value: value(figure) }))
  const left = all.flatMap(figure => leftOut(figure) ?? [])
  return c.figure({
    code,
    row,
    formula: 'mean.1',
    inputs,
    left,
    band: c.rules.sakip.scale,
    legal: 'PermenPANRB 53/2014',
  })
}

/** The office by its objectives, or by all their indicators, as the rule set says. */
export function officeMean(
  c: Pick<Context, 'rules' | 'of' | 'figure'>,
  objectives: Figure[],
  indicators: Figure[],
): Figure {
  const byObjectives = c.rules.sakip.office === 'objectives'
  return meanOf(c, 'sakip.office', '', byObjectives ? objectives : indicators, byObjectives ? whole : averaged(c))
}
