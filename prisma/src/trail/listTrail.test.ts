import { type EventType, typesOfGroup } from '@sepakat/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase, reader } from '../database.ts'
import { fillInBulk } from '../submissions/testingBulk.ts'
import { type TestDatabase, testDatabase } from '../testing.ts'
import { listTrail, type TrailAsk } from './listTrail.ts'
import { decodeTrailCursor, encodeTrailCursor } from './trailCursor.ts'

const id = (n: string) => `md5('trail-' || (${n}))::uuid`
const people = 40
/**
 * Events of ten years in 25,000 reports: most are moves, a few are of other kinds; each 500th falls on the same instant as many
 * others. Two posts a person.
 */
const seed = [
  `INSERT INTO person (id, name, email, updated_at) SELECT ${id("'person-' || n")}, 'Orang ' || n, 'orang-' || n || '@orang.invalid', now()
   FROM generate_series(1, ${people}) n`,
  `INSERT INTO post (id, person_id, role, title, report_types, region, office_ids, "from")
   SELECT ${id("'post-' || n")}, ${id(`'person-' || (1 + n % ${people})`)}, 'verifier', '', '{}', true, '{}', '2020-01-01' FROM generate_series(0, ${2 * people - 1}) n`,
  `INSERT INTO event (stream, seq, type, at, actor, data, prev, hash, office_id)
   SELECT CASE WHEN type IN ('submission.read', 'session.started') THEN 'access/2026-01-01/' || n ELSE 'submission/' || ${id('n / 4')} END,
     1 + n % 4, type, '2016-01-01'::timestamptz + CASE WHEN n % 500 = 0 THEN interval '1 year' ELSE n * interval '50 minutes' END,
     'post:' || ${id(`'post-' || ((n * 7 + n / 80) % ${2 * people})`)},
     CASE type WHEN 'submission.read' THEN jsonb_build_object('submission', ${id('n / 4')}) WHEN 'session.started'
       THEN jsonb_build_object('person', ${id(`'person-' || (1 + n / 50 % ${people})`)}) ELSE '{}' END, repeat('0', 64), repeat('1', 64),
     CASE WHEN type <> 'session.started' THEN (SELECT array_agg(id ORDER BY id) FROM office)[1 + n / 4 % 40] END
   FROM generate_series(1, 100000) n, LATERAL (SELECT CASE WHEN n % 50 = 0 THEN 'session.started' WHEN n % 20 = 0 THEN 'submission.read'
     WHEN n % 5000 = 1 THEN 'submission.reopened' ELSE (ARRAY['submission.created', 'submission.submitted', 'submission.claimed',
     'submission.approved'])[1 + n % 4] END AS type) t`,
]

let database: TestDatabase
let db: Database
let office: string
let person: string
let submission: string
beforeAll(async () => {
  database = await testDatabase()
  db = openDatabase({ url: database.appUrl, max: 1 })
  await fillInBulk(database.ownerUrl, async owner => {
    for (const sql of seed) await owner.query(sql)
  })
  const { rows } = await db.pool.query(
    `SELECT (SELECT office_id FROM event WHERE type = 'submission.read' ORDER BY at LIMIT 1) AS office, ${id("'person-7'")} AS person, ${id('10')} AS submission`,
  )
  ;({ office, person, submission } = rows[0])
})
afterAll(async () => {
  await db.close()
  await database.dispose()
})

const list = (ask: Partial<TrailAsk> = {}) => listTrail(reader(db), { after: null, limit: 50, ...ask })
const key = ({ stream, seq }: { stream: string; seq: number }) => `${stream} ${seq}`

/** Every page of a list, from first to last. */
const all = async (ask: Partial<TrailAsk>): Promise<string[]> => {
  const keys: string[] = []
  for (let after: TrailAsk['after'] = null; ; ) {
    const rows = await list({ ...ask, after, limit: 200 })
    keys.push(...rows.slice(0, 200).map(key))
    if (rows.length <= 200) return keys
    const last = rows[199]!
    after = decodeTrailCursor(encodeTrailCursor({ ...last, at: last.atText }))
  }
}
/** The same, by the plainest SQL. */
const expected = async (where: string): Promise<string[]> => {
  const { rows } = await db.pool.query(
    `SELECT stream, seq FROM event WHERE ${where} ORDER BY at DESC, stream DESC, seq DESC`,
  )
  return rows.map(key)
}

