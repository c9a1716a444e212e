import { cockpitLines, contactsFor, decodeLineCursor, postsToTell, reader } from '@sepakat/db'
import { mostCounted, type Role, reachOf, reportTypeOf } from '@sepakat/rules'
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
  const roles: Role[] = list === 'waiting' ? ['verifier', 'evaluator'] : ['operator', 'head']
  const offices = [...new Set(rows.flatMap(row => row.officePath))]
  const posts = rows.length > 0 ? await postsToTell(tx, roles, today, offices) : []
  const items = rows.map(row => {
    const owed = { officePath: row.officePath, reportTypes: [reportTypeOf(row.form)] }
    const contacts = list === 'waiting' ? reviewersOf(row, posts) : contactsFor(owed, posts)
    return cockpitLine(row, list, { now, contacts })
  })
  return { items, next, total: total && toldTotal(total) }
}

const toldTotal = ({ count, of }: { count: number; of: number }) => ({
  count: Math.min(count, mostCounted),
  of: Math.min(of, mostCounted),
  more: of > mostCounted,
})
