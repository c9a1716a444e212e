import { transaction } from '@sepakat/db'
import { withClient } from '@sepakat/db/engine/client.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type TestApi, testApi } from '#testing/testApi.ts'
import { webhookJobs } from '#testing/webhookJobs.ts'
import { tell } from './tell.ts'

let api: TestApi
let team: Filing
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
})
afterAll(() => api.close('tampered'))

it('gives a message of the same event the same id, and of another event at its place in history another', async () => {
  const { personId: owner } = await api.as({ role: 'leader' })
  const { keyId: key } = await api.withKey({ owner, scopes: ['submission.read'] })
  const types = ['submission.submitted']
  await webhookJobs(api).add({ url: 'http://127.0.0.1:9/', key, types })
  const id = await team.begin()
  await team.through(id, ['operator', 'submit'])
  const event = await api.db.prisma.event.findFirstOrThrow({
    where: { stream: `submission/${id}`, type: 'submission.submitted' },
  })
  const when = { publicUrl: api.config.publicUrl, now: new Date(), today: '2026-12-02' }
  const told = async () => {
    await transaction(api.db, tx => tell(tx, event, when))
    const made = await api.db.prisma.webhookMessage.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
    return made.map(message => message.id)
  }
  const first = await told()
  expect(first).toHaveLength(1)
  expect(await told()).toEqual(first)
  // as after a restore from a backup: it is submitted again, at the same place
  await withClient(api.superuserUrl, async superuser => {
    await superuser.query('SET session_replication_role = replica')
    await superuser.query(`UPDATE event SET hash = repeat('a', 64) WHERE stream = $1 AND seq = $2`, [
      event.stream,
      event.seq,
    ])
  })
  const both = await told()
  expect(both).toHaveLength(2)
  expect(both).toContain(first[0])
})
