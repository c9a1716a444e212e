import { type FormId, type Kind, kinds, type PeriodKey, periodYear } from '@sepakat/rules'
import type { Queryable } from '../database.ts'
import { col, rowOf, statement } from '../statement.ts'
import type { SubmissionRecord } from '../submissions/submission.ts'

interface Candidate {
  id: string
  form: FormId
  period: PeriodKey
  officeId: string
}

/** The forms a kind may read in any period: the last quarter of a year reads all that the others do. */
const formsRead = (kind: Kind, period: PeriodKey) =>
  Object.values(kind.sources(kind.period === 'year' ? `${periodYear(period)}` : `${periodYear(period)}-TW4`))

const recheckCandidates = statement(
  'recheck-candidates',
  `SELECT s.id, s.form, s.period, s.office_id AS "officeId" FROM submission s
   WHERE s.origin = 'filed' AND s.form = ANY ($1) AND (s.office_id = $2 OR s.form = ANY ($3))
     AND s.status IN ('signing', 'submitted', 'in-review', 'second-review', 'approved')`,
  rowOf<Candidate>({ id: col.uuid, form: col.text, period: col.text, officeId: col.uuid }),
)

/** Submissions that were submitted, and whose form reads this one's of this period: later quarters, forms chained to it. */
export const readersOf = async (
  tx: Queryable,
  { form, period, officeId }: Pick<SubmissionRecord, 'form' | 'period' | 'officeId'>,
): Promise<string[]> => {
  const reading = Object.values(kinds).flatMap(kind => {
    const sources = formsRead(kind, period).filter(source => source.form === form)
    return sources.length === 0 ? [] : [{ form: kind.form, region: sources.some(({ of }) => of === 'region') }]
  })
  if (reading.length === 0) return []
  const candidates = await tx.query(recheckCandidates, [
    reading.map(r => r.form),
    officeId,
    reading.filter(r => r.region).map(r => r.form),
  ])
  return candidates
    .filter(it =>
      Object.values(kinds[it.form]?.sources(it.period) ?? {}).some(
        source =>
          source.form === form && source.period === period && (source.of === 'region' || it.officeId === officeId),
      ),
    )
    .map(({ id }) => id)
}
