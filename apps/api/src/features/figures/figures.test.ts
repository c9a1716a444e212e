import { api as contract } from '@sepakat/contract'
import { reportTypes } from '@sepakat/rules'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve, move, type Reporting, reporting } from '#testing/reporting.ts'
import { agreementAnswers, registerAnswers, sakipIds } from '#testing/sakip.ts'
import { type Caller, type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { figureHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let verifier: SignedIn
let leader: SignedIn
const ids = sakipIds()

const begin = async (form: string, period: string, answers?: object): Promise<string> => {
  const made = await operator.call('POST', '/submissions', { office: plan.dsp3a, form, period, answers })
  expect(made.statusCode, made.body).toBe(201)
  return made.json().id
}
beforeAll(async () => {
  api = await testApi({ ...figureHandlers, ...submissionHandlers, ...answerHandlers, ...moveHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  verifier = await api.as({ role: 'verifier', reportTypes: ['spm', 'sakip'] })
  leader = await api.as({ role: 'leader' })
  const third = { recipients: { gepeng: { due: '3', served: '1' }, 'anak-telantar': { due: '10', served: '4' } } }
  await approve(operator, verifier, await begin('spm/triwulan', '2026-TW1', third))
  await move(
    operator,
    await begin('spm/triwulan', '2026-TW2', { recipients: { gepeng: { due: '3', served: '2' } } }),
    'submit',
  )
  await begin('spm/triwulan', '2026-TW3', { recipients: { gepeng: { due: '3', served: '3' } } })
  await approve(operator, verifier, await begin('spm/triwulan', '2026-TW1-latihan', third))
  await approve(operator, verifier, await begin('sakip/indikator', '2026', registerAnswers(ids)))
  await approve(operator, verifier, await begin('sakip/perjanjian-kinerja', '2026', agreementAnswers(ids)))
})
afterAll(() => api.close())

interface Line {
  submission: string
  period: string
  standing: string
  label: string
  rowLabel: string
  figure: { code: string; row: string; value: string | null; numerator: string | null; derivation: { formula: string } }
}
const list = async (by: Caller, query: string): Promise<Line[]> => {
  const answer = await by.call('GET', `/figures?${query}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().items
}

describe('GET /figures', () => {
  it('turns a stranger away, and an admin', async () => {
    expect((await api.stranger.call('GET', '/figures')).statusCode).toBe(401)
    expect((await (await api.as({ role: 'admin' })).call('GET', '/figures')).statusCode).toBe(403)
  })

  it('gives what was approved, as exact decimal text, with labels and derivation', async () => {
    const lines = await list(leader, 'form=spm/triwulan&code=spm.recipients&row=gepeng')
    expect(lines).toMatchObject([
      {
        period: '2026-TW1',
        standing: 'final',
        rowLabel: expect.stringMatching(/gelandangan/i),
        figure: { value: '33.3333333333333333333333333333333333', numerator: '1', derivation: { formula: 'ratio.1' } },
      },
    ])
    expect(lines[0]!.label).not.toBe('spm.recipients')
  })

  it('gives what was submitted only when asked, as provisional, and never drafts or practice', async () => {
    const lines = await list(leader, 'form=spm/triwulan&code=spm.recipients&row=gepeng&provisional=true')
    expect(lines.map(l => [l.period, l.standing, l.figure.value?.slice(0, 5)])).toEqual([
      ['2026-TW1', 'final', '33.33'],
      ['2026-TW2', 'provisional', '66.66'],
    ])
    expect(await list(leader, 'period=2026-TW1-latihan&provisional=true')).toEqual([])
    expect((await list(leader, 'limit=200')).every(l => !l.period.includes('latihan'))).toBe(true)
  })

  it('names rows that people added as they were called when submitted', async () => {
    const lines = await list(leader, 'form=sakip/perjanjian-kinerja&code=sakip.target')
    expect(lines.map(l => [l.figure.row, l.rowLabel]).sort()).toEqual(
      ids.indicators.map((id, at) => [id, `Persentase layanan ${at + 1}`]).sort(),
    )
  })

  it('counts a Perubahan in place of what it changes, once it is approved', async () => {
    const [first] = await list(leader, 'form=sakip/perjanjian-kinerja&code=sakip.budget')
    const { id } = (await operator.call('POST', '/submissions', { after: first!.submission, reason: 'APBD-P' })).json()
    const set = (pointer: string, value: string, base: number) => ({ changeId: v7(), op: 'set', pointer, value, base })
    const { revs } = (await operator.call('GET', `/submissions/${id}/answers?revs=true`)).json()
    const changes = [set(`/programs/${ids.program}/budget`, '1750000000', revs.programs[ids.program].budget)]
    expect((await operator.call('PATCH', `/submissions/${id}/answers`, { changes })).json().results).toMatchObject([
      { result: 'applied' },
    ])
    const budgets = async (provisional = false) =>
      (await list(leader, `form=sakip/perjanjian-kinerja&code=sakip.budget&provisional=${provisional}`)).map(
        l => l.figure.value,
      )
    expect(await budgets()).toEqual(['1500000000'])
    await move(operator, id, 'submit')
    expect(await budgets(true)).toEqual(['1500000000'])
    await move(verifier, id, 'claim')
    await move(verifier, id, 'approve')
    expect(await budgets()).toEqual(['1750000000'])
    expect(await budgets(true)).toEqual(['1750000000'])
  })

  it('is cut to the office and report types of the post', async () => {
    const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
    expect(await list(other, 'limit=200')).toEqual([])
    const ofSakip = await api.as({ role: 'leader', reportTypes: ['sakip'] })
    expect(new Set((await list(ofSakip, 'year=2026&limit=200')).map(l => l.figure.code.split('.')[0]))).toEqual(
      new Set(['completeness', 'sakip']),
    )
    expect(await list(leader, `office=${plan.dinkes}`)).toEqual([])
    expect(await list(leader, 'year=2025')).toEqual([])
  })

  it('goes on where a page ended, and refuses a cursor that is none', async () => {
    const all = await list(leader, 'limit=200')
    const seen: string[] = []
    let cursor = ''
    do {
      const page = (await leader.call('GET', `/figures?limit=7${cursor && `&cursor=${cursor}`}`)).json()
      seen.push(...page.items.map((l: Line) => `${l.submission} ${l.figure.code} ${l.figure.row}`))
      cursor = page.next ?? ''
    } while (cursor !== '')
    expect(seen).toEqual(all.map(l => `${l.submission} ${l.figure.code} ${l.figure.row}`))
    for (const wrong of ['x', Buffer.from('["1e9","a","b"]').toString('base64url')])
      expect((await leader.call('GET', `/figures?cursor=${wrong}`)).statusCode).toBe(422)
  })
})

describe('GET /overview', () => {
  it('turns a stranger away', async () => {
    expect((await api.stranger.call('GET', '/overview')).statusCode).toBe(401)
  })

  it('is what the contract says, though nothing checks its text', async () => {
    const { response } = contract['GET /overview']
    const ofOneType = await Promise.all(reportTypes.map(type => api.as({ role: 'leader', reportTypes: [type] })))
    for (const asker of [leader, operator, ...ofOneType]) {
      const answer = await asker.call('GET', '/overview?year=2026')
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
      expect(response.parse(answer.json())).toEqual(answer.json())
      const { etag } = answer.headers
      const again = await asker.call('GET', '/overview?year=2026', undefined, { 'if-none-match': String(etag) })
      expect([again.statusCode, again.body]).toEqual([304, ''])
    }
  })

  it('those who ask at once are all answered, each with what it reaches', async () => {
    const askers = Array.from({ length: 12 }, (_, n) => (n % 3 === 0 ? operator : leader))
    const bodies = await Promise.all(askers.map(async asker => (await asker.call('GET', '/overview?year=2026')).body))
    const alone = [leader, operator].map(async asker => (await asker.call('GET', '/overview?year=2026')).body)
    const [whole, own] = await Promise.all(alone)
    expect(bodies).toEqual(askers.map(asker => (asker === leader ? whole : own)))
  })

  it('counts the obligations of a year within reach, practice apart', async () => {
    const whole = (await leader.call('GET', '/overview?year=2026')).json()
    const spm = whole.totals.find((t: { reportType: string }) => t.reportType === 'spm')
    expect(spm).toEqual({ reportType: 'spm', all: 8, begun: 3, submitted: 2, approved: 1, late: 0 })
    expect(whole.cells.length).toBe(whole.totals.reduce((sum: number, t: { all: number }) => sum + t.all, 0))
    const own = (await operator.call('GET', '/overview?year=2026')).json()
    expect(new Set(own.cells.map((c: { office: { id: string } }) => c.office.id))).toEqual(new Set([plan.dsp3a]))
    const practice = (await operator.call('GET', '/overview?year=2026&practice=true')).json()
    expect(practice.cells).toMatchObject([{ period: '2026-TW1-latihan', status: 'approved' }])
    expect((await leader.call('GET', '/overview?year=1800')).statusCode).toBe(422)
  })
})
