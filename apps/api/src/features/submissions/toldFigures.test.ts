import { buildObligations, buildPeriods, buildWave } from '@sepakat/db/builders/index.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const form = 'lppd/tahunan'
const ids = sakipIds()
const [first = ''] = ids.indicators

interface Trace {
  answers: { at: string; label: string; value: string | null; submission: string | null }[]
  told: Record<string, object>
}
let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
beforeAll(async () => {
  api = await testApi()
  plan = await reporting(api.db)
  await buildPeriods(api.db, [{ form, key: '2026' }])
  await buildWave(api.db, { fromPeriod: '2026-TW1', offices: [plan.dsp3a], reportTypes: ['lppd'] })
  await buildObligations(api.db, 2026)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['sakip', 'lppd'] })
})
afterAll(() => api.close())

const begin = async (of: string, period: string, answers?: object): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form: of, period, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const measured = (realization: string) => ({ indicators: { [first]: { realization } } })

describe('what is said of a report that another reads', () => {
  it('is how it is now: approved, no longer only submitted', async () => {
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    const made = async (of: string, answers: object) =>
      (await other.call('POST', '/submissions', { office: plan.dinkes, form: of, period: '2026', answers })).json().id
    await approve(other, verifier, await made('sakip/indikator', registerAnswers(ids)))
    const agreement = await made('sakip/perjanjian-kinerja', agreementAnswers(ids))
    await move(other, agreement, 'submit')
    const found = async (): Promise<string[]> => {
      const asked = { office: plan.dinkes, period: '2026-TW1', answers: {} }
      const { findings } = (await other.call('POST', '/forms/sakip/pengukuran-triwulan/evaluate', asked)).json()
      return findings.map(({ code }: { code: string }) => code)
    }
    expect(await found()).toContain('agreement-not-approved')
    await move(verifier, agreement, 'claim')
    await move(verifier, agreement, 'approve')
    expect(await found()).not.toContain('agreement-not-approved')
  })
})

describe('a form that takes over figures of another', () => {
  let report: string
  let quarter: string
  const source = async (by: SignedIn) =>
    (await by.call('GET', `/submissions/${report}/form`)).json().scope.sources.measurement
  const told = async (by = operator) => {
    const { figures = [] } = (await source(by)) ?? {}
    return figures.find((one: { code: string; row: string }) => one.code === 'sakip.achievement' && one.row === first)
  }

  it('has none while the other is not there', async () => {
    report = await begin(form, '2026')
    expect(await source(operator)).toBeUndefined()
  })

  it('has those of the own current draft, with all that it reads', async () => {
    const register = await begin('sakip/indikator', '2026', registerAnswers(ids))
    const agreement = await begin('sakip/perjanjian-kinerja', '2026', agreementAnswers(ids))
    await approve(operator, verifier, register)
    await approve(operator, verifier, agreement)
    quarter = await begin('sakip/pengukuran-triwulan', '2026-TW4', measured('99'))
    expect(await told()).toMatchObject({ value: '110', why: null, unit: '%', band: { id: 'sangat-tinggi' } })
    const { rows, figures } = await source(operator)
    expect(rows.indicators).toHaveLength(2)
    expect(new Set(figures.map((one: { code: string }) => one.code))).not.toContain('completeness')
    const own = (await operator.call('GET', `/submissions/${report}`)).json()
    expect(own.status).toBe('draft')
  })

  it('has those of the revision once it was submitted, and freezes what it took over', async () => {
    await approve(operator, verifier, quarter)
    expect(await source(operator)).toMatchObject({ status: 'approved' })
    expect(await told()).toMatchObject({ value: '110' })
    await move(operator, report, 'submit')
    expect(await told(verifier)).toMatchObject({ value: '110' })
    const { body } = (await operator.call('GET', `/submissions/${report}/revisions/1`)).json()
    const taken = body.figures.find(
      (one: { code: string; row: string }) => one.code === 'lppd.achievement' && one.row === first,
    )
    expect(taken).toMatchObject({
      value: '110',
      derivation: { inputs: [{ at: `measurement:figure:sakip.achievement/${first}`, value: '110' }] },
    })
    expect(body.sources.measurement).toMatchObject({ submission: quarter, status: 'approved' })
  })

  it('leads to the figure and the answers of the other report, for who reads that report', async () => {
    const traced = async (by: SignedIn) => {
      const asked = { office: plan.dsp3a, form, period: '2026', code: 'lppd.achievement', row: first }
      const answer = await by.call('GET', `/figures/trace?${new URLSearchParams(asked)}`)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json() as Trace
    }
    const { answers, told: places } = await traced(verifier)
    const pointer = `/indicators/${first}/realization`
    expect(answers.find(({ at }) => at === `measurement:${pointer}`)).toMatchObject({
      label: expect.stringMatching(/Persentase layanan 1 .*Triwulan IV 2026$/),
      value: '99',
      submission: quarter,
    })
    expect(answers.map(({ at }) => at)).toContain(`measurement:agreement:/indicators/${first}/tw4`)
    const at = `measurement:figure:sakip.achievement/${first}`
    const place = { office: plan.dsp3a, form: 'sakip/pengukuran-triwulan', period: '2026-TW4' }
    expect(places).toEqual({ [at]: { ...place, code: 'sakip.achievement', row: first } })
    const ofLppd = await traced(await api.as({ role: 'verifier', reportTypes: ['lppd'] }))
    expect(ofLppd.answers).toMatchObject([{ at, value: null, submission: null }])
    expect(ofLppd.told).toEqual({})
  })

  it('computes them from what is given to an evaluation', async () => {
    const sources = { measurement: measured('45') }
    const asked = { office: plan.dsp3a, period: '2026', answers: {}, sources }
    const { figures } = (await operator.call('POST', `/forms/${form}/evaluate`, asked)).json()
    const taken = figures.find(
      (one: { code: string; row: string }) => one.code === 'lppd.achievement' && one.row === first,
    )
    expect(taken.value).toBe('50')
  })
})
