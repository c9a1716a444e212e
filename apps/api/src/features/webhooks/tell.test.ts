import { record, written } from '@sepakat/db'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reorganise } from '#jobs/reorganise.ts'
import { reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { webhookJobs } from '#testing/webhookJobs.ts'

const afterNewYear = new Date('2027-01-01T01:00:00Z')
let api: TestApi
let admin: SignedIn
let owner: string
/** The office that is merged into another, and one that has nothing to do with it. */
let office: string
let heir: string
let other: string
beforeEach(async () => {
  api = await testApi()
  const built = await reporting(api.db, 2026)
  await reporting(api.db, 2027)
  office = built.dsp3a
  other = built.dinkes
  admin = await api.as({ role: 'admin' })
  owner = (await api.as({ role: 'leader' })).personId
  const made = await admin.call('POST', '/offices', { kind: 'dinas', name: 'Dinas Baru', from: '2026-11-01' })
  heir = made.json().id
})
afterEach(() => api.close())

const listen = async (of: string) => {
  const { keyId: key } = await api.withKey({ owner, scopes: ['submission.read'], offices: [of] })
  const { id } = await webhookJobs(api).add({ url: 'https://8.8.8.8/', key, types: ['obligations.changed'] })
  return { id, key, of }
}
const told = async (id: string) =>
  (await api.db.prisma.webhookMessage.findMany({ where: { webhookId: id } })).map(({ body }) => JSON.parse(body).data)
const merge = async (all: { key: string; of: string }[]) => {
  const body = { successors: [heir], date: '2027-01-01' }
  const answer = await admin.call('POST', `/offices/${office}/reorganisation`, body, { 'idempotency-key': v7() })
  expect(answer.statusCode, answer.body).toBe(201)
  await reorganise(api.db, afterNewYear)
  // the reorganisation gave the successor to the keys of the office: here each reaches one office still
  for (const { key, of } of all) await api.db.prisma.apiKey.update({ where: { id: key }, data: { officeIds: [of] } })
  await webhookJobs(api).tell()
}

describe('a reorganisation', () => {
  it('that moves what is owed is told to both offices and to no other', async () => {
    const all = [await listen(office), await listen(heir), await listen(other)] as const
    await merge([...all])
    const links = { obligations: `${api.config.publicUrl}/api/v1/obligations?` }
    const one = { submission: null, obligation: null, office: null, form: null, period: null, links }
    expect(await Promise.all(all.map(({ id }) => told(id)))).toEqual([[one], [one], []])
  })

  it('tells each office of a report that goes by its own name', async () => {
    const operator = await api.as({ role: 'operator', offices: [office] })
    const draft = { office, form: 'sakip/indikator', period: '2027' }
    const { id: submission } = (await operator.call('POST', '/submissions', draft)).json()
    const all = [await listen(office), await listen(heir), await listen(other)] as const
    await merge([...all])
    const of = async (id: string) =>
      (await told(id)).filter(one => one.submission === submission).map(one => [one.office, one.links.obligations])
    const link = (id: string) => expect.stringContaining(`office=${id}`)
    expect(await Promise.all(all.map(({ id }) => of(id)))).toEqual([[[office, link(office)]], [[heir, link(heir)]], []])
  })
})

describe('another change of an office', () => {
  it('tells nothing', async () => {
    const { id } = await listen(office)
    await record(api.db, { actor: 'system', at: new Date() }, async () =>
      written(null, { stream: 'rights', type: 'office.changed', data: { office, change: 'letterhead' } }),
    )
    await webhookJobs(api).tell()
    expect(await told(id)).toEqual([])
  })
})

describe('an obligation that is removed', () => {
  it('is told, and one of a practice period is not', async () => {
    const { id } = await listen(office)
    for (const period of ['2027-TW1', '2027-TW1-latihan'])
      await record(api.db, { actor: 'system', at: new Date() }, async () => {
        const data = { obligation: v7(), office, form: 'spm/triwulan', period }
        return written(null, { stream: 'rights', type: 'obligation.removed', data })
      })
    await webhookJobs(api).tell()
    expect((await told(id)).map(({ period }) => period)).toEqual(['2027-TW1'])
  })
})
