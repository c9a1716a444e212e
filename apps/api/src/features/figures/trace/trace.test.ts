import { spmAnswers } from '@sepakat/db/builders/index.ts'
import type { Catalogue } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { upload } from '#testing/upload.ts'

const form = 'spm/triwulan'
let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
let auditor: SignedIn
let id: string
const services = ['gepeng', 'anak-telantar']

interface Trace {
  figure: { code: string; value: string | null }
  standing: string
  seen: boolean
  names: Record<string, string>
  answers: {
    at: string
    label: string
    value: string
    typed: { by: { name: string }; at: string } | null
    checked: { by: { name: string } } | null
    evidence: { title: string; page: string; media: string }[]
  }[]
  submitted: { by: { name: string } } | null
  approved: { by: { name: string } } | null
  previous: { period: string; figure: { value: string } } | null
}
const address = (code: string, row = '', more: object = {}) =>
  `/figures/trace?${new URLSearchParams({ office: plan.dsp3a, form, period: '2026-TW2', code, row, ...more })}`
const trace = async (by: SignedIn, code: string, row?: string): Promise<Trace> => {
  const answer = await by.call('GET', address(code, row))
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const file = async (period: string, seed: 1 | 2 | 3): Promise<string> => {
  const { catalogue }: { catalogue: Catalogue } = (await operator.call('GET', `/forms/${form}`)).json()
  const answers = spmAnswers(catalogue, services, 2026, seed)
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const approve = async (report: string): Promise<void> => {
  await move(operator, report, 'submit')
  await move(verifier, report, 'claim')
  const { answers } = (await verifier.call('GET', `/submissions/${report}/answers`)).json()
  for (const [table, rows] of Object.entries<Record<string, object>>(answers))
    for (const [row, cells] of Object.entries(rows))
      if ('state' in cells || `${table}/${row}` === 'recipients/gepeng')
        await verifier.call('PUT', `/submissions/${report}/ticks`, { anchor: `/${table}/${row}`, ticked: true })
  await move(verifier, report, 'approve')
}

beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  await reporting(api.db, 2025)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] }, { name: 'Rina Wati' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] }, { name: 'Pak Verifikator' })
  auditor = await api.as({ role: 'auditor' })
  await approve(await file('2025-TW2', 1))
  id = await file('2026-TW2', 2)
  const sent = await upload(operator, id, {
    fields: { anchor: '/recipients/gepeng/served', title: 'Rekap layanan', page: '7' },
  })
  expect(sent.statusCode, sent.body).toBe(201)
  await approve(id)
})
afterAll(() => api.close())

describe('GET /figures/trace', () => {
  it('turns away a stranger, and does not know figures out of reach, of drafts, or that there are none of', async () => {
    const asked = address('spm.officeIndex')
    expect((await api.stranger.call('GET', asked)).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('GET', asked)).statusCode).toBe(403)
    const other = await api.as({ role: 'leader', offices: [plan.dinkes] })
    expect((await other.call('GET', asked)).statusCode).toBe(404)
    expect((await (await api.as({ role: 'leader', reportTypes: ['lkpj'] })).call('GET', asked)).statusCode).toBe(404)
    expect((await auditor.call('GET', address('spm.bukan'))).statusCode).toBe(404)
    expect((await auditor.call('GET', address('spm.officeIndex', 'tak-ada'))).statusCode).toBe(404)
    await file('2026-TW3', 3)
    expect((await auditor.call('GET', address('spm.officeIndex', '', { period: '2026-TW3' }))).statusCode).toBe(404)
    expect((await auditor.call('GET', address('spm.officeIndex', '', { office: 'bukan' }))).statusCode).toBe(422)
  })

  it('leads from a figure to each answer, who typed and checked it, and the evidence with its page', async () => {
    const { figure, standing, seen, answers, names } = await trace(auditor, 'spm.index', 'gepeng')
    expect([figure.code, standing, seen]).toEqual(['spm.index', 'final', true])
    const served = answers.find(({ at }) => at === '/recipients/gepeng/served')
    expect(served).toMatchObject({
      typed: { by: { name: 'Rina Wati' } },
      checked: { by: { name: 'Pak Verifikator' } },
      evidence: [{ title: 'Rekap layanan', page: '7', media: 'application/pdf' }],
    })
    expect(served?.label).toMatch(/·/)
    expect(served?.value).not.toBe('')
    expect(Object.values(names).filter(name => /^figure:|^\//.test(name))).toEqual([])
    const { answers: counted } = (await auditor.call('GET', `/submissions/${id}/revisions/1`)).json().body
    expect(served?.value.replaceAll('.', '')).toBe(counted.recipients.gepeng.served)
  })

  it('goes through the figures that a figure is made of, and says who submitted and approved', async () => {
    const { answers, submitted, approved, previous } = await trace(auditor, 'spm.officeIndex')
    for (const service of services) expect(answers.map(({ at }) => at)).toContain(`/recipients/${service}/due`)
    expect([submitted?.by.name, approved?.by.name]).toEqual(['Rina Wati', 'Pak Verifikator'])
    expect(previous).toMatchObject({ period: '2025-TW2', otherRules: false })
    const before = await auditor.call('GET', address('spm.officeIndex', '', { period: '2025-TW2' }))
    expect(before.json()).toMatchObject({ previous: null, figure: { value: previous?.figure.value } })
  })

  it('is recorded where somebody outside the office reads it', async () => {
    const reads = async () =>
      (
        await api.db.pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM event WHERE type = 'submission.read' AND data ->> 'submission' = $1`,
          [id],
        )
      ).rows[0]?.n ?? 0
    const before = await reads()
    await trace(await api.as({ role: 'leader' }), 'spm.officeIndex')
    expect(await reads()).toBe(before + 1)
    await trace(operator, 'spm.officeIndex')
    expect(await reads()).toBe(before + 1)
  })

  it('says that answers are closed to a key that reads figures alone', async () => {
    const key = await api.withKey({ owner: auditor.personId, scopes: ['figure.read'] })
    const answer = await key.call('GET', address('spm.officeIndex'))
    expect(answer.json()).toMatchObject({ seen: false, answers: [], evidence: [], submitted: { by: {} } })
  })
})
