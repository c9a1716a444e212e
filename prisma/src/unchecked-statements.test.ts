import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { withClient } from './engine/client.ts'
import { testDatabase } from './testing.ts'

it('statements that declare no columns yet are all prepared by PostgreSQL, and have one text for each name', async () => {
  const script = path.join(import.meta.dirname, 'testing-statements.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    maxBuffer: 16_000_000,
  })
  const all: { file: string; name: unknown; sql: string }[] = JSON.parse(stdout)
  const named = all.filter(({ name }) => typeof name === 'string')
  const given = await testDatabase()
  const refused = await withClient(given.appUrl, async client => {
    const faults: string[] = []
    for (const [at, { file, name, sql }] of named.entries())
      await client.query(`PREPARE statement_${at} AS ${sql}`).catch((error: Error) => {
        faults.push(`${file} ${name}: ${error.message}`)
      })
    return faults
  })
  await given.dispose()
  const twice = [...Map.groupBy(named, ({ name }) => name)].filter(([, same]) => new Set(same.map(s => s.sql)).size > 1)
  expect([refused, twice]).toEqual([[], []])
})
