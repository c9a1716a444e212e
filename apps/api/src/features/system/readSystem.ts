import { backupsState, jobsState, reader } from '@sepakat/db'
import type { Context } from '#http/route.ts'
import { systemView } from './view.ts'

/** How the installation is: its database, its jobs, its backups. */
export const readSystem = async ({ db, now }: Pick<Context<'GET /system'>, 'db' | 'now'>) => {
  const asked = performance.now()
  const jobs = await jobsState(reader(db), now)
  const milliseconds = Math.round(performance.now() - asked)
  return systemView({ milliseconds, jobs, backups: await backupsState(reader(db)) }, now)
}
