import { listKeys, lockKey, noEvent, type Queryable, reader, readKeyLine, revokeKey, written } from '@sepakat/db'
import { type KeyScope, keyScopes } from '@sepakat/rules'
import { answerOf, seconded } from '#duties/secondingView.ts'
import { randomLetters } from '#http/auth/credentials.ts'
import { keyHash } from '#http/auth/keyHash.ts'
import { pageOf, readCursor, writeCursor } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'
import { type Context, handlers } from '#http/route.ts'
import { keyView } from './view.ts'

type IssueAsked = Context<'POST /keys'>

const known = new Set<string>(keyScopes)

/** @throws invalid where it could do more than a key may */
const requireKnown = ({ scopes }: IssueAsked['body']): void => {
  const foreign = scopes.findIndex(scope => !known.has(scope))
  if (foreign >= 0) throw invalid(`/scopes/${foreign}`, 'Wewenang ini tidak dapat diberikan kepada kunci.')
}

/** The part that lists show, and the whole key, of which only the digest is kept. */
const newKey = () => {
  const prefix = randomLetters(8)
  return { prefix, key: `spk_${prefix}_${randomLetters(32)}` }
}

const issue = async (tx: Queryable, { body, ...asks }: IssueAsked, { prefix, key }: ReturnType<typeof newKey>) => {
  requireKnown(body)
  const order = { ...body, scopes: body.scopes as KeyScope[], prefix, hash: keyHash(key).toString('hex') }
  return seconded(tx, { kind: 'key', person: body.owner, key: order }, asks, async made => ({
    ...keyView((await readKeyLine(tx, made!, asks.today))!),
    key,
  }))
}

/** Another person answers for the key from now on. */
const handOver = async (tx: Queryable, { params: { id }, body: { owner }, ...asks }: Context<'PATCH /keys/:id'>) => {
  const from = (await readKeyLine(tx, id, asks.today))?.ownerId
  if (from === undefined) throw problem('not-found')
  const act = { kind: 'key-owner', key: id, from, person: owner } as const
  return seconded(tx, act, asks, async () => keyView((await readKeyLine(tx, id, asks.today))!))
}

/** One revoked before stays as it is. @throws not-found */
const revoke = async (tx: Queryable, { params: { id }, now }: Context<'DELETE /keys/:id'>) => {
  const key = await lockKey(tx, id)
  if (key === null) throw problem('not-found')
  if (key.revokedAt !== null) return noEvent(null)
  await revokeKey(tx, id, now)
  const data = { key: id, person: key.ownerId }
  return written(null, { stream: 'rights', type: 'key.revoked', data, binds: { key: [id] } })
}

export const keyHandlers = handlers({
  'GET /keys': async ({ query: { limit, cursor }, db, today }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const rows = await listKeys(reader(db), { limit, after, today })
    return pageOf(rows.map(keyView), limit, last => writeCursor(last.id))
  },
  'POST /keys': async asked => {
    const made = newKey()
    return answerOf(await asked.write(tx => issue(tx, asked, made)), { key: made.key })
  },
  'PATCH /keys/:id': async asked => answerOf(await asked.write(tx => handOver(tx, asked))),
  'DELETE /keys/:id': asked => asked.write(tx => revoke(tx, asked)),
})
