import { canonicalJson, type Figure, type FormId, type PeriodKey } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { statement } from '../statement.ts'

/** SQL that inserts figures from a JSON array; the parameters are named by their position. */
export const figuresInsert = (
  at: Record<'submission' | 'n' | 'office' | 'form' | 'period' | 'figures' | 'ruleSet', string>,
) => `
  INSERT INTO figure (submission_id, n, code, row, office_id, form, period, value, why, raw, numerator, denominator, unit, band,
    basis, derivation, rule_set)
  SELECT ${at.submission}, ${at.n}, f.code, f.row, ${at.office}, ${at.form}, ${at.period}, f.value, f.why, f.raw, f.numerator,
    f.denominator, f.unit, CASE WHEN f.band = 'null' THEN NULL ELSE f.band END, f.basis, f.derivation, ${at.ruleSet}
  FROM jsonb_to_recordset(${at.figures}::jsonb) AS f(code text, row text, value numeric, why text, raw numeric, numerator numeric,
    denominator numeric, unit text, band jsonb, basis text, derivation jsonb)`

const insertion = statement(
  'figures-insert',
  figuresInsert({
    submission: '$1::uuid',
    n: '$2::int',
    office: '$3::uuid',
    form: '$4',
    period: '$5',
    figures: '$6',
    ruleSet: '$7',
  }),
)

/** Figures of a revision under another rule set than its own, beside those it was frozen with. */
export const insertFigures = async (
  tx: Queryable,
  ask: {
    submission: string
    n: number
    officeId: string
    form: FormId
    period: PeriodKey
    ruleSet: string
    figures: Figure[]
  },
): Promise<void> => {
  const { submission, n, officeId, form, period, figures, ruleSet } = ask
  await tx.query(insertion, [submission, n, officeId, form, period, canonicalJson(figures), ruleSet])
}
