import { type LineRow, type LineTable, linesOf, reader } from '@sepakat/db'
import { kinds, reachOf, reportTypeOf } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { cutFeed, feedPage } from '#submissions/feedPage.ts'
import { unmetPrerequisites } from './list.ts'
import { reportLine } from './view.ts'

type Asked = Context<'GET /obligations'>['query'] & { updatedSince: string }
type Of = Pick<Context<'GET /obligations'>, 'actor' | 'db' | 'now' | 'today'>

/** What a line may leave again without being told: a reader would keep it for ever. */
const passing = ['status', 'open', 'late', 'timeliness', 'alone', 'q', 'mine'] as const

const requireLasting = (query: object): void => {
  const wrong = passing.find(name => name in query && query[name as keyof typeof query] !== undefined)
  if (wrong !== undefined)
    throw invalid(
      `/${wrong}`,
      'Tidak dapat dipakai bersama updatedSince: baca semua yang berubah, lalu saring sendiri.',
    )
}

type Filters = Pick<Asked, 'form' | 'period' | 'year' | 'reportType' | 'reviewer' | 'practice'>
const isAsked = (row: LineRow, { form, period, year, reportType, reviewer, practice = false }: Filters): boolean =>
  row.practice === practice &&
  (form === undefined || row.form === form) &&
  (period === undefined || row.period === period) &&
  (year === undefined || row.period.startsWith(String(year))) &&
  (reportType === undefined || reportTypeOf(row.form) === reportType) &&
  (reviewer === undefined || kinds[row.form]?.reviewer === reviewer)

/** One page of what changed in a list: lines as they are now, in the order of their changes, and those that are no longer there. */
export const listChanged = async (table: LineTable, query: Asked, { actor, db, now, today }: Of) => {
  requireLasting(query)
  const reach = reachOf(actor.access, 'submission.read', today)
  if (reach === null) return { items: [], next: null }
  const { limit, cursor, updatedSince, office, form, period, year, reportType, reviewer, practice } = query
  const filters = { form, period, year, reportType, reviewer, practice }
  const tx = reader(db)
  const since = cursor ?? updatedSince
  const asked = { list: table, reach: { ...reach, office }, since, said: { office, ...filters } }
  const { changed, to, more } = cutFeed(await feedPage(tx, asked), limit)
  const rows = await linesOf(tx, table, { ids: changed.map(({ id }) => id), reach, today, office })
  const found = new Map(rows.filter(row => isAsked(row, filters)).map(row => [row.id, row]))
  const given = changed.flatMap(({ id }) => found.get(id) ?? [])
  const unmet = await unmetPrerequisites(tx, given)
  return {
    items: given.map(row => reportLine(row, now, unmet.get(row.id))),
    next: more ? to : null,
    changedTo: to,
    gone: changed.flatMap(({ id }) => (found.has(id) ? [] : [id])),
  }
}
