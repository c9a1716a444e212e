import { listQuestions, reader } from '@sepakat/db'
import { reachOf } from '@sepakat/rules'
import type { Context } from '#http/route.ts'
import { questionViews } from './view.ts'

type Asked = Pick<Context<'GET /questions'>, 'query' | 'actor' | 'db' | 'today'>

/** More than a region asks in a year are not read at once. */
const most = 200

/** Questions about figures within reach, the newest first. */
export const list = async ({ query, actor, db, today }: Asked) => {
  const reach = reachOf(actor.access, 'figure.read', today)
  if (reach === null) return { items: [] }
  const tx = reader(db)
  const found = await listQuestions(tx, { ...query, reach, open: query.open ?? false, limit: most })
  return { items: await questionViews(tx, found) }
}
