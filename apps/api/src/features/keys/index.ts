import {
  addKey,
  appendEvent,
  type KeyLine,
  listKeys,
  lockPerson,
  reader,
  readSelf,
  revokeKey,
  unknownOffices,
} from '@sepakat/db'
import { keyScopes } from '@sepakat/rules'
import { randomLetters } from '../../http/credentials.ts'
import { pageOf, readCursor, writeCursor } from '../../http/cursor.ts'
import { invalid, problem } from '../../http/problem.ts'
import { keyHash } from '../../http/recognize.ts'
import { handlers } from '../../http/route.ts'

const known = new Set<string>(keyScopes)
const reading = 'submission.read'

const onWire = (key: KeyLine) => ({
  ...key,
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
    const { owner, scopes, offices, region, expires } = body
    const foreign = scopes.findIndex(scope => !known.has(scope))
    if (foreign >= 0) throw invalid(`/scopes/${foreign}`, 'Wewenang ini tidak dapat diberikan kepada kunci.')
    // Whatever a program does to a report is answered with the report.
    if (scopes.some(scope => scope.startsWith('submission.')) && !scopes.includes(reading))
      throw invalid('/scopes', `Tambahkan ${reading}: tanpa itu wewenang lain atas laporan tidak dapat dipakai.`)
    if (expires < today) throw invalid('/expires', 'Tanggal berakhir ini sudah lewat. Pilih hari ini atau sesudahnya.')
    if (!region && offices.length === 0) throw invalid('/offices', 'Pilih perangkat daerah, atau seluruh daerah.')
    const { zone } = (await deps.region.get()).region
    const prefix = randomLetters(8)
    const key = `spk_${prefix}_${randomLetters(32)}`
    return write(async tx => {
      const person = await lockPerson(tx, owner)
      const posts = (await readSelf(tx, owner, today))?.posts ?? []
      if (person === null || person.disabledAt !== null || posts.length === 0)
        throw invalid('/owner', 'Pilih orang yang masih aktif dan memegang jabatan sebagai penanggung jawab.')
      const [unknown] = await unknownOffices(tx, offices)
      if (unknown !== undefined)
        throw invalid(`/offices/${offices.indexOf(unknown)}`, 'Perangkat daerah ini tidak ada.')
      const line = await addKey(tx, { ...body, prefix, hash: keyHash(key), ownerId: owner, zone, today })
      const data = { key: line.id, owner, scopes, reportTypes: body.reportTypes, region, offices, expires }
      await appendEvent(tx, {
        stream: 'rights',
        type: 'key.issued',
        actor: actor.id,
        at: now,
        data,
        binds: { key: [line.id] },
      })
      return { ...onWire(line), key }
    })
  },

  'DELETE /keys/:id': async ({ params: { id }, actor, write, now }) =>
    write(async tx => {
      const done = await revokeKey(tx, id, now)
      if (done === null) throw problem('not-found')
      if (done === 'revoked')
        await appendEvent(tx, {
          stream: 'rights',
          type: 'key.revoked',
          actor: actor.id,
          at: now,
          data: { key: id },
          binds: { key: [id] },
        })
      return null
    }),
})
