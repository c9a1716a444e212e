// The recap of a form that offices file whole. What a kelurahan does is in the form of its kecamatan, and counts there, once.
import { buildObligations, buildPeriods, buildWave, officeId } from '@sepakat/db/builders/index.ts'
import { subdistrictAnswers, subdistrictIds } from '@sepakat/db/builders/lkpjAnswers.ts'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { soon } from '#testing/filing.ts'
import { move } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'

const form = 'lkpj/tahunan'
const codes = { subdistrict: 'kec-nunukan', ward: 'kel-nunukan-timur', environment: 'dlh', farming: 'dkpp' }
type Who = keyof typeof codes
let api: TestApi
let verifier: SignedIn
let leader: SignedIn
const office = {} as Record<Who, string>
const by = {} as Record<Who, SignedIn>

beforeAll(async () => {
  api = await testApi()
  for (const who of Object.keys(codes) as Who[]) {
    office[who] = await officeId(api.db, codes[who])
    by[who] = await api.as({ role: 'operator', offices: [office[who]] })
  }
  verifier = await api.as({ role: 'verifier', reportTypes: ['lkpj'] })
  leader = await api.as({ role: 'leader' })
  await buildPeriods(api.db, [{ form, key: '2026' }])
  await buildWave(api.db, { fromPeriod: '2026-TW1', offices: Object.values(office), reportTypes: ['lkpj'] })
  await buildObligations(api.db, 2026)
})
afterAll(() => api.close())

const begin = async (who: Who, answers: object): Promise<string> => {
  const made = await by[who].call('POST', '/submissions', { office: office[who], form, period: '2026', answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
interface Item {
  label: string
  rowLabel: string
  offices: { id: string }[]
  figure: { code: string; row: string; value: string | null; derivation: object & { left: { at: string }[] } }
}
const read = async (provisional = false) => {
  const answer = await leader.call('GET', `/recap?form=${form}&period=2026&provisional=${provisional}`)
  expect(answer.statusCode, answer.body).toBe(200)
  const recap: { coverage: object; standing: string; items: Item[] } = answer.json()
  const at = (code: string, row = ''): Item => {
    const found = recap.items.find(({ figure }) => figure.code === `lkpj.${code}` && figure.row === row)
    if (!found) throw new Error(`no lkpj.${code} of ${row}`)
    return found
  }
  return { ...recap, at, value: (...of: Parameters<typeof at>) => at(...of).figure.value }
}

describe('GET /recap of a form that offices file whole', () => {
  it('names all who owe it while no office has reported', async () => {
    const empty = await read(true)
    const { offices, figure } = empty.at('budget')
    expect(empty.coverage).toEqual({ owed: offices.length, reported: 0, approved: 0 })
    expect(figure).toMatchObject({ value: null, why: 'empty' })
    expect(figure.derivation.left).toHaveLength(offices.length)
    const ids = offices.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([office.subdistrict, office.environment]))
    expect(ids).not.toContain(office.ward)
  })

  it('counts the lines of a kelurahan once, in the form of its kecamatan, no matter which of the two filled them in', async () => {
    const answer = await by.ward.call('POST', '/submissions', { office: office.ward, form, period: '2026' })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'no-obligation'])
    const id = await begin('subdistrict', subdistrictAnswers())
    const part = { id: v7(), anchors: [`/activities/${subdistrictIds.ward}`], office: office.ward, dueAt: soon() }
    expect((await by.subdistrict.call('POST', `/submissions/${id}/contributions`, part)).statusCode).toBe(200)
    const money = { fund: 'DAU', before: '300000000', after: '320000000', spent: '300000000' }
    const changes = Object.entries(money).map(([field, value]) => ({
      changeId: v7(),
      op: 'set',
      pointer: `/subactivities/${subdistrictIds.wardWork}/${field}`,
      value,
      base: 0,
    }))
    const saved = await by.ward.call('PATCH', `/submissions/${id}/answers`, { changes })
    expect(saved.json().results.map(({ result }: { result: string }) => result)).toEqual(changes.map(() => 'applied'))
    const submit = () => by.subdistrict.call('POST', `/submissions/${id}/submit`, {})
    expect((await submit()).json().code).toBe('needs-unmet')
    await by.ward.call('POST', `/submissions/${id}/contributions/${part.id}/done`)
    expect((await submit()).statusCode).toBe(200)
    await move(verifier, id, 'claim')
    await verifier.call('PUT', `/submissions/${id}/ticks`, { anchor: '/assistance/all', ticked: true })
    await move(verifier, id, 'approve')

    const recap = await read()
    expect(recap).toMatchObject({ standing: 'incomplete', coverage: { reported: 1, approved: 1 } })
    expect(recap.at('budget', '7.01')).toMatchObject({
      rowLabel: 'Kecamatan dan Kelurahan',
      figure: { value: '520000000' },
    })
    expect(['before', 'budget', 'spent'].map(code => recap.value(code))).toEqual([
      '500000000',
      '520000000',
      '480000000',
    ])
    expect([recap.value('physical', '7.01'), recap.value('physical')]).toEqual(['75', '75'])
    expect(Number(recap.value('absorption'))).toBeCloseTo((480 / 520) * 100, 9)
  })

  it('adds what others submitted, by urusan', async () => {
    const [program, activity, work] = [v7(), v7(), v7()]
    const id = await begin('environment', {
      programs: { [program]: { $position: 'a0', code: '2.11.03', name: 'Pengendalian pencemaran' } },
      activities: { [activity]: { $parent: program, $position: 'a0', code: '2.11.03.2.01', name: 'Pencegahan' } },
      subactivities: {
        [work]: {
          $parent: activity,
          $position: 'a0',
          code: '2.11.03.2.01.0001',
          name: 'Pencegahan pencemaran',
          before: '80000000',
          spent: '20000000',
        },
      },
    })
    await move(by.environment, id, 'submit')
    const [final, all] = [await read(), await read(true)]
    expect(final.value('spent')).toBe('480000000')
    expect(all).toMatchObject({ standing: 'incomplete', coverage: { reported: 2, approved: 1 } })
    expect([all.value('spent', '2.11'), all.value('spent')]).toEqual(['20000000', '500000000'])
    expect(all.value('absorption', '2.11')).toBe('25')
    expect(all.at('spent').figure.derivation.left.some(({ at }) => at.startsWith(office.environment))).toBe(false)
  })
})

