import { cockpitLines, contactsOfOffices, decodeLineCursor, reader, readReviewers } from '@sepakat/db'
import { mostCounted, reachOf } from '@sepakat/rules'
import { invalid } from '#http/problem.ts'
import type { Context } from '#http/route.ts'
import { cockpitLine, reviewersOf } from './view.ts'

type Asked = Pick<Context<'GET /cockpit/:list'>, 'params' | 'query' | 'actor' | 'db' | 'now' | 'today'>

/** One page of what a coordinator follows, with the people to call: of the offices, or those who review. */
export const list = async ({ params: { list }, query, actor, db, now, today }: Asked) => {
  const reach = reachOf(actor.access, 'contact.read', today)
  if (reach === null) return { items: [], next: null, total: null }
  const { cursor, ...filters } = query
  const after = cursor === undefined ? null : decodeLineCursor(cursor)
  if (cursor !== undefined && after === null)
    throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  const tx = reader(db)
  const { rows, next, total } = await cockpitLines(tx, { list, reach, ...filters, after, now })
  const items = await (list === 'waiting' ? withReviewers() : withOffices())
  return { items, next, total: total && toldTotal(total) }

  async function withReviewers() {
    const all = rows.length > 0 ? await readReviewers(tx, today) : []
    return rows.map(row => cockpitLine(row, list, { now, contacts: reviewersOf(row, all) }))
  }
  async function withOffices() {
    const all = await contactsOfOffices(
      tx,
      rows.map(row => row.officeId),
      today,
    )
    return rows.map(row => cockpitLine(row, list, { now, contacts: all.get(row.officeId) ?? [] }))
  }
}

const toldTotal = ({ count, of }: { count: number; of: number }) => ({
  count: Math.min(count, mostCounted),
  of: Math.min(of, mostCounted),
  more: of > mostCounted,
})
