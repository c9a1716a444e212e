import { kinds } from '@sepakat/rules'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Reporting, reporting } from '#testing/reporting.ts'
import { type SignedIn, type TestApi, testApi } from '#testing/testApi.ts'
import { formHandlers } from '../forms/routes.ts'
import { submissionHandlers } from '../submissions/routes.ts'
import { answerHandlers } from './routes.ts'

let api: TestApi
let plan: Reporting
let operator: SignedIn
let id: string
let foreign: string
beforeAll(async () => {
  api = await testApi({ ...formHandlers, ...submissionHandlers, ...answerHandlers })
  plan = await reporting(api.db)
  operator = await api.as({ role: 'operator', offices: [plan.dsp3a] })
  const other = await api.as({ role: 'operator', offices: [plan.dinkes] })
  const begin = async (by: SignedIn, office: string, form: string, period: string) =>
    (await by.call('POST', '/submissions', { office, form, period })).json().id
  id = await begin(operator, plan.dsp3a, 'spm/triwulan', '2026-TW1')
  foreign = await begin(other, plan.dinkes, 'spm/triwulan', '2026-TW1')
})
afterAll(() => api.close())

const odd = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$position',
  '$removed',
  '$parent',
  'state',
  'reason',
  'why-over-100',
  'all',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  '🏝️',
  ' ',
  '',
  '-0',
  '1e3',
  '0x10',
  '1.234',
  '9'.repeat(18),
  '9'.repeat(400),
  'NaN',
  'Infinity',
  "'; DROP TABLE submission; --",
  '../../etc/passwd',
  '%00',
  '{"a":1}',
  'null',
  'true',
  '2026-02-31',
  'x'.repeat(5_000),
]
const word = fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 30, unit: 'binary' }), fc.uuid())
const json = fc.jsonValue({ maxDepth: 5 })
const name = (of: string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...of) }, { weight: 1, arbitrary: word })
const table = name(Object.keys(kinds['spm/triwulan']!.tables))
const row = name(['gepeng', 'anak-telantar', 'gepeng.sandang', 'ibu-hamil', 'all'])
const field = name(['due', 'served', 'met', 'state', 'reason', 'problem', 'plan', 'fund'])
const pointer = fc.oneof(
  fc.tuple(table, row, field).map(segments => `/${segments.join('/')}`),
  fc.tuple(table, fc.oneof(row, fc.uuid())).map(segments => `/${segments.join('/')}`),
  word,
  fc.array(word, { maxLength: 6 }).map(segments => segments.join('/')),
)
const value = fc.oneof(
  word,
  fc.boolean(),
  fc.record({ asTyped: word }),
  fc.record({ parent: fc.oneof(row, fc.constant(null)), position: fc.oneof(fc.constantFrom('a0', 'Zz', 'a0V'), word) }),
  json,
)
const wild = fc.record(
  {
    changeId: fc.oneof({ weight: 9, arbitrary: fc.uuid() }, { weight: 1, arbitrary: word }),
    op: name(['set', 'clear', 'add', 'move', 'remove']),
    pointer,
    value,
    base: fc.oneof(fc.nat(50), json),
  },
  { requiredKeys: ['changeId', 'op', 'pointer'] },
)
/** One that could come from a program that is right, but for the base it may have forgotten. */
const plausible = fc.record(
  {
    changeId: fc.uuid(),
    op: fc.constant('set'),
    pointer: fc.constant('/recipients/gepeng/due'),
    value: fc.nat(900).map(String),
    base: fc.constantFrom(0, 1),
  },
  { requiredKeys: ['changeId', 'op', 'pointer', 'value'] },
)
const change = fc.oneof({ weight: 6, arbitrary: wild }, { weight: 1, arbitrary: plausible })
/** Requests most of which get as far as the handler, and some that are nothing at all. */
const body = <T>(of: fc.Arbitrary<T>) => fc.oneof({ weight: 12, arbitrary: of }, { weight: 1, arbitrary: json })
const payload = (given: unknown): string => JSON.stringify(given) ?? ''
/** A body as text, which may be no JSON at all, from one who may write. */
const send = (method: 'POST' | 'PATCH', path: string, text: string) => {
  const headers = { ...operator.headers, 'content-type': 'application/json', origin: api.config.publicUrl }
  return api.app.inject({ method, url: `/api/v1${path}`, headers, payload: text })
}

