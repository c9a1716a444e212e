import { type FormId, kinds, type PeriodKey, type Pointer } from '@sepakat/rules'
import { parsePointer } from '@sepakat/rules/pointers/pointer.ts'
import type { Queryable } from '../database.ts'
import { submissionStream } from '../history/streams.ts'
import { col, rowOf, statement } from '../statement.ts'
import { type FrozenReport, type Touched, touched } from './tracedFigure.ts'

/** An answer as its last change left it. */
interface LastChange extends Touched {
  changeId: string
  /** It came with the report when that was created. */
  carried: boolean
}
const lastChange = {
  ...touched,
  changeId: col.uuid.notNull('of a NOT NULL column'),
  carried: col.bool.notNull('of a NOT NULL column'),
}
const columns = `'/' || c.table_id || '/' || c.row_id || '/' || c.field AS at, c.actor AS by, c.at AS "when", c.change_id AS "changeId", c.via = 'carry' AS carried`

const typedCells = statement(
  'typed-cells',
  `SELECT DISTINCT ON (c.table_id, c.row_id, c.field) ${columns}
   FROM unnest($3::text[]) AS k(at)
   JOIN answer_change c ON c.submission_id = $1 AND c.table_id = split_part(k.at, '/', 2) AND c.row_id = split_part(k.at, '/', 3)
     AND c.field = split_part(k.at, '/', 4) AND c.seq <= $2
   ORDER BY c.table_id, c.row_id, c.field, c.seq DESC`,
  lastChange,
)

const copiedFrom = statement(
  'copied-from',
  `SELECT r.submission_id AS submission, r.last_change AS "lastChange"
   FROM event e JOIN revision r ON r.submission_id = (e.data ->> 'after')::uuid AND r.n = (e.data ->> 'revision')::int
   WHERE e.stream = $1 AND e.type = 'submission.created'`,
  rowOf<Pick<FrozenReport, 'submission' | 'lastChange'>>({ submission: col.uuid, lastChange: col.int4 }),
)

/** The last changes before a revision was frozen; of what a Perubahan copied, those in the number before. */
const changesOf = async (
  tx: Queryable,
  { submission, lastChange }: Pick<FrozenReport, 'submission' | 'lastChange'>,
  pointers: readonly string[],
): Promise<LastChange[]> => {
  const found = await tx.query(typedCells, [submission, lastChange, pointers])
  const carried = found.flatMap(({ at, carried }) => (carried ? [at] : []))
  const [before] = carried.length === 0 ? [] : await tx.query(copiedFrom, [submissionStream(submission)])
  if (!before) return found
  const copied = new Map((await changesOf(tx, before, carried)).map(one => [one.at, one]))
  return found.map(one => copied.get(one.at) ?? one)
}

// What it is carried from is nowhere recorded: it is the newest change there, of that moment or before, to the same value.
const carriedFrom = statement(
  'carried-from',
  `SELECT ${columns}
   FROM answer_change k CROSS JOIN LATERAL (
     SELECT c.* FROM submission s
     JOIN answer_change c ON c.submission_id = s.id AND c.table_id = k.table_id AND c.row_id = k.row_id AND c.field = k.field
     WHERE s.office_id = $2 AND s.form = $3 AND s.period = $4 AND NOT s.practice AND c."to" = k."to" AND c.at <= k.at
     ORDER BY c.at DESC, c.seq DESC LIMIT 1
   ) c
   WHERE k.change_id = ANY ($1::uuid[])`,
  lastChange,
)

/** Who typed an answer, and of which report where that was not the one it is in. */
export interface Typed {
  at: string
  /** Null where it is not known who. */
  typed: Pick<Touched, 'by' | 'when'> | null
  from: { form: FormId; period: PeriodKey } | null
}

/**
 * Who last typed each of these answers before a revision was frozen. Who created a report typed nothing of what came with it: a Perubahan
 * has it from the number before, a first report from that of the period before (and so on, back to where it was typed), or from the
 * report that gives it its rows, of which it is only said which one that is.
 */
export const typedCellsOf = async (
  tx: Queryable,
  report: Pick<FrozenReport, 'submission' | 'lastChange' | 'form' | 'officeId' | 'period'>,
  pointers: readonly Pointer[],
): Promise<Typed[]> => {
  const kind = kinds[report.form]
  const all = await changesOf(tx, report, pointers)
  const done: Typed[] = all.flatMap(one => (one.carried && kind ? [] : [{ at: one.at, typed: one, from: null }]))
  let open: LastChange[] = []
  for (const one of kind ? all.filter(({ carried }) => carried) : []) {
    const { table = '', field = '' } = parsePointer(one.at) ?? {}
    const { rows, fields } = kind?.tables[table] ?? {}
    const giver = rows?.from === 'source' ? kind?.sources(report.period)[rows.source] : undefined
    if (giver && typeof fields?.[field]?.carry === 'function')
      done.push({ at: one.at, typed: null, from: { form: giver.form, period: giver.period } })
    else open.push(one)
  }
  for (let { period } = report; open.length > 0; ) {
    const from = kind?.sources(period).previous
    if (!from) return [...done, ...open.map(one => ({ at: one.at, typed: one, from: null }))]
    const ids = open.map(({ changeId }) => changeId)
    const earlier = new Map(
      (await tx.query(carriedFrom, [ids, report.officeId, from.form, from.period])).map(one => [one.at, one]),
    )
    for (const { at } of open) {
      const typed = earlier.get(at) ?? null
      if (!typed?.carried) done.push({ at, typed, from })
    }
    open = [...earlier.values()].filter(({ carried }) => carried)
    period = from.period
  }
  return done
}