const types: EventType[] = ['submission.reopened', 'submission.read']
const from = new Date('2017-01-01T00:00:00Z')
const to = new Date('2017-03-01T00:00:00Z')
const asks = (): Record<string, [Partial<TrailAsk>, string]> => {
  const byPerson = `actor IN (SELECT 'post:' || id FROM post WHERE person_id = '${person}')`
  const inTypes = `type IN ('submission.reopened', 'submission.read')`
  const days = `at >= '2017-01-01T00:00:00Z' AND at < '2017-03-01T00:00:00Z'`
  return {
    types: [{ types }, inTypes],
    days: [{ from, to }, days],
    'who did it': [{ actor: person }, byPerson],
    'who did it, by types': [{ actor: person, types }, `${byPerson} AND ${inTypes}`],
    'whom it is about': [{ person }, `data ->> 'person' = '${person}'`],
    'the office': [{ office }, `office_id = '${office}'`],
    'the office, by types and days': [
      { office, types, from, to },
      `office_id = '${office}' AND ${inTypes} AND ${days}`,
    ],
    'the office and who did it': [{ office, actor: person }, `office_id = '${office}' AND ${byPerson}`],
    'the report, with who read it': [
      { submission },
      `stream = 'submission/${submission}' OR data ->> 'submission' = '${submission}'`,
    ],
  }
}

describe('the audit trail', () => {
  it('lists by each filter what is there, newest first, each once over all pages', async () => {
    for (const [name, [ask, where]] of Object.entries(asks())) {
      const wanted = await expected(where)
      expect(wanted.length, name).toBeGreaterThan(3)
      expect(await all(ask), name).toEqual(wanted)
    }
  })

  it('takes a report’s id as it was typed, and gives nothing of types that none is asked of', async () => {
    expect(await list({ submission: submission.toUpperCase() })).toEqual(await list({ submission }))
    expect(await list({ types: [] })).toEqual([])
    expect(await list({ types: [], submission })).toEqual([])
  })

  it('takes only its own marks of pages', () => {
    const mark = { at: '2026-01-01T00:00:00.000000Z', stream: 'rights', seq: 3 }
    expect(decodeTrailCursor(encodeTrailCursor(mark))).toEqual(mark)
    for (const wrong of [
      { ...mark, at: 'infinity' },
      { ...mark, stream: "x' --" },
      { ...mark, seq: 0 },
    ])
      expect(decodeTrailCursor(encodeTrailCursor(wrong))).toBeNull()
    expect(decodeTrailCursor('x')).toBeNull()
  })

  it('never scans the table, nor reads much more than a page of it, whatever is asked', async () => {
    const read = async () => {
      await db.pool.query('SELECT pg_stat_force_next_flush()')
      const { rows } = await db.pool.query(
        `SELECT seq_tup_read::int AS scanned, idx_tup_fetch::int AS fetched FROM pg_stat_user_tables WHERE relname = 'event'`,
      )
      return rows[0] as { scanned: number; fetched: number }
    }
    const last = (await list({ limit: 200 })).at(-1)!
    const after = { at: last.atText, stream: last.stream, seq: last.seq }
    const more: [string, Partial<TrailAsk>][] = [
      ['everything', {}],
      ['everything, a later page', { after }],
      ['a group', { types: typesOfGroup('move') }],
      ['a rare type', { types: ['submission.reopened'] }],
    ]
    for (const [name, ask] of [...more, ...Object.entries(asks()).map(([name, [ask]]) => [name, ask] as const)]) {
      const before = await read()
      // from the sixth on PostgreSQL may keep a plan for all values
      const times = 8
      for (let n = 0; n < times; n += 1) await list(ask)
      const now = await read()
      expect(now.scanned - before.scanned, name).toBe(0)
      // of two people and offices that have little to do with each other, at most what the first has
      expect((now.fetched - before.fetched) / times, name).toBeLessThan(
        name === 'the office and who did it' ? 2700 : 1500,
      )
    }
  })
})
