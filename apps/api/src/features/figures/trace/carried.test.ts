import { frozenReportsOf, reader, typedCellsOf } from '@sepakat/db'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import type { Catalogue } from '@sepakat/rules'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const form = 'spm/triwulan'
let api: TestApi
let plan: Reporting
let rina: SignedIn
let budi: SignedIn
let verifier: SignedIn

beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  rina = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Rina Wati' })
  budi = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Budi' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] })
})
afterAll(() => api.close())

const create = async (by: SignedIn, of: object): Promise<string> => {
  const made = await by.call('POST', '/submissions', { office: plan.dsp3a, ...of })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
interface Typed {
  at: string
  typed: { by: { name: string } } | null
  carried: string | null
}
/** By place: who typed it, and from where it was carried. */
const typedIn = async (of: { form: string; period: string; code: string; row: string }) => {
  const answer = await verifier.call('GET', `/figures/trace?${new URLSearchParams({ office: plan.dsp3a, ...of })}`)
  expect(answer.statusCode, answer.body).toBe(200)
  const { answers }: { answers: Typed[] } = answer.json()
  return Object.fromEntries(answers.map(({ at, typed, carried }) => [at, [typed?.by.name ?? null, carried]]))
}

it('what came over from the quarter before names who typed it there, through every quarter it came', async () => {
  const { catalogue }: { catalogue: Catalogue } = (await rina.call('GET', `/forms/${form}`)).json()
  const services = ['gepeng', 'anak-telantar']
  await create(rina, { form, period: '2026-TW1', answers: spmAnswers(catalogue, services, 2026, 1) })
  const due = { recipients: { 'anak-telantar': { due: '77' } } }
  await create(budi, { form, period: '2026-TW2', answers: due })
  const served = { recipients: { gepeng: { served: '20' }, 'anak-telantar': { served: '50' } } }
  const third = await create(budi, { form, period: '2026-TW3', answers: served })
  await move(rina, third, 'submit')
  const of = (row: string) => typedIn({ form, period: '2026-TW3', code: 'spm.recipients', row })
  expect(await of('gepeng')).toEqual({
    '/recipients/gepeng/due': ['Rina Wati', 'Triwulan I 2026'],
    '/recipients/gepeng/served': ['Budi', null],
  })
  expect(await of('anak-telantar')).toEqual({
    '/recipients/anak-telantar/due': ['Budi', 'Triwulan II 2026'],
    '/recipients/anak-telantar/served': ['Budi', null],
  })
})

it('what a report took over from the one that gives it its rows names that report, and no person', async () => {
  const ids = sakipIds()
  const [first = ''] = ids.indicators
  const register = { form: 'sakip/indikator', period: '2026', answers: registerAnswers(ids) }
  await approve(rina, verifier, await create(rina, register))
  const { indicators: _, ...rest } = agreementAnswers(ids)
  const agreement = await create(budi, { form: 'sakip/perjanjian-kinerja', period: '2026', answers: rest })
  await move(budi, agreement, 'submit')
  const tx = reader(api.db)
  const [frozen] = await frozenReportsOf(tx, [{ submission: agreement, n: 1 }])
  expect(await typedCellsOf(tx, frozen!, [`/indicators/${first}/target`])).toEqual([
    {
      at: `/indicators/${first}/target`,
      typed: null,
      from: { form: 'sakip/indikator', period: '2026' },
    },
  ])
})
