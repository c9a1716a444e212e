import { auditState, encodeTrailCursor, listPeople, listTrail, reader } from '@sepakat/db'
import { titleOfPost } from '@sepakat/rules'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { handlers } from '#http/route.ts'
import { exportTrail, requireWholeTrail } from './exportTrail.ts'
import { afterOf, trailAsk } from './trailAsk.ts'
import { trailLines } from './trailLines.ts'

const weekMs = 7 * 86_400_000

/** The state of the chain, as it is sent. */
const auditView = ({ seal, run }: Awaited<ReturnType<typeof auditState>>, now: Date) => ({
  seal: seal && { ...seal, at: seal.at.toISOString() },
  run: run && {
    ...run,
    at: run.at.toISOString(),
    well: run.found === 0,
    recent: now.getTime() - run.at.getTime() < weekMs,
  },
})

export const auditHandlers = handlers({
  'GET /events': async ({ query: { limit, cursor, ...query }, actor, db, today, deps }) => {
    requireWholeTrail(actor, today)
    const tx = reader(db)
    const { zone } = (await deps.region.get()).region
    const rows = await listTrail(tx, { ...trailAsk(query, zone), after: afterOf(cursor), limit })
    const { items, next } = pageOf(rows, limit, last => encodeTrailCursor({ ...last, at: last.atText }))
    return { items: await trailLines(tx, items, zone), next }
  },
  'GET /events/export': exportTrail,
  'GET /events/people': async ({ query: { limit, cursor }, actor, db, today }) => {
    requireWholeTrail(actor, today)
    const [name, id] = cursor === undefined ? [] : readCursor(cursor, 2)
    const after = name !== undefined && id !== undefined ? { name, id } : undefined
    const rows = await listPeople(reader(db), { limit, ...(after && { after }) }, today)
    const people = rows.map(({ id, name, posts }) => ({ id, name, title: posts.map(titleOfPost).join(', ') }))
    return pageOf(people, limit, last => writeCursor(last.name, last.id))
  },
  'GET /audit': async ({ actor, db, now, today }) => {
    requireWholeTrail(actor, today)
    return auditView(await auditState(reader(db)), now)
  },
})