describe('GET /recap?office', () => {
  const asked = (of: string) => `/recap?form=${form}&period=2026&provisional=true&office=${of}`
  interface Branch {
    branch: { id: string } | null
    coverage: object
    items: Item[]
  }

  it('is of an office and all below it, for who reaches that branch', async () => {
    const parent = await officeId(api.db, 'kec-nunukan')
    for (const asker of [by.subdistrict, leader]) {
      const answer = await asker.call('GET', asked(parent))
      expect(answer.statusCode, answer.body).toBe(200)
      const recap: Branch = answer.json()
      expect(recap.branch?.id).toBe(parent)
      expect(recap.coverage).toEqual({ owed: 1, reported: 1, approved: 1 })
      const spent = recap.items.find(({ figure }) => figure.code === 'lkpj.spent' && figure.row === '')
      expect(spent?.offices.map(({ id }) => id)).toEqual([parent])
      expect(spent?.figure.value).toBe('480000000')
    }
  })

  it('is not called the region, and has no category of it', async () => {
    const answer = await leader.call('GET', `/recap?form=spm/triwulan&period=2026-TW2&office=${office.environment}`)
    expect(answer.statusCode, answer.body).toBe(200)
    const { items, names }: Branch & { names: Record<string, string> } = answer.json()
    const labelOf = (code: string) => items.find(({ figure }) => figure.code === code)?.label
    expect(labelOf('spm.regionIndex')).toBe('Indeks SPM perangkat daerah ini dan di bawahnya')
    expect(labelOf('completeness')).toBe('Tingkat keterisian')
    expect(names.completeness).toBe('Tingkat keterisian')
  })

  it('is not there for who reaches another branch, or a part of it; nor is an office that there is not', async () => {
    for (const asker of [by.environment, by.ward])
      expect((await asker.call('GET', asked(office.subdistrict))).statusCode).toBe(404)
    expect((await leader.call('GET', asked(v7()))).statusCode).toBe(404)
    expect((await leader.call('GET', asked('bukan'))).statusCode).toBe(422)
    expect((await api.stranger.call('GET', asked(office.subdistrict))).statusCode).toBe(401)
    const ofSpm = await api.as({ role: 'leader', reportTypes: ['spm'] })
    expect((await ofSpm.call('GET', asked(office.subdistrict))).statusCode).toBe(403)
  })

  it('asks an office with a draft for all of its form, and counts nothing of the draft: it was not sent', async () => {
    const programs = { [v7()]: { $position: 'a0', code: '3.27.02', name: 'Penyediaan sarana' } }
    await begin('farming', { programs, assistance: { all: { state: 'nil', reason: 'Tidak ada' } } })
    const recap: Branch = (await by.farming.call('GET', asked(office.farming))).json()
    const filled = recap.items.find(({ figure }) => figure.code === 'completeness')?.figure
    expect(filled).toMatchObject({ value: '0', numerator: '0', denominator: '2' })
  })

  it('names who owes something while nothing was approved', async () => {
    const recap: Branch = (
      await by.environment.call('GET', asked(office.environment).replace('&provisional=true', ''))
    ).json()
    expect(recap.coverage).toEqual({ owed: 1, reported: 0, approved: 0 })
    const filled = recap.items.find(({ figure }) => figure.code === 'completeness')?.figure
    const at = `${office.environment}:figure:completeness/`
    // asked for its programs and its assistance, and its draft or unapproved report counts for nothing
    expect(filled).toMatchObject({
      value: '0',
      derivation: {
        inputs: [
          { at, value: '0', state: 'empty' },
          { at, value: '2', state: 'empty' },
        ],
        left: [],
      },
    })
  })
})
