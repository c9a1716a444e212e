import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import {
  type Anchor,
  type Database,
  openDatabase,
  reader,
  sealHeads,
  type Tampering,
  transaction,
  verifyHistory,
} from '@sepakat/db'
import type { TestApi } from './testApi.ts'

/** A pool of one connection, so that what starts on it is one transaction. */
export type Sql = Database['pool']

/** Tampers with the database of a test and verifies it. */
export interface Verifying {
  superuser: Sql
  verify: (anchor?: Anchor | null) => Promise<Tampering[]>
  /** What is found after somebody who may do everything did this, with the triggers off; nothing of it stays. */
  after: (tamper: (sql: Sql) => Promise<unknown>, anchor?: Anchor | null) => Promise<Tampering[]>
  /** The same with the rights of the application's account alone. */
  asApplication: (tamper: (sql: Sql) => Promise<unknown>) => Promise<Tampering[]>
  /** Seals everything that happened. @returns the newest seal */
  seal: () => Promise<Anchor>
  /** What `npm run audit:verify` says of it, and how it ends. */
  command: (...flags: string[]) => Promise<{ code: number; said: string }>
  /** Where the bytes with this hash lie. */
  fileOf: (sha256: string) => string
  close: () => Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../../..')

export const verifying = (api: TestApi): Verifying => {
  const everything = openDatabase({ url: api.superuserUrl, max: 1 })
  const superuser = everything.pool
  const db = reader(everything)
  const fileOf = (sha256: string) => path.join(api.config.filesDir, sha256.slice(0, 2), sha256)
  const fileHash = async (sha256: string): Promise<string | null> => {
    const bytes = await readFile(fileOf(sha256)).catch(() => null)
    return bytes && createHash('sha256').update(bytes).digest('hex')
  }
  const verify = async (anchor: Anchor | null = null): Promise<Tampering[]> => {
    const found: Tampering[] = []
    for await (const it of verifyHistory(db, { fileHash, anchor, account: 'sepakat_app' })) found.push(it)
    return found
  }
  const undone = async <T>(run: () => Promise<T>): Promise<T> => {
    await superuser.query('BEGIN')
    try {
      return await run()
    } finally {
      await superuser.query('ROLLBACK')
    }
  }
  return {
    superuser,
    verify,
    after: (tamper, anchor = null) =>
      undone(async () => {
        await superuser.query('SET LOCAL session_replication_role = replica')
        await tamper(superuser)
        return verify(anchor)
      }),
    asApplication: tamper =>
      undone(async () => {
        await superuser.query('SET LOCAL ROLE sepakat_app')
        await tamper(superuser)
        await superuser.query('RESET ROLE')
        return verify()
      }),
    seal: async () => {
      while ((await transaction(api.db, tx => sealHeads(tx, new Date()))) !== null);
      const { rows } = await superuser.query<Anchor>('SELECT n, hash FROM seal ORDER BY n DESC LIMIT 1')
      return rows[0]!
    },
    command: async (...flags) => {
      const places = { DATABASE_APP_URL: api.config.databaseUrl, DATA_DIR: api.config.dataDir }
      const env = { ...process.env, DATABASE_URL: api.ownerUrl, ...places }
      const args = ['--disable-warning=ExperimentalWarning', path.join(root, 'tools/audit-verify.ts'), ...flags]
      return promisify(execFile)(process.execPath, args, { cwd: root, env }).then(
        ({ stdout }) => ({ code: 0, said: stdout }),
        ({ code, stdout, stderr }) => ({ code, said: `${stdout}${stderr}` }),
      )
    },
    fileOf,
    close: () => everything.close(),
  }
}
