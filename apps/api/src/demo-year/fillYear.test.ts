import { setTimeout as sleep } from 'node:timers/promises'
import { markFeed, reader, readSettings } from '@sepakat/db'
import { disableDemo, seedDemo } from '@sepakat/db/seed/demo.ts'
import { differingLines } from '@sepakat/db/submissions/testingLines.ts'
import { type Derivation, kinds, recompute } from '@sepakat/rules'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { dashboardNumbers } from '#test/dashboards/dashboardNumbers.ts'
import { editionNumbers } from '#test/editions/editionNumbers.ts'
import { openedTexts } from '#test/editions/openedTexts.ts'
import { recapNumbers } from '#test/recaps/recapNumbers.ts'
import { type Follower, following, readWhole } from '#testing/following.ts'
import { type Caller, type TestApi, testApi } from '#testing/testApi.ts'
import { verifying } from '#testing/verifying.ts'
import { fillYear } from './fillYear.ts'

const now = new Date('2026-12-01T02:00:00Z')
/** Those that others build on, and one of each sort that owes something of its own. */
const only = ['setda', 'dinkes', 'dsp3a', 'bappeda', 'bpkad', 'kec-krayan']

let whole: TestApi
const again = ['setda', 'dsp3a', 'kec-krayan']
/** Some of the same, filled in by a process that was stopped in the middle of an office again and again. */
let resumed: TestApi
const open = async (): Promise<TestApi> => {
  const opened = await testApi(undefined, { now: () => now })
  await seedDemo(opened.db, now)
  return opened
}
/** Two that read everything before the year is filled in, and then ask only for what changed. */
let programs: { follower: Follower; path: string; by: Caller; keyOf: (item: never) => string }[]
const followAll = async (api: TestApi) => {
  await markFeed(reader(api.db), () => now)
  const { personId } = await api.as({ role: 'leader' })
  const by = await api.withKey({ owner: personId, scopes: ['submission.read', 'figure.read'] })
  const since = now.toISOString()
  type Figure = { submission: string; revision: number; figure: { code: string; row: string } }
  const figures = {
    idOf: ({ submission }: Figure) => submission,
    keyOf: ({ submission, revision, figure: { code, row } }: Figure) => `${submission} ${revision} ${code} ${row}`,
  }
  const lines = { idOf: ({ submission }: Figure) => submission, keyOf: ({ submission }: Figure) => submission }
  const paths = { '/figures': figures, '/submissions': lines }
  return Promise.all(
    Object.entries(paths).map(async ([path, ids]) => {
      const follower = await following(by, path, { since, limit: 200, ...ids })
      return { follower, path, by, keyOf: ids.keyOf }
    }),
  )
}
beforeAll(async () => {
  ;[whole, resumed] = await Promise.all([open(), open()])
  programs = await followAll(whole)
  let filling = true
  const filled = fillYear(whole.db, whole.config, { only }).finally(() => {
    filling = false
  })
  while (filling) {
    await Promise.race([sleep(15_000), filled])
    for (const { follower } of programs) await follower.catchUp()
  }
  expect(await filled).toBe('complete')
  const ends = []
  for (let steps = 60; ends.at(-1) !== 'complete'; steps = 97) {
    ends.push(await fillYear(resumed.db, resumed.config, { only: again, goesOn: () => steps-- > 0 }))
  }
  expect(ends.length).toBeGreaterThan(2)
})
afterAll(async () => {
  await whole?.close()
  await resumed?.close()
})

const rowsOf = async <T>(api: TestApi, sql: string): Promise<T[]> => (await api.db.pool.query(sql, [only])).rows as T[]
const owed = `obligation b JOIN office o ON o.id = b.office_id AND o.code = ANY ($1)`

it('has reports in every state, most of them approved, and the next quarter still open', async () => {
  const states = await rowsOf<{ status: string; n: number }>(
    whole,
    `SELECT b.status, count(*)::int AS n FROM ${owed} GROUP BY 1`,
  )
  const count = Object.fromEntries(states.map(({ status, n }) => [status, n]))
  expect(count.approved).toBeGreaterThan(60)
  expect(count.returned).toBeGreaterThan(0)
  expect(count.submitted).toBeGreaterThan(0)
  expect(count['not-begun']).toBeGreaterThan(10)
  const shown = `SELECT o.code, b.status FROM ${owed} WHERE b.form = 'spm/triwulan' AND b.period = '2026-TW3' ORDER BY 1`
  expect(await rowsOf(whole, shown)).toEqual([
    { code: 'dinkes', status: 'returned' },
    { code: 'dsp3a', status: 'submitted' },
  ])
})

