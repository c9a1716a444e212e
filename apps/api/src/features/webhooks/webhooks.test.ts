import { enqueueLate, transaction } from '@sepakat/db'
import { triesAfter } from '@sepakat/rules/webhooks/messageTypes.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Filing, filing } from '#testing/filing.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { type WebhookJobs, webhookJobs } from '#testing/webhookJobs.ts'
import { type WebhookReceiver, webhookReceiver } from '#testing/webhookReceiver.ts'

const nowhere = '0199f5a0-0000-7000-8000-000000000000'
let api: TestApi
let team: Filing
let admin: SignedIn
let jobs: WebhookJobs
let receiver: WebhookReceiver
let key: string
const secrets: string[] = []
beforeAll(async () => {
  api = await testApi()
  team = await filing(api)
  admin = await api.as({ role: 'admin' })
  jobs = webhookJobs(api)
  receiver = await webhookReceiver(() => secrets)
  const { personId: owner } = await api.as({ role: 'leader' })
  key = (await api.withKey({ owner, scopes: ['submission.read', 'figure.read'] })).keyId
})
afterAll(async () => {
  await receiver.close()
  await api.close()
})
beforeEach(async () => {
  await api.db.prisma.webhook.deleteMany()
  await jobs.work()
  receiver.received.length = 0
  receiver.answer(200, 'diterima')
})

const order = (more: object = {}) => ({
  name: 'Aplikasi perencanaan',
  url: 'https://8.8.8.8/sepakat',
  types: ['submission.approved'],
  key,
  ...more,
})
const add = async (more: object = {}) => {
  const answer = await admin.call('POST', '/webhooks', order(more))
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}
const listen = async (types: string[], by = key) => {
  const made = await jobs.add({ url: receiver.url, key: by, types })
  secrets.push(made.secret)
  return made
}
const log = async (id: string, query = '') => (await admin.call('GET', `/webhooks/${id}/messages${query}`)).json()
const last = async () => (await api.events('rights')).at(-1)
const test = (id: string, message = v7()) => admin.call('POST', `/webhooks/${id}/test`, { message })

describe('POST and PUT /webhooks', () => {
  it('turn a stranger and an operator away', async () => {
    expect((await api.stranger.call('POST', '/webhooks', order())).statusCode).toBe(401)
    expect((await team.operator.call('POST', '/webhooks', order())).statusCode).toBe(403)
    expect((await admin.call('PUT', `/webhooks/${nowhere}`, order())).statusCode).toBe(404)
  })

  it('show the secret once and keep it encrypted', async () => {
    const { id, secret } = await add()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect((await admin.call('GET', '/webhooks')).body).not.toContain(secret.slice(6))
    const kept = await api.db.prisma.webhook.findUniqueOrThrow({ where: { id } })
    expect(kept.secret).not.toContain(secret.slice(6))
    expect(await last()).toMatchObject({ type: 'webhook.changed', data: { webhook: id, key, change: 'added' } })
    const changed = await admin.call('PUT', `/webhooks/${id}`, order({ name: 'Lain' }))
    expect(changed.json()).toMatchObject({ id, name: 'Lain', key: { id: key } })
  })

  it.each([
    [{ url: 'http://8.8.8.8/' }, '/url'],
    [{ url: 'https://127.0.0.1/' }, '/url'],
    [{ url: 'https://169.254.169.254/latest/meta-data' }, '/url'],
    [{ url: 'https://[::ffff:10.0.0.1]/' }, '/url'],
    [{ url: 'https://localhost/' }, '/url'],
    [{ url: 'x' }, '/url'],
    [{ types: [] }, '/types'],
    [{ types: ['person.created'] }, '/types/0'],
    [{ key: nowhere }, '/key'],
    [{ name: ' ' }, '/name'],
  ])('refuse %j', async (wrong, pointer) => {
    const answer = await admin.call('POST', '/webhooks', order(wrong))
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  })

  it('refuse messages that the key may not know of, and a key that is over', async () => {
    const { personId: owner } = await api.as({ role: 'leader' })
    const figures = await api.withKey({ owner, scopes: ['figure.read'] })
    const wrong = await admin.call('POST', '/webhooks', order({ key: figures.keyId }))
    expect(wrong.json().errors[0].pointer).toBe('/types/0')
    await api.db.prisma.apiKey.update({ where: { id: figures.keyId }, data: { revokedAt: new Date() } })
    const over = await admin.call('POST', '/webhooks', order({ key: figures.keyId, types: ['figures.changed'] }))
    expect(over.json().errors[0].pointer).toBe('/key')
  })
})

