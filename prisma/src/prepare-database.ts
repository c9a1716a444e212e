import { buildDatabase } from './engine/build-database.ts'
import { withClient } from './engine/client.ts'
import { database, type Server } from './engine/server.ts'
import { prepareJobs } from './jobs/prepare-jobs.ts'
import { ensureAppAccount } from './migrate/app-account.ts'
import { migrate } from './migrate/migrate.ts'

export interface DatabaseUrls {
  /** Owns the tables and migrates; a direct connection, not one through PgBouncer in transaction mode. */
  ownerUrl: string
  appUrl: string
}

/**
 * The one place that makes a database ready for the product: application account, migrations, job queues, reference data and, if asked, the
 * demo region. What is there is left as it is, so every start calls it; several machines at once wait for each other.
 * @returns names of the migrations applied
 * @throws Refusal when accounts or history forbid it
 */
export async function prepareDatabase(
  { ownerUrl, appUrl }: DatabaseUrls,
  { demo }: { demo: boolean },
): Promise<string[]> {
  await ensureAppAccount(ownerUrl, appUrl)
  const applied = await migrate(ownerUrl)
  // imported late: the seed needs the generated client and the index of kinds, which nothing before it does
  const [{ openDatabase }, { seedReference, seedDemo }] = await Promise.all([
    import('./database.ts'),
    import('./seed/index.ts'),
  ])
  await oneAtATime(ownerUrl, async () => {
    await prepareJobs(ownerUrl)
    const db = openDatabase({ url: appUrl, max: 4 })
    try {
      await seedReference(db)
      if (demo) await seedDemo(db, new Date())
    } finally {
      await db.close()
    }
  })
  return applied
}

/** The same for the embedded server, where the first preparation is seen only when it is complete. */
export async function prepareEmbedded(server: Server, options: { demo: boolean }): Promise<DatabaseUrls> {
  const urls = (name: string) => ({ ownerUrl: server.url('owner', name), appUrl: server.url('app', name) })
  await buildDatabase(server.url('superuser', 'postgres'), database, async name => {
    await prepareDatabase(urls(name), options)
  })
  await prepareDatabase(urls(database), options)
  return urls(database)
}

async function oneAtATime(ownerUrl: string, work: () => Promise<void>): Promise<void> {
  await withClient(ownerUrl, async client => {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(7028)')
    await work()
    await client.query('COMMIT')
  })
}