it('lets nothing happen before its period opens, or later than now', async () => {
  const early = `SELECT b.form, b.period FROM ${owed} JOIN period p ON p.form = b.form AND p.key = b.period
    JOIN submission s ON s.id = b.submission_id WHERE s.created_at < p.opens_at`
  expect(await rowsOf(whole, early)).toEqual([])
  const instants = `SELECT max(at) AS last FROM (SELECT at FROM event WHERE stream LIKE 'submission/%' UNION ALL SELECT at FROM answer_change
    UNION ALL SELECT at FROM revision UNION ALL SELECT at FROM note UNION ALL SELECT at FROM attachment UNION ALL SELECT at FROM tick
    UNION ALL SELECT greatest(created_at, submitted_at, status_at, claimed_at) FROM submission) t WHERE $1::text[] IS NOT NULL`
  const [{ last }] = (await rowsOf<{ last: Date }>(whole, instants)) as [{ last: Date }]
  expect(last <= now).toBe(true)
})

it('is what history, revisions, figures and files say: the audit finds nothing', async () => {
  const audit = verifying(whole)
  await audit.seal()
  expect(await audit.verify()).toEqual([])
  await audit.close()
  expect(await differingLines(whole.db)).toEqual([])
})

it('has figures that each follow from their derivation', async () => {
  const figures = await rowsOf<{ code: string; row: string; value: string | null; derivation: Derivation }>(
    whole,
    `SELECT f.code, f.row, f.value::text, f.derivation FROM figure f JOIN office o ON o.id = f.office_id AND o.code = ANY ($1)`,
  )
  expect(figures.length).toBeGreaterThan(2000)
  const wrong = figures.filter(
    ({ value, derivation }) => (recompute(derivation).value ?? null) !== (value && trimmed(value)),
  )
  expect(wrong.slice(0, 3)).toEqual([])
})
const trimmed = (decimal: string): string => (decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)

it('leaves nothing odd without an explanation in what was submitted', async () => {
  const blocking = `SELECT r.submission_id, f->>'code' AS code FROM revision r JOIN submission s ON s.id = r.submission_id
    JOIN office o ON o.id = s.office_id AND o.code = ANY ($1), jsonb_array_elements(r.body->'findings') f WHERE (f->>'blocks')::boolean`
  expect(await rowsOf(whole, blocking)).toEqual([])
})

it('says the same money in the agreement, the last quarter, and the LKPJ', async () => {
  const money = await rowsOf<{ code: string; agreed: string; before: string; measured: string; spent: string }>(
    whole,
    `WITH f AS (SELECT o.code AS office, f.form, f.period, f.code, f.value, f.numerator FROM figure f
       JOIN submission s ON s.id = f.submission_id AND s.approved_revision = f.n AND s.number = 1
       JOIN office o ON o.id = f.office_id AND o.code = ANY ($1) WHERE f.row = '')
     SELECT l.office AS code, a.value::text AS agreed, b.value::text AS before, m.numerator::text AS measured, l.value::text AS spent
     FROM f l JOIN f b ON b.office = l.office AND b.form = l.form AND b.period = l.period AND b.code = 'lkpj.before'
       JOIN f a ON a.office = l.office AND a.form = 'sakip/perjanjian-kinerja' AND a.period = l.period AND a.code = 'sakip.budget'
       JOIN f m ON m.office = l.office AND m.form = 'sakip/pengukuran-triwulan' AND m.period = l.period || '-TW4' AND m.code = 'sakip.absorption'
     WHERE l.code = 'lkpj.spent' AND l.period = '2025'`,
  )
  expect(money.length).toBeGreaterThan(2)
  for (const { code, agreed, before, measured, spent } of money)
    expect([code, agreed, measured]).toEqual([code, before, spent])
})

it('leads programs that followed its changes to the figures and reports that a full read gives', async () => {
  for (const { follower, path, by, keyOf } of programs) {
    const all = (await readWhole(by, path)).sort((a, b) => (keyOf(a as never) < keyOf(b as never) ? -1 : 1))
    expect(all.length).toBeGreaterThan(path === '/figures' ? 1000 : 60)
    await vi.waitFor(
      async () => {
        await follower.catchUp()
        expect(follower.kept()).toEqual(all)
      },
      { timeout: 30_000, interval: 200 },
    )
  }
})

