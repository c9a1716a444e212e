import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
let leader: SignedIn
let day = new Date()
beforeAll(async () => {
  api = await testApi({ ...submissionHandlers, ...answerHandlers, ...moveHandlers }, { now: () => day })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] }, { name: 'Verifikator SPM' })
  leader = await api.as({ role: 'leader' })
  await begin('2026-TW1')
  await approve(operator, verifier, await begin('2026-TW2'))
  const third = await begin('2026-TW3')
  await move(operator, third, 'submit')
  await move(verifier, third, 'claim')
})
afterAll(() => api.close())

const begin = async (period: string): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form: 'spm/triwulan', period })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
interface Line {
  obligation: string
  submission: string | null
  office: { id: string }
  form: string
  reportType: string
  period: string
  status: string
  late: boolean
  practice: boolean
  progress: { filled: number; all: number } | null
  claimedBy: string | null
  follows: { form: string; period: string }[]
  prerequisites: { form: string; period: string }[]
}
const list = async (by: Caller, path: string): Promise<Line[]> => {
  const answer = await by.call('GET', path)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().items
}
const spmOf = (lines: Line[]) => lines.map(({ period, status }) => [period, status]).sort()

describe('GET /obligations', () => {
  it('turns a stranger away, and an admin', async () => {
    expect((await api.stranger.call('GET', '/obligations')).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('GET', '/obligations')).statusCode).toBe(403)
  })

  it('shows what an office owes and how far it is, also what is not started, and nothing of another office', async () => {
    const lines = await list(operator, '/obligations?reportType=spm')
    expect(new Set(lines.map(({ office }) => office.id))).toEqual(new Set([plan.dsp3a]))
    expect(spmOf(lines)).toEqual([
      ['2026-TW1', 'draft'],
      ['2026-TW2', 'approved'],
      ['2026-TW3', 'in-review'],
      ['2026-TW4', 'not-begun'],
    ])
    const [first] = lines.filter(({ status }) => status === 'draft')
    expect(first?.progress?.all).toBeGreaterThan(10)
    expect(lines.find(({ status }) => status === 'not-begun')).toMatchObject({ submission: null, progress: null })
    expect(lines.find(({ status }) => status === 'in-review')?.claimedBy).toBe('Verifikator SPM')
  })

  it('is cut to the report types and offices of the post', async () => {
    expect(new Set((await list(verifier, '/obligations?limit=200')).map(l => l.reportType))).toEqual(new Set(['spm']))
    expect(new Set((await list(leader, '/obligations?limit=200')).map(l => l.office.id)).size).toBe(2)
    const below = await api.as({ role: 'leader', offices: [plan.dinkes], reportTypes: ['sakip'] })
    const lines = await list(below, '/obligations?limit=200')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.every(l => l.office.id === plan.dinkes && l.reportType === 'sakip')).toBe(true)
  })

  it('filters by status, what is still to do, form, period, year, office and words', async () => {
    expect(spmOf(await list(operator, '/obligations?reportType=spm&status=draft,%20approved'))).toHaveLength(2)
    expect(spmOf(await list(operator, '/obligations?reportType=spm&open=true'))).toEqual([
      ['2026-TW1', 'draft'],
      ['2026-TW4', 'not-begun'],
    ])
    expect(spmOf(await list(operator, '/obligations?reportType=spm&open=false'))).toHaveLength(2)
    expect(await list(operator, '/obligations?status=approved&open=true')).toEqual([])
    expect(await list(leader, '/obligations?status=approved&open=true&year=2026')).toEqual([])
    expect(await list(leader, '/obligations?form=spm/triwulan&period=2026-TW2')).toHaveLength(2)
    expect(await list(leader, '/obligations?year=2025')).toEqual([])
    expect(await list(leader, `/obligations?office=${plan.dinkes}&form=sakip/indikator`)).toHaveLength(1)
    expect(new Set((await list(leader, '/obligations?q=kesehatan')).map(l => l.office.id))).toEqual(
      new Set([plan.dinkes]),
    )
    const titled = await list(leader, '/obligations?q=Pengukuran&limit=200')
    expect(new Set(titled.map(l => l.form))).toEqual(new Set(['sakip/pengukuran-triwulan']))
    expect(await list(leader, '/obligations?q=%25')).toEqual([])
  })

  it('says of what is not started which report must be submitted first, and which come before it in the year', async () => {
    const sakip = async () => {
      const lines = await list(operator, '/obligations?reportType=sakip')
      return (form: string, period = '2026') => lines.find(line => line.form === form && line.period === period)!
    }
    const before = await sakip()
    const register = { form: 'sakip/indikator', period: '2026' }
    const agreement = { form: 'sakip/perjanjian-kinerja', period: '2026' }
    expect(before('sakip/indikator')).toMatchObject({ follows: [], prerequisites: [] })
    expect(before('sakip/perjanjian-kinerja').prerequisites).toEqual([
      {
        ...register,
        title: 'Indikator kinerja (Renstra dan IKU)',
        periodTitle: 'Tahun 2026',
        practice: false,
        obligation: await plan.owed(plan.dsp3a, 'sakip/indikator', '2026'),
        submission: null,
        status: 'not-begun',
      },
    ])
    expect(before('sakip/pengukuran-triwulan', '2026-TW2')).toMatchObject({
      follows: [register, agreement, { form: 'sakip/pengukuran-triwulan', period: '2026-TW1' }],
      prerequisites: [agreement],
    })

    const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, ...register })
    expect((await sakip())('sakip/perjanjian-kinerja').prerequisites).toMatchObject([
      { submission: made.json().id, status: 'draft' },
    ])
    await move(operator, made.json().id, 'submit')
    const after = await sakip()
    expect(after('sakip/perjanjian-kinerja').prerequisites).toEqual([])
    expect(after('sakip/pengukuran-triwulan', '2026-TW2').prerequisites).toMatchObject([agreement])
  })

  it('keeps practice apart', async () => {
    expect((await list(operator, '/obligations?limit=200')).every(l => !l.practice)).toBe(true)
    const practice = await list(operator, '/obligations?practice=true')
    expect(practice.map(l => [l.period, l.practice])).toEqual([['2026-TW1-latihan', true]])
  })

  it('goes on where a page ended, each line once, and says where', async () => {
    const seen: string[] = []
    let next: string | undefined = '/api/v1/obligations?limit=3'
    while (next !== undefined) {
      const answer = await leader.call('GET', next.replace('/api/v1', ''))
      seen.push(...answer.json().items.map((l: Line) => l.obligation))
      next = /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1]
      expect(next === undefined).toBe(answer.json().next === null)
    }
    const all = await list(leader, '/obligations?limit=200')
    expect(seen).toEqual(all.map(l => l.obligation))
  })

  it('refuses filters that are none', async () => {
    const pointer = async (query: string) => {
      const answer = await operator.call('GET', `/obligations?${query}`)
      return [answer.statusCode, answer.json().errors?.[0].pointer]
    }
    expect(await pointer('status=selesai')).toEqual([422, '/status'])
    expect(await pointer('cursor=xxx')).toEqual([422, '/cursor'])
    expect(await pointer(`cursor=${Buffer.from('2026-02-31T00:00:00.000000Z 0').toString('base64url')}`)).toEqual([
      422,
      '/cursor',
    ])
    expect(
      await pointer(`cursor=${Buffer.from(`2026-02-31T00:00:00.000000Z ${plan.dinkes}`).toString('base64url')}`),
    ).toEqual([422, '/cursor'])
    expect(await pointer('limit=0')).toEqual([422, '/limit'])
    expect(await pointer('form=spm')).toEqual([422, '/form'])
    expect(await pointer('q=%00')).toEqual([422, '/q'])
  })

  it('says what is late by the clock of the server', async () => {
    const before = day
    try {
      expect(await list(operator, '/obligations?late=true')).toEqual([])
      day = new Date(before.getTime() + 40 * 86_400_000)
      const later = await api.session(operator.personId, operator.postId)
      const lates = await list(later, '/obligations?late=true&reportType=spm')
      expect(spmOf(lates)).toEqual([
        ['2026-TW1', 'draft'],
        ['2026-TW4', 'not-begun'],
      ])
      expect(lates.every(l => l.late)).toBe(true)
      const onTime = await list(later, '/obligations?late=false&reportType=spm')
      expect(spmOf(onTime)).toEqual([
        ['2026-TW2', 'approved'],
        ['2026-TW3', 'in-review'],
      ])
    } finally {
      day = before
    }
  })

  it('brings at most ten stale drafts of its own office up to date', async () => {
    const id = await plan.owed(plan.dsp3a, 'spm/triwulan', '2026-TW1')
    const stages = { changeId: v7(), op: 'set', pointer: '/stages/gepeng/plan', value: 'selesai', base: 0 }
    const more = ['collection', 'needs', 'delivery'].map(f => ({
      ...stages,
      changeId: v7(),
      pointer: `/stages/gepeng/${f}`,
    }))
    await operator.call('PATCH', `/submissions/${id}/answers`, { changes: [stages, ...more] })
    const progressOf = async (by: Caller) =>
      (await list(by, '/obligations?form=spm/triwulan&period=2026-TW1')).find(l => l.submission === id)?.progress
    const stale = await progressOf(leader)
    const fresh = await progressOf(operator)
    expect(fresh!.filled).toBe(stale!.filled + 1)
    expect(await progressOf(leader)).toEqual(fresh)
  })
})

