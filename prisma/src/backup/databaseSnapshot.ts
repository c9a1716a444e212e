import type { Readable } from 'node:stream'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { ask, withClient } from '../engine/client.ts'
import { jobsSchema, queues } from '../jobs/queues.ts'
import { col, rowOf, statement } from '../statement.ts'
import { columnsOf, plainText, type TableShape, tablesInOrder } from './tablesInOrder.ts'

/** A job that waited: what it is for is written only there. */
interface WaitingJob {
  queue: string
  key: string
  data: object
}

/** What must be known of a database before its rows. */
export interface DatabaseHead {
  /** The moment that is kept. */
  at: string
  /** Applied migrations in the order they were applied, with the SHA-256 of each file. */
  migrations: { name: string; sha256: string }[]
  tables: TableShape[]
  /** How far each sequence was at least. */
  sequences: { name: string; last: string; called: boolean }[]
  jobs: WaitingJob[]
  /** `N:HASH` of the newest seal; null before there is one. */
  seal: string | null
}

/** The bytes of one table, as PostgreSQL's COPY text; `rows` counts once they are read. */
interface TableCopy {
  stream: Readable
  rows: () => number
}

export interface DatabaseSnapshot {
  head: DatabaseHead
  copy: (table: TableShape) => TableCopy
  /** SHA-256 and bytes of each attachment, signed PDF and receipt, once each. */
  files: () => Promise<{ sha256: string; bytes: number }[]>
}

/** The tables whose rows name bytes by their SHA-256, and in which column. Papers have another address: they are made again. */
const filesIn = [
  ['attachment', 'sha256'],
  ['edition_file', 'address'],
  ['edition_sending', 'sha256'],
] as const

/**
 * Gives the work one moment of the whole database while others go on writing, on a connection of its own. It knows no table by
 * name but those that name files, where they are there, and migrations, so that a newer release can keep what an older one wrote
 * before it migrates it.
 */
export const withDatabaseSnapshot = <T>(ownerUrl: string, work: (snapshot: DatabaseSnapshot) => Promise<T>) =>
  withClient(ownerUrl, async client => {
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${plainText}`)
    const head = await readHead(client)
    return await work({
      head,
      copy: table => {
        const stream = client.query(to(`COPY ${columnsOf(table)} TO STDOUT`))
        return { stream, rows: () => stream.rowCount }
      },
      files: async () => {
        const known = filesIn.filter(([table, address]) =>
          head.tables.some(({ name, columns }) => name === table && columns.includes(address)),
        )
        const all = known
          .map(
            ([table, address]) =>
              `SELECT ${address} AS sha256, bytes FROM ${table} WHERE ${address} ~ '^[0-9a-f]{64}$'`,
          )
          .join(' UNION ALL ')
        return (
          await client.query(`SELECT sha256, max(bytes) AS bytes FROM (${all}) f GROUP BY sha256 ORDER BY sha256`)
        ).rows
      },
    })
  })

const momentNow = statement('backup-moment', 'SELECT now() AS at', { at: col.timestamptz.notNull('the clock') })
const newestSeal = statement('backup-seal', `SELECT n || ':' || hash AS mark FROM seal ORDER BY n DESC LIMIT 1`, {
  mark: col.text.notNull('of NOT NULL columns'),
})
const appliedMigrations = statement(
  'backup-migrations',
  `SELECT migration_name AS name, checksum AS sha256 FROM _prisma_migrations
   WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at, migration_name`,
  { name: col.varchar, sha256: col.varchar },
)

async function readHead(client: pg.Client): Promise<DatabaseHead> {
  const [moment] = await ask(client, momentNow)
  const [seal] = await ask(client, newestSeal)
  return {
    at: moment!.at.toISOString(),
    migrations: await ask(client, appliedMigrations),
    tables: await tablesInOrder(client),
    sequences: await readSequences(client),
    jobs: await readJobs(client),
    seal: seal?.mark ?? null,
  }
}

const sequenceNames = statement(
  'backup-sequences',
  `SELECT relname::text AS name FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  { name: col.text.notNull('of NOT NULL columns') },
)

/** They are outside the snapshot: read after it was taken, they are never behind what its rows have used. */
async function readSequences(client: pg.Client): Promise<DatabaseHead['sequences']> {
  const read: DatabaseHead['sequences'] = []
  for (const { name } of await ask(client, sequenceNames)) {
    const found = await client.query(`SELECT last_value::text AS last, is_called AS called FROM "${name}"`)
    read.push({ name, ...found.rows[0] })
  }
  return read
}

const waitingJobs = statement(
  'backup-jobs',
  `SELECT name AS queue, singleton_key AS key, data FROM ${jobsSchema}.job
   WHERE name = ANY($1) AND state IN ('created', 'retry', 'active') AND singleton_key IS NOT NULL ORDER BY created_on`,
  rowOf<WaitingJob>({
    queue: col.text,
    key: col.text.notNull('a condition of the statement'),
    data: col.jsonb.notNull('every job of ours has it'),
  }),
)

/** Those by the clock come again by themselves. */
async function readJobs(client: pg.Client): Promise<WaitingJob[]> {
  const there = await client.query(`SELECT to_regclass('${jobsSchema}.job') IS NOT NULL AS yes`)
  if (!there.rows[0].yes) return []
  const waiting = Object.entries(queues).flatMap(([name, queue]) => (queue.retryLimit > 0 ? [name] : []))
  return ask(client, waitingJobs, [waiting])
}
