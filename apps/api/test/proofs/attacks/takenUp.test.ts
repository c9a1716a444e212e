/**
 * Changes without an event that wait for the next event of their row, which says how it leaves the row and so says that they are
 * right: each is still named, with what and when.
 */
import { eventHash, type Tampering } from '@sepakat/db'
import { buildPerson } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { soon } from '#testing/filing.ts'
import { setUpSecondFactor } from '#testing/secondFactor.ts'
import type { SignedIn } from '#testing/testApi.ts'
import { type Ground, tamperingGround } from './tamperingGround.ts'

let g: Ground
let admin: SignedIn
beforeAll(async () => {
  g = await tamperingGround()
  admin = await g.api.as({ role: 'admin' })
})
afterAll(() => g.close())

/** By the application's account, to stay. */
const change = async (sql: string, ...values: unknown[]) =>
  expect((await g.api.db.pool.query(sql, values)).rowCount, sql).toBe(1)
const must = async (by: SignedIn, method: Parameters<SignedIn['call']>[0], path: string, body: object = {}) => {
  const answer = await by.call(method, path, body)
  expect(answer.statusCode, answer.body).toBeLessThan(300)
}
/** That the audit names it, in these words, with when history last had it right. */
const named = (found: Tampering[], where: string, ...words: string[]) => {
  const own = found.filter(it => it.where.includes(where))
  for (const word of words) expect(own.map(({ message }) => message).join('\n')).toContain(word)
  for (const { at } of own) expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T/)
}

it('the text of a note, taken up when the note is answered', async () => {
  await change(`UPDATE note SET text = 'Sudah baik.' WHERE id = $1`, g.note)
  await must(g.team.operator, 'POST', `/submissions/${g.returned}/notes/${g.note}/answers`, { text: 'Sudah.' })
  named(await g.audit.verify(), `catatan ${g.note}`, 'Teks ketika peristiwa nomor', 'tidak mengubahnya')
})

it('the due date of a report, taken up when a verifier claims it', async () => {
  await change(`UPDATE submission SET due_at = due_at + interval '9 days' WHERE id = $1`, g.submitted)
  await change(`UPDATE obligation SET due_at = due_at + interval '9 days' WHERE id = $1`, g.submitted)
  await g.team.through(g.submitted, ['verifier', 'claim'])
  named(await g.audit.verify(), g.submitted, 'Tenggat ketika peristiwa nomor', '(submission.claimed)')
})

it('a draft that was made approved, taken up when it is reopened', async () => {
  await change(`UPDATE submission SET status = 'approved' WHERE id = $1`, g.draft)
  await must(g.team.coordinator, 'POST', `/submissions/${g.draft}/reopen`, {
    reason: 'Keliru.',
    dueAt: soon(),
    anchors: [''],
  })
  named(await g.audit.verify(), g.draft, 'Dari status "Draf"', '(submission.reopened) tidak mungkin')
})

it('a post that reaches further, taken up when it ends', async () => {
  await change(`UPDATE post SET role = 'verifier', region = true WHERE id = $1`, g.post)
  await must(admin, 'POST', `/posts/${g.post}/end`, { to: '2099-12-31' })
  named(await g.audit.verify(), `jabatan ${g.post}`, 'Peran ketika peristiwa nomor', '"verifier", bukan "operator"')
})

it('an account that is made a demo account, taken up when its telephone is changed', async () => {
  await change(`UPDATE person SET disabled_at = NULL, demo = true WHERE id = $1`, g.person)
  await must(admin, 'PATCH', `/people/${g.person}`, { phone: '081234567890' })
  named(await g.audit.verify(), `orang ${g.person}`, 'Akun contoh ketika peristiwa nomor', '(person.changed)')
})

it('a key that may do more, taken up when it is revoked', async () => {
  await change(`UPDATE api_key SET scopes = scopes || '{submission.approve}' WHERE id = $1`, g.key)
  await must(admin, 'DELETE', `/keys/${g.key}`)
  named(await g.audit.verify(), `kunci ${g.key}`, 'Wewenang ketika peristiwa nomor', '(key.revoked)')
})

it('a second factor that is taken away, also when its person is changed later', async () => {
  const password = 'tiga kata bebas'
  const { id, posts } = await buildPerson(g.api.db, { password, posts: [{ role: 'leader' }] })
  await setUpSecondFactor(await g.api.session(id, posts[0]!.id), password, new Date())
  expect((await g.audit.verify()).filter(({ where }) => where.includes(id))).toEqual([])
  await change('DELETE FROM second_factor WHERE person_id = $1', id)
  named(await g.audit.verify(), `orang ${id}`, 'Saat verifikasi dua langkah dipasang sekarang kosong')
  await must(admin, 'PATCH', `/people/${id}`, { phone: '081234567899' })
  named(await g.audit.verify(), `orang ${id}`, 'Saat verifikasi dua langkah dipasang ketika peristiwa nomor')
})

it('a note without an author, taken up by an event that says it was there when binding began', async () => {
  const { rows: made } = await g.api.db.pool.query(
    `INSERT INTO note (id, submission_id, anchor, text, by) SELECT gen_random_uuid(), id, '', 'Mohon dicek.', created_by FROM submission WHERE id = $1
     RETURNING id`,
    [g.approved],
  )
  const [{ message = '' } = {}] = (await g.audit.verify()).filter(({ where }) => where.includes(made[0].id))
  expect(message).toBe('Tidak ada peristiwa yang mencatatnya.')
  const { rows } = await g.api.db.pool.query(
    `SELECT h.seq, h.hash, (SELECT at FROM event WHERE type = 'history.bound' LIMIT 1) AS since FROM event_head h WHERE stream = 'submission/' || $1`,
    [g.approved],
  )
  const event = {
    stream: `submission/${g.approved}`,
    seq: rows[0].seq + 1,
    type: 'history.bound',
    at: rows[0].since,
    actor: 'system',
    data: { bound: { note: { [made[0].id]: {} } } },
    prev: rows[0].hash,
  }
  const values = [...Object.values({ ...event, data: JSON.stringify(event.data) }), eventHash(event)]
  await g.api.db.pool.query(
    'INSERT INTO event (stream, seq, type, at, actor, data, prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    values,
  )
  await g.api.db.pool.query('UPDATE event_head SET seq = $2, hash = $3 WHERE stream = $1', [
    event.stream,
    event.seq,
    values.at(-1),
  ])
  expect(await g.audit.verify()).toContainEqual(
    expect.objectContaining({ code: 'bound-again', where: `submission/${g.approved}` }),
  )
})
