import { bindExisting, eventHash, firstPrev } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ground, tamperingGround } from './tamperingGround.ts'

let g: Ground
/** The region as a release wrote it that bound nothing: no event says how it left a row, and no seal was made yet. */
beforeAll(async () => {
  g = await tamperingGround()
  const sql = g.audit.superuser
  await sql.query('SET session_replication_role = replica')
  const { rows } = await sql.query(`SELECT * FROM event WHERE type <> 'history.bound' ORDER BY stream, seq`)
  await sql.query('TRUNCATE event, event_head, seal')
  const heads = new Map<string, { seq: number; hash: string }>()
  for (const { hash: _, office_id: _office, ...event } of rows) {
    const { seq, hash: prev } = heads.get(event.stream) ?? { seq: 0, hash: firstPrev }
    const { bound: _bound, ...data } = event.data
    const before = { ...event, seq: seq + 1, data, prev }
    const head = { seq: before.seq, hash: eventHash(before) }
    const { stream, type, at, actor } = event
    await sql.query('INSERT INTO event VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      ...[stream, head.seq, type, at, actor, data, prev, head.hash],
    ])
    heads.set(stream, head)
  }
  for (const [stream, { seq, hash }] of heads)
    await sql.query('INSERT INTO event_head (stream, seq, hash) VALUES ($1, $2, $3)', [stream, seq, hash])
  await sql.query('SET session_replication_role = DEFAULT')
})
afterAll(() => g.close())

const changing = (sql: string, ...values: unknown[]) => g.audit.asApplication(db => db.query(sql, values))
const approving = () => changing(`UPDATE submission SET status = 'approved' WHERE id = $1`, g.submitted)
const renaming = () => changing(`UPDATE person SET name = 'Lain' WHERE id = $1`, g.person)

describe('what was written before events bound anything', () => {
  it('is whole, and what old events tell is compared with what is stored', async () => {
    expect(await g.audit.verify()).toEqual([])
    expect(await approving()).toMatchObject([
      { code: 'row-changed', where: `laporan ${g.submitted}`, message: expect.stringContaining('bukan "Dikirim"') },
    ])
    const deleted = await changing('DELETE FROM note WHERE id = $1', g.note)
    expect(deleted).toMatchObject([{ code: 'row-missing', where: expect.stringContaining(g.note) }])
    expect(await renaming()).toEqual([])
  })

  it('is bound once by the first start, which tells what did not fit then', async () => {
    const sql = g.audit.superuser
    await sql.query(`UPDATE submission SET status = 'approved' WHERE id = $1`, [g.draft])
    await bindExisting(g.api.db, new Date())
    await bindExisting(g.api.db, new Date())
    const { rows } = await sql.query(`SELECT count(DISTINCT at)::int AS n FROM event WHERE type = 'history.bound'`)
    expect(rows).toEqual([{ n: 1 }])
    expect(await g.audit.verify()).toMatchObject([
      { code: 'row-changed', where: `laporan ${g.draft}`, message: expect.stringContaining('bukan "Draf"') },
    ])
  })

  it('is held against tampering from then on', async () => {
    expect(await renaming()).toContainEqual(
      expect.objectContaining({ code: 'row-changed', where: `orang ${g.person}` }),
    )
    await g.team.through(g.submitted, ['verifier', 'claim'])
    expect((await g.audit.verify()).filter(({ where }) => !where.includes(g.draft))).toEqual([])
  })
})
