import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Queryable, reader } from './database.ts'
import { withClient } from './engine/client.ts'
import { lowestId } from './lowestId.ts'
import { col, type Statement, statement, statements } from './statement.ts'
import type { LineAsk } from './submissions/lineQuery.ts'
import { listChanges } from './submissions/listChanges.ts'
import { listFigures } from './submissions/listFigures.ts'
import { linesOf, listLines } from './submissions/listLines.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { columnReader, faultsOf } from './testingColumns.ts'
import { listTrail } from './trail/listTrail.ts'

const root = import.meta.dirname
let given: TestDatabase
let all: Statement[]
beforeAll(async () => {
  given = await testDatabase()
  for (const file of globSync('**/*.ts', { cwd: root }))
    if (!/test/.test(file) && /\bstatement\(/.test(readFileSync(path.join(root, file), 'utf8')))
      await import(path.join(root, file))
  const db = openDatabase({ url: given.appUrl, max: 1 })
  await makeVariants({ ...reader(db), query: async () => [] })
  await db.close()
  all = [...statements.values()]
})
afterAll(() => given.dispose())

/** Statements whose text depends on what is asked are made when it is. */
const makeVariants = async (tx: Queryable): Promise<void> => {
  const id = lowestId
  const lines: LineAsk = {
    reach: { offices: null, reportTypes: null },
    practice: false,
    after: null,
    limit: 50,
    now: new Date(),
    today: '2026-11-24',
  }
  const asks: Partial<LineAsk>[] = [
    {},
    { year: 2026 },
    { office: id },
    { q: { text: 'a', forms: [] } },
    { q: { text: 'a', forms: ['spm/triwulan'] } },
    { late: true },
    { office: id, alone: true, timeliness: 'missing' },
    { year: 2026, timeliness: 'on-time' },
    { reportType: 'spm', statuses: ['submitted'] },
    { form: 'spm/triwulan', period: '2026-TW1', practice: true },
    { claimedBy: id },
    { after: { due: 'infinity', id } },
  ]
  for (const ask of asks)
    for (const table of ['obligation', 'submission'] as const) await listLines(tx, table, { ...lines, ...ask })
  for (const table of ['obligation', 'submission'] as const)
    await linesOf(tx, table, { ids: [], reach: lines.reach, today: lines.today })
  const figures = { reach: lines.reach, provisional: true, after: null, limit: 50 }
  for (const ask of [
    {},
    { form: 'spm/triwulan', period: '2026-TW1' },
    { office: id },
    { code: 'a', row: 'b' },
    { submission: id },
  ] as const)
    await listFigures(tx, { ...figures, ...ask })
  const change = { table: 'a', row: 'b', field: 'c' }
  for (const at of [{}, change]) await listChanges(tx, id, { since: 0, at, limit: 50 })
  await listChanges(tx, id, { since: 0, limit: 50, within: [] })
  const mark = { at: '2026-11-24T00:00:00.000000Z', stream: 'rights', seq: 1 }
  for (const ask of [
    {},
    { types: ['export.made'] },
    { actor: id, person: id, from: new Date() },
    { person: id, office: id, to: new Date() },
    { office: id, after: mark },
    { submission: id, types: ['export.made'] },
  ] as const)
    await listTrail(tx, { after: null, limit: 50, ...ask })
}

const faults = (of: Statement[]): Promise<string[]> =>
  withClient(given.appUrl, async client => {
    const read = await columnReader(client)
    const found: string[] = []
    for (const one of of)
      await read(one.text).then(
        described => found.push(...faultsOf(one, described)),
        (error: Error) => found.push(`${one.name}: ${error.message}`),
      )
    return found
  })

it('gives a name to one text alone', () => {
  const one = statement('named-once', 'SELECT 1')
  expect(statement('named-once', 'SELECT 1').text).toBe(one.text)
  expect(() => statement('named-once', 'SELECT 2')).toThrow('Two texts are named named-once')
  statements.delete('named-once')
})

describe('the statements of the store', () => {
  it('give the columns that they declare, as PostgreSQL describes them', async () => {
    expect(await faults(all)).toEqual([])
    expect(all.length).toBeGreaterThan(250)
  })

  it('have names of at most 63 characters', () => {
    expect(all.map(({ name }) => name).filter(name => name.length > 63)).toEqual([])
  })
})

describe.each<[string, string, Statement['columns'], string | null]>([
  ['a column that does not come', 'SELECT id FROM person', { id: col.uuid, no: col.text }, '"no" does not come'],
  ['one that is not declared', 'SELECT id, name FROM person', { id: col.uuid }, '"name" (text) is not declared'],
  ['another type', 'SELECT id FROM person', { id: col.text }, '"id" is uuid, not text'],
  ['a column that may be null', 'SELECT nip FROM person', { nip: col.text }, '"nip" may be null'],
  ['one that is never null', 'SELECT name FROM person', { name: col.text.orNull }, '"name" is never null'],
  ['an expression', 'SELECT count(*)::int AS n FROM person', { n: col.int4 }, '"n" may be null'],
  ['an expression with its reason', 'SELECT count(*)::int AS n FROM person', { n: col.int4.notNull('a count') }, null],
  [
    'a column of an outer join',
    'SELECT p.name FROM post t LEFT JOIN person p ON p.id = t.person_id',
    { name: col.text },
    '"name" may be null',
  ],
  [
    'a column of a subquery in an outer join',
    'SELECT p.name, t.role FROM post t LEFT JOIN LATERAL (SELECT name FROM person WHERE id = t.person_id) p ON true',
    { name: col.text.orNull, role: col.text },
    null,
  ],
  ['what a write gives back', 'DELETE FROM person RETURNING id, phone', { id: col.uuid, phone: col.text.orNull }, null],
  ['a text that is wrong', 'SELECT nothing FROM nowhere', {}, 'relation "nowhere" does not exist'],
])('%s', (_, text, columns, fault) => {
  it(fault === null ? 'is right' : 'is a fault', async () => {
    const found = await faults([statement('statements-test', text, columns) as Statement])
    statements.delete('statements-test')
    expect(found).toEqual(fault === null ? [] : [expect.stringContaining(fault)])
  })
})
