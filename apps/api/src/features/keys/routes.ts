import { appendEvent, type KeyLine, listKeys, type Queryable, reader, readKeyLine, revokeKey } from '@sepakat/db'
import { type KeyScope, keyScopes, keyUse, scopeWord } from '@sepakat/rules'
import { randomLetters } from '../../http/credentials.ts'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { answerOf, seconded } from '../../http/duties/seconding-view.ts'
import { invalid, problem } from '../../http/problem.ts'
import { keyHash } from '../../http/recognize.ts'
import { handlers } from '../../http/route.ts'

const known = new Set<string>(keyScopes)
const reading = 'submission.read'

const onWire = ({ ownerPosts, ...key }: KeyLine) => ({
  ...key,
  idle: keyUse(key.scopes, ownerPosts).idle,
  ownerUntil: keyUse(key.scopes, ownerPosts).until,
  expiresAt: key.expiresAt.toISOString(),
  revokedAt: key.revokedAt?.toISOString() ?? null,
  lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  createdAt: key.createdAt.toISOString(),
})

export const keyHandlers = handlers({
  'GET /keys': async ({ query: { limit, cursor }, db, today }) => {
    const after = cursor === undefined ? undefined : readCursor(cursor, 1)[0]
    const rows = await listKeys(reader(db), { limit, after, today })
    return pageOf(rows.map(onWire), limit, last => writeCursor(last.id))
  },

  'POST /keys': async ({ body, actor, write, now, today, deps }) => {
    const { owner, scopes, offices, region } = body
    const foreign = scopes.findIndex(scope => !known.has(scope))
    if (foreign >= 0) throw invalid(`/scopes/${foreign}`, 'Wewenang ini tidak dapat diberikan kepada kunci.')
    // Whatever a program does to a report is answered with the report.
    if (scopes.some(scope => scope.startsWith('submission.')) && !scopes.includes(reading))
      throw invalid(
        '/scopes',
        `Tambahkan ${scopeWord(reading)}: tanpa itu wewenang lain atas laporan tidak dapat dipakai.`,
      )
    if (!region && offices.length === 0) throw invalid('/offices', 'Pilih perangkat daerah, atau seluruh daerah.')
    const asks = { actor, now, today, deps }
    const prefix = randomLetters(8)
    const secret = `spk_${prefix}_${randomLetters(32)}`
    const key = { ...body, scopes: scopes as KeyScope[], prefix, hash: keyHash(secret).toString('hex') }
    const read = (tx: Queryable) => async (made: string | null) => ({
      ...onWire((await readKeyLine(tx, made!, today))!),
      key: secret,
    })
    return answerOf(await write(tx => seconded(tx, { kind: 'key', person: owner, key }, asks, read(tx))), {
      key: secret,
    })
  },

  'PATCH /keys/:id': async ({ params: { id }, body: { owner }, actor, write, now, today, deps }) => {
    const asks = { actor, now, today, deps }
    return answerOf(
      await write(async tx => {
        const from = (await readKeyLine(tx, id, today))?.ownerId
        if (from === undefined) throw problem('not-found')
        const act = { kind: 'key-owner', key: id, from, person: owner } as const
        return seconded(tx, act, asks, async () => onWire((await readKeyLine(tx, id, today))!))
      }),
    )
  },

  'DELETE /keys/:id': async ({ params: { id }, actor, write, now, today }) =>
    write(async tx => {
      const person = (await readKeyLine(tx, id, today))?.ownerId
      const done = await revokeKey(tx, id, now)
      if (done === null) throw problem('not-found')
      if (done === 'revoked')
        await appendEvent(tx, {
          stream: 'rights',
          type: 'key.revoked',
          actor: actor.id,
          at: now,
          data: { key: id, person },
          binds: { key: [id] },
        })
      return null
    }),
})