it('comes in the recaps of all forms to what an independent SQL script makes of its reports, to the last digit', async () => {
  const all = await recapNumbers(whole.db)
  expect(all.filter(({ shown, computed }) => shown !== computed)).toEqual([])
  expect(all.length).toBeGreaterThan(250)
  const forms = new Set(all.map(({ key }) => key.split(' ')[0]))
  expect([...forms].sort()).toEqual(Object.keys(kinds).sort())
})

it('opens the SPM report of the last quarter of last year to everybody, and says that it is a demo', async () => {
  const opened = async (api: TestApi) => (await api.stranger.call('GET', '/open')).json()
  // another process learns of a setting within ten seconds
  const page = await vi.waitFor(
    async () => {
      const answer = await opened(whole)
      expect(answer.editions).toMatchObject([{ type: 'spm', period: '2025-TW4', version: 1 }])
      return answer
    },
    { timeout: 20_000, interval: 500 },
  )
  expect(page.licence.name).toContain('data contoh')
  await vi.waitFor(async () => expect((await opened(resumed)).editions).toHaveLength(1), { timeout: 20_000 })
})

it('gives editions whose every number an independent SQL script gives too', async () => {
  const all = await editionNumbers(whole.db)
  expect(all.length).toBeGreaterThan(800)
  expect(all.filter(({ shown, computed }) => shown !== computed)).toEqual([])
})

it('names no person in what it opens to everybody', async () => {
  expect(await openedTexts(whole)).toBeGreaterThan(10)
})

it('gives charts whose every value an independent SQL script gives too', async () => {
  const all = [...(await dashboardNumbers(whole, 2026)), ...(await dashboardNumbers(whole, 2025))]
  const charts = new Set(all.map(({ chart }) => chart.replace(/-[^-]+$/, '')))
  expect(charts).toEqual(new Set(['indeks', 'capaian', 'target', 'serapan', 'ketepatan', 'pemeriksaan']))
  expect(all.length).toBeGreaterThan(150)
  expect(all.filter(({ shown, computed }) => shown !== computed)).toEqual([])
})

it('is the same from the same seed, also when it was stopped in the middle and went on', async () => {
  const content = `SELECT o.code, b.form, b.period, s.number, s.status, s.version, s.created_at, s.submitted_at, s.status_at, s.latest_revision,
      (SELECT string_agg(e.type || e.at, ' ' ORDER BY e.seq) FROM event e WHERE e.stream = 'submission/' || s.id) AS events,
      (SELECT md5(string_agg(r.table_id || r.row_id || c.key || (c.value->>'v'), ' ' ORDER BY r.table_id, r.row_id, c.key))
       FROM answer_row r, jsonb_each(r.fields) c WHERE r.submission_id = s.id) AS answers,
      (SELECT md5(string_agg(f.n || f.code || f.row || f.value, ' ' ORDER BY f.n, f.code, f.row)) FROM figure f WHERE f.submission_id = s.id) AS figures,
      (SELECT string_agg(a.sha256, ' ' ORDER BY a.sha256) FROM attachment a WHERE a.submission_id = s.id) AS files
    FROM ${owed} LEFT JOIN submission s ON s.office_id = b.office_id AND s.form = b.form AND s.period = b.period
    WHERE o.code IN ('${again.join("', '")}') ORDER BY 1, 2, 3, 4`
  const [one, other] = await Promise.all([rowsOf(whole, content), rowsOf(resumed, content)])
  expect(one.length).toBeGreaterThan(60)
  expect(other).toEqual(one)
})

it.each([
  ['2027-02-10T03:00:00Z', 7],
  ['2028-08-20T03:00:00Z', 3],
])('can be filled in on another day (%s) from another seed (%i)', async (day, seed) => {
  const then = new Date(day)
  const api = await testApi(undefined, { now: () => then })
  onTestFinished(() => api.close())
  await seedDemo(api.db, then, seed)
  expect(await fillYear(api.db, api.config, { only: ['setda', 'dsp3a'] })).toBe('complete')
})

it('is told on the sign-in page of this machine while it is not complete, and goes on no more once the demo is removed', async () => {
  const told = async () => (await whole.stranger.call('GET', '/public')).json().demoYear
  expect(await told()).toEqual({ done: only.length, all: 49 })
  await disableDemo(whole.db, now)
  expect(await told()).toBeNull()
  expect((await readSettings(reader(whole.db))).public.on).toBe(true)
  await disableDemo(resumed.db, now)
  expect((await readSettings(reader(resumed.db))).public).toMatchObject({ on: false, editions: [] })
  expect(await fillYear(whole.db, whole.config)).toBe('nothing')
})
