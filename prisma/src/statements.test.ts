import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from './engine/client.ts'
import { testDatabase } from './testing.ts'

interface Statement {
  file: string
  /** Null: its text is made from what is asked, so it is known only where it runs. */
  name: string | null
  sql: string
}

let all: Statement[]
let fixed: (Statement & { name: string })[]
beforeAll(async () => {
  const script = path.join(import.meta.dirname, 'testing-statements.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    maxBuffer: 16_000_000,
  })
  all = JSON.parse(stdout)
  fixed = all.flatMap(statement => (statement.name === null ? [] : [{ ...statement, name: statement.name }]))
})

describe('the named statements of the store', () => {
  it('are all prepared by PostgreSQL', async () => {
    const given = await testDatabase()
    const refused = await withClient(given.appUrl, async client => {
      const faults: string[] = []
      for (const [at, { file, name, sql }] of fixed.entries())
        await client.query(`PREPARE statement_${at} AS ${sql}`).catch((error: Error) => {
          faults.push(`${file} ${name}: ${error.message}`)
        })
      return faults
    })
    await given.dispose()
    expect(refused).toEqual([])
    expect(fixed.length).toBeGreaterThan(250)
  })

  it('have one text for each name, of at most 63 characters', () => {
    const twice = [...Map.groupBy(fixed, ({ name }) => name)]
      .filter(([, same]) => new Set(same.map(({ sql }) => sql)).size > 1)
      .map(([name]) => name)
    expect(twice).toEqual([])
    expect(fixed.map(({ name }) => name).filter(name => name.length > 63)).toEqual([])
  })
})