describe('GET /submissions', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/submissions')).statusCode).toBe(401)
  })

  it('lists what is started by status, in reach', async () => {
    expect(spmOf(await list(verifier, '/submissions?status=submitted,in-review'))).toEqual([['2026-TW3', 'in-review']])
    expect(await list(verifier, '/submissions')).toHaveLength(3)
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect(await list(other, '/submissions')).toEqual([])
    const refused = await verifier.call('GET', '/submissions?status=not-begun')
    expect([refused.statusCode, refused.json().errors[0].pointer]).toEqual([422, '/status'])
  })

  it('lists the forms that a role reviews: evaluations for evaluators, the others for verifiers', async () => {
    const forms = async (query: string) => [...new Set((await list(leader, query)).map(line => line.form))].sort()
    expect(await forms('/obligations?reviewer=evaluator')).toEqual(['sakip/evaluasi'])
    const others = await forms('/obligations?reviewer=verifier&limit=200')
    expect(others).toContain('sakip/indikator')
    expect(others).not.toContain('sakip/evaluasi')
    expect(await forms('/submissions?reviewer=evaluator')).toEqual([])
    expect((await leader.call('GET', '/submissions?reviewer=leader')).statusCode).toBe(422)
  })

  it('finds what one has claimed, at whichever of one’s posts', async () => {
    expect(spmOf(await list(verifier, '/submissions?mine=true'))).toEqual([['2026-TW3', 'in-review']])
    expect(await list(leader, '/submissions?mine=true')).toEqual([])
  })
})