describe('a message', () => {
  it('tells what happened by ids, signed as the specification says', async () => {
    const { secret } = await listen(['submission.submitted', 'submission.approved', 'figures.changed'])
    const id = await team.begin()
    await team.through(id, ['operator', 'submit'], ['verifier', 'claim'], ['verifier', 'approve'])
    await jobs.work()
    const types = receiver.received.map(({ body }) => JSON.parse(body).type)
    expect(types.sort()).toEqual(['figures.changed', 'figures.changed', 'submission.approved', 'submission.submitted'])
    expect(receiver.received.every(({ verified }) => verified.includes(secret))).toBe(true)
    const body = JSON.parse(receiver.received.find(one => one.body.includes('submission.approved'))!.body)
    expect(body).toEqual({
      type: 'submission.approved',
      timestamp: expect.stringMatching(/^2\d{3}-/),
      data: {
        submission: id,
        obligation: null,
        office: team.office,
        form: 'spm/triwulan',
        period: expect.stringMatching(/TW/),
        links: { submission: `${api.config.publicUrl}/api/v1/submissions/${id}` },
      },
    })
  })

  it('goes only where the key reaches', async () => {
    const { personId: owner } = await api.as({ role: 'leader' })
    const scopes = ['submission.read' as const]
    const other = await api.withKey({ owner, scopes, offices: [team.otherOffice] })
    const own = await api.withKey({ owner, scopes, offices: [team.office] })
    const wrongType = await api.withKey({ owner, scopes, reportTypes: ['lppd'] })
    for (const { keyId } of [other, wrongType]) await listen(['submission.submitted'], keyId)
    const { secret } = await listen(['submission.submitted'], own.keyId)
    await team.through(await team.begin(), ['operator', 'submit'])
    await jobs.work()
    expect(receiver.received.map(({ verified }) => verified)).toEqual([[secret]])
  })

  it('is not sent once its key is revoked', async () => {
    const { personId: owner } = await api.as({ role: 'leader' })
    const { keyId } = await api.withKey({ owner, scopes: ['submission.read'] })
    const { id } = await listen(['submission.submitted'], keyId)
    await test(id)
    await api.db.prisma.apiKey.update({ where: { id: keyId }, data: { revokedAt: new Date() } })
    await jobs.work()
    expect(receiver.received).toEqual([])
    expect((await log(id)).items[0]).toMatchObject({ status: 'failed', attempts: expect.any(Array) })
    expect((await log(id)).items[0].attempts[0].problem).toContain('Kuncinya')
  })

  it('of what is undone, or only practice, is not sent', async () => {
    await listen(['submission.submitted'])
    const refused = await team.move(team.verifier, await team.begin(), 'submit')
    expect(refused.statusCode).not.toBe(200)
    const practice = await team.begin('2026-TW1-latihan')
    await team.through(practice, ['operator', 'submit'])
    await jobs.work()
    expect(receiver.received).toEqual([])
  })
})

