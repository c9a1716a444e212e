import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, type Queryable, reader } from '../database.ts'
import { testDatabase } from '../testing.ts'
import { newestNames } from './frozenNames.ts'

let given: Awaited<ReturnType<typeof testDatabase>>
let db: Database
beforeAll(async () => {
  given = await testDatabase()
  db = openDatabase({ url: given.appUrl, max: 2 })
})
afterAll(async () => {
  await db.close()
  await given.dispose()
})

it('reads what each of many revisions calls its rows once, however often a recap is asked', async () => {
  let read = 0
  const label = (submission: unknown) => `Layanan ${Number(submission) % 2}`
  const frozen = (submission: unknown) => ({
    answers: {},
    sections: [
      { blocks: [{ table: 'recipients', rows: [{ id: 'a', parent: null, label: label(submission), blocks: [] }] }] },
    ],
    formVersion: 1,
    figures: { 'spm.index': 'Indeks' },
  })
  const own = reader(db)
  const tx: Queryable = {
    prisma: own.prisma,
    query: async (statement, values) => {
      if (statement.name !== 'revision-source') return own.query(statement, values)
      read += 1
      return [frozen(values?.[0])] as never
    },
  }
  const revisions = Array.from({ length: 700 }, (_, n) => ({
    ...{ submission: String(n), n: 1, sha256: `hash-${n}`, form: 'spm/triwulan' as const },
    ...{ standing: 'final' as const, at: new Date(n) },
  }))
  for (let times = 0; times < 3; times++) {
    const names = await newestNames(tx, 'spm/triwulan', revisions)
    expect(names.rows.get('a')).toBe('Layanan 1')
    expect(names.figures['spm.index']).toBe('Indeks')
  }
  expect(read).toBe(700)
})
