import pg from 'pg'
import { PgBoss, type Queue } from 'pg-boss'
import { appRole } from '../migrate/appAccount.ts'
import { jobsSchema, queues } from './queues.ts'

/**
 * Makes and updates the tables of the job queue and the queues themselves, as the owner: the application's account, under which
 * jobs are sent and worked, may use them and not alter them. Part of every migration; a queue that is there takes the limits of this version.
 */
export const prepareJobs = async (ownerUrl: string): Promise<void> => {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: jobsSchema,
    max: 1,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    for (const [name, { cron: _, policy, ...options }] of Object.entries<Omit<Queue, 'name'> & { cron?: string }>(
      queues,
    )) {
      await boss.createQueue(name, { ...options, ...(policy && { policy }) })
      // one that is there already takes the limits of this version
      await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(`
      GRANT USAGE ON SCHEMA ${jobsSchema} TO ${appRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobsSchema} TO ${appRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobsSchema} TO ${appRole}`)
  } finally {
    await client.end()
  }
}
