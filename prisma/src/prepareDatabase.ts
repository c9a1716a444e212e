import { buildDatabase } from './engine/buildDatabase.ts'
import { withClient } from './engine/client.ts'
import { withLock } from './engine/lock.ts'
import { database, type Server } from './engine/server.ts'
import { ensureAppAccount } from './migrate/appAccount.ts'
import { migrate } from './migrate/migrate.ts'

export interface DatabaseUrls {
  /** Owns the tables and migrates; a direct connection, not one through PgBouncer in transaction mode. */
  ownerUrl: string
  appUrl: string
}

/** What is put into the tables: the demo region comes on top of the reference data. */
export type Load = 'nothing' | 'reference' | 'demo'

/**
 * The one place that makes a database ready for the product: application account, migrations, job queues and the data asked
 * for. What is there is left as it is, so every start calls it; several machines at once wait for each other.
 * @returns names of the migrations applied
 * @throws Refusal when accounts or history forbid it
 */
export async function prepareDatabase({ ownerUrl, appUrl }: DatabaseUrls, load: Load): Promise<string[]> {
  await ensureAppAccount(ownerUrl, appUrl)
  const applied = await migrate(ownerUrl)
  // imported late: they need the generated client and the index of kinds, which nothing before them does
  const [
    { openDatabase, reader },
    { bindExisting },
    { seedReference, seedDemo },
    { prepareJobs },
    { fillLines },
    { fillNames },
    { markFeed },
  ] = await Promise.all([
    import('./database.ts'),
    import('./history/bindExisting.ts'),
    import('./seed/index.ts'),
    import('./jobs/prepareJobs.ts'),
    import('./submissions/mendLines.ts'),
    import('./search/mendNames.ts'),
    import('./feed/keepFeed.ts'),
  ])
  await oneAtATime(ownerUrl, async () => {
    await prepareJobs(ownerUrl)
    const db = openDatabase({ url: appUrl, max: 4 })
    try {
      await fillLines(db)
      await fillNames(db)
      await markFeed(reader(db), () => new Date())
      if (load === 'nothing') return
      await seedReference(db)
      if (load === 'demo') await seedDemo(db, new Date())
      await bindExisting(db, new Date())
    } finally {
      await db.close()
    }
  })
  return applied
}

/** The same for the embedded server, where the first preparation is seen only when it is complete. */
export const prepareEmbedded = (server: Server, load: Load): Promise<void> =>
  withLock(`database ${server.footing.base}`, async () => {
    const urls = (name: string) => ({ ownerUrl: server.url('owner', name), appUrl: server.url('app', name) })
    const fill = async (name: string) => {
      await prepareDatabase(urls(name), load)
    }
    const built = await buildDatabase(server.url('superuser', 'postgres'), database, fill)
    if (!built) await fill(database)
  })

async function oneAtATime(ownerUrl: string, work: () => Promise<void>): Promise<void> {
  await withClient(ownerUrl, async client => {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock(7028)')
    await work()
    await client.query('COMMIT')
  })
}
