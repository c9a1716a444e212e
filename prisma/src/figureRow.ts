import type { Figure } from '@sepakat/rules'
import { col, rowOf } from './statement.ts'

/** SQL of a figure `f`; numbers are text, as they were computed. */
export const figureColumns = `f.code, f."row", f.value::text, f.why, f.raw::text, f.numerator::text, f.denominator::text, f.unit, f.band,
          f.basis, f.derivation`
/** The columns as they come. */
export const figureRow = rowOf<Figure>({
  code: col.text,
  row: col.text,
  value: col.text.orNull,
  why: col.text.orNull,
  raw: col.text.orNull,
  numerator: col.text.orNull,
  denominator: col.text.orNull,
  unit: col.text,
  band: col.jsonb.orNull,
  basis: col.text.orNull,
  derivation: col.jsonb,
})