describe('what is not received', () => {
  it('is tried over a day, each try in the log, then has failed, and can be sent again', async () => {
    const { id } = await listen(['submission.submitted'])
    receiver.answer(500, 'x'.repeat(9000))
    const message = v7()
    expect((await test(id, message)).statusCode).toBe(200)
    expect(await jobs.work()).toEqual([...triesAfter])
    const [item] = (await log(id)).items
    expect(item).toMatchObject({ id: message, type: 'webhook.test', status: 'failed', nextAt: null })
    expect(item.attempts.map((a: { n: number; status: number }) => [a.n, a.status])).toEqual(
      triesAfter.map((_, at) => [at + 1, 500]),
    )
    expect(item.attempts[0].answer).toBe('x'.repeat(500))
    const state = async () => (await admin.call('GET', '/webhooks')).json().items[0]
    expect(await state()).toMatchObject({ failingSince: expect.any(String), deliveredAt: null })

    receiver.answer(204)
    const again = await admin.call('POST', `/webhooks/${id}/replay`, { message })
    expect(again.json()).toEqual({ messages: 1 })
    expect(await last()).toMatchObject({ type: 'webhook.replayed', data: { webhook: id, message, messages: 1 } })
    await jobs.work()
    expect((await log(id, '?status=delivered')).items[0].attempts.at(-1)).toMatchObject({
      n: triesAfter.length + 1,
      status: 204,
    })
    expect(await state()).toMatchObject({ failingSince: null, deliveredAt: expect.any(String) })
    expect(new Set(receiver.received.map(one => one.id))).toEqual(new Set([message]))
  })

  it('can be sent again from an instant on', async () => {
    const { id } = await listen(['submission.submitted'])
    for (const _ of [1, 2, 3]) await test(id)
    await jobs.work()
    const since = (await log(id)).items[1].at
    expect((await admin.call('POST', `/webhooks/${id}/replay`, { since })).json().messages).toBe(2)
    await jobs.work()
    expect(receiver.received).toHaveLength(5)
    expect((await admin.call('POST', `/webhooks/${id}/replay`, { message: nowhere })).statusCode).toBe(404)
    expect((await admin.call('POST', `/webhooks/${nowhere}/replay`, { since })).statusCode).toBe(404)
  })

  it('is sent at once when it is sent again while it waits for its next try', async () => {
    const { id } = await listen(['submission.submitted'])
    receiver.answer(500)
    const message = v7()
    await test(id, message)
    const tried = async () => (await log(id)).items[0].attempts.length
    const due = async () =>
      (
        await api.db.pool.query(
          `SELECT start_after <= now() AS due FROM pgboss.job WHERE name = 'webhook' AND state = 'created' AND group_id = $1`,
          [id],
        )
      ).rows
    await jobs.work(undefined, 3)
    expect([await tried(), await due()]).toEqual([3, [{ due: false }]])
    receiver.answer(200)
    expect((await admin.call('POST', `/webhooks/${id}/replay`, { message })).json()).toEqual({ messages: 1 })
    expect(await due()).toEqual([{ due: true }])
    await jobs.work()
    expect((await log(id)).items[0]).toMatchObject({ id: message, status: 'delivered' })
    expect([await tried(), await due()]).toEqual([4, []])
  })

  it('is enqueued again where its job was lost, however many there are', async () => {
    const { id } = await listen(['submission.submitted'])
    const at = new Date(Date.now() - 86_400_000)
    const lost = Array.from({ length: 1200 }, () => ({
      webhookId: id,
      id: v7(),
      type: 'webhook.test',
      body: '{}',
      at,
      nextAt: at,
    }))
    await api.db.prisma.webhookMessage.createMany({ data: lost })
    expect(await transaction(api.db, tx => enqueueLate(tx, new Date()))).toBe(1200)
    const since = at.toISOString()
    expect((await admin.call('POST', `/webhooks/${id}/replay`, { since })).json()).toEqual({ messages: 1200 })
    const { rows } = await api.db.pool.query(
      `DELETE FROM pgboss.job WHERE name = 'webhook' AND group_id = $1 RETURNING data->>'message' AS id, start_after <= now() AS due`,
      [id],
    )
    expect(rows.every(({ due }) => due)).toBe(true)
    expect(rows.map(one => one.id).sort()).toEqual(lost.map(one => one.id).sort())
  })

  it('is refused when its key may not read it any more, and says so', async () => {
    const { personId: owner } = await api.as({ role: 'leader' })
    const { keyId } = await api.withKey({ owner, scopes: ['submission.read'], offices: [team.office] })
    const { id } = await listen(['submission.submitted'], keyId)
    await team.through(await team.begin(), ['operator', 'submit'])
    await jobs.tell()
    await api.db.prisma.apiKey.update({ where: { id: keyId }, data: { officeIds: [team.otherOffice] } })
    await jobs.work()
    expect(receiver.received).toEqual([])
    const [item] = (await log(id, '?status=refused')).items
    expect(item).toMatchObject({ nextAt: null, attempts: [{ n: 1, status: null }] })
    expect(item.attempts[0].problem).toContain('tidak berwenang lagi')
    expect((await admin.call('GET', '/webhooks')).json().items[0].failingSince).toBeNull()
    // another key that reaches it is given: asked again, it is sent
    await admin.call('PUT', `/webhooks/${id}`, order({ types: ['submission.submitted'] }))
    await api.db.prisma.webhook.update({ where: { id }, data: { url: receiver.url } })
    await admin.call('POST', `/webhooks/${id}/replay`, { message: item.id })
    await jobs.work()
    expect(receiver.received.map(one => one.id)).toEqual([item.id])
  })

  it('says why: a redirect is not followed, no program is there, the address is private now', async () => {
    const { id } = await listen(['submission.submitted'])
    const firstOf = async (url: string) => {
      await api.db.prisma.webhook.update({ where: { id }, data: { url } })
      const message = v7()
      await test(id, message)
      await jobs.work()
      return (await log(id)).items.find((one: { id: string }) => one.id === message).attempts[0]
    }
    receiver.answer(302, '', { location: `${receiver.url}/lain` })
    expect(await firstOf(receiver.url)).toMatchObject({ status: 302, problem: null })
    expect(await firstOf('http://127.0.0.1:9/')).toMatchObject({
      status: null,
      problem: expect.stringContaining('ECONNREFUSED'),
    })
    expect(await firstOf('http://10.0.0.1/')).toMatchObject({
      status: null,
      problem: expect.stringContaining('jaringan dalam'),
    })
  })
})