/** What a route answered, by status. @throws where one was an error of the server's own */
const tried = async (
  runs: number,
  of: fc.Arbitrary<unknown>,
  ask: (text: string) => Promise<{ statusCode: number; body: string }>,
) => {
  const counts: Record<number, number> = {}
  await fc.assert(
    fc.asyncProperty(of, async given => {
      const answer = await ask(payload(given))
      counts[answer.statusCode] = (counts[answer.statusCode] ?? 0) + 1
      expect(answer.statusCode, `${payload(given)} → ${answer.body}`).toBeLessThan(500)
    }),
    { numRuns: runs },
  )
  return counts
}

/** Everything stored is shown: each cell by its number, each change in order, and nothing beside. */
const showsAll = async () => {
  const stored = await api.db.pool.query('SELECT table_id, row_id, fields FROM answer_row WHERE submission_id = $1', [
    id,
  ])
  const read = (await operator.call('GET', `/submissions/${id}/answers?revs=true`)).json()
  const cells = stored.rows.flatMap(r =>
    Object.entries<{ rev: number }>(r.fields).map(([f, { rev }]) => [r.table_id, r.row_id, f, rev]),
  )
  const shown = Object.entries<Record<string, Record<string, number>>>(read.revs).flatMap(([t, rows]) =>
    Object.entries(rows).flatMap(([r, fields]) => Object.entries(fields).map(([f, rev]) => [t, r, f, rev])),
  )
  expect(shown.map(String).sort()).toEqual(cells.map(String).sort())
  const kept = await api.db.pool.query(
    'SELECT count(*)::int AS n, max(seq) AS last FROM answer_change WHERE submission_id = $1',
    [id],
  )
  expect([kept.rows[0].n, kept.rows[0].last ?? 0]).toEqual([read.version, read.version])
  let seen = 0
  for (let more = true; more; ) {
    const page = (await operator.call('GET', `/submissions/${id}/changes?since=${seen}&limit=500`)).json()
    seen = page.items.at(-1)?.seq ?? seen
    more = page.more
  }
  expect(seen).toBe(read.version)
}

