import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

/** The engine's own refusal, with Prisma's code (P3018: a migration failed, P1002: another holds the lock). */
export class EngineError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** Asks `schemaEngineMain.ts` and gives its result; `databaseUrl` is the owner's, empty where no server is needed. */
export async function askSchemaEngine(command: string, folder: string, databaseUrl = '', name = ''): Promise<unknown> {
  const main = path.join(import.meta.dirname, 'schemaEngineMain.ts')
  const args = ['--disable-warning=ExperimentalWarning', main, command, folder, name]
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 })
  const answer: { result?: unknown; code?: string; message?: string } = JSON.parse(stdout)
  if (answer.code !== undefined) throw new EngineError(answer.code, answer.message ?? '')
  return answer.result
}
