import { decideSeconding, type Queryable, readSeconding, type SecondingRow } from '@sepakat/db'
import { personOf } from '@sepakat/rules'
import { secondingView } from '#duties/secondingView.ts'
import type { ActContext } from '#duties/secondOrDo.ts'

/** Keeps what was decided about one that waited. @returns how it is now, and what its event says in addition to its type */
export const decide = async (
  tx: Queryable,
  { id, act, digest }: SecondingRow,
  decision: { status: 'approved' | 'declined' | 'withdrawn'; reason: string },
  asks: ActContext,
) => {
  await decideSeconding(tx, id, { ...decision, by: asks.actor.id, at: asks.now })
  const data = { seconding: id, person: personOf(act), act: act.kind, digest }
  return {
    view: await secondingView(tx, await readSeconding(tx, id), asks),
    event: { stream: 'rights', data, binds: { seconding: [id] } },
  }
}
