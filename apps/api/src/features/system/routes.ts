import { backupsState, jobsState, mailState, reader } from '@sepakat/db'
import { type Context, handlers } from '#http/route.ts'
import { systemView } from './view.ts'

/** How the installation is: its database, its jobs, its backups. */
const readSystem = async ({ actor, db, deps, now }: Context<'GET /system'>) => {
  const asked = performance.now()
  const jobs = await jobsState(reader(db), now)
  const milliseconds = Math.round(performance.now() - asked)
  const { refused, ...mail } = await mailState(reader(db))
  const mayRead = actor.region && actor.permissions.has('person.manage')
  const mails = { ...mail, on: deps.config.smtp !== null, refused: mayRead ? refused : [] }
  return systemView({ milliseconds, jobs, mail: mails, backups: await backupsState(reader(db)) }, now)
}

export const systemHandlers = handlers({ 'GET /system': readSystem })
