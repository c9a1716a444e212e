import { api as contract } from '@sepakat/contract'
import { openDatabase, quarterFigures, snapshot } from '@sepakat/db'
import { spmAnswers } from '@sepakat/db/builders/index.ts'
import { forgetAll } from '@sepakat/db/forms/memory.ts'
import { type Chart, exact, formatNumber, type LeadsTo, roundShown, type Sentence } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { move, type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { answerHandlers } from '../answers/routes.ts'
import { figureHandlers } from '../figures/routes.ts'
import { formHandlers } from '../forms/routes.ts'
import { moveHandlers } from '../moves/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { tickHandlers } from '../ticks/routes.ts'
import { quartersOf } from './readQuarters.ts'
import { dashboardHandlers } from './routes.ts'
import { warmQuarters } from './warmQuarters.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let leader: SignedIn
/** A draft of the third quarter. */
let third: string
/** Of the only service that is in, by period. */
const index = new Map<string, string>()

beforeAll(async () => {
  api = await testApi({
    ...dashboardHandlers,
    ...figureHandlers,
    ...formHandlers,
    ...submissionHandlers,
    ...answerHandlers,
    ...moveHandlers,
    ...tickHandlers,
  })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  const verifier = await api.as({ role: 'verifier', reportTypes: ['spm'] })
  leader = await api.as({ role: 'leader' })
  const { catalogue } = (await leader.call('GET', '/forms/spm/triwulan')).json()
  const begin = async (quarter: 1 | 2 | 3): Promise<string> => {
    const answers = spmAnswers(catalogue, ['gepeng'], 2026, quarter)
    const period = `2026-TW${quarter}`
    const made = await operator.call('POST', '/submissions', {
      office: plan.dsp3a,
      form: 'spm/triwulan',
      period,
      answers,
    })
    expect(made.statusCode, made.body).toBe(201)
    return made.json().id
  }
  const first = await begin(1)
  await move(operator, first, 'submit')
  await move(verifier, first, 'claim')
  await verifier.call('PUT', `/submissions/${first}/ticks`, { anchor: '/actions/gepeng', ticked: true })
  await move(verifier, first, 'approve')
  await move(operator, await begin(2), 'submit')
  third = await begin(3)
  const { items } = (await leader.call('GET', '/figures?code=spm.index&row=gepeng&provisional=true')).json()
  for (const { period, figure } of items) index.set(period, figure.value)
  // The first came late, the second in time, the third never.
  const due = { '2026-TW1': new Date('2026-01-02'), '2026-TW2': new Date(), '2026-TW3': new Date('2026-01-02') }
  for (const [period, dueAt] of Object.entries(due))
    await api.db.prisma.obligation.updateMany({ where: { period, form: 'spm/triwulan' }, data: { dueAt } })
})
afterAll(() => api.close())

const read = async (path: 'leader' | 'dashboards', asker = leader) => {
  const answer = await asker.call('GET', `/${path}?year=2026`)
  expect(answer.statusCode, answer.body).toBe(200)
  const { response } = contract[`GET /${path}`]
  expect(response.parse(answer.json())).toEqual(answer.json())
  return answer.json()
}
const lettersOf = ({ text }: Sentence): string =>
  text.map(piece => (piece.piece === 'text' ? piece.text : piece.said)).join('')

describe.each(['leader', 'dashboards'])('GET /%s', path => {
  it('turns a stranger away, and posts of some offices or of none', async () => {
    expect((await api.stranger.call('GET', `/${path}?year=2026`)).statusCode).toBe(401)
    for (const asker of [operator, await api.as({ role: 'admin' })])
      expect((await asker.call('GET', `/${path}?year=2026`)).statusCode).toBe(403)
  })

  it('refuses a year that is none', async () => {
    for (const year of ['', '1800', 'x'])
      expect((await leader.call('GET', `/${path}?year=${year}`)).statusCode).toBe(422)
  })
})

describe('GET /leader', () => {
  it('says five sentences, each figure with what it covers', async () => {
    const { sentences }: { sentences: Sentence[] } = await read('leader')
    expect(sentences.map(({ id }) => id)).toEqual(['spm', 'lppd', 'sakip', 'lkpj', 'reports'])
    for (const { text } of sentences)
      for (const piece of text) if (piece.piece === 'figure') expect(piece.coverage).toBeDefined()
    const [spm, lppd] = sentences
    const shown = formatNumber(index.get('2026-TW2')!, { decimals: 2 })
    expect(lettersOf(spm!)).toBe(
      `Indeks pencapaian SPM daerah sampai Triwulan II 2026: ${shown}, belum ada angka tahun lalu sebagai pembanding. 1 dari 29 layanan sudah masuk.`,
    )
    expect(spm!.standing).toBe('incomplete')
    expect(lettersOf(lppd!)).toMatch(/^Belum ada laporan LPPD yang masuk\. /)
  })

  it('says what pulls the index down, in points, with the office that reports it', async () => {
    const { sentences }: { sentences: Sentence[] } = await read('leader')
    const { why } = sentences[0]!
    const value = index.get('2026-TW2')!
    expect(why).toMatchObject({ value, full: '100', missing: 28 })
    expect(why!.parts).toMatchObject([{ value, offices: [{ id: plan.dsp3a }] }])
    expect(roundShown(why!.parts[0]!.costs, 20)).toBe(roundShown(exact('100').minus(exact(value)).toFixed(), 20))
  })

  it('names who is furthest behind, and by what', async () => {
    const { behind } = await read('leader')
    expect(behind.measure).toMatch(/lewat batas waktu dan belum dikirim/)
    for (const { late } of behind.offices) expect(late).toBeGreaterThan(0)
  })

  it('leads from each number of late and missing reports to so many', async () => {
    const listed = async ({ page, year, form, period, office, timeliness }: LeadsTo & { page: 'reports' }) => {
      expect(page).toBe('reports')
      const query = { year, form, period, office, alone: office && true, timeliness, limit: 200 }
      const given = Object.entries(query).filter(([, value]) => value !== undefined)
      const asked = new URLSearchParams(given.map(([key, value]): [string, string] => [key, `${value}`]))
      const answer = await leader.call('GET', `/obligations?${asked}`)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json().items.length
    }
    const { behind, sentences } = await read('leader')
    expect(behind.offices.length).toBeGreaterThan(0)
    for (const { late, to } of behind.offices) expect(await listed(to)).toBe(late)
    const ofReports = sentences.find(({ id }: Sentence) => id === 'reports')
    expect(await listed(ofReports.to)).toBe(ofReports.coverage.owed)
    const { charts } = await read('dashboards')
    const ofTime: Chart = charts.find(({ id }: Chart) => id === 'ketepatan-spm')
    expect(ofTime.series.map(({ name }) => name)).toEqual(['Tepat waktu', 'Terlambat dikirim', 'Belum dikirim'])
    for (const { points } of ofTime.series)
      for (const { value, to } of points) expect(String(await listed(to as LeadsTo & { page: 'reports' }))).toBe(value)
  })

  it('speaks of the report types of the post alone', async () => {
    const ofLppd = await api.as({ role: 'leader', reportTypes: ['lppd'] })
    const { sentences } = await read('leader', ofLppd)
    expect(sentences.map(({ id }: Sentence) => id)).toEqual(['lppd', 'reports'])
    const { charts } = await read('dashboards', ofLppd)
    expect(new Set(charts.map(({ reportType }: Chart) => reportType))).toEqual(new Set(['lppd']))
  })
})

describe('GET /dashboards', () => {
  it('gives charts as data, a point for each category, and where each leads', async () => {
    const { charts }: { charts: Chart[] } = await read('dashboards')
    for (const { categories, series } of charts)
      for (const { points } of series) expect(points).toHaveLength(categories.length)
    const drawn = charts.find(({ id }) => id === 'indeks-spm')!
    expect(drawn.finding).toBe(
      `Indeks SPM Triwulan II 2026: ${formatNumber(index.get('2026-TW2')!, { decimals: 2 })} (1 dari 29 layanan)`,
    )
    expect(drawn.series).toMatchObject([
      {
        name: '2026',
        points: [
          { value: index.get('2026-TW1'), coverage: { approved: 1 }, to: { page: 'figures', period: '2026-TW1' } },
          { value: index.get('2026-TW2'), coverage: { reported: 1, approved: 0 } },
          { value: null },
          { value: null },
        ],
      },
    ])
  })

  it('tells how long what was approved had waited', async () => {
    const { charts }: { charts: Chart[] } = await read('dashboards')
    const year = new Date().getFullYear()
    const review = charts.find(({ id }) => id === 'pemeriksaan-spm')!
    if (year === 2026) expect(review.series[0]!.points[0]).toMatchObject({ coverage: { owed: 1 } })
    expect(review.as).toBe('lines')
  })
})

describe('a report that was sent and taken back', () => {
  it('does not hide the newest figure there is', async () => {
    await move(operator, third, 'submit')
    await move(operator, third, 'withdraw')
    const { sentences }: { sentences: Sentence[] } = await read('leader')
    expect(lettersOf(sentences[0]!)).toMatch(
      /^Indeks pencapaian SPM daerah sampai Triwulan II 2026: .* 1 dari 29 layanan sudah masuk\. Triwulan III 2026: 1 dari \d+ laporan sudah dikirim, belum ada yang disetujui\.$/,
    )
  })
})

describe('quarters read ahead', () => {
  const ground = (db = api.db) => ({ db, clock: () => new Date('2026-11-30T00:00:00Z') })
  const said: unknown[] = []
  const log = { warn: (...all: unknown[]) => void said.push(all) }
  const readFigures = async (): Promise<number> => {
    await api.db.pool.query('SELECT pg_stat_force_next_flush()')
    const { rows } = await api.db.pool.query(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_user_tables WHERE relname = 'figure'`,
    )
    return rows[0].n
  }

  it('are what the dashboards show, which read no figure of them any more', async () => {
    forgetAll()
    await warmQuarters(ground(), log).done
    const ask = { form: 'spm/triwulan', periods: quartersOf(2026) } as const
    const before = await readFigures()
    const made = vi.fn()
    const found = await snapshot(api.db, tx => quarterFigures(tx, ask, made))
    expect(found.map(({ period, value }) => [period, value])).toEqual([
      ['2026-TW1', index.get('2026-TW1')],
      ['2026-TW2', index.get('2026-TW2')],
    ])
    expect(made).not.toHaveBeenCalled()
    expect(await readFigures()).toBe(before)
  })

  it('stop when they are told to, and tell of a failure', async () => {
    await warmQuarters(ground(), log).stop()
    expect(said).toEqual([])
    const closed = openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none', max: 1 })
    await warmQuarters(ground(closed), log).done
    await closed.close()
    expect(said).toHaveLength(1)
  })
})
