import {
  decodeLineCursor,
  type LineAsk,
  type LineRow,
  type LineTable,
  listLines,
  type NotSubmitted,
  type Queryable,
  type ReportOfOffice,
  reader,
  refreshProgress,
  reportsNotSubmitted,
} from '@sepakat/db'
import {
  type FormId,
  formTitle,
  isOpen,
  isToDo,
  type Kind,
  kinds,
  may,
  prerequisitesOf,
  type ReportStatus,
  reachOf,
  reportStatuses,
  statuses,
} from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { reportLine } from './view.ts'

const keyOf = ({ office, form, period }: ReportOfOffice): string => `${office} ${form} ${period}`

/** Of the lines without a report: by the id of the line, what has to be submitted before they can be. One statement at most. */
export const unmetPrerequisites = async (
  tx: Queryable,
  rows: Pick<LineRow, 'id' | 'status' | 'officeId' | 'form' | 'period'>[],
): Promise<ReadonlyMap<string, NotSubmitted[]>> => {
  const wanting = rows
    .filter(({ status }) => status === 'not-begun')
    .map(row => ({ id: row.id, wanted: prerequisitesOf(row).map(report => ({ office: row.officeId, ...report })) }))
    .filter(({ wanted }) => wanted.length > 0)
  const asked = new Map(wanting.flatMap(({ wanted }) => wanted.map(report => [keyOf(report), report] as const)))
  if (asked.size === 0) return new Map()
  const unmet = new Map((await reportsNotSubmitted(tx, [...asked.values()])).map(report => [keyOf(report), report]))
  return new Map(wanting.map(({ id, wanted }) => [id, wanted.flatMap(report => unmet.get(keyOf(report)) ?? [])]))
}

const known: Record<LineTable, readonly ReportStatus[]> = { obligation: reportStatuses, submission: statuses }
/** Evaluating a form takes milliseconds; the rest of a long list is brought up to date by the next reading. */
const refreshedAtOnce = 10

const statusesOf = (
  table: LineTable,
  text: string | undefined,
  open: boolean | undefined,
): ReportStatus[] | undefined => {
  const named = text?.split(',').map(name => name.trim())
  const wrong = named?.find(name => !known[table].some(status => status === name))
  if (wrong !== undefined)
    throw invalid('/status', `Status ${JSON.stringify(wrong)} tidak dikenal. Pilih dari: ${known[table].join(', ')}.`)
  if (named === undefined && open === undefined) return undefined
  return known[table].filter(
    status => (named?.includes(status) ?? true) && (open === undefined || isToDo(status) === open),
  )
}

const cursorOf = (text: string | undefined): LineAsk['after'] => {
  const cursor = text === undefined ? null : decodeLineCursor(text)
  if (text !== undefined && cursor === null)
    throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  return cursor
}

const titled = (text: string): FormId[] =>
  (Object.keys(kinds) as FormId[]).filter(form =>
    formTitle(form).toLocaleLowerCase('id').includes(text.toLocaleLowerCase('id')),
  )

const reviewedBy = (reviewer: Kind['reviewer']): FormId[] =>
  Object.values(kinds)
    .filter(kind => kind.reviewer === reviewer)
    .map(kind => kind.form)

const isStale = ({ status, stale }: LineRow): boolean => stale && status !== 'not-begun' && isOpen(status)

type Asked = Context<'GET /obligations'>['query'] & { mine?: boolean }
type Of = Pick<Context<'GET /obligations'>, 'actor' | 'db' | 'now' | 'today'>

/** One page of obligations with the state of their reports, or of submissions, of those in reach. */
export const list = async (table: LineTable, query: Asked, { actor, db, now, today }: Of) => {
  const reach = reachOf(actor.access, 'submission.read', today)
  if (reach === null) return { items: [], next: null }
  const { status, open, cursor, q, mine, practice = false, reviewer, updatedSince: _, ...filters } = query
  const statuses = statusesOf(table, status, open)
  if (statuses?.length === 0) return { items: [], next: null }
  const { rows, next } = await listLines(reader(db), table, {
    ...filters,
    reach,
    practice,
    forms: reviewer && reviewedBy(reviewer),
    statuses,
    q: q === undefined ? undefined : { text: q, forms: titled(q) },
    claimedBy: mine ? actor.person.id : undefined,
    after: cursorOf(cursor),
    now,
    today,
  })
  // A post reaches as far with all its permissions: who writes at all writes what this list shows.
  const own = may(actor.access, 'submission.write', { today })
  const stale = own ? rows.filter(row => row.submission !== null && isStale(row)).slice(0, refreshedAtOnce) : []
  const fresh = await refreshProgress(
    db,
    stale.map(({ submission }) => submission!),
  )
  const unmet = await unmetPrerequisites(reader(db), rows)
  const items = rows.map(row =>
    reportLine({ ...row, progress: fresh.get(row.submission ?? '') ?? row.progress }, now, unmet.get(row.id)),
  )
  return { items, next }
}
