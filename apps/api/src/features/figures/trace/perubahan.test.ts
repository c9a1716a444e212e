import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const form = 'sakip/perjanjian-kinerja'
const ids = sakipIds()
let api: TestApi
let plan: Reporting
let rina: SignedIn
let budi: SignedIn
let verifier: SignedIn
let first: string

beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  rina = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Rina Wati' })
  budi = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Budi' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['sakip'] })
  await approve(
    rina,
    verifier,
    await create({ form: 'sakip/indikator', period: '2026', answers: registerAnswers(ids) }),
  )
  first = await create({ form, period: '2026', answers: agreementAnswers(ids) })
  await approve(rina, verifier, first)
})
afterAll(() => api.close())

const create = async (of: object, by: SignedIn = rina): Promise<string> => {
  const made = await by.call('POST', '/submissions', { office: plan.dsp3a, ...of })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const budget = { code: 'sakip.budget', row: '' }

it('a figure of a Perubahan names who typed what it copied, and questions about the number before stay', async () => {
  const leader = await api.as({ role: 'leader' })
  const question = { id: v7(), ...budget, text: 'Mengapa turun?' }
  const asked = await leader.call('POST', `/submissions/${first}/questions`, question)
  expect(asked.statusCode, asked.body).toBe(201)
  const made = await budi.call('POST', '/submissions', { after: first, reason: 'Perubahan APBD' })
  expect(made.statusCode, made.body).toBe(201)
  await approve(budi, verifier, made.json().id)

  const place = { office: plan.dsp3a, form, period: '2026', ...budget }
  const traced = (await leader.call('GET', `/figures/trace?${new URLSearchParams(place)}`)).json()
  expect(traced.submission).toBe(made.json().id)
  expect(traced.submitted.by.name).toBe('Budi')
  expect(traced.answers.map(({ typed }: { typed: { by: { name: string } } }) => typed.by.name)).toEqual(['Rina Wati'])

  const { items } = (await leader.call('GET', `/questions?form=${form}&period=2026`)).json()
  expect(items).toMatchObject([{ id: question.id, submission: first, status: 'asked' }])
  const said = await budi.call('POST', `/submissions/${first}/questions/${question.id}/answers`, { text: 'APBD-P.' })
  expect(said.json()).toMatchObject({ status: 'answered' })
})