describe('hostile requests are answered, never with an error of the server, and leave nothing that is not shown', () => {
  it('PATCH /submissions/:id/answers', async () => {
    const changes = fc
      .oneof(fc.array(change, { maxLength: 6 }), fc.array(plausible, { minLength: 1, maxLength: 2 }))
      .map(list => ({ changes: list }))
    const counts = await tried(
      600,
      body(fc.oneof(changes, fc.record({ changes: fc.array(change), device: word, deviceAt: word }))),
      text => send('PATCH', `/submissions/${id}/answers`, text),
    )
    expect(Object.keys(counts).map(Number).sort()).toEqual(expect.arrayContaining([200, 422, 428]))
    await showsAll()
  })

  it('PATCH with If-Match', async () => {
    const list = fc.array(change, { minLength: 1, maxLength: 4 }).map(changes => ({ changes }))
    const versions = fc.constantFrom('"0"', '"1"', '*', 'W/"1"', '1', '"99999999999"', '""')
    await fc.assert(
      fc.asyncProperty(list, versions, async (given, version) => {
        const answer = await operator.call('PATCH', `/submissions/${id}/answers`, given, { 'if-match': version })
        expect(answer.statusCode, answer.body).toBeLessThan(500)
      }),
      { numRuns: 150 },
    )
    await showsAll()
  })

  it('PATCH of a report of another office stores nothing', async () => {
    const list = fc.array(change, { minLength: 1, maxLength: 4 }).map(changes => ({ changes }))
    await fc.assert(
      fc.asyncProperty(list, async given => {
        const { statusCode } = await operator.call('PATCH', `/submissions/${foreign}/answers`, given)
        // a key that would reach a prototype is refused before the body is read
        const poisoned = /"(__proto__|constructor)"\s*:/.test(payload(given))
        expect([404, 422, 428, ...(poisoned ? [400] : [])]).toContain(statusCode)
      }),
      { numRuns: 60 },
    )
    const { rows } = await api.db.pool.query('SELECT version FROM submission WHERE id = $1', [foreign])
    expect(rows[0].version).toBe(0)
  })

  const answers = fc.dictionary(
    table,
    fc.dictionary(fc.oneof(row, fc.uuid()), fc.dictionary(field, value, { maxKeys: 3 }), { maxKeys: 3 }),
    { maxKeys: 3 },
  )

  it('POST /submissions', async () => {
    const period = name(['2026-TW2', '2026-TW3', '2026-TW4', '2026', '2026-TW1-latihan'])
    const ask = fc.oneof(
      fc.record({
        office: name([plan.dsp3a, plan.dinkes]),
        form: name(['spm/triwulan', 'sakip/indikator']),
        period,
        answers,
      }),
      fc.record({ obligation: name([id, foreign, v7()]), answers }, { requiredKeys: ['obligation'] }),
      fc.record({ after: name([id, foreign, v7()]), reason: word }),
    )
    await tried(400, body(ask), text => send('POST', '/submissions', text))
    const kept = await api.db.pool.query(
      `SELECT s.id, s.version, count(c.seq)::int AS changes FROM submission s LEFT JOIN answer_change c ON c.submission_id = s.id GROUP BY s.id`,
    )
    for (const { version, changes } of kept.rows) expect(changes).toBe(version)
  })

  it('POST /forms/:type/:form/evaluate', async () => {
    const ask = fc.record(
      {
        office: name([plan.dsp3a, plan.dinkes]),
        period: name(['2026-TW2', '2026']),
        answers,
        previous: answers,
        sources: fc.dictionary(name(['previous', 'register']), answers, { maxKeys: 2 }),
        attached: fc.dictionary(pointer, fc.oneof(fc.nat(), json), { maxKeys: 2 }),
        ruleSet: fc.oneof(
          word,
          json,
          fc.constantFrom('2021.1', { spm: { nil: 'zero' } }, { spm: { weights: { quality: '0' } } }),
        ),
      },
      { requiredKeys: ['office', 'period', 'answers'] },
    )
    const counts = await tried(400, body(ask), text => send('POST', '/forms/spm/triwulan/evaluate', text))
    expect(Object.keys(counts).map(Number)).toContain(422)
  })

  it('POST /submissions/:id/version', async () => {
    const counts = await tried(200, body(fc.record({ to: fc.oneof(fc.integer(), json) })), text =>
      send('POST', `/submissions/${id}/version`, text),
    )
    expect(counts[422]).toBeGreaterThan(100)
  })

  it('lists and histories, whatever their filters say', async () => {
    const filter = fc.dictionary(
      fc.constantFrom(
        'status',
        'q',
        'form',
        'office',
        'period',
        'year',
        'late',
        'cursor',
        'limit',
        'practice',
        'open',
        'code',
        'row',
        'pointer',
        'since',
        'mine',
        'revs',
      ),
      fc.oneof(word, fc.constantFrom('true', 'false', '2026', '2026-TW1', 'draft,approved', plan.dsp3a)),
      { maxKeys: 5 },
    )
    const paths = [
      '/obligations',
      '/submissions',
      `/submissions/${id}/changes`,
      `/submissions/${id}/answers`,
      '/forms/spm/triwulan/schema',
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), filter, async (path, given) => {
        const query = Object.entries(given)
          .filter(([, text]) => text.isWellFormed())
          .map(([key, text]) => `${key}=${encodeURIComponent(text)}`)
        const answer = await operator.call('GET', `${path}?${query.join('&')}`)
        expect(answer.statusCode, `${path} ${query} ${answer.body}`).toBeLessThan(500)
      }),
      { numRuns: 400 },
    )
  })
})
