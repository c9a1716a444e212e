/**
 * Runs one command of the schema engine and prints its answer as one line of JSON: `apply` gives the names applied,
 * `rolled-back NAME` null, `drift` SQL or null. A process of its own, since the engine keeps memory and a timer, and a panic
 * in it leaves it useless.
 */
import { filters, migrationsList, schemaFiles, withEngine, withScratchEngine } from './schemaEngine.ts'

const [command = '', folder = '', name = ''] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ''

const commands: Record<string, () => Promise<unknown>> = {
  apply: () =>
    withEngine(url, folder, async engine => {
      const result = await engine.applyMigrations({ migrationsList: migrationsList(folder), filters })
      return result.appliedMigrationNames
    }),
  'rolled-back': () =>
    withEngine(url, folder, async engine => {
      await engine.markMigrationRolledBack({ migrationName: name })
      return null
    }),
  drift: () =>
    withScratchEngine(folder, async engine => {
      const from = { tag: 'migrations' as const, ...migrationsList(folder) }
      const to = { tag: 'schemaDatamodel' as const, ...schemaFiles(folder) }
      const result = await engine.diff({ from, to, script: true, exitCode: true, filters })
      return result.exitCode === 0 ? null : (result.stdout ?? '')
    }),
}

// the engine looks here for somebody to tell what it panicked over; without it even that is lost
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (text: string) => process.stderr.write(text) } })

const run = commands[command]
if (!run) throw new Error(`no such command: ${command}`)
let answer: unknown
try {
  answer = { result: await run() }
} catch (error) {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '-'
  answer = { code, message: error instanceof Error ? error.message : String(error) }
}
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0))
