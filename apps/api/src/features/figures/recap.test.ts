import { addOffice, assignRow, openDatabase, putSpans, transaction } from '@sepakat/db'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import { type Catalogue, defaultRuleSet } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { formHandlers } from '../forms/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { tickHandlers } from '../ticks/routes.ts'
import { figureHandlers } from './routes.ts'

const form = 'spm/triwulan'
let api: TestApi
let plan: Reporting
let catalogue: Catalogue
let social: SignedIn
let health: SignedIn
let verifier: SignedIn
let leader: SignedIn

const services = (group: string) =>
  catalogue.rows.filter(row => row.table === 'recipients' && row.group === group).map(row => row.id)
/** Approves what declares states too: each row with one is ticked. */
const approve = async (by: SignedIn, id: string): Promise<void> => {
  await move(by, id, 'submit')
  await move(verifier, id, 'claim')
  const { answers } = (await verifier.call('GET', `/submissions/${id}/answers`)).json()
  for (const [table, rows] of Object.entries<Record<string, object>>(answers))
    for (const [row, cells] of Object.entries(rows))
      if ('state' in cells)
        await verifier.call('PUT', `/submissions/${id}/ticks`, { anchor: `/${table}/${row}`, ticked: true })
  await move(verifier, id, 'approve')
}
const begin = async (by: SignedIn, office: string, period: string, rows: string[]): Promise<string> => {
  const answers = spmAnswers(catalogue, rows, 2026, 2)
  const made = await by.call('POST', '/submissions', { office, form, period, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}

interface Item {
  standing: string
  coverage: Recap['coverage']
  label: string
  rowLabel: string
  offices: { id: string }[]
  figure: {
    code: string
    row: string
    value: string | null
    why: string | null
    basis: string | null
    band: object | null
    derivation: { ruleSet: string; left: { at: string; why: string }[] }
  }
}
interface Recap {
  ruleSet: string
  standing: string
  coverage: { owed: number; reported: number; approved: number }
  notUsing: { id: string; name: string }[]
  items: Item[]
}
const read = async (query: string): Promise<Recap> => {
  const answer = await leader.call('GET', `/recap?form=${form}&${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}
const at = ({ items }: Recap, code: string, row = ''): Item => {
  const item = items.find(({ figure }) => figure.code === code && figure.row === row)
  if (!item) throw new Error(`no ${code}/${row}`)
  return item
}
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

beforeAll(async () => {
  api = await testApi({
    ...figureHandlers,
    ...submissionHandlers,
    ...answerHandlers,
    ...moveHandlers,
    ...tickHandlers,
    ...formHandlers,
  })
  plan = await reporting(api.db)
  social = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  health = await api.as({ role: 'operator', offices: [plan.dinkes] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  catalogue = (await leader.call('GET', `/forms/${form}`)).json().catalogue
  await approve(social, await begin(social, plan.dsp3a, '2026-TW2', services('sosial')))
  await move(health, await begin(health, plan.dinkes, '2026-TW2', services('kesehatan')), 'submit')
  await begin(social, plan.dsp3a, '2026-TW1', services('sosial'))
  await approve(social, await begin(social, plan.dsp3a, '2026-TW1-latihan', services('sosial')))
})
afterAll(() => api.close())

describe('GET /recap', () => {
  const query = `/recap?form=${form}&period=2026-TW2`

  it('turns away a stranger, and a user who reaches a part of the region or other reports only', async () => {
    expect((await api.stranger.call('GET', query)).statusCode).toBe(401)
    const some = await api.as({ role: 'leader', offices: [plan.dsp3a] })
    const ofSakip = await api.as({ role: 'leader', reportTypes: ['sakip'] })
    for (const asker of [social, some, ofSakip, await api.as({ role: 'admin' })]) {
      const answer = await asker.call('GET', query)
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'no-right'])
    }
  })

  it('says which form and period it is not made of', async () => {
    const wrong = async (asked: string) => {
      const answer = await leader.call('GET', `/recap?${asked}`)
      expect([asked, answer.statusCode]).toEqual([asked, 422])
      return answer.json().errors[0].pointer
    }
    expect(await wrong('form=spm/bukan&period=2026')).toBe('/form')
    expect(await wrong(`form=${form}&period=2026`)).toBe('/period')
    expect(await wrong(`form=${form}&period=2026-TW1-latihan`)).toBe('/period')
    expect(await wrong(`form=${form}`)).toContain('period')
    expect(await wrong('period=2026-TW2')).toContain('form')
  })

  it('is not final, and has no category, while something owed has not come in', async () => {
    const recap = await read('period=2026-TW2')
    expect(recap).toMatchObject({ standing: 'incomplete', coverage: { owed: 29, reported: 5, approved: 5 } })
    expect(at(recap, 'spm.regionIndex')).toMatchObject({ standing: 'incomplete', figure: { band: null } })
    expect(at(recap, 'spm.urusanIndex', 'sosial')).toMatchObject({
      standing: 'final',
      coverage: { owed: 5, reported: 5, approved: 5 },
      figure: { band: { label: expect.any(String) } },
    })
    expect(at(recap, 'spm.urusanIndex', 'kesehatan')).toMatchObject({
      standing: 'incomplete',
      coverage: { owed: 12, reported: 0, approved: 0 },
    })
  })

  it('names the offices that owe it and cannot file yet', async () => {
    const { notUsing } = await read('period=2026-TW2')
    const ids = notUsing.map(({ id }) => id)
    expect(ids).not.toContain(plan.dsp3a)
    expect(ids).not.toContain(plan.dinkes)
    expect(ids.length).toBeGreaterThan(0)
    const owing = new Set((await read('period=2026-TW2')).items.flatMap(({ offices }) => offices.map(({ id }) => id)))
    expect(ids.filter(id => !owing.has(id))).toEqual([])
  })

  it('has the numbers that the overview has', async () => {
    const recap = await read('period=2026-TW2&provisional=true')
    const { coverage } = (await leader.call('GET', '/overview?year=2026')).json()
    expect(
      coverage.find((one: { form: string; period: string }) => `${one.form} ${one.period}` === `${form} 2026-TW2`),
    ).toEqual({
      form,
      period: '2026-TW2',
      coverage: recap.coverage,
      standing: recap.standing,
      notUsing: recap.notUsing,
    })
    expect((await social.call('GET', '/overview?year=2026')).json().coverage).toEqual([])
    const ofSakip = await api.as({ role: 'leader', reportTypes: ['sakip'] })
    const others: { form: string }[] = (await ofSakip.call('GET', '/overview?year=2026')).json().coverage
    expect(others.filter(({ form: of }) => !of.startsWith('sakip/'))).toEqual([])
  })

  it('is made of what was approved; what was not reported is left out and named', async () => {
    const recap = await read('period=2026-TW2')
    expect(recap.ruleSet).toBe('2021.1')
    const own = services('sosial').map(row => Number(at(recap, 'spm.index', row).figure.value))
    const region = at(recap, 'spm.regionIndex')
    expect(Number(region.figure.value)).toBeCloseTo(mean(own), 10)
    expect(region).toMatchObject({ label: 'Indeks pencapaian SPM daerah', rowLabel: '', rowCode: '', group: '' })
    expect(at(recap, 'spm.index', 'gepeng')).toMatchObject({ rowCode: '1.06-04', group: 'Sosial' })
    expect(region.figure.basis).toBe('year-to-date')
    expect(region.figure.derivation.left).toHaveLength(5)
    expect(at(recap, 'spm.urusanIndex', 'kesehatan').figure).toMatchObject({ value: null, why: 'empty' })
    expect(at(recap, 'spm.index', 'ibu-hamil')).toMatchObject({
      rowLabel: 'Pelayanan kesehatan ibu hamil',
      offices: [{ id: plan.dinkes }],
      figure: { value: null, why: 'empty' },
    })
  })

  it('is provisional with what was submitted, and never counts drafts or practice', async () => {
    const recap = await read('period=2026-TW2&provisional=true')
    expect(recap).toMatchObject({ standing: 'incomplete', coverage: { owed: 29, reported: 17, approved: 5 } })
    const ofUrusan = ['kesehatan', 'sosial'].map(row => Number(at(recap, 'spm.urusanIndex', row).figure.value))
    expect(Number(at(recap, 'spm.regionIndex').figure.value)).toBeCloseTo(mean(ofUrusan), 10)
    const { items } = (
      await leader.call('GET', `/figures?form=${form}&period=2026-TW2&code=spm.index&provisional=true`)
    ).json()
    for (const { figure, standing } of items)
      expect(at(recap, 'spm.index', figure.row)).toMatchObject({
        standing,
        figure: { ...figure, band: standing === 'final' ? figure.band : null },
      })
    expect(items).toHaveLength(17)

    const first = await read('period=2026-TW1&provisional=true')
    expect(first).toMatchObject({ standing: 'incomplete', coverage: { owed: 29, reported: 0, approved: 0 } })
    expect(at(first, 'spm.regionIndex').figure).toMatchObject({ value: null, why: 'empty' })
  })

  it('leaves what does not apply out, and adds what offices share', async () => {
    const own = { form, note: '', fromYear: 2026, toYear: null }
    await transaction(api.db, async tx => {
      await assignRow(tx, { ...own, row: 'rumah-relokasi', office: null, reason: 'Tidak ada relokasi', shared: false })
      await assignRow(tx, { ...own, row: 'gepeng', office: plan.dinkes, reason: null, shared: true })
    })
    await move(social, await begin(social, plan.dsp3a, '2026-TW3', services('sosial')), 'submit')
    const alone = await read('period=2026-TW3&provisional=true')
    expect(alone.coverage).toEqual({ owed: 28, reported: 4, approved: 0 })
    expect(alone.items.some(({ figure }) => figure.row === 'rumah-relokasi')).toBe(false)
    expect(at(alone, 'spm.recipients', 'gepeng').figure.derivation.left).toEqual([
      { at: `${plan.dinkes}:figure:spm.index/gepeng`, why: 'empty' },
    ])

    await move(health, await begin(health, plan.dinkes, '2026-TW3', ['gepeng']), 'submit')
    const both = await read('period=2026-TW3&provisional=true')
    // gepeng: 46 % of 2.220 (the fourth of five services) and of 1.200
    expect(at(both, 'spm.recipients', 'gepeng').figure).toMatchObject({ numerator: '1573', denominator: '3420' })
    expect(
      at(both, 'spm.index', 'gepeng')
        .offices.map(({ id }) => id)
        .sort(),
    ).toEqual([plan.dinkes, plan.dsp3a].sort())
    expect(both.coverage).toEqual({ owed: 28, reported: 5, approved: 0 })
  })

  it('asks nothing of an office for a period that was over before its first day', async () => {
    const span = { name: 'Dinas Baru', shortName: '', parent: null, urusan: [], from: '2026-07-01', to: null }
    const newcomer = await transaction(api.db, async tx => {
      const id = await addOffice(tx, { kind: 'dinas', code: null, note: '' })
      await putSpans(tx, id, [span])
      await assignRow(tx, {
        ...{ form, row: 'gepeng', office: id, note: '', reason: null },
        ...{ fromYear: 2026, toYear: null, shared: true },
      })
      return id
    })
    const owing = async (period: string) => {
      const recap = await read(`period=${period}`)
      return [at(recap, 'spm.index', 'gepeng').offices, recap.notUsing].map(all =>
        all.some(({ id }) => id === newcomer),
      )
    }
    expect(await owing('2026-TW2')).toEqual([false, false])
    expect(await owing('2026-TW3')).toEqual([true, true])
  })

  it('follows the newest rule set of the year, and takes over figures under their own', async () => {
    const body = JSON.parse(JSON.stringify({ ...defaultRuleSet, id: '2026.1' })) as object
    await api.db.prisma.ruleSet.create({
      data: { id: '2026.1', year: 2026, version: 1, body, status: 'approved', proposedBy: 'system' },
    })
    const recap = await read('period=2026-TW2')
    expect(recap.ruleSet).toBe('2026.1')
    expect(at(recap, 'spm.regionIndex').figure.derivation.ruleSet).toBe('2026.1')
    expect(at(recap, 'spm.index', 'gepeng').figure.derivation.ruleSet).toBe('2026.1')
    expect(at(recap, 'spm.index', 'anak-telantar').figure.derivation.ruleSet).toBe('2021.1')
  })

  it('is of one moment, also where a rule set is approved while it is read', async () => {
    const database = openDatabase({ url: api.superuserUrl, max: 2 })
    const holder = await database.pool.connect()
    // so that it is made again, of reports that are read again
    await holder.query('UPDATE setting SET value = value')
    await holder.query('UPDATE submission SET created_at = created_at')
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE revision IN ACCESS EXCLUSIVE MODE')
    const asked = read('period=2026-TW2')
    const isWaiting = async () =>
      (await database.pool.query(`SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'revision'::regclass`)).rows
        .length > 0
    await expect.poll(isWaiting).toBe(true)
    const body = JSON.parse(JSON.stringify({ ...defaultRuleSet, id: '2026.2' })) as object
    await api.db.prisma.ruleSet.create({
      data: { id: '2026.2', year: 2026, version: 2, body, status: 'approved', proposedBy: 'system' },
    })
    await holder.query('COMMIT')
    holder.release()
    await database.close()
    expect((await asked).ruleSet).toBe('2026.1')
    expect((await read('period=2026-TW2')).ruleSet).toBe('2026.2')
  })
})
