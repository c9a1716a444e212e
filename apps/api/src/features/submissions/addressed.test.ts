// A form of the region whose rows are addressed to offices: each finds its own in the form that reads them, and no other's.
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { revisionHandlers } from '../revisions/routes.ts'
import { tickHandlers } from '../ticks/routes.ts'
import { submissionHandlers } from './routes.ts'

let api: TestApi
const office: Record<'setda' | 'dinkes' | 'dlh', string> = { setda: '', dinkes: '', dlh: '' }
const by = {} as Record<keyof typeof office | 'verifier', SignedIn>
const [forBoth, forHealth] = [v7(), v7()]

beforeAll(async () => {
  api = await testApi({
    ...submissionHandlers,
    ...answerHandlers,
    ...moveHandlers,
    ...tickHandlers,
    ...revisionHandlers,
  })
  const { db } = api
  for (const code of ['setda', 'dinkes', 'dlh'] as const) {
    office[code] = await officeId(db, code)
    by[code] = await api.as({ role: 'operator', offices: [office[code]] })
  }
  by.verifier = await api.as({ role: 'verifier', reportTypes: ['lkpj'] })
  await buildPeriods(db, [
    { form: 'lkpj/tahunan', key: '2026' },
    { form: 'lkpj/rekomendasi', key: '2026' },
  ])
  await buildWave(db, { fromPeriod: '2026-TW1', offices: Object.values(office), reportTypes: ['lkpj'] })
  await buildObligations(db, 2026)
})
afterAll(() => api.close())

const begin = async (who: keyof typeof office, form: string, answers = {}): Promise<string> => {
  const body = { office: office[who], form, period: '2026', answers }
  const made = await by[who].call('POST', '/submissions', body)
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
const scopeOf = async (who: keyof typeof office, id: string) =>
  (await by[who].call('GET', `/submissions/${id}/form`)).json().scope
const answer = async (who: keyof typeof office, id: string, row: string) => {
  const change = { changeId: v7(), op: 'set', pointer: `/recommendations/${row}/followUp`, value: 'Sudah.', base: 0 }
  const saved = await by[who].call('PATCH', `/submissions/${id}/answers`, { changes: [change] })
  return saved.json().results[0]
}

describe('rows of a form of the region', () => {
  let council: string
  const lkpj: Record<string, string> = {}
  beforeAll(async () => {
    const rec = (text: string, at: number) => ({ $position: `a${at}`, year: '2025', number: `no. ${at}`, text })
    const to = (parent: string, id: string) => ({ [v7()]: { $parent: parent, $position: 'a0', office: id } })
    council = await begin('setda', 'lkpj/rekomendasi', {
      recommendations: { [forBoth]: rec('Tambah ruang hijau', 1), [forHealth]: rec('Lengkapi tenaga', 2) },
      addressees: { ...to(forBoth, office.dinkes), ...to(forBoth, office.dlh), ...to(forHealth, office.dinkes) },
      policies: { all: { state: 'nil' } },
    })
    for (const who of ['dinkes', 'dlh'] as const) lkpj[who] = await begin(who, 'lkpj/tahunan')
  })

  it('are not there before it was submitted: a draft is its own office’s', async () => {
    expect((await scopeOf('dinkes', lkpj.dinkes!)).sources.council).toBeUndefined()
    expect(await answer('dinkes', lkpj.dinkes!, forHealth)).toMatchObject({ code: 'unknown-pointer' })
  })

  it('are chosen from the offices of the region, which only a form that asks for them is told', async () => {
    const { offices } = await scopeOf('setda', council)
    expect(offices).toContainEqual({ id: office.dlh, label: 'Dinas Lingkungan Hidup' })
    expect(await scopeOf('dlh', lkpj.dlh!)).not.toHaveProperty('offices')
  })

  it('are answered by the offices addressed, each its own', async () => {
    await by.setda.call('POST', `/submissions/${council}/submit`, {})
    await by.verifier.call('POST', `/submissions/${council}/claim`, {})
    await by.verifier.call('PUT', `/submissions/${council}/ticks`, { anchor: '/policies/all', ticked: true })
    await by.verifier.call('POST', `/submissions/${council}/approve`, {})
    const { sources } = await scopeOf('dlh', lkpj.dlh!)
    expect(sources.council).toMatchObject({ status: 'approved' })
    expect(await answer('dinkes', lkpj.dinkes!, forBoth)).toMatchObject({ result: 'applied' })
    expect(await answer('dinkes', lkpj.dinkes!, forHealth)).toMatchObject({ result: 'applied' })
    expect(await answer('dlh', lkpj.dlh!, forBoth)).toMatchObject({ result: 'applied' })
    expect(await answer('dlh', lkpj.dlh!, forHealth)).toMatchObject({ code: 'unknown-pointer' })
  })

  it('call an office by its name in the revision', async () => {
    const { body } = (await by.setda.call('GET', `/submissions/${council}/revisions/1`)).json()
    const [first] = body.sections[0].blocks[0].rows
    expect(first.label).toBe('no. 1 Tambah ruang hijau')
    expect(first.blocks[0].rows.map((row: { label: string }) => row.label).sort()).toEqual([
      'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana',
      'Dinas Lingkungan Hidup',
    ])
  })
})
