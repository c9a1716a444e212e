import { transaction } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { searchHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let other: SignedIn
let verifier: SignedIn
let leader: SignedIn
let admin: SignedIn
beforeAll(async () => {
  api = await testApi({ ...searchHandlers, ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as(
    { role: 'operator', offices: [plan.dsp3a] },
    { name: 'Orang Operator', nip: '199001012020121001' },
  )
  other = await api.as({ role: 'operator', offices: [plan.dinkes] }, { name: 'Orang Kesehatan' })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  admin = await api.as({ role: 'admin' })
  const made = await operator.call('POST', '/submissions', {
    office: plan.dsp3a,
    form: 'spm/triwulan',
    period: '2026-TW1',
  })
  await approve(operator, verifier, made.json().id)
})
afterAll(() => api.close())

interface Found {
  key: string
  title: string
  detail: string
  code: string
  office: string | null
  submission: string | null
  at: string | null
}
interface Group {
  kind: string
  items: Found[]
  more: boolean
}
const groups = async (by: Caller, q: string, kind?: string): Promise<Group[]> => {
  const answer = await by.call('GET', `/search?q=${encodeURIComponent(q)}${kind ? `&kind=${kind}` : ''}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().groups
}
const found = async (by: Caller, q: string, kind: string): Promise<Found[]> =>
  (await groups(by, q)).find(group => group.kind === kind)?.items ?? []
const titles = async (by: Caller, q: string, kind: string) => (await found(by, q, kind)).map(({ title }) => title)

describe('GET /search', () => {
  it('turns a stranger away, and what is no question', async () => {
    expect((await api.stranger.call('GET', '/search?q=dinas')).statusCode).toBe(401)
    expect((await leader.call('GET', '/search')).statusCode).toBe(422)
    expect((await leader.call('GET', '/search?q=a&kind=answer')).statusCode).toBe(422)
    expect(await groups(leader, '')).toEqual([])
    expect(await groups(leader, 'x')).toEqual([])
  })

  it('finds offices: all for who reaches the region, else the own and those below', async () => {
    expect(await titles(leader, 'dinas kesehatan', 'office')).toEqual([expect.stringMatching(/^Dinas Kesehatan/)])
    expect(await titles(operator, 'dinas kesehatan', 'office')).toEqual([])
    expect(await titles(other, 'dinas kesehatan', 'office')).toHaveLength(1)
  })

  it('finds people by name in reach, by number for who manages people', async () => {
    expect(await found(admin, '19900101 202012 1 001', 'person')).toMatchObject([
      { title: 'Orang Operator', code: '199001012020121001' },
    ])
    const [seen] = await found(leader, 'orang operator', 'person')
    expect(seen).toMatchObject({ title: 'Orang Operator', code: '' })
    expect(seen?.detail).toMatch(/^Operator · /)
    expect(await found(leader, '199001012020121001', 'person')).toEqual([])
    expect(await titles(operator, 'orang', 'person')).toEqual(['Orang Operator'])
  })

  it('says of a person in reach the post and office by which it is, and none beyond', async () => {
    const both = await api.as({ role: 'operator', offices: [plan.dinkes, plan.dsp3a] }, { name: 'Dua Kantor' })
    const [elsewhere, here] = await Promise.all([
      found(other, 'dua kantor', 'person'),
      found(operator, 'dua kantor', 'person'),
    ])
    expect([elsewhere[0]?.office, here[0]?.office]).toEqual([plan.dinkes, plan.dsp3a])
    expect(here[0]?.detail).not.toContain('Kesehatan')
    const from = new Date('2026-01-02')
    const later = {
      personId: both.personId,
      role: 'head',
      title: 'Kepala Dinas Kesehatan',
      officeIds: [plan.dinkes],
      from,
    }
    await api.db.prisma.post.create({ data: later })
    const [seen] = await found(operator, 'dua kantor', 'person')
    expect([seen?.office, seen?.detail]).toEqual([plan.dsp3a, here[0]?.detail])
    const [newest] = await found(other, 'dua kantor', 'person')
    expect([newest?.office, newest?.detail]).toEqual([plan.dinkes, expect.stringContaining('Kepala Dinas Kesehatan')])
  })

  it('finds reports by office, form and period', async () => {
    const [first, ...rest] = await found(leader, 'spm triwulan i 2026 sosial', 'report')
    expect([first?.title, first?.submission, rest]).toEqual([
      'SPM Laporan penerapan SPM, Triwulan I 2026',
      expect.any(String),
      [],
    ])
    expect(await titles(leader, 'spm tw2 2026', 'report')).toHaveLength(2)
    expect(await titles(operator, 'spm tw2 2026', 'report')).toHaveLength(1)
    expect(await titles(operator, 'spm kesehatan', 'report')).toEqual([])
    expect(await titles(admin, 'spm 2026', 'report')).toEqual([])
    expect(await titles(verifier, 'sakip 2026', 'report')).toEqual([])
    expect(await titles(leader, 'spm 2019', 'report')).toEqual([])
  })

  it('finds rows of catalogues: those that the own offices answer, with the own report', async () => {
    expect((await found(leader, 'pelayanan ibu hamil', 'row'))[0]).toMatchObject({
      title: 'Pelayanan kesehatan ibu hamil',
      submission: null,
    })
    expect(await found(operator, 'pelayanan ibu hamil', 'row')).toEqual([])
    const [own] = await found(operator, 'gelandangan', 'row')
    expect(own).toMatchObject({ submission: expect.any(String), at: '/recipients/gepeng' })
    expect((await groups(admin, 'gelandangan')).map(({ kind }) => kind)).toEqual(['row'])
  })

  it('finds figures by label and row, where some report in reach has them', async () => {
    const [figure] = await found(leader, 'indeks pencapaian gelandangan', 'figure')
    expect(figure?.title).toMatch(/ndeks pencapaian.* · .*gelandangan/i)
    expect((await found(operator, 'indeks pencapaian gelandangan', 'figure'))[0]?.submission).toEqual(
      expect.any(String),
    )
    expect(await found(other, 'indeks pencapaian gelandangan', 'figure')).toEqual([])
    expect(await found(leader, 'indeks pencapaian ibu hamil', 'figure')).toEqual([])
  })

  it('finds what an office named itself once that is approved, in the newest report of the form', async () => {
    const id = await transaction(api.db, async tx => {
      const { id } = await tx.prisma.submission.findFirstOrThrow({
        where: { form: 'spm/triwulan' },
        select: { id: true },
      })
      return id
    })
    const name = { answers: { programs: { one: { code: '1.06.02', name: 'Program Rehabilitasi Sosial' } } } }
    const at = { office: plan.dsp3a, form: 'lkpj/tahunan', period: '2026' }
    await api.db.pool.query(
      `INSERT INTO submission (id, office_id, form, report_type, period, form_version, created_by, status, approved_revision, latest_revision)
       VALUES ('01a20ce3-8b84-73e6-907a-1550a0f24760', $1, $2, 'lkpj', $3, 1, 'system', 'draft', NULL, 1)`,
      [at.office, at.form, at.period],
    )
    await api.db.pool.query(
      `INSERT INTO revision SELECT '01a20ce3-8b84-73e6-907a-1550a0f24760', 1, rule_set, $2, sha256, 'X-1', by, at, 0 FROM revision WHERE submission_id = $1`,
      [id, name],
    )
    expect(await found(leader, 'rehabilitasi sosial', 'item')).toEqual([])
    await api.db.pool.query(
      `UPDATE submission SET status = 'approved', approved_revision = 1 WHERE form = 'lkpj/tahunan'`,
    )
    for (const q of ['rehabilitasi sosial', '1.06.02', '10602'])
      expect(await found(leader, q, 'item'), q).toMatchObject([
        { title: 'Program Rehabilitasi Sosial', at: '/programs/one' },
      ])
    expect(await found(operator, 'rehabilitasi sosial', 'item')).toHaveLength(1)
    expect(await found(other, 'rehabilitasi sosial', 'item')).toEqual([])
    expect(await found(verifier, 'rehabilitasi sosial', 'item')).toEqual([])
  })

  it('gives a few of each kind, and many of one', async () => {
    const all = (await groups(leader, 'dinas')).find(({ kind }) => kind === 'office')
    expect([all?.items.length, all?.more]).toEqual([5, true])
    const [one, ...others] = await groups(leader, 'dinas', 'office')
    expect(one?.items.length).toBeGreaterThan(15)
    expect([one?.more, others]).toEqual([false, []])
  })
})
