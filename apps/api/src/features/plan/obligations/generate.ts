import { generateObligations, type Queryable, written } from '@sepakat/db'
import type { Context } from '#http/route.ts'

type Asked = Pick<Context<'POST /obligations'>, 'body' | 'actor'>

/** Makes what the plan of a year asks for and is not owed yet. */
export const generate = async (tx: Queryable, { body: { year }, actor }: Asked) => {
  const { added, existing } = await generateObligations(tx, year, actor.reportTypes)
  const data = { year, added: added.length, existing, obligations: added.map(o => o.id) }
  return written({ added: added.length, existing }, { stream: 'rights', type: 'obligations.generated', data })
}