describe('POST /webhooks/:id/secret', () => {
  it('signs with both for a day', async () => {
    const { id, secret } = await listen(['submission.submitted'])
    expect((await team.operator.call('POST', `/webhooks/${id}/secret`)).statusCode).toBe(403)
    const changed = (await admin.call('POST', `/webhooks/${id}/secret`)).json()
    secrets.push(changed.secret)
    expect(changed.formerUntil).not.toBeNull()
    await test(id)
    await jobs.work()
    expect(receiver.received[0]!.verified.sort()).toEqual([secret, changed.secret].sort())
    await api.db.prisma.webhook.update({ where: { id }, data: { formerUntil: new Date() } })
    await test(id)
    await jobs.work()
    expect(receiver.received[1]!.verified).toEqual([changed.secret])
  })
})

describe('DELETE /webhooks/:id and its log', () => {
  it('pages the log, and takes it away with the webhook', async () => {
    const { id } = await listen(['submission.submitted'])
    for (const _ of [1, 2, 3]) await test(id)
    const first = await log(id, '?limit=2')
    const second = await log(id, `?limit=2&cursor=${first.next}`)
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
    expect((await admin.call('GET', `/webhooks/${id}/messages?cursor=WyJ4Il0`)).statusCode).toBe(422)
    expect((await api.stranger.call('DELETE', `/webhooks/${id}`)).statusCode).toBe(401)
    expect((await admin.call('DELETE', `/webhooks/${id}`)).statusCode).toBe(204)
    expect((await admin.call('GET', `/webhooks/${id}/messages`)).statusCode).toBe(404)
    expect((await admin.call('DELETE', `/webhooks/${id}`)).statusCode).toBe(404)
  })
})
